"""The search: the data of each language, and the worker that searches it in the browser."""

from docs.site.search.evaluation import Evaluation, SearchEvaluationError, evaluate
from docs.site.search.index import search_index, search_indexes, write_indexes

__all__ = [
    "Evaluation",
    "SearchEvaluationError",
    "evaluate",
    "search_index",
    "search_indexes",
    "write_indexes",
]
