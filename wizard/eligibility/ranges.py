"""What is undetermined: which unknown facts decide, and the range of the result.

Claims that can affect each other (one subject, one limit) form an interaction group. Every joint
completion of a group is computed. If there are too many, the range is a loose bound, marked as one.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from math import prod

from eligibility.application import Claim
from eligibility.closing_rule import GROUPED_KINDS, ClosingRule
from eligibility.completions import Completed, Outcome
from eligibility.entries import Counted, Entry, bucket
from eligibility.limits import Room
from eligibility.money import floor_to_fen
from eligibility.rules import Award, Limit

BUDGET = 7_000
"""The most claims to settle over all joint completions of an application, so that answers come
while the applicant types; beyond it the bound is loose.

It allows nine undetermined claims on one project (where only the smallest and largest sums matter),
or four claims of five outcomes each under a limit.
"""

STATES_TO_A_CLAIM = 3
"""The number of states in a choice under limits that take as long as settling one claim."""

MOST_STATES = 4 * BUDGET
"""The most states for a group; some completions examine more states than the one measured."""

Settle = Callable[[tuple[int, ...]], tuple[tuple[Counted, ...], int]]
"""Maps the outcome of each claim of a group to what each adds, and to the sum payable."""


@dataclass(slots=True)
class Undetermined:
    """What the unknown facts leave open in one interaction group."""

    missing: dict[int, list[str]] = field(default_factory=dict)
    """The deciding facts of each claim that needs facts, by the claim's index."""
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)
    """The smallest and largest amount of each claim whose amount can change, in fen."""
    least: int = 0
    most: int = 0
    varies: bool = False
    """`least` and `most` are the range of the sum payable in fen; `varies` if they differ."""
    bounded: set[int] = field(default_factory=set)
    """Indexes of claims whose range is a loose bound."""


def interaction_groups(
    limits: Collection[Limit], claims: Sequence[Claim], closing: ClosingRule
) -> list[list[Claim]]:
    """Split the claims into interaction groups, which cannot affect each other.

    `limits` are those that bind. The groups are found by union-find over shared titles, subjects
    and limits.
    """
    if closing.everything:
        return [list(claims)] if claims else []
    parent = {claim.index: claim.index for claim in claims}

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    ties: dict[object, int] = {}
    for claim in claims:
        keys: list[object] = [("title", claim.award.pot, claim.subject)]
        if claim.award.may_be_grouped or claim.award.id in closing.also:
            keys.append(("subject", claim.subject))
        keys += [("limit", limit.id) for limit in limits if claim.award.id in limit.awards]
        for key in keys:
            parent[root(claim.index)] = root(ties.setdefault(key, claim.index))
    parts: dict[int, list[Claim]] = {}
    for claim in claims:
        parts.setdefault(root(claim.index), []).append(claim)
    return list(parts.values())


def binding(limits: Sequence[Limit], room: Room, claims: Sequence[Claim]) -> list[Limit]:
    """Return the limits that some completion could reach; the others connect no claims."""
    found: list[Limit] = []
    for limit in limits:
        under = [claim for claim in claims if claim.award.id in limit.awards]
        if limit.count is not None:
            new = {
                claim.subject for claim in under if (limit.id, claim.subject) not in room.counted
            }
            reached = len(new) > room.places[limit.id]
        else:
            mosts = [_most_by_words(claim.award) for claim in under]
            sums = sum(most for most in mosts if most is not None)
            reached = None in mosts or sums > room.pools[limit.id]
        if reached:
            found.append(limit)
    return found


def _most_by_words(award: Award) -> int | None:
    """The largest sum in fen that the words of an award allow; None where they set no limit."""
    assert award.sum is not None
    most = award.sum.bound()
    return None if most is None else floor_to_fen(most)


