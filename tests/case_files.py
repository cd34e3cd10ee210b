"""The worked cases and how they are held against what the engine gives, for the tests."""

from clauses.cases import Case, all_cases
from clauses.worked import differences

__all__ = ["Case", "all_cases", "differences"]
