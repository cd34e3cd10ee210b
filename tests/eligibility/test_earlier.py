"""The figures that claims for first-time awards state while their own sums are open (A16)."""

from fractions import Fraction
from typing import Any

from eligibility.application import Claim
from eligibility.earlier import about, stated_years
from eligibility.facts import check_facts
from tests.eligibility.made_entries import claim

REVENUE = "07-service-company-revenue"
DAY = "2021-12-31"


def stated(*claims: Claim) -> dict[str, list[tuple[Any, ...]]]:
    """Return by subject the number of each claim, its figures, its sum and whether it is told."""
    years = stated_years(claims, {one.index: check_facts(one) for one in claims})
    return {
        subject: [
            (one.claim.index, one.judgement.figures, one.status, one.amount, one.silent)
            for one in entries
        ]
        for subject, entries in years.items()
    }


def test_what_states_a_figure_and_a_year_counts_for_its_subject() -> None:
    first = claim(REVENUE, DAY, "甲", 0, revenue="60000000")
    second = claim(REVENUE, "2020-12-31", "甲", 1, revenue="40000000")
    other = claim(REVENUE, DAY, "乙", 2, revenue="0")

    def bare(index: int, figure: int) -> tuple[Any, ...]:
        return index, (Fraction(figure), Fraction(0)), "needs-facts", 0, True

    assert stated(first, second, other) == {
        "甲": [bare(0, 60_000_000), bare(1, 40_000_000)],
        "乙": [bare(2, 0)],
    }


def test_without_a_figure_a_year_or_steps_nothing_counts_and_the_rest_does() -> None:
    claims = [
        claim("03-industrial-investment", DAY, "甲", 0, actual_input="60000000"),
        claim("03-major-demo", DAY, "甲", 4),
        claim(REVENUE, None, "甲", 1, revenue="60000000"),
        claim(REVENUE, DAY, "甲", 2, prior_best="1"),
        claim(REVENUE, DAY, "乙", 3, revenue="7"),
    ]
    assert list(stated(*claims)) == ["乙"]


def test_only_the_figures_about_the_subjects_are_given() -> None:
    claims = [claim(REVENUE, DAY, subject, n, revenue="7") for n, subject in enumerate("甲乙丙")]
    years = stated_years(claims, {one.index: check_facts(one) for one in claims})
    assert {one.claim.subject for one in about(years, {"甲", "丙", "丁"})} == {"甲", "丙"}
    assert about(years, set()) == []
