"""The figures at which a composed sum turns are exact, worked by hand."""

from fractions import Fraction
from typing import Any

import pytest

from eligibility.mechanisms.composed import Composed

X = {"fact": "x"}


def _part(part: str, **keys: Any) -> dict[str, Any]:
    return {"part": part, "at_most": [], "at_least": None, **keys}


def _figure(value: str) -> dict[str, str]:
    return {"figure": value}


STEPS = _part(
    "every",
    every=_figure("30000"),
    pay=_figure("700"),
    of=_part("beyond", beyond=_figure("7000"), of=X),
    before=None,
    at_most=[_figure("8400")],
)
UP_TO = _part("fact", fact="x", if_zero=None, at_most=[_figure("30000")])
HALF = _part("rate", rate=_figure("0.5"), of=UP_TO)
CASES = [
    # the twelfth step of 30000 above 7000 pays 12 × 700 = 8400
    pytest.param(STEPS, {"7000", "37000", "367000"}, id="steps"),
    # half of at most 30000 is 15000, which it reaches at 30000 and keeps
    pytest.param({**HALF, "at_most": [_figure("15000")]}, {"30000"}, id="level"),
    # half of 20000 is 10000
    pytest.param({**HALF, "at_most": [_figure("10000")]}, {"20000", "30000"}, id="below"),
    # never more than 15000
    pytest.param({**HALF, "at_most": [_figure("15000.01")]}, {"30000"}, id="never"),
]


@pytest.mark.parametrize(("stated", "stops"), CASES)
def test_a_stop_is_where_the_sum_turns(stated: dict[str, Any], stops: set[str]) -> None:
    found = Composed({"sum": stated}).stops_of("x", {})
    assert {stop for stop, _, _ in found} == {Fraction(stop) for stop in stops}
