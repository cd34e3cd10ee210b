"""How the claims of one application are settled: ties, payments, years, and what is not proved."""

from typing import Any

import pytest

from eligibility import assess, closing
from eligibility.closing import settle
from eligibility.entries import Entry
from eligibility.limits import choose, room_under
from tests.eligibility.made_entries import claim, entry, judgement, payment
from tests.policy import policy

BASE, TOP_UP, LATER = "08-platform-construction", "08-demo-topup", "28-platform-construction"
DAY = "2021-06-30"


def due(award: str, amount: int, index: int, kind: str = "project", subject: str = "甲") -> Entry:
    """Return the entry of a claim whose own sum is due."""
    return entry(claim(award, DAY, subject, index), judgement(amount, kind=kind))


def settled(*entries: Entry) -> list[tuple[str, int, list[str]]]:
    """Settle entries without payments; return status, fen and the codes of the notes of each."""
    settle(policy(), entries, [], room_under(policy().limits, []))
    return [(one.status, one.amount, [note["code"] for note in one.notes]) for one in entries]


def test_a_tie_with_a_base_and_its_top_up_is_noted_once_with_the_base() -> None:
    assert settled(due(BASE, 100, 0), due(TOP_UP, 200, 1), due(LATER, 300, 2)) == [
        ("payable", 100, ["tie"]),
        ("payable", 200, ["top-up"]),
        ("same-subject", 0, ["displaced"]),
    ]


@pytest.mark.parametrize(("silent", "noted"), [(False, True), (True, False)])
def test_what_could_not_be_proved_is_noted_at_what_is_limited_if_anything_is_noted(
    monkeypatch: pytest.MonkeyPatch, silent: bool, noted: bool
) -> None:
    monkeypatch.setattr(closing, "choose", lambda *given: choose(*given)._replace(missed=705))
    limited = due("13-green-product", 100, 0, "product", "灯")
    beside = due("03-industrial-investment", 50, 1, "product", "灯")
    for one in (limited, beside):
        one.silent = silent
    settle(policy(), [limited, beside], [], room_under(policy().limits, []))
    bounds = [
        [note["params"] for note in one.notes if note["code"] == "choice-bound"]
        for one in (limited, beside)
    ]
    assert bounds == [[{"amount": "7.05"}] if noted else [], []]


def paid_for(award: str, subject: str, **facts: Any) -> str | None:
    """Return what a claim comes to, where 500,000 was received for a title on that subject."""
    made = {"id": "a", "award": award, "subject": subject, "date": DAY, "facts": facts}
    received = {"award": "10-service-manufacturing", "subject": "甲", "date": DAY}
    application = {"claims": [made], "paid": [received | {"amount": "500000"}]}
    amount: str | None = assess(policy(), application)["awards"][0]["amount"]
    return amount


def test_a_payment_that_may_be_for_an_enterprise_or_a_project_is_deducted_from_the_project() -> (
    None
):
    facts = {"selected": True, "actual_input": "50000000"}
    assert paid_for("03-industrial-investment", "甲", **facts) == "9500000"
    assert paid_for("03-industrial-investment", "乙", **facts) == "10000000"


def test_awards_that_exclude_each_other_are_paid_in_different_years() -> None:
    premium, match = (
        entry(claim(award, day, "保单", index), judgement(100, kind="insurance-policy"))
        for index, (award, day) in enumerate(
            [("21-insurance-premium", "2020-06-30"), ("21-insurance-match", "2021-06-30")]
        )
    )
    assert [one[:2] for one in settled(premium, match)] == [("payable", 100), ("payable", 100)]
    same_year = entry(
        claim("21-insurance-match", "2020-12-31", "保单", 2), judgement(90, kind="insurance-policy")
    )
    premium = entry(
        claim("21-insurance-premium", "2020-06-30", "保单"), judgement(100, kind="insurance-policy")
    )
    assert [one[:2] for one in settled(premium, same_year)] == [
        ("payable", 100),
        ("same-subject", 0),
    ]


def test_a_payment_for_a_title_of_one_subject_is_not_deducted_from_another() -> None:
    own, other = (
        due("17-innovation-enterprise", 100, n, "enterprise", s) for n, s in enumerate("甲乙")
    )
    paid = [payment("17-innovation-enterprise", DAY, 30, "甲")]
    settle(policy(), [own, other], paid, room_under(policy().limits, paid))
    assert [one.amount for one in (own, other)] == [70, 100]
