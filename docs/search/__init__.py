"""The search: the data of each language, and the worker that searches it in the browser."""

from docs.search.index import search_index, write_indexes

__all__ = ["search_index", "write_indexes"]