def effort(group: Sequence[Claim], completed: Mapping[int, Completed], states: int) -> int:
    """Count the claims to settle for every joint completion of a group except the first.

    Each completion also takes about as long as three more claims, and as the `states` that one
    choice under the limits examines.
    """
    joint = prod(len(completed[claim.index].outcomes) for claim in group)
    return (len(group) + 3 + states // STATES_TO_A_CLAIM) * (joint - 1)


def explore(
    group: Sequence[Claim], completed: Mapping[int, Completed], settle: Settle
) -> Undetermined:
    """Compute every joint completion of an interaction group."""
    indexes = [claim.index for claim in group]
    widths = [len(completed[index].outcomes) for index in indexes]
    found = Undetermined()
    results: dict[tuple[int, ...], tuple[Counted, ...]] = {}
    sums: list[int] = []
    for joint in product(*map(range, widths)):
        results[joint], payable = settle(joint)
        sums.append(payable)
    found.least, found.most = min(sums), max(sums)
    found.varies = found.least != found.most
    for place, index in enumerate(indexes):
        values = [adds[place][0] for adds in results.values()]
        if min(values) != max(values):
            found.spans[index] = (min(values), max(values))
        if widths[place] > 1:
            telling = _telling(place, widths, results)
            names = deciding(
                completed[index],
                lambda row, telling=telling: any(  # type: ignore[misc]
                    pair in telling for pair in combinations(sorted(row), 2)
                ),
            )
            if names:
                found.missing[index] = names
    return found


def _telling(
    place: int, widths: Sequence[int], results: Mapping[tuple[int, ...], tuple[Counted, ...]]
) -> set[tuple[int, int]]:
    """Return the pairs of outcomes of one claim that differ in what any claim of the group adds."""
    pairs: set[tuple[int, int]] = set()
    others = [range(width) if at != place else range(1) for at, width in enumerate(widths)]
    for context in product(*others):
        seen = [
            results[(*context[:place], outcome, *context[place + 1 :])]
            for outcome in range(widths[place])
        ]
        if len(set(seen)) > 1:
            pairs.update(
                pair for pair in combinations(range(len(seen)), 2) if seen[pair[0]] != seen[pair[1]]
            )
    return pairs


def deciding(completed: Completed, tells: Callable[[frozenset[int]], bool]) -> list[str]:
    """Return the unknown facts that, changed alone, lead to outcomes that differ by `tells`."""
    names: list[str] = []
    for place, name in enumerate(completed.unknown):
        rows: dict[tuple[int, ...], set[int]] = {}
        for choice, outcome in completed.assignments.items():
            rows.setdefault(choice[:place] + choice[place + 1 :], set()).add(outcome)
        if any(map(tells, set(map(frozenset, rows.values())))):
            names.append(name)
    return names


def bound(group: Sequence[Claim], completed: Mapping[int, Completed]) -> Undetermined:
    """Bound a group loosely: each claim by its own maximum, a subject by its highest bundle."""
    found = Undetermined(varies=True, bounded={claim.index for claim in group})
    subjects: dict[str, list[tuple[Claim, int]]] = {}
    for claim in group:
        index, own = claim.index, completed[claim.index]
        amounts = [_ceiling(own, claim.award, outcome) for outcome in range(len(own.outcomes))]
        counted = [
            (amount, outcome.judgement.kind)
            for amount, outcome in zip(amounts, own.outcomes, strict=True)
            if outcome.judgement.status == "payable"
        ]
        most = max((amount for amount, _ in counted), default=0)
        if all(kind in GROUPED_KINDS for _, kind in counted):
            subjects.setdefault(claim.subject, []).append((claim, most))
        else:
            found.most += most
        if max(amounts) > 0:
            found.spans[index] = (0, max(amounts))
        kinds = [
            _tells(amount, outcome) for amount, outcome in zip(amounts, own.outcomes, strict=True)
        ]
        names = deciding(
            own,
            lambda row, kinds=kinds: len({kinds[one] for one in row}) > 1,  # type: ignore[misc]
        )
        if names:
            found.missing[index] = names
    found.most += sum(map(_highest_bundle, subjects.values()))
    return found


def _tells(amount: int, outcome: Outcome) -> tuple[object, ...]:
    """Return what can matter of an outcome to a total or to another claim.

    Even if a year pays nothing, its figure may be the best earlier year of another claim.
    """
    judgement, year = outcome.judgement, outcome.date.year
    where = bucket(judgement.status) if amount else ""
    return (amount, where, judgement.figures, year if judgement.figures else None)


def _highest_bundle(claims: Sequence[tuple[Claim, int]]) -> int:
    """Return the most that a bundle of one subject could pay: an award, its top-up, its years."""
    years: dict[str, int] = {}
    alone = top_up = 0
    for claim, most in claims:
        if claim.award.yearly:
            years[claim.award.id] = years.get(claim.award.id, 0) + most
        elif claim.award.adds_to:
            top_up = max(top_up, most)
        else:
            alone = max(alone, most)
    return max(alone + top_up, *years.values(), 0)


def _ceiling(completed: Completed, award: Award, outcome: int) -> int:
    """Return the most that an outcome can pay, whatever the other claims do, in fen."""
    judgement, rule = completed.outcomes[outcome].judgement, award.sum
    if judgement.figures is None or judgement.status != "payable" or rule is None:
        return judgement.amount
    crossed = rule.cross(*judgement.figures)
    return floor_to_fen(crossed[1]) if crossed else 0


def entry_of(claim: Claim, completed: Completed, outcome: int, *, silent: bool = False) -> Entry:
    """Make the entry of a claim for one of its outcomes."""
    chosen = completed.outcomes[outcome]
    return Entry.of(claim, chosen.judgement, chosen.date, silent)
