"""What another reading of a doubtful sentence changes: awards, limits, the closing rule, the term.

The ledger of readings lists the options that can be computed and their effects; `policy` makes a
policy of each.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from eligibility.closing_rule import ClosingRule
from eligibility.money import floor_to_fen
from eligibility.rules import Award, Limit

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


def awards_under(effect: Json, awards: Mapping[str, Award]) -> dict[str, Award]:
    """Return the awards that the effect changes, by id."""
    names = frozenset(effect["awards"])
    changed = {
        name: _award_under(effect, award, awards) for name, award in awards.items() if name in names
    }
    if effect["excludes"]:
        for name, award in awards.items():
            if name in names or award.excludes & names:
                changed[name] = replace(changed.get(name, award), excludes=frozenset())
    return changed


def _award_under(effect: Json, award: Award, awards: Mapping[str, Award]) -> Award:
    """Change the result of an award on its own, or its base."""
    if award.sum is not None:
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


def limits_under(
    effect: Json, used: Sequence[Limit], awards: Mapping[str, Award], years: range
) -> tuple[Limit, ...]:
    """Change the limit in question: its awards, or whether each year counts separately.

    A ceiling per enterprise and year becomes one limit for each award and each of `years`.
    """
    limits: list[Limit] = []
    if effect["ceiling"]:
        for award in (awards[name] for name in effect["awards"]):
            if award.sum is not None and award.sum.at_most is not None:
                most = floor_to_fen(award.sum.at_most)
                limits += [_ceiling(effect, award, most, year) for year in years]
    for limit in used:
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


def limits_changed(used: Sequence[Limit], other: Sequence[Limit]) -> frozenset[str]:
    """Return the awards of every limit that is in only one of the two lists."""
    return frozenset(
        award
        for limit in (*used, *other)
        if limit not in used or limit not in other
        for award in limit.awards
    )


def closing_under(effect: Json, awards: Mapping[str, Award]) -> ClosingRule:
    """Return the closing rule under the effect; a reading is about the awards that cite it."""
    names = frozenset(effect["awards"])
    citing = {award.id for award in awards.values() if effect["reading"] in award.readings}
    groups = effect["groups"]
    parting = groups in ("support", "line", "year", "apart", "kind")
    return ClosingRule(
        everything=groups == "everything",
        not_paid_to=frozenset(effect["not_paid_to"]),
        also=frozenset(effect["also"]),
        parted_by=groups if parting else None,
        parted=names if parting else frozenset(),
        together_against=names | citing if parting and names else frozenset(),
        together={name: " ".join(lines) for lines in effect["together"] for name in lines},
        steps=effect["steps"] or "each",
        titles=effect["titles"] or "highest",
        titled=names,
    )


def days(term: Sequence[str] | None) -> tuple[date, date] | None:
    """Return the first and the last day of a term, if the effect has one."""
    return (date.fromisoformat(term[0]), date.fromisoformat(term[1])) if term else None


def touches_titles(effect: Json) -> bool:
    """Whether the effect concerns repetition, other titles or other years."""
    return bool(effect["title_by"] or effect["excludes"] or effect["years"])
