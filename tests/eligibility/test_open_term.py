"""A policy whose text names no end of its term: every later day is within it."""

import copy
from typing import Any

import pytest

from clauses.wizard_part import OPEN_END
from eligibility import Policy, assess
from tests.policy import document

Json = dict[str, Any]

CLAIMS: list[Json] = [
    {"id": "a", "award": "03-industrial-investment", "subject": "四号线",
     "facts": {"selected": True, "actual_input": "120000000"}},
    {"id": "b", "award": "13-green-title", "subject": "工厂", "facts": {"form": "factory"}},
    {"id": "c", "award": "13-green-title", "subject": "工厂", "date": "2021-10-31",
     "facts": {"level": "provincial", "form": "factory"}},
]  # fmt: skip


def until(last: str) -> Policy:
    """Return the policy with another last day of its term."""
    changed = copy.deepcopy(document())
    changed["validity"]["to"] = last
    return Policy.from_document(changed)


OPEN, LONG = until(OPEN_END), until("2049-12-31")


def results(policy: Policy, *claims: Json) -> tuple[Any, ...]:
    found = assess(policy, {"claims": list(claims)})
    awards = [(one["status"], one["amount"], one["missing"], one["range"])
              for one in found["awards"]]  # fmt: skip
    return awards, found["totals"]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_claim_without_a_date_gives_what_it_gives_in_a_long_term(count: int) -> None:
    claims = CLAIMS[:count]
    assert results(OPEN, *claims) == results(LONG, *claims)
    assert results(OPEN, *reversed(claims)) == results(LONG, *reversed(claims))


@pytest.mark.parametrize(("day", "status"), [("2019-12-31", "outside-validity"),
                                              ("2050-01-01", "payable"),
                                              ("9999-12-31", "payable")])  # fmt: skip
def test_only_what_is_before_it_is_outside(day: str, status: str) -> None:
    (award,) = assess(OPEN, {"claims": [{**CLAIMS[0], "date": day}]})["awards"]
    assert award["status"] == status
