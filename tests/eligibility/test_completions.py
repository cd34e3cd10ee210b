"""Completions of unknown facts reach the extremes of every sum, each step, each year and day."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from eligibility import assess
from eligibility.completions import (
    UNBOUNDED,
    Completed,
    Outcome,
    _days,
    _rungs,
    complete,
    distinct_outcomes,
)
from eligibility.judgement import Judgement
from eligibility.mechanisms.mechanism import LEAST, Value
from eligibility.money import LONGEST, read_number
from tests.eligibility.made_entries import judgement
from tests.policy import policy

DAY = date(2021, 6, 30)


def completions(
    award: str,
    day: date | None = DAY,
    days: Iterable[date] = (),
    year_matters: bool = False,
    day_matters: bool = False,
    **known: Value,
) -> Completed:
    """Complete a claim; facts not given are unknown."""
    line = policy().awards[award]
    unknown = [fact for fact in line.facts if fact.name not in known]
    return complete(
        policy(),
        line,
        known,
        unknown,
        day,
        days,
        year_matters=year_matters,
        day_matters=day_matters,
    )


def sums(completed: Completed) -> list[tuple[str, int]]:
    """Return status and fen of each outcome; `UNBOUNDED` means no upper limit."""
    found = (outcome.judgement for outcome in completed.outcomes)
    return [(one.status, min(one.amount, UNBOUNDED)) for one in found]


@pytest.mark.parametrize(
    ("award", "known", "expected"),
    [
        (
            "03-industrial-investment",
            {"selected": True},
            [("not-eligible", 0), ("payable", 1), ("payable", 3_000_000_000)],
        ),
        (
            "21-insurance-premium",
            {"kind": "first-version", "central_subsidised": False, "central_subsidy": Fraction(0)},
            [("not-eligible", 0), ("payable", 1), ("payable", UNBOUNDED)],
        ),
        (
            "29-cluster-match",
            {"listed": True},
            [("not-eligible", 0), ("reference", 1), ("reference", UNBOUNDED)],
        ),
        (
            "09-software-rd",
            {"software_enterprise": True, "rd": Fraction(3_000_000)},
            [("needs-review", 0), ("payable", 149_999_999), ("not-eligible", 0)],
        ),
        (
            "21-insurance-premium",
            {"kind": "first-batch", "central_subsidised": True, "premium": Fraction(1000)},
            [("needs-review", 80_000), ("needs-review", 0)],
        ),
        (
            "05-small-enterprise-park",
            {},
            [("payable", 100_000_000), ("payable", 80_000_000), ("not-eligible", 0)],
        ),
    ],
)
def test_the_ends_of_a_sum_and_the_least_that_pays(
    award: str, known: dict[str, Any], expected: list[tuple[str, int]]
) -> None:
    assert sums(completions(award, **known)) == expected


@pytest.mark.parametrize(
    ("award", "known", "figures"),
    [
        (
            "07-service-company-revenue",
            {"service_company": True, "prior_best": Fraction(40_000_000)},
            [0, 50_000_000, 100_000_000],
        ),
        (
            "26-core-team",
            {"prior_best": Fraction(0)},
            [0, "5000000000.01", "10000000000.01", "50000000000.01"],
        ),
    ],
)
def test_one_figure_for_each_number_of_steps_passed(
    award: str, known: dict[str, Any], figures: list[Any]
) -> None:
    found = completions(award, **known)
    rungs = [outcome.judgement.figures for outcome in found.outcomes]
    assert rungs == [(Fraction(figure), known["prior_best"]) for figure in figures]


def test_the_smallest_figure_is_the_smallest_that_can_be_typed() -> None:
    assert read_number("0." + "0" * (LONGEST - 3) + "1") == LEAST
    assert read_number("0." + "0" * (LONGEST - 2) + "1") is None


def floor(**facts: str | None) -> list[str | None]:
    """Return the range of a price floor in the catalogue with unknown facts."""
    known = {"in_catalogue": True, "intensive": False} | facts
    claim = {"id": "a", "award": "37-land-floor", "subject": "甲", "date": "2021-06-30"}
    (award,) = assess(policy(), {"claims": [claim | {"facts": known}]})["awards"]
    found: list[str | None] = award["range"]
    return found


def test_the_largest_figures_have_an_upper_limit_and_no_figure_has_none() -> None:
    nines, least = "9" * LONGEST, "0." + "0" * (LONGEST - 3) + "1"
    most = (10**LONGEST - 1) ** 2
    share = f"{most * 7 // 10}.{most * 7 % 10}0"
    assert floor(area_m2=nines, minimum_price=nines, intensive=None) == [share, str(most)]
    for known in (nines, "1", least):
        assert floor(area_m2=known, minimum_price=None) == ["0", None]


def test_steps_that_both_years_pass_are_one_outcome() -> None:
    award = policy().awards["07-service-company-revenue"]

    def rungs(figure: int, best: int, status: str = "payable") -> tuple[int, ...] | None:
        return _rungs(award, judgement(0, status, figures=(figure * 10**6, best * 10**6)))

    assert rungs(49, 0) == (0, 0)
    assert rungs(50, 49) == (1, 0)
    assert rungs(99, 50) == rungs(99, 100) == (1, 1)
    assert rungs(100, 99) == (2, 1)
    assert rungs(100, 0) == (2, 0)
    assert rungs(100, 0, "outside-validity") == (2,)
    assert _rungs(award, judgement(5)) is None


def test_conditions_are_asked_before_sums_and_the_day_first() -> None:
    assert completions("14-capacity-project", day=None).unknown == (
        "date",
        "centre_level",
        "investment",
        "actual_input",
    )
    assert completions("14-capacity-project").unknown == (
        "centre_level",
        "investment",
        "actual_input",
    )
    turned = replace(
        policy().awards["03-industrial-investment"],
        facts=policy().awards["03-industrial-investment"].facts[::-1],
    )
    asked = complete(
        policy(), turned, {}, turned.facts, DAY, [], year_matters=False, day_matters=False
    )
    assert asked.unknown == ("selected", "actual_input")


def test_each_choice_of_values_leads_to_its_outcome() -> None:
    found = completions("17-innovation-enterprise")
    # national, provincial, municipal, district, none
    assert found.assignments == {(0,): 0, (1,): 1, (2,): 2, (3,): 2, (4,): 2}
    assert sums(found) == [("payable", 100_000_000), ("payable", 50_000_000), ("not-eligible", 0)]
    undated = completions("17-innovation-enterprise", day=None, level="national")
    # before the term, 2020, 2021, 2022, after it
    assert undated.assignments == {(0,): 0, (1,): 1, (2,): 1, (3,): 1, (4,): 0}


def test_nothing_unknown_is_one_completion() -> None:
    found = completions("17-innovation-enterprise", level="national", year_matters=True)
    assert (sums(found), found.unknown) == ([("payable", 100_000_000)], ())
    assert (found.assignments, found.dated) == ({(): 0}, True)
    assert not completions("17-innovation-enterprise", level="national").dated


def test_impossible_combinations_are_no_completions() -> None:
    found = completions("21-insurance-premium", kind="first-set", premium=Fraction(1000))
    # paid by the state, whatever the sum; or not paid, so that nothing was received
    assert {choice for choice in found.assignments if choice[0] == 1} == {(1, 0)}
    assert len([choice for choice in found.assignments if choice[0] == 0]) > 1


def test_of_equal_outcomes_the_one_that_gets_further_is_shown() -> None:
    found = completions("14-capacity-project", investment=Fraction(0))
    (only,) = found.outcomes
    # the level is met in some completions, so the condition is shown as met
    assert [step["code"] for step in only.judgement.steps] == ["condition"]


@pytest.mark.parametrize(
    ("year_matters", "day_matters", "days"),
    [
        (False, False, ["2019-12-31", "2020-01-01"]),
        (True, False, ["2019-12-31", "2020-01-01", "2021-01-01", "2022-01-01", "2023-01-01"]),
        (
            True,
            True,
            [
                "2019-12-31",
                "2020-01-01",
                "2021-01-01",
                "2021-06-30",
                "2021-07-01",
                "2022-01-01",
                "2023-01-01",
            ],
        ),
    ],
)
def test_the_days_that_can_matter(year_matters: bool, day_matters: bool, days: list[str]) -> None:
    found = completions(
        "17-innovation-enterprise",
        day=None,
        days=[DAY],
        year_matters=year_matters,
        day_matters=day_matters,
        level="national",
    )
    assert [outcome.date.isoformat() for outcome in found.outcomes] == days
    assert found.dated is (year_matters or day_matters)
    assert completions("17-innovation-enterprise", day_matters=True).dated


def test_the_days_to_try() -> None:
    def tried(first: str, last: str, *days: str) -> list[str]:
        term = replace(
            policy(), valid_from=date.fromisoformat(first), valid_to=date.fromisoformat(last)
        )
        return [day.isoformat() for day in _days(term, map(date.fromisoformat, days))]

    assert tried("2020-03-16", "2021-03-15") == [
        "2020-03-15",
        "2020-03-16",
        "2021-01-01",
        "2021-03-16",
    ]
    # the day of another claim and the next day, if they are within the term
    assert tried("2020-03-16", "2020-12-31", "2020-05-01", "2020-12-31", "2020-03-15") == [
        "2020-03-15",
        "2020-03-16",
        "2020-05-01",
        "2020-05-02",
        "2020-12-31",
        "2021-01-01",
    ]
    assert tried("2020-03-16", "2020-12-31", "9999-12-31", "2019-01-01") == [
        "2020-03-15",
        "2020-03-16",
        "2021-01-01",
    ]


def made(dated: bool, *outcomes: tuple[Judgement, int]) -> Completed:
    """Outcomes in the years given, one for each value of one fact."""
    found = tuple(Outcome(one, date(year, 6, 30)) for one, year in outcomes)
    return Completed(found, ("fact",), {(n,): n for n in range(len(found))}, dated)


def project(*amounts: int) -> list[Judgement]:
    return [judgement(amount, kind="project") for amount in amounts]


def left(completed: Completed) -> tuple[list[int], Collection[int]]:
    """Return the sums kept, and for each value of the fact the sum that represents it."""
    kept = [outcome.judgement.amount for outcome in completed.outcomes]
    return kept, [kept[index] for index in completed.assignments.values()]


def test_on_a_project_the_least_and_the_most_stand_for_all() -> None:
    outcomes = [(one, 2020 + n) for n, one in enumerate(project(3, 0, 5, 2, 0))]
    thin = distinct_outcomes(made(False, *outcomes))
    assert left(thin) == ([5, 0], [5, 0, 5, 5, 0])
    assert (thin.unknown, thin.dated) == (("fact",), False)
    assert left(distinct_outcomes(made(False, *outcomes[:1]))) == ([3], [3])


def test_where_days_matter_those_of_each_day() -> None:
    found = [(one, 2020 + n % 2) for n, one in enumerate(project(3, 7, 1, 6, 2))]
    thin = distinct_outcomes(made(True, *found))
    assert left(thin) == ([3, 1, 7, 6], [3, 7, 1, 6, 3])
    assert thin.dated


def test_what_may_stand_outside_the_groups_and_steps_are_not_thinned() -> None:
    inside = [(one, 2021) for one in project(3, 0, 5)]
    title, step = judgement(4), judgement(0, kind="project", figures=(6, 4))
    in_review = judgement(4, "needs-review", kind="project")
    for other in (title, step, in_review):
        wide = made(False, *inside, (other, 2021))
        assert distinct_outcomes(wide) is wide
    nothing = judgement(0, "not-eligible")
    assert left(distinct_outcomes(made(False, *inside, (nothing, 2021)))) == ([5, 0], [5, 0, 5, 0])


def test_titles_of_one_sum_are_kept_apart_where_the_year_matters() -> None:
    """Another claim of the same year may be for the same title, and so be the same award."""

    def titles(*, year_matters: bool) -> list[str | None]:
        found = completions("13-green-title", year_matters=year_matters, level="national")
        return [outcome.judgement.title for outcome in found.outcomes]

    assert titles(year_matters=True) == ["factory", "park", "supply-chain", "other"]
    assert titles(year_matters=False) == ["factory", "park", "other"]  # a park is another kind
