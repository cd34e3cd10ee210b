"""Packs the wizard for the browser: the archive of Python, the pruned runtime, the wheels."""
