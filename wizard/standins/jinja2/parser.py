"""See `compiler`."""

Parser = None
