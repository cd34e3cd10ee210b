"""The policy under another reading of a doubtful sentence: the same policy with other settings.

The ledger of readings lists the options that can be computed and their effects; here each becomes a
policy of its own. They are the dozen readings that decide most of the money, and their
alternatives.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from eligibility.closing_rule import ClosingRule
from eligibility.money import cut
from eligibility.policy import Award, Limit, Policy

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shape:
    """Which awards occur where in an application, so that irrelevant readings are not tried."""

    present: frozenset[str]
    sharing: frozenset[str]
    """Awards claimed or paid for a subject for which something else is claimed or paid too."""
    repeated: frozenset[str]
    """Awards claimed or paid more than once for one subject."""
    several: bool
    many: frozenset[str] = frozenset()
    """Awards claimed or paid more than once, whatever the subject."""

    @staticmethod
    def of(lines: Iterable[tuple[str, str]]) -> "Shape":
        """Make a shape from the award and the subject of every claim and payment."""
        known = list(lines)
        counted = Counter(award for award, _ in known)
        subjects: dict[str, list[str]] = {}
        for award, subject in known:
            subjects.setdefault(subject, []).append(award)
        shared = [awards for awards in subjects.values() if len(awards) > 1]
        return Shape(
            frozenset(award for award, _ in known),
            frozenset(award for awards in shared for award in awards),
            frozenset(a for awards in shared for a in awards if awards.count(a) > 1),
            len(known) > 1,
            frozenset(award for award, times in counted.items() if times > 1),
        )


@dataclass(frozen=True, slots=True)
class OtherReading:
    """An option of the ledger other than the one used, and its policy."""

    reading: str
    option: int
    """The number of the option, from 1, as in the ledger."""
    policy: Policy
    judged_anew: frozenset[str]
    """Awards whose claims may give another result on their own."""
    new_term: bool
    """Whether claims may move into or out of the term."""
    limited: frozenset[str]
    """Awards under a limit that changes."""
    adding: frozenset[str]
    """Awards whose relation to a base (再给予) changes."""
    retitled: frozenset[str] = frozenset()
    """Awards for which repetition, other titles or other years have another effect."""
    capped: frozenset[str] = frozenset()
    """Awards whose ceiling several projects share."""

    def may_matter(self, shape: Shape) -> bool:
        """Whether anything that the reading changes is claimed at all."""
        judged = not shape.present.isdisjoint(self.judged_anew)
        return self.new_term or judged or self.settles_anew(shape)

    def settles_anew(self, shape: Shape) -> bool:
        """Whether claims with unchanged results on their own may be settled differently."""
        closing = self.policy.closing
        if closing.everything:
            return shape.several

        def among(awards: frozenset[str], own: frozenset[str]) -> bool:
            return bool(awards & own if own else awards)

        if closing.parted_by is not None and among(shape.sharing, closing.parted):
            return True
        if not shape.sharing.isdisjoint(closing.also | self.adding):
            return True
        if closing.titles != "highest" and among(shape.repeated, closing.titled):
            return True
        if closing.steps != "each" and self._has_steps(shape):
            return True
        if not shape.sharing.isdisjoint(self.retitled) or not shape.many.isdisjoint(self.capped):
            return True
        return not shape.present.isdisjoint(self.limited)

    def _has_steps(self, shape: Shape) -> bool:
        return any(self.policy.awards[award].by_steps for award in shape.present)


def other_readings(policy: Policy, effects: Sequence[Json]) -> tuple[OtherReading, ...]:
    """Return the policy of each effect, in the order of the ledger."""
    return tuple(_other(policy, effect) for effect in effects)


def _other(policy: Policy, effect: Json) -> OtherReading:
    names = frozenset(effect["awards"])
    awards = {
        name: _award(award, effect, policy.awards)
        for name, award in policy.awards.items()
        if name in names
    }
    if effect["excludes"]:
        for name, award in policy.awards.items():
            if name in names or award.excludes & names:
                awards[name] = replace(awards.get(name, award), excludes=frozenset())
    term = _days(effect["validity"]) or (policy.valid_from, policy.valid_to)
    varied = replace(
        policy,
        awards={**policy.awards, **awards},
        limits=_limits(policy, effect),
        closing=_closing(effect, names),
        valid_from=term[0],
        valid_to=term[1],
        accounts=_days(effect["accounts"]),
    )
    judged = bool(effect["tiers"] or effect["without"] or effect["base_of"])
    return OtherReading(
        effect["reading"],
        effect["option"],
        varied,
        judged_anew=names if judged else frozenset(),
        new_term=bool(effect["validity"] or effect["accounts"]),
        limited=frozenset() if effect["ceiling"] else _limited(policy.limits, varied.limits),
        adding=names if effect["adds_to"] else frozenset(),
        retitled=names if _touches_titles(effect) else frozenset(),
        capped=names if effect["ceiling"] else frozenset(),
    )


def _touches_titles(effect: Json) -> bool:
    return bool(effect["title_by"] or effect["excludes"] or effect["years"])


def without_term(policy: Policy) -> Policy:
    """Return the policy as if it had applied on any date."""
    return replace(policy, valid_from=date.min, valid_to=date.max)


def _award(award: Award, effect: Json, awards: Mapping[str, Award]) -> Award:
    """Change the result of an award on its own, or its base."""
    if effect["tiers"] and award.sum is not None:
        award = replace(award, sum=award.sum.with_tiers(effect["tiers"]))
    if effect["without"]:
        name = effect["without"]
        award = replace(
            award,
            conditions=tuple(c for c in award.conditions if c.fact != name),
            reviews=tuple(review for review in award.reviews if name not in review.when),
        )
    if effect["base_of"]:
        award = replace(award, base_of=effect["base_of"])
    if effect["title_by"] == "nothing":
        award = replace(award, title_by=None)
    if effect["years"] == "once":
        award = replace(award, yearly=False)
    if effect["years"] == "one-ceiling":
        award = replace(award, one_ceiling=True)
    if effect["adds_to"] == "any-subsidy":
        subsidies = (a.id for a in awards.values() if a.support == "subsidy")
        award = replace(award, adds_to=frozenset(subsidies))
    if effect["adds_to"] == "nothing":
        award = replace(award, adds_to=frozenset())
    return award


def _limits(policy: Policy, effect: Json) -> tuple[Limit, ...]:
    """Change the limit in question: its awards, or whether each year counts separately.

    A ceiling per enterprise and year becomes one limit for each award and year.
    """
    years = range(policy.valid_from.year, policy.valid_to.year + 1)
    limits: list[Limit] = []
    if effect["ceiling"]:
        for award in (policy.awards[name] for name in effect["awards"]):
            if award.sum is not None and award.sum.at_most is not None:
                most = cut(award.sum.at_most)
                limits += [_ceiling(effect, award, most, year) for year in years]
    for limit in policy.limits:
        if limit.reading != effect["reading"]:
            limits.append(limit)
        elif effect["limit"] == "each-year":
            limits += [replace(limit, id=f"{limit.id} {year}", year=year) for year in years]
        else:
            limits.append(replace(limit, awards=frozenset(effect["limit_awards"])))
    return tuple(limits)


def _ceiling(effect: Json, award: Award, most: int, year: int) -> Limit:
    return Limit(
        id=f"{award.id} {year}",
        count=None,
        in_all=most,
        awards=frozenset({award.id}),
        words=award.quote,
        reading=effect["reading"],
        year=year,
        moves_choice=False,
    )


def _limited(used: Sequence[Limit], other: Sequence[Limit]) -> frozenset[str]:
    """Return the awards of every limit that is in only one of the two lists."""
    return frozenset(
        award
        for limit in (*used, *other)
        if limit not in used or limit not in other
        for award in limit.awards
    )


def _closing(effect: Json, names: frozenset[str]) -> ClosingRule:
    groups = effect["groups"]
    parting = groups in ("support", "line", "year", "apart", "kind")
    return ClosingRule(
        everything=groups == "everything",
        not_paid_to=frozenset(effect["not_paid_to"]),
        also=frozenset(effect["also"]),
        parted_by=groups if parting else None,
        parted=names if parting else frozenset(),
        together={name: " ".join(lines) for lines in effect["together"] for name in lines},
        steps=effect["steps"] or "each",
        titles=effect["titles"] or "highest",
        titled=names,
    )


def _days(term: Sequence[str] | None) -> tuple[date, date] | None:
    return (date.fromisoformat(term[0]), date.fromisoformat(term[1])) if term else None
