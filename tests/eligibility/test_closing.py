"""How the claims of one application are settled: ties, payments, years, and what is not proved."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from eligibility import assess, closing
from eligibility.application import Paid
from eligibility.closing import settle
from eligibility.closing_rule import ClosingRule
from eligibility.entries import Entry
from eligibility.limits import choose, room_under
from eligibility.rules import Limit
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


def test_a_top_up_names_the_base_that_is_claimed_with_it_before_one_paid_earlier() -> None:
    claimed = [due(BASE, 100, 0), due(TOP_UP, 200, 1)]
    earlier = payment("08-new-mode-pilot", DAY, 40)
    settle(policy(), claimed, [earlier], room_under(policy().limits, []))
    told = [note["params"] for note in claimed[1].notes if note["code"] == "top-up"]
    assert told == [{"award": BASE}]


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


@pytest.mark.parametrize("status", ["reference", "needs-review", "non-cash"])
def test_what_is_not_payable_takes_nothing_from_what_is(status: str) -> None:
    beside = entry(claim(LATER, DAY), judgement(500, status, kind="project"))
    assert settled(due(BASE, 100, 1), beside) == [("payable", 100, []), (status, 500, [])]


def test_what_gives_way_names_what_is_paid_in_its_own_year() -> None:
    premium, match = "21-insurance-premium", "21-insurance-match"
    earlier, later, lesser = (
        entry(claim(award, day, "保单", index), judgement(amount, kind="insurance-policy"))
        for index, (award, day, amount) in enumerate(
            [(premium, "2020-06-30", 100), (premium, "2021-06-30", 90), (match, "2021-12-31", 80)]
        )
    )
    assert [one[0] for one in settled(earlier, later, lesser)] == [
        "payable", "payable", "same-subject",
    ]  # fmt: skip
    (told,) = lesser.notes
    assert told["params"] == {"claim": "c1", "award": premium, "amount": "0.90"}


@pytest.mark.parametrize(
    ("received", "tier", "left"),
    [(TOP_UP, None, 100), (BASE, None, 70), (BASE, "national", 100)],
    ids=["another award", "the same award", "the same award, of another title"],
)
def test_by_years_only_what_the_same_sum_was_paid_in_an_earlier_year_is_deducted(
    received: str, tier: str | None, left: int
) -> None:
    by_years = replace(policy(), closing=ClosingRule(parted_by="year"))
    paid = [payment(received, "2020-06-30", 30)]
    own = entry(claim(BASE, DAY), judgement(100, tier=tier, kind="project"))
    settle(by_years, [own], paid, room_under((), paid))
    assert own.amount == left


@pytest.mark.parametrize(
    ("tiers", "sums"),
    [((None, None), [100, 100]), (("provincial", "national"), [200, 100])],
    ids=["one sum", "two titles"],
)
def test_by_years_a_later_year_is_due_what_goes_beyond_the_earlier_ones_of_the_same_sum(
    tiers: tuple[str | None, str | None], sums: list[int]
) -> None:
    by_years = replace(policy(), closing=ClosingRule(parted_by="year"))
    before, after = tiers
    later = entry(claim(BASE, DAY), judgement(200, tier=after, kind="project"))
    earlier = entry(claim(BASE, "2020-06-30", index=1), judgement(100, tier=before, kind="project"))
    settle(by_years, [later, earlier], [], room_under((), []))
    assert [one.amount for one in (later, earlier)] == sums


def test_a_payment_that_may_be_for_either_of_two_kinds_is_deducted_from_both() -> None:
    by_kinds = replace(policy(), closing=ClosingRule(parted_by="kind"))
    either = replace(policy().awards[LATER], kinds={"a": "project", "b": "product"})
    paid = [Paid(either, "甲", date(2021, 6, 30), 30)]
    project, product = due(BASE, 100, 0), due("03-industrial-investment", 100, 1, "product")
    settle(by_kinds, [project, product], paid, room_under((), paid))
    assert [one.amount for one in (project, product)] == [70, 70]


@pytest.mark.parametrize(
    ("moves", "sums"), [(True, [0, 80]), (False, [50, 0])], ids=["before", "after"]
)
def test_a_limit_counts_before_the_choice_on_a_subject_or_after_it(
    moves: bool, sums: list[int]
) -> None:
    limit = Limit("pool", None, 50, frozenset({BASE}), {}, "", moves_choice=moves)
    limited = replace(policy(), limits=(limit,))
    higher, lower = due(BASE, 100, 0), due(LATER, 80, 1)
    settle(limited, [higher, lower], [], room_under(limited.limits, []))
    assert [one.amount for one in (higher, lower)] == sums


def test_of_two_that_could_take_the_last_place_the_earlier_takes_it() -> None:
    """Either way 180 fen are paid: the claim under the limit decides, not one beside it."""
    green, beside = "13-green-product", "17-chokepoint-product"
    limit = Limit("places", 1, None, frozenset({green}), {}, "")
    limited = replace(policy(), limits=(limit,))
    made = [(beside, "2020-01-31", "灯", 80), (green, "2021-12-31", "灯", 100),
            (green, "2021-06-30", "钟", 100), (beside, "2021-12-31", "钟", 80)]  # fmt: skip
    entries = [
        entry(claim(award, day, subject, index), judgement(amount, kind="product"))
        for index, (award, day, subject, amount) in enumerate(made)
    ]
    settle(limited, entries, [], room_under(limited.limits, []))
    assert [one.amount for one in entries] == [80, 0, 100, 0]


def test_what_a_limit_leaves_nothing_comes_to_nothing() -> None:
    limit = Limit("places", 0, None, frozenset({BASE}), {}, "")
    limited = replace(policy(), limits=(limit,))
    own = due(BASE, 100, 0)
    settle(limited, [own], [], room_under(limited.limits, []))
    assert (own.status, own.amount) == ("over-limit", 0)


def test_what_no_limit_leaves_anything_gives_way_to_the_first_of_the_best() -> None:
    limit = Limit("places", 0, None, frozenset({BASE, TOP_UP, LATER}), {}, "")
    limited = replace(policy(), limits=(limit,))
    base, top_up, later = due(BASE, 100, 0), due(TOP_UP, 200, 1), due(LATER, 50, 2)
    settle(limited, [base, top_up, later], [], room_under(limited.limits, []))
    assert [one.status for one in (base, top_up, later)] == [
        "over-limit", "over-limit", "same-subject",
    ]  # fmt: skip
    assert later.notes[0]["params"] == {"claim": "c0", "award": BASE, "amount": "3"}


def test_a_payment_for_a_title_of_one_subject_is_not_deducted_from_another() -> None:
    own, other = (
        due("17-innovation-enterprise", 100, n, "enterprise", s) for n, s in enumerate("甲乙")
    )
    paid = [payment("17-innovation-enterprise", DAY, 30, "甲")]
    settle(policy(), [own, other], paid, room_under(policy().limits, paid))
    assert [one.amount for one in (own, other)] == [70, 100]
