"""The years of a term, and limits that each year counts by itself."""

import copy
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from clauses.wizard_part import OPEN_END
from eligibility import Policy
from tests.policy import document, policy


def years(first: str, last: str, days: Iterable[str] = ()) -> list[int]:
    term = replace(
        policy(), valid_from=date.fromisoformat(first), valid_to=date.fromisoformat(last)
    )
    return list(term.years(map(date.fromisoformat, days)))


def test_the_years_of_a_term_are_those_it_touches() -> None:
    assert years("2020-03-16", "2022-01-01") == [2020, 2021, 2022]
    assert years("2020-03-16", "2020-12-31") == [2020]
    assert years("2020-03-16", "2022-01-01", ["2030-01-01"]) == [2020, 2021, 2022]


def test_of_a_term_without_an_end_one_year_more_than_is_claimed_stands_for_all() -> None:
    assert years("2020-03-16", OPEN_END) == [2020, 2021]
    assert years("2020-03-16", OPEN_END, ["2018-05-01"]) == [2020, 2021]
    assert years("2020-03-16", OPEN_END, ["2022-05-01", "2021-05-01"]) == [2020, 2021, 2022, 2023]
    assert years("9998-01-01", OPEN_END, ["9999-05-01"]) == [9998, 9999]


@pytest.mark.parametrize(
    ("first", "last", "counted"),
    [
        ("2020-01-01", "2022-12-31", range(2020, 2023)),
        ("2020-01-01", "2020-12-31", range(2020, 2021)),
        # a hundred years after the first stand for a term without an end
        ("2020-01-01", OPEN_END, range(2020, 2121)),
    ],
)
def test_a_limit_of_each_year_is_one_for_every_year(first: str, last: str, counted: range) -> None:
    changed = copy.deepcopy(document())
    changed["validity"] |= {"from": first, "to": last}
    once, each = changed["limits"][:2]
    each["each_year"] = True
    limits = Policy.from_document(changed).limits
    ids = [once["id"], *(f"{each['id']} {year}" for year in counted)]
    assert [limit.id for limit in limits][: len(ids)] == ids
    assert [limit.year for limit in limits][: len(ids)] == [None, *counted]
    assert len(limits) == len(ids) + len(changed["limits"]) - 2


@pytest.mark.parametrize(
    ("counts", "frequency"), [(True, "yearly"), (False, "per-policy"), (False, None)]
)
def test_accounts_have_a_term_of_their_own_for_yearly_awards_alone(
    counts: bool, frequency: str | None
) -> None:
    """Frequency None stands for a line without a sum."""
    of = {one["id"]: one["frequency"] for one in document()["awards"]}
    under = replace(policy(), accounts=(date(2019, 1, 1), date(2019, 12, 31)))
    awards = [one for one in under.awards.values() if of.get(one.id) == frequency]
    assert awards
    for day in (date(2019, 6, 30), date(2021, 6, 30)):
        is_accounting = day.year == 2019
        assert {under.covers(one, day) for one in awards} == {is_accounting == counts}


@pytest.mark.parametrize(
    ("first", "last", "covered"),
    [
        ("2020-12-31", "2022-12-31", [2020, 2021, 2022]),
        ("2020-03-16", "2023-03-15", [2020, 2021, 2022]),
        ("2021-01-01", "2022-12-30", [2021]),
    ],
)
@pytest.mark.parametrize("month", [1, 12])
def test_an_accounting_year_counts_by_its_last_day(
    first: str, last: str, covered: list[int], month: int
) -> None:
    """The second term is that of the second option of A41."""
    term = replace(
        policy(), valid_from=date.fromisoformat(first), valid_to=date.fromisoformat(last)
    )
    award = term.awards["07-service-company-revenue"]
    days = [date(year, month, 1) for year in range(2019, 2024)]
    assert [day.year for day in days if term.covers(award, day)] == covered
