"""If too much is open to try everything, the range is a loose bound, marked as one."""

from itertools import islice
from typing import Any

from eligibility import assess
from tests.policy import policy

INPUT_OF = {
    "03-industrial-investment": ("selected", "actual_input"),
    "04-application-scenario": ("listed", "actual_input"),
    "08-platform-construction": ("listed", "actual_input"),
    "08-new-mode-pilot": ("listed", "actual_input"),
    "28-platform-construction": ("national_project", "investment"),
}


def claim(number: int, award: str, **facts: Any) -> dict[str, Any]:
    day = {"id": f"{number}", "award": award, "subject": "项目甲", "date": "2021-06-30"}
    return day | {"facts": facts}


def open_lines(many: int) -> list[dict[str, Any]]:
    """Claims on one project whose conditions are met, with all other facts unknown."""
    lines = [INPUT_OF[award] + (award,) for award in INPUT_OF]
    wanted = islice((lines[n % len(lines)] for n in range(many)), many)
    return [
        claim(number, award, **{condition: True, base: None})
        for number, (condition, base, award) in enumerate(wanted)
    ]


def test_a_wide_circle_is_bound_by_the_highest_line() -> None:
    made = open_lines(20)
    assessment = assess(policy(), {"claims": made})
    for award, entry in zip(assessment["awards"], made, strict=True):
        (base,) = (name for name, value in entry["facts"].items() if value is None)
        assert award["status"] == "needs-facts"
        assert award["missing"] == [base]
        assert [note["code"] for note in award["notes"]] == ["range-bound"]
    ranges = {award["award"]: award["range"] for award in assessment["awards"]}
    assert ranges == {
        "03-industrial-investment": ["0", "30000000"],
        "04-application-scenario": ["0", "10000000"],
        "08-platform-construction": ["0", "30000000"],
        "08-new-mode-pilot": ["0", "20000000"],
        "28-platform-construction": ["0", "1000000"],
    }
    assert assessment["totals"]["range"] == ["0", "30000000"]


def test_the_bound_holds_a_top_up_the_years_of_one_line_and_what_stands_outside() -> None:
    top_up = claim(90, "08-demo-topup", level=None)
    totals = assess(policy(), {"claims": [*open_lines(20), top_up]})["totals"]
    assert totals["range"] == ["0", "32000000"]
    years = [
        claim(80 + n, "07-platform-solution-service", listed=True, annual_service_income=None)
        | {"date": f"{2020 + n % 3}-12-31"}
        for n in range(24)
    ]
    totals = assess(policy(), {"claims": years})["totals"]
    assert totals["range"] == ["0", "120000000"]
    title = claim(91, "10-service-manufacturing", level=None, listed_as=None)
    assessment = assess(policy(), {"claims": [*open_lines(20), title]})
    assert assessment["totals"]["range"] == ["0", "32000000"]
    assert assessment["awards"][-1]["missing"] == ["level", "listed_as"]


def test_what_is_known_has_no_range_beside_what_is_not() -> None:
    known = claim(92, "03-industrial-investment", selected=False, actual_input="1")
    assessment = assess(policy(), {"claims": [*open_lines(20), known]})
    assert assessment["awards"][-1]["status"] == "not-eligible"
    assert assessment["awards"][-1]["range"] is None


def circles_of(sizes: list[int]) -> list[dict[str, Any]]:
    """Open claims on each of several projects, each of which may pay something or nothing."""
    return [
        entry | {"subject": f"项目{place}", "id": f"{place}.{entry['id']}"}
        for place, size in enumerate(sizes)
        for entry in open_lines(size)
    ]


def loosely_bounded(sizes: list[int]) -> set[int]:
    """The sizes of the interaction groups whose range is a loose bound."""
    awards = assess(policy(), {"claims": circles_of(sizes)})["awards"]
    return {
        sizes[int(award["claim"].split(".")[0])]
        for award in awards
        if "range-bound" in [note["code"] for note in award["notes"]]
    }


def test_the_search_goes_as_far_as_its_budget_and_no_further() -> None:
    # the effort of n open claims on one project is (n + 3) × (2ⁿ − 1); the budget is 7,000
    effort = {n: (n + 3) * (2**n - 1) for n in range(1, 10)}
    just = [9, *[5] * 3, *[3] * 2, *[1] * 10]
    beyond = [9, *[5] * 3, 3, 2, *[1] * 17]
    assert [sum(effort[n] for n in sizes) for sizes in (just, beyond)] == [7000, 7001]
    assert loosely_bounded(just) == set()
    assert loosely_bounded(beyond) == {9}
    assert loosely_bounded(beyond[::-1]) == {9}


def test_circles_of_one_effort_are_all_explored_or_all_bounded() -> None:
    # nine claims take 6,132: one such group is explored, of two neither is
    assert loosely_bounded([9, 2]) == set()
    assert loosely_bounded([9, 2, 9]) == {9}
    assert loosely_bounded([2, 9, 8]) == {9}
