"""The curve of a sum as its figure grows."""

from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import given, settings

from eligibility.money import write_exact
from nearness import curves
from nearness.parts import changed
from tests.eligibility.applications import applications, assessed
from tests.policy import policy

Json = dict[str, Any]


def claim(award: str, **facts: Any) -> Json:
    return {"id": "a", "award": award, "subject": "甲", "date": "2021-06-30", "facts": facts}


def curve(award: str, **facts: Any) -> Json:
    (found,) = curves(policy(), {"claims": [claim(award, **facts)]})
    return found


def test_a_share_of_the_cost_rises_to_its_ceiling() -> None:
    found = curve("03-industrial-investment", selected=True, actual_input="100000000")
    assert found["here"] == ["100000000", "20000000"]
    assert found["points"][0] == ["0", "0"]
    assert found["points"][-1] == ["187500000", "30000000"]
    assert ["150000000", "30000000"] in found["points"]
    (mark,) = found["marks"]
    assert (mark["at"], mark["why"], mark["amount"]) == ("150000000", "ceiling", "30000000")


def test_steps_jump_just_above_their_threshold() -> None:
    found = curve("26-core-team", sales_in_city="6000000000", prior_best="0")
    assert found["points"] == [
        ["0", "0"],
        ["5000000000", "0"],
        ["5000000000.01", "500000"],
        ["10000000000", "500000"],
        ["10000000000.01", "1000000"],
        ["12500000000", "1000000"],
    ]
    assert [(mark["at"], mark["compare"], mark["amount"]) for mark in found["marks"]] == [
        ("5000000000", ">", "500000"),
        ("10000000000", ">", "1000000"),
    ]


def test_where_a_condition_fails_there_is_no_line() -> None:
    failed = claim("03-industrial-investment", selected=False, actual_input="100000000")
    titled = claim("05-demo-base", level="national")
    assert curves(policy(), {"claims": [failed]}) == []
    assert curves(policy(), {"claims": [titled]}) == []


@settings(max_examples=60, deadline=None)
@given(applications(awards=("09-software-rd", "04-application-scenario", "26-core-team"), most=2))
def test_between_two_points_the_line_is_straight(application: Json) -> None:
    for found in curves(policy(), application):
        own = next(c for c in application["claims"] if c["id"] == found["claim"])
        points = [(Fraction(x), Fraction(y)) for x, y in found["points"]]
        for (left, low), (right, high) in pairwise(points):
            middle = Fraction(int((left + right) * 50), 100)
            if not left < middle < right:
                continue
            asked = changed({"claims": [own]}, {own["id"]}, found["fact"], write_exact(middle))
            (award,) = assessed(asked)["awards"]
            got = Fraction(award["amount"]) if award["status"] == "payable" else Fraction(0)
            straight = low + (high - low) * (middle - left) / (right - left)
            assert abs(got - straight) <= Fraction(2, 100), (found, middle)
