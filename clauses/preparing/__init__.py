"""Prepares a new edition: from a revised text, or as a copy; and confirms what was proposed."""
