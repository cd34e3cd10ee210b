"""Of two composed sums that differ in figures alone, each figure is named with both values."""

from typing import Any

import pytest

from between_editions.leaves import differing_figures
from clauses.compiled_sum import compiled_sum

RAISED = {"instead": "10%", "use": "15%", "when": {"sme": [True]}}
CASES: list[tuple[str, dict[str, Any], dict[str, Any], list[tuple[str, str, str]] | None]] = [
    ("a ceiling", {"rate": RAISED, "of": "input", "at_most": "最高500万元"},
     {"rate": RAISED, "of": "input", "at_most": "最高1000万元"},
     [("at_most", "5000000", "10000000")]),
    ("a rate for some and a ceiling",
     {"rate": RAISED, "of": "input", "at_most": "最高500万元"},
     {"rate": {**RAISED, "use": "20%"}, "of": "input", "at_most": "最高800万元"},
     [("rate", "0.15", "0.2"), ("at_most", "5000000", "8000000")]),
    ("a sum for each", {"each": "2000元", "of": "people", "at_most": "最高50万元"},
     {"each": "3000元", "of": "people", "at_most": "最高50万元"}, [("amount", "2000", "3000")]),
    ("a sum of one level",
     {"by": "level", "cases": {"national": "90万元", "provincial": "80万元"}},
     {"by": "level", "cases": {"national": "90万元", "provincial": "70万元"}},
     [("amount", "800000", "700000")]),
    ("a ceiling that is dropped", {"rate": RAISED, "of": "input", "at_most": "最高500万元"},
     {"rate": RAISED, "of": "input"}, None),
    ("a ceiling of the base", {"rate": RAISED, "of": {"fact": "input", "at_most": "最高500万元"}},
     {"rate": RAISED, "of": {"fact": "input", "at_most": "最高800万元"}}, None),
    ("a condition", {"rate": RAISED, "of": "input"},
     {"rate": {**RAISED, "when": {"sme": [False]}}, "of": "input"}, None),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "found"), [pytest.param(*c[1:], id=c[0]) for c in CASES])
def test_figures_are_named_where_nothing_else_differs(old: Any, new: Any, found: Any) -> None:
    one, other = (compiled_sum(stated, lambda _: {})["sum"] for stated in (old, new))
    assert differing_figures(one, other) == found
