"""差额: a title raised in a later year pays the difference to the earlier one."""

from collections.abc import Sequence
from dataclasses import replace

from eligibility.application import Paid
from eligibility.closing_rule import ClosingRule
from eligibility.entries import Entry
from eligibility.title_differences import pay_differences
from tests.eligibility.made_entries import claim, entry, judgement, payment

TITLE = "26-champion-title"


def title(
    day: str,
    amount: int,
    status: str = "payable",
    tier: str | None = "little-giant",
    kind: str = "enterprise",
    subject: str = "甲",
    award: str = TITLE,
) -> Entry:
    return entry(claim(award, day, subject), judgement(amount, status, tier, kind))


def amounts(
    *entries: Entry, paid: Sequence[Paid] = (), titled: frozenset[str] = frozenset()
) -> list[int]:
    pay_differences(entries, paid, ClosingRule(titles="difference", titled=titled))
    return [entry.amount for entry in entries]


def test_each_later_title_gives_what_it_is_worth_beyond_the_highest_before() -> None:
    rising = [title(f"{2020 + n}-06-30", amount) for n, amount in enumerate((100, 250, 300))]
    assert amounts(*rising) == [100, 150, 50]
    falling = [title(f"{2020 + n}-06-30", amount) for n, amount in enumerate((300, 100, 350))]
    assert amounts(*falling) == [300, 0, 50]


def test_the_years_decide_not_the_order_of_the_claims() -> None:
    assert amounts(title("2021-06-30", 250), title("2020-06-30", 100)) == [150, 100]


def test_what_was_paid_for_the_title_in_earlier_years_is_taken_off_too() -> None:
    paid = [payment(TITLE, "2020-12-31", 60), payment(TITLE, "2020-01-01", 30)]
    assert amounts(title("2021-01-01", 250), paid=paid) == [160]
    assert amounts(title("2020-06-30", 100), title("2021-01-01", 250), paid=paid) == [100, 150]
    assert amounts(title("2021-01-01", 80), paid=paid) == [0]


def test_payments_of_the_year_and_for_others_are_no_earlier_title() -> None:
    paid = [
        payment(TITLE, "2021-01-01", 60),
        payment(TITLE, "2022-01-01", 60),
        payment(TITLE, "2020-01-01", 60, subject="乙"),
        payment("17-innovation-enterprise", "2020-01-01", 60),
    ]
    assert amounts(title("2021-12-31", 250), paid=paid) == [250]


def test_titles_of_others_are_no_earlier_title() -> None:
    other = title("2020-06-30", 100, subject="乙")
    award = title("2020-06-30", 100, award="17-innovation-enterprise")
    assert amounts(other, award, title("2021-06-30", 250)) == [100, 100, 250]


def test_only_titles_with_a_tier_outside_the_groups_that_still_stand() -> None:
    first = title("2020-06-30", 100)
    assert amounts(first, title("2021-06-30", 250, kind="product")) == [100, 250]
    assert amounts(first, title("2021-06-30", 250, tier=None)) == [100, 250]
    assert amounts(first, title("2021-06-30", 250, status="needs-review")) == [100, 250]
    assert amounts(title("2020-06-30", 100, kind="product"), title("2021-06-30", 250)) == [100, 250]


def test_only_titles_of_the_awards_that_are_taken_so() -> None:
    design = [title(f"202{n}-06-30", n + 1, award="11-design-centre") for n in range(2)]
    made = [title("2020-06-30", 100), title("2021-06-30", 250), *design]
    assert amounts(*made, titled=frozenset({"11-design-centre"})) == [100, 250, 1, 1]


def named(day: str, amount: int, name: str) -> Entry:
    """A title of an award that has several: 绿色工厂, 绿色园区 …"""
    judged = replace(judgement(amount, tier="national"), title=name)
    return entry(claim("13-green-title", day), judged)


def test_a_payment_is_taken_off_one_of_the_titles_it_may_be_for() -> None:
    paid = [payment("13-green-title", "2020-01-01", 60)]
    factory, park = named("2021-06-30", 250, "factory"), named("2021-06-30", 100, "park")
    assert amounts(factory, park, paid=paid) == [190, 100]
    again = named("2021-06-30", 250, "factory"), named("2022-06-30", 300, "factory")
    assert amounts(*again, paid=paid) == [190, 50]


def test_a_title_before_the_payment_does_not_use_it_up() -> None:
    paid = [payment("13-green-title", "2021-01-01", 60)]
    factory, park = named("2020-06-30", 250, "factory"), named("2022-06-30", 100, "park")
    assert amounts(factory, park, paid=paid) == [250, 40]
