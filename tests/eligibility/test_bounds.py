"""If too much is open to try everything, the range is a loose bound, marked as one."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import islice, permutations
from typing import Any

import pytest

from eligibility import Policy, assess, assessment, ranges
from eligibility.completions import Outcome
from eligibility.judgement import Judgement
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


GREEN, PIN, TITLE = "13-green-product", "22-pin-product", "17-innovation-enterprise"


def of(name: str, award: str, date: str | None, **facts: Any) -> dict[str, Any]:
    """A claim with a subject of its own, both called by one name."""
    return {"id": name, "award": award, "subject": name, "date": date, "facts": facts}


def products(many: int) -> list[dict[str, Any]]:
    """Green products of one day, of which the limit leaves places for five."""
    return [of(f"产品{n}", GREEN, "2021-06-30", level="national") for n in range(many)]


UNDATED = of("x", GREEN, None, level="national")
BESIDE = of("y", "03-industrial-investment", "2021-06-30", selected=True, actual_input=None)
BESIDE["subject"] = "x"
PINS = [
    of(f"品牌{n}", PIN, "2021-06-30" if n else None, existing_enterprise=True, route="certified")
    for n in range(8)
]
GREENS = {UNDATED["id"], *(one["id"] for one in products(5))}


def loose(
    claims: list[dict[str, Any]],
    rules: Policy | None = None,
    paid: list[dict[str, Any]] | None = None,
) -> set[str]:
    """Return the claims whose range is a loose bound."""
    awards = assess(rules or policy(), {"claims": claims, "paid": paid or []})["awards"]
    return {
        award["claim"]
        for award in awards
        if "range-bound" in [note["code"] for note in award["notes"]]
    }


@pytest.mark.parametrize(
    ("claims", "budget", "bounded"),
    [
        # five products and one without a date: seven outcomes of the date, 6 + 3 claims to settle;
        # one choice looks at 26 states, which take as long as 8 more claims
        ([*products(5), UNDATED], 6 * (6 + 3 + 8), set()),
        ([*products(5), UNDATED], 6 * (6 + 3 + 8) - 1, GREENS),
        # the budget would just suffice for them without the limit
        ([*products(5), UNDATED], 6 * (6 + 3), GREENS),
        # a line outside the limit, for a product under it, takes part
        ([*products(5), UNDATED, BESIDE], 13 * (7 + 3 + 8), set()),
        ([*products(5), UNDATED, BESIDE], 13 * (7 + 3 + 8) - 1, {*GREENS, "y"}),
        # two limits, each with the states of its own choice alone
        ([*products(5), UNDATED, *PINS], 6 * (6 + 3 + 8) + 6 * (8 + 3 + 2), set()),
        ([*products(5), UNDATED, *PINS], 6 * (6 + 3 + 8) + 6 * (8 + 3 + 2) - 1, GREENS),
    ],
)  # fmt: skip
def test_the_states_of_a_choice_under_limits_count_against_the_budget(
    claims: list[dict[str, Any]], budget: int, bounded: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assessment, "BUDGET", budget)
    assert loose(claims) == bounded
    assert loose(claims[::-1]) == bounded


def test_the_order_of_the_claims_has_no_part_in_the_effort(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two limits over sums of two sizes: the states depend on which unit comes first."""
    count, in_all = policy().limits
    own = frozenset({TITLE})
    limits = replace(count, awards=own, count=2), replace(in_all, awards=own, in_all=120_000_000)
    levels = {"a": "national", "b": "provincial", "c": "provincial", "d": None}
    claims = [of(name, TITLE, "2021-06-30", level=level) for name, level in levels.items()]
    for budget, bounded in ((19, set(levels)), (20, set[str]())):
        monkeypatch.setattr(assessment, "BUDGET", budget)
        for order in permutations(claims):
            assert loose(list(order), replace(policy(), limits=limits)) == bounded


def test_a_group_that_looks_at_too_many_states_is_bounded_and_the_rest_is_settled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = [*products(6), UNDATED]
    assert loose(made) == set()
    monkeypatch.setattr(assessment, "MOST_STATES", 0)
    found = assess(policy(), {"claims": made})
    assert loose(made) == {one["id"] for one in made}
    assert [award["amount"] for award in found["awards"]] == ["100000"] * 5 + ["0", None]


def test_years_and_days_are_told_apart_only_where_another_claim_minds() -> None:
    """Each date would give seven outcomes: far too many for five awards on one project."""
    undated = [entry | {"date": None} for entry in open_lines(5)]
    assert loose(undated) == set()
    assert loose([*undated, *products(6)]) == set()
    twice = [*undated, undated[0] | {"id": "again"}]
    assert loose(twice) == {entry["id"] for entry in twice}


def test_its_own_day_is_none_that_a_claim_minds(monkeypatch: pytest.MonkeyPatch) -> None:
    earlier = {"award": GREEN, "date": "2020-06-30", "amount": "100000"}
    paid = [earlier | {"subject": f"旧{n}"} for n in range(5)]
    monkeypatch.setattr(assessment, "BUDGET", 1 + 3)
    assert loose([UNDATED], paid=paid) == set()


def judged(status: str, amount: int, figures: tuple[int, int] | None, year: int) -> Outcome:
    own = None if figures is None else (Fraction(figures[0]), Fraction(figures[1]))
    return Outcome(Judgement(status, amount, None, "enterprise", own), date(year, 6, 30))


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (judged("payable", 5, None, 2020), judged("payable", 6, None, 2020), True),
        (judged("payable", 5, None, 2020), judged("needs-review", 5, None, 2020), True),
        (judged("payable", 0, None, 2020), judged("needs-review", 0, None, 2020), False),
        (judged("payable", 5, None, 2020), judged("payable", 5, None, 2021), False),
        (judged("payable", 0, (9, 1), 2020), judged("payable", 0, (9, 1), 2021), True),
        (judged("payable", 0, (9, 1), 2020), judged("payable", 0, (8, 1), 2020), True),
    ],
)
def test_outcomes_differ_by_sum_total_or_the_figure_of_a_year(
    one: Outcome, other: Outcome, differ: bool
) -> None:
    told = [ranges._tells(outcome.judgement.amount, outcome) for outcome in (one, other)]
    assert (told[0] != told[1]) is differ
