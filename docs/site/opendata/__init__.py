"""The policy as files for other programs: JSON with its schema, and the awards as a table."""
