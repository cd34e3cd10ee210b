"""A revised text beside an edition: read, aligned with it, and what changed, by kind."""
