"""The search: the data of each language, and the worker that searches it in the browser."""
