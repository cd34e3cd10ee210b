"""Which claims can affect each other, and what is open in an interaction group."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from eligibility.application import Claim
from eligibility.closing_rule import AS_READ, ClosingRule
from eligibility.completions import Completed, Outcome
from eligibility.entries import Counted
from eligibility.judgement import Judgement
from eligibility.limits import Room, room_under
from eligibility.ranges import (
    Undetermined,
    binding,
    bound,
    deciding,
    effort,
    explore,
    interaction_groups,
)
from tests.eligibility.made_entries import claim, judgement, payment
from tests.policy import policy

PRODUCTS, PIN = policy().limits
YEARLY, TOP_UP = "07-platform-solution-service", "08-demo-topup"
BASE, INVESTMENT = "08-platform-construction", "03-industrial-investment"


def claims(*lines: str) -> list[Claim]:
    """Make a claim of 2021 for each `03-industrial-investment 甲`, numbered in order."""
    made = [line.split() for line in lines]
    return [claim(award, "2021-06-30", subject, n) for n, (award, subject) in enumerate(made)]


def parts(limits: Sequence[str], *lines: str, closing: ClosingRule = AS_READ) -> list[list[int]]:
    """Return the interaction groups, as the numbers of their claims."""
    binding_ones = [limit for limit in policy().limits if limit.id in limits]
    found = interaction_groups(binding_ones, claims(*lines), closing)
    return [[claim.index for claim in part] for part in found]


def test_claims_on_one_project_touch_each_other_and_those_on_two_do_not() -> None:
    assert parts([], f"{INVESTMENT} 甲", f"{BASE} 乙", "06-digital-workshop 甲") == [[0, 2], [1]]
    assert parts([]) == []


def test_titles_of_an_enterprise_touch_only_those_of_the_same_line() -> None:
    lines = ["17-innovation-enterprise 甲", "11-design-centre 甲", "17-innovation-enterprise 甲"]
    assert parts([], *lines) == [[0, 2], [1]]
    assert parts([], "17-innovation-enterprise 甲", "17-innovation-enterprise 乙") == [[0], [1]]
    also = ClosingRule(also=frozenset({"17-innovation-enterprise", "11-design-centre"}))
    assert parts([], *lines, closing=also) == [[0, 1, 2]]


def test_a_limit_that_binds_holds_its_claims_together_and_what_they_touch() -> None:
    lines = ["13-green-product 甲", f"{INVESTMENT} 丁", "13-green-product 乙", f"{BASE} 乙"]
    assert parts([PRODUCTS.id], *lines, f"{BASE} 丙", "13-green-product 丙") == [
        [0, 2, 3, 4, 5],
        [1],
    ]
    assert parts([PIN.id], *lines) == [[0], [1], [2, 3]]


def test_everything_of_one_enterprise_is_one_circle() -> None:
    everything = ClosingRule(everything=True)
    assert parts([], f"{INVESTMENT} 甲", f"{BASE} 乙", closing=everything) == [[0, 1]]
    assert parts([], closing=everything) == []


def bound_limits(paid: int, *lines: str) -> list[str]:
    """Return the limits that bind after a number of fen and of products were paid."""
    payments = [payment("22-pin-product", "2020-06-30", paid)] if paid else []
    found = binding(policy().limits, room_under(policy().limits, payments), claims(*lines))
    return [limit.id for limit in found]


def test_a_count_binds_where_more_new_products_are_claimed_than_places_are_left() -> None:
    five = [f"13-green-product 产品{n}" for n in range(5)]
    assert bound_limits(0, *five) == []
    assert bound_limits(0, *five, "13-green-product 产品4", f"{BASE} 产品5") == []
    assert bound_limits(0, *five, "13-green-product 产品5") == [PRODUCTS.id]
    paid = [payment("13-green-product", "2020-06-30", 1, "产品0")]
    room = room_under(policy().limits, paid)
    assert binding(policy().limits, room, claims(*five)) == []
    assert binding(policy().limits, room, claims(*five[1:], "13-green-product 产品9")) == [PRODUCTS]


def test_a_sum_binds_where_the_highest_sums_together_pass_what_is_left() -> None:
    # 300,000 for an enterprise, 150,000 for a product, 500,000 in total
    assert bound_limits(0, "22-pin-enterprise 甲", "22-pin-product 乙") == []
    assert bound_limits(5_000_000, "22-pin-enterprise 甲", "22-pin-product 乙") == []
    assert bound_limits(5_000_001, "22-pin-enterprise 甲", "22-pin-product 乙") == [PIN.id]
    assert bound_limits(0, "22-pin-enterprise 甲", *["22-pin-product 乙"] * 2) == [PIN.id]


@pytest.mark.parametrize(
    ("award", "yuan"),
    [(INVESTMENT, 30_000_000), ("22-zhejiang-quality", 200_000), ("21-insurance-match", None)],
)
def test_a_line_without_a_ceiling_may_always_reach_the_limit(award: str, yuan: int | None) -> None:
    limit = replace(PIN, awards=frozenset({award}))
    for room, binds in ((10**18, False), ((yuan or 0) * 100, False), ((yuan or 1) * 100 - 1, True)):
        left = Room({}, {limit.id: room}, frozenset())
        found = binding([limit], left, claims(f"{award} 甲"))
        assert found == ([limit] if binds or yuan is None else [])


def completed(
    *judgements: Judgement, unknown: tuple[str, ...] = ("fact",), widths: tuple[int, ...] = ()
) -> Completed:
    """One unknown fact with an outcome for each value, or the outcomes of several in turn."""
    outcomes = tuple(Outcome(one, date(2021, 6, 30)) for one in judgements)
    choices: dict[tuple[int, ...], int] = {(n,): n for n in range(len(outcomes))}
    if widths:
        first, second = widths
        choices = {(a, b): a * second + b for a in range(first) for b in range(second)}
    return Completed(outcomes, unknown, choices, False)


def sums(*amounts: int, kind: str = "project") -> Completed:
    return completed(*(judgement(amount, kind=kind) for amount in amounts))


def test_the_effort_is_that_of_every_joint_completion_but_the_first() -> None:
    made = claims("03-industrial-investment 甲", f"{BASE} 甲")
    assert effort(made, {0: sums(1), 1: sums(2)}, 0) == 0
    assert effort(made, {0: sums(1, 2), 1: sums(2)}, 0) == 5
    assert effort(made, {0: sums(1, 2, 3), 1: sums(2, 3)}, 0) == 25
    # the states of a choice under the limits, three to a claim
    assert effort(made, {0: sums(1, 2), 1: sums(2)}, 8) == 7
    assert effort(made, {0: sums(1, 2, 3), 1: sums(2, 3)}, 9) == 40


def explored(widths: Mapping[int, Completed], pays: str) -> Undetermined:
    """Settle two claims on one project: `highest` pays the higher one, `both` pays both."""
    made = claims("03-industrial-investment 甲", f"{BASE} 甲")

    def settle(joint: tuple[int, ...]) -> tuple[tuple[Counted, ...], int]:
        both = [widths[n].outcomes[outcome].judgement.amount for n, outcome in enumerate(joint)]
        if pays == "highest":
            both = [amount if amount == max(both) else 0 for amount in both]
        return tuple((amount, "payable") for amount in both), sum(both)

    return explore(made, widths, settle)


def test_the_ends_of_each_claim_and_of_their_sum() -> None:
    found = explored({0: sums(2, 7, 3), 1: sums(5)}, "highest")
    assert (found.least, found.most, found.varies) == (5, 7, True)
    assert found.spans == {0: (0, 7), 1: (0, 5)}
    assert found.missing == {0: ["fact"]}
    assert found.bounded == set()


def test_what_changes_no_amount_is_not_asked() -> None:
    found = explored({0: sums(2, 3, 4), 1: sums(5)}, "highest")
    assert (found.least, found.most, found.varies) == (5, 5, False)
    assert (found.spans, found.missing) == ({}, {})


def test_what_changes_another_amount_alone_is_asked() -> None:
    found = explored({0: sums(2, 9), 1: sums(9, 4)}, "highest")
    # both unknown: each fact decides in some completion of the other
    assert found.missing == {0: ["fact"], 1: ["fact"]}
    assert found.spans == {0: (0, 9), 1: (0, 9)}
    assert (found.least, found.most) == (4, 18)


def test_of_several_unknown_facts_those_that_decide() -> None:
    # the first fact chooses between 0 and 5, the second changes nothing
    own = completed(*map(judgement, (0, 0, 5, 5)), unknown=("a", "b"), widths=(2, 2))
    assert explored({0: own, 1: sums(1)}, "both").missing == {0: ["a"]}
    assert deciding(own, lambda row: {0, 2} <= row) == ["a"]
    assert deciding(own, lambda row: {0, 1} <= row) == ["b"]
    assert deciding(own, lambda row: len(row) > 1) == ["a", "b"]
    assert deciding(own, lambda row: len(row) > 2) == []


def loosely(found: Mapping[int, Completed], *lines: str) -> Undetermined:
    made = claims(*lines)
    opened = bound(made, found)
    assert opened.bounded == set(found)
    assert (opened.least, opened.varies) == (0, True)
    return opened


def test_a_loose_bound_takes_the_highest_bundle_of_each_subject() -> None:
    found = loosely(
        {n: sums(amount, 1) for n, amount in enumerate((40, 30, 20, 5, 6, 7))},
        f"{INVESTMENT} 甲",
        f"{BASE} 甲",
        f"{TOP_UP} 甲",
        f"{TOP_UP} 甲",
        f"{INVESTMENT} 乙",
        f"{TOP_UP} 乙",
    )
    assert found.most == (40 + 20) + (6 + 7)
    assert found.spans == {n: (0, most) for n, most in enumerate((40, 30, 20, 5, 6, 7))}
    assert found.missing == {n: ["fact"] for n in range(6)}


def test_the_years_of_a_yearly_line_are_added_up() -> None:
    lines = [f"{YEARLY} 甲"] * 3
    assert loosely({n: sums(10, 0) for n in range(4)}, *lines, f"{BASE} 甲").most == 30
    assert loosely({0: sums(10), 1: sums(10), 2: sums(45)}, *lines[:2], f"{BASE} 甲").most == 45
    never = completed(judgement(0, "not-eligible"), judgement(0, "outside-validity"))
    assert loosely({0: sums(10), 1: never, 2: sums(10)}, *lines).most == 20
    assert loosely({0: sums(1)}, lines[0]).spans == {0: (0, 1)}


def test_what_may_stand_outside_the_groups_is_added() -> None:
    title = completed(judgement(8, kind="enterprise"), judgement(3, kind="project"))
    found = loosely({0: sums(5), 1: title}, f"{BASE} 甲", "10-service-manufacturing 甲")
    assert found.most == 13
    assert found.missing == {1: ["fact"]}


def test_what_is_not_payable_is_in_its_own_range_but_not_in_the_sum() -> None:
    review = completed(judgement(9, "needs-review"), judgement(0, "not-eligible"))
    nothing = completed(judgement(0, "not-eligible"), judgement(0, "outside-validity"))
    found = loosely({0: review, 1: nothing}, f"{BASE} 甲", f"{BASE} 乙")
    assert found.most == 0
    assert found.spans == {0: (0, 9)}
    assert found.missing == {0: ["fact"]}


def test_a_year_of_steps_may_reach_its_highest_step() -> None:
    million = 10**6
    step = [
        judgement(figures=(figure * million, 40 * million), kind="enterprise")
        for figure in (30, 60, 120)
    ]
    out = judgement(status="outside-validity", figures=(120 * million, 40 * million))
    found = loosely({0: completed(*step, out)}, "07-service-company-revenue 甲")
    assert found.spans == {0: (0, 200_000_000)}
    assert found.most == 200_000_000
    low = loosely({0: completed(step[0], out)}, "07-service-company-revenue 甲")
    # nothing is paid, but each figure may be the best earlier year of another
    assert (low.spans, low.most, low.missing) == ({}, 0, {0: ["fact"]})
    same = loosely({0: completed(out, replace(out, status="not-eligible"))}, "26-core-team 甲")
    assert same.missing == {}
