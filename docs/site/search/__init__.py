"""The search: the data of each language, and the worker that searches it in the browser."""

from docs.site.search.evaluation import Evaluation, SearchEvaluationError, evaluate
from docs.site.search.index import search_index, search_indexes, write_indexes
from docs.site.search.other_editions import other_indexes, write_other_indexes

__all__ = [
    "Evaluation",
    "SearchEvaluationError",
    "evaluate",
    "other_indexes",
    "search_index",
    "search_indexes",
    "write_indexes",
    "write_other_indexes",
]
