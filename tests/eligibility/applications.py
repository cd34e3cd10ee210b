"""Generates applications of every kind, for tests of properties that all of them have.

There are few subjects and few sums, so that claims collide: on a project, under a limit, with a
payment. `possible` draws facts as the form would accept them. `applications(wrong=True)` also draws
codes and figures that are invalid, and facts that are not asked.
"""

from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

from hypothesis import strategies as st

from eligibility import assess
from tests.policy import document, policy

Json = dict[str, Any]

AWARDS: dict[str, Json] = {award["id"]: award for award in document()["awards"]}
LINES: list[str] = [line["id"] for line in document()["lines"]]
PIN = ("22-pin-enterprise", "22-pin-product")
LIMITED = ("13-green-product", *PIN)

CODES: dict[str, list[Any]] = {
    "yes-no": [True, False],
    "level": ["national", "provincial", "municipal", "district", "none"],
    "star": [5, 4, 3, 2, 1],
    "scope": ["domestic", "provincial", "municipal", "none"],
}


def codes(fact: Json) -> list[Any]:
    """The answers that a fact accepts; none for a figure."""
    return list(fact["options"]) if fact["options"] else CODES.get(fact["type"], [])


@cache
def likely(award: str, name: str) -> tuple[Any, ...]:
    """The codes of a fact; those that lead to a sum come first and several times."""
    fact = next(fact for fact in AWARDS[award]["facts"] if fact["name"] == name)
    rule = AWARDS[award]["sum"]
    good = [code for code, _ in rule.get("tiers", [])] if rule.get("by") == name else []
    for condition in AWARDS[award]["conditions"]:
        if condition["fact"] == name and "in" in condition["test"]:
            good += condition["test"]["in"]
    return (*good, *good, *good, *codes(fact))


amounts = st.sampled_from(["0", "0.01", "0.04", "0.05", "2000000", "2000000.01", "5000000000.01"])
middling = st.integers(0, 10**8).map(lambda fen: f"{fen // 100}.{fen % 100:02d}")
large = st.integers(0, 10**12).map(lambda fen: f"{fen // 100}.{fen % 100:02d}")
numbers = st.one_of(amounts, middling, large)
FEW, MANY = "甲乙丙", "甲乙丙丁戊己庚辛"
"""Subjects: few so that all collide, many so that the limit of five products can be exceeded."""
dates = st.one_of(
    st.sampled_from(["2020-01-01", "2020-06-30", "2020-07-01", "2021-06-30", "2022-12-31"]),
    st.dates(date(2019, 7, 1), date(2023, 6, 30)).map(date.isoformat),
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
wrong_answers = st.one_of(
    st.sampled_from(["National", "national ", "", "other", "-1", "1e3", "1,000", "１２", True, 3]),
    anything,
)


@st.composite
def claims(
    draw: st.DrawFn,
    awards: tuple[str, ...] = (*AWARDS, *LINES),
    unknown: bool = False,
    wrong: bool = False,
    subjects: str = FEW,
) -> Json:
    """One claim with possible facts, or also with unknown or wrong ones."""
    award = draw(st.sampled_from(awards))
    facts: Json = {}
    for fact in AWARDS.get(award, {"facts": []})["facts"]:
        answers = likely(award, fact["name"])
        value: st.SearchStrategy[Any] = st.sampled_from(answers) if answers else numbers
        if unknown:
            value = st.none() | value
        if wrong:
            value = st.one_of(value, value, value, value, wrong_answers)
        facts[fact["name"]] = draw(value)
    if facts.get("central_subsidised") is False and not wrong:
        facts["central_subsidy"] = "0"
    if wrong:
        facts |= draw(st.dictionaries(st.text(max_size=5), anything, max_size=1))
    day = draw(st.none() | dates if unknown else dates)
    if wrong:
        day = draw(st.one_of(st.just(day), st.just(day), wrong_answers))
    return {"award": award, "subject": draw(st.sampled_from(subjects)), "date": day, "facts": facts}


def payments(
    awards: tuple[str, ...] = tuple(AWARDS), subjects: str = FEW
) -> st.SearchStrategy[Json]:
    """Sums already received."""
    return st.fixed_dictionaries(
        {
            "award": st.sampled_from(awards),
            "subject": st.sampled_from(subjects),
            "date": dates,
            "amount": st.one_of(numbers, st.integers(0, 2 * 10**5).map(str)),
        }
    )


@st.composite
def applications(
    draw: st.DrawFn,
    awards: tuple[str, ...] = (*AWARDS, *LINES),
    unknown: bool = False,
    wrong: bool = False,
    least: int = 0,
    most: int = 30,
    most_paid: int = 3,
    subjects: str = FEW,
) -> Json:
    """A complete application of one enterprise."""
    made = draw(st.lists(claims(awards, unknown, wrong, subjects), min_size=least, max_size=most))
    payable = tuple(award for award in awards if award in AWARDS)
    return {
        "claims": [claim | {"id": f"c{n}"} for n, claim in enumerate(made)],
        "paid": draw(st.lists(payments(payable, subjects), max_size=most_paid)),
    }


def assessed(application: Json) -> Json:
    """Assess under the real policy."""
    return assess(policy(), application)


def summed(application: Json) -> Json:
    """Assess under the real policy without the other readings, which takes half the time."""
    return assess(policy(), application, only_sums=True)


def yuan(amount: str | None) -> Fraction:
    """An amount of an assessment as a number, or None."""
    return Fraction(amount or "0")
