"""Figures of earlier years stated in claims that still need facts (first-time awards, A16).

The sum of such a claim is not computed, but its figure is known: in every completion it may be the
best earlier year of another claim.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction

from eligibility.application import Claim
from eligibility.entries import Entry
from eligibility.facts import CheckedFacts
from eligibility.judgement import Judgement

Years = Mapping[str, Sequence[Entry]]
"""The stated figures by subject, as entries that pay nothing."""


def stated_years(claims: Iterable[Claim], facts: Mapping[int, CheckedFacts]) -> Years:
    """Collect the figures of the claims that state both a figure and a year.

    Without a date a figure belongs to no year: a date after the term would precede no other claim.
    """
    found: dict[str, list[Entry]] = {}
    for claim in claims:
        rule = claim.award.sum
        if rule is None or not rule.by_steps or claim.date is None:
            continue
        figure = facts[claim.index].values.get(rule.figure)
        if isinstance(figure, Fraction):
            figures = (figure, Fraction(0))
            bare = Judgement("needs-facts", 0, None, claim.award.kind, figures)
            entry = Entry.of(claim, bare, claim.date, silent=True)
            found.setdefault(claim.subject, []).append(entry)
    return found


def about(years: Years, subjects: Collection[str]) -> list[Entry]:
    """Return the figures about the given subjects."""
    return [entry for subject in subjects for entry in years.get(subject, ())]
