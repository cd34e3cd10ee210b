"""An edition, compiled from the policy document, and the same under other readings of its text."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from eligibility.closing_rule import AS_READ, ClosingRule
from eligibility.other_readings import (
    Shape,
    awards_under,
    closing_under,
    days,
    limits_changed,
    limits_under,
    touches_titles,
)
from eligibility.rules import Award, Limit, compile_award, compile_limit, compile_line

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Policy:
    """A compiled edition, for `assess`."""

    edition: str
    hash: str
    valid_from: date
    valid_to: date
    awards: Mapping[str, Award]
    limits: tuple[Limit, ...]
    closing: ClosingRule = AS_READ
    others: tuple["OtherReading", ...] = ()
    """The same policy under other readings, in the order of the ledger."""
    accounts: tuple[date, date] | None = None
    """The term of yearly and first-time awards, if it differs from that of the others (A41)."""

    @property
    def is_open(self) -> bool:
        """Whether the text names no end of its term."""
        return self.valid_to == date.max

    def years(self, days: Iterable[date] = ()) -> range:
        """Return the years of the term; of one without an end, those up to the year after `days`.

        Each later year is like that one: nothing is claimed in it.
        """
        last = self.valid_to.year
        if self.is_open:
            last = min(last, max([self.valid_from.year, *(day.year for day in days)]) + 1)
        return range(self.valid_from.year, last + 1)

    def covers(self, award: Award, day: date) -> bool:
        """Whether a day is within the term of an award.

        An accounting year counts by its last day, whichever of its days is stated.
        """
        first, last = self.valid_from, self.valid_to
        if award.by_accounts:
            first, last = self.accounts or (first, last)
            day = day.replace(month=12, day=31)
        return first <= day <= last

    @staticmethod
    def from_document(document: Mapping[str, Any]) -> "Policy":
        """Compile the policy document; the hash of the policy is that of its canonical bytes."""
        awards = [compile_award(order, entry) for order, entry in enumerate(document["awards"])]
        awards += [
            compile_line(len(awards) + n, entry) for n, entry in enumerate(document["lines"])
        ]
        canonical = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
        policy = Policy(
            edition=document["edition"],
            hash="sha256:" + hashlib.sha256(canonical).hexdigest(),
            valid_from=date.fromisoformat(document["validity"]["from"]),
            valid_to=date.fromisoformat(document["validity"]["to"]),
            awards={award.id: award for award in awards},
            limits=tuple(compile_limit(entry) for entry in document["limits"]),
        )
        policy = replace(policy, limits=tuple(_by_year(policy, document["limits"])))
        return replace(policy, others=_other_readings(policy, document["alternatives"]))


@dataclass(frozen=True, slots=True)
class OtherReading:
    """An option of the ledger other than the one used, and its policy."""

    reading: str
    option: int
    """The number of the option, from 1, as in the ledger."""
    policy: Policy
    judged_again: frozenset[str]
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
        judged = not shape.present.isdisjoint(self.judged_again)
        return self.new_term or judged or self.settles_again(shape)

    def settles_again(self, shape: Shape) -> bool:
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


def _by_year(policy: Policy, entries: Sequence[Json]) -> Iterator[Limit]:
    """Yield the limits; one of each year becomes a limit for every year of the term."""
    for limit, entry in zip(policy.limits, entries, strict=True):
        if entry.get("each_year"):
            for year in _counted_years(policy):
                yield replace(limit, id=f"{limit.id} {year}", year=year)
        else:
            yield limit


def _counted_years(policy: Policy) -> range:
    """Return the years of the term that a limit counts one by one."""
    last = min(policy.valid_to.year, policy.valid_from.year + _LONGEST_TERM)
    return range(policy.valid_from.year, last + 1)


_LONGEST_TERM = 100
"""Years after the first that are counted where the text names no end."""


def without_term(policy: Policy) -> Policy:
    """Return the policy as if it had applied on any date."""
    return replace(policy, valid_from=date.min, valid_to=date.max)


def _other_readings(policy: Policy, effects: Sequence[Json]) -> tuple[OtherReading, ...]:
    """Return the policy of each effect, in the order of the ledger."""
    return tuple(_other(policy, effect) for effect in effects)


def _other(policy: Policy, effect: Json) -> OtherReading:
    names = frozenset(effect["awards"])
    term = days(effect["validity"]) or (policy.valid_from, policy.valid_to)
    varied = replace(
        policy,
        awards={**policy.awards, **awards_under(effect, policy.awards)},
        limits=limits_under(effect, policy.limits, policy.awards, _counted_years(policy)),
        closing=closing_under(effect, policy.awards),
        valid_from=term[0],
        valid_to=term[1],
        accounts=days(effect["accounts"]),
    )
    judged = bool(effect["tiers"] or effect["without"] or effect["base_of"])
    return OtherReading(
        effect["reading"],
        effect["option"],
        varied,
        judged_again=names if judged else frozenset(),
        new_term=bool(effect["validity"] or effect["accounts"]),
        limited=frozenset() if effect["ceiling"] else limits_changed(policy.limits, varied.limits),
        adding=names if effect["adds_to"] else frozenset(),
        retitled=names if touches_titles(effect) else frozenset(),
        capped=names if effect["ceiling"] else frozenset(),
    )
