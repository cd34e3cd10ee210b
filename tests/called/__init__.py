"""Finds the functions of the browser's Python that the wizard calls (`called.txt`)."""
