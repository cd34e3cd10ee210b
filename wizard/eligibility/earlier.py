"""Figures of earlier years that stand in claims which need facts (first-time lines, A16).

The sum of such a claim is not made, but what is stated in it is stated: its figure is the best
earlier year of another claim in every completion.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction

from eligibility.application import Claim
from eligibility.entries import Entry
from eligibility.facts import Facts
from eligibility.judgement import Judgement

Years = Mapping[str, Sequence[Entry]]
"""The stated figures about each subject, as entries that pay nothing."""


def stated_years(claims: Iterable[Claim], facts: Mapping[int, Facts]) -> Years:
    """Gather the figure of every claim that states it and its year.

    Without its date a figure belongs to no year: after the term it precedes no other.
    """
    found: dict[str, list[Entry]] = {}
    for claim in claims:
        rule = claim.award.sum
        if rule is None or not claim.award.by_steps or claim.date is None:
            continue
        figure = facts[claim.index].values.get(rule.figure)
        if isinstance(figure, Fraction):
            ladder = (figure, Fraction(0))
            bare = Judgement("needs-facts", 0, None, claim.award.kind, ladder)
            entry = Entry.of(claim, bare, claim.date, silent=True)
            found.setdefault(claim.subject, []).append(entry)
    return found


def about(years: Years, subjects: Collection[str]) -> list[Entry]:
    """Return the figures that concern some subjects."""
    return [entry for subject in subjects for entry in years.get(subject, ())]
