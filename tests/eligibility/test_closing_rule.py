"""从高、不重复 under each reading: which sums compete, and how steps and titles are paid."""

from collections.abc import Hashable

import pytest

from eligibility.closing_rule import AS_READ, ClosingRule, PartedBy

BASE, TOP_UP, PARK = "08-platform-construction", "08-demo-topup", "05-demo-base"


def group(
    rule: ClosingRule,
    award: str = BASE,
    support: str = "subsidy",
    kind: str = "project",
    subject: str = "甲",
    year: int = 2021,
) -> Hashable:
    return rule.group(award, support, kind, subject, year)


@pytest.mark.parametrize("kind", ["project", "product", "platform"])
def test_as_read_whatever_concerns_one_project_competes(kind: str) -> None:
    other = group(AS_READ, PARK, "reward", "project", year=2020)
    assert group(AS_READ, kind=kind) == other is not None
    assert group(AS_READ, kind=kind, subject="乙") != other


@pytest.mark.parametrize("kind", ["enterprise", "insurance-policy", "land"])
def test_what_is_none_of_the_three_words_stands_outside(kind: str) -> None:
    assert group(AS_READ, kind=kind) is None
    also = ClosingRule(also=frozenset({BASE}))
    assert group(also, kind=kind) == group(AS_READ)
    assert group(also, PARK, kind=kind) is None


def test_everything_is_one_group_whatever_it_is() -> None:
    rule = ClosingRule(everything=True)
    assert group(rule) == group(rule, PARK, "reward", "enterprise", "乙", 2020) is not None


@pytest.mark.parametrize(
    ("parted_by", "other_line", "reward", "other_year"),
    [
        (None, True, True, True),
        ("support", True, False, True),
        ("line", False, True, True),
        ("year", True, True, False),
        ("apart", True, True, True),
    ],
)
def test_only_what_is_alike_competes(
    parted_by: PartedBy | None, other_line: bool, reward: bool, other_year: bool
) -> None:
    rule = ClosingRule(parted_by=parted_by)
    own = group(rule)
    assert own is not None
    assert own != group(rule, subject="乙")
    assert (own == group(rule, PARK)) is other_line
    assert (own == group(rule, support="reward")) is reward
    assert (own == group(rule, year=2020)) is other_year


def test_awards_that_alone_are_parted_stay_in_one_group() -> None:
    for parted_by in ("line", "apart"):
        rule = ClosingRule(parted_by=parted_by, parted=frozenset({PARK}))
        assert group(rule) == group(rule, PARK) == group(AS_READ)
        assert rule.part(BASE, "reward", "platform", 2021) is None
        assert rule.part(PARK, "reward", "platform", 2021) is not None


def test_lines_that_are_one_item_compete_where_parted_by_line() -> None:
    together = {BASE: "platform", TOP_UP: "platform"}
    rule = ClosingRule(parted_by="line", together=together)
    assert group(rule, BASE) == group(rule, TOP_UP)
    assert group(rule, BASE) != group(rule, PARK) != group(rule, "05-small-enterprise-park")


def test_each_year_by_itself_for_the_awards_that_are_parted_by_year() -> None:
    everywhere = ClosingRule(parted_by="year")
    parks = ClosingRule(parted_by="year", parted=frozenset({PARK}))
    assert everywhere.takes_each_year_by_itself(BASE)
    assert parks.takes_each_year_by_itself(PARK)
    assert not parks.takes_each_year_by_itself(BASE)
    assert not ClosingRule(parted_by="line").takes_each_year_by_itself(BASE)
    assert not ClosingRule(parted_by="line", parted=frozenset({PARK})).takes_each_year_by_itself(
        PARK
    )
    assert not AS_READ.takes_each_year_by_itself(PARK)


def test_titles_of_the_awards_that_are_taken_so() -> None:
    assert AS_READ.titles_of(PARK) == "highest"
    assert ClosingRule(titles="added").titles_of(PARK) == "added"
    parks = ClosingRule(titles="difference", titled=frozenset({PARK}))
    assert parks.titles_of(PARK) == "difference"
    assert parks.titles_of(BASE) == "highest"


def test_the_readings_that_are_used() -> None:
    used = ClosingRule(everything=False, parted_by=None, steps="each", titles="highest")
    assert used == AS_READ
