"""Where a value is in a YAML file."""

KeyPath = tuple[str | int, ...]
"""The keys, and the indices of lists, that lead to it from the top of the file."""
