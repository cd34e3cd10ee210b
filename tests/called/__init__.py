"""Finds the functions of the browser's Python that the wizard calls (`wizard/called.txt`)."""
