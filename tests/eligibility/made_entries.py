"""Claims, payments and entries of real awards, for tests of single rules."""

from datetime import date
from fractions import Fraction
from typing import Any

from eligibility.application import Claim, Paid
from eligibility.entries import Entry
from eligibility.judgement import Judgement
from tests.policy import policy


def claim(award: str, day: str | None, subject: str = "甲", index: int = 0, **facts: Any) -> Claim:
    """A claim for a line of the policy."""
    when = date.fromisoformat(day) if day else None
    return Claim(index, f"c{index}", policy().awards[award], subject, when, None, facts)


def payment(award: str, day: str, amount: int, subject: str = "甲") -> Paid:
    """A sum already received, in fen."""
    return Paid(policy().awards[award], subject, date.fromisoformat(day), amount)


def judgement(
    amount: int = 0,
    status: str = "payable",
    tier: str | None = None,
    kind: str = "enterprise",
    figures: tuple[int, int] | None = None,
) -> Judgement:
    """A claim's own result; `figures` are the year's figure and the best earlier year."""
    stated = None if figures is None else (Fraction(figures[0]), Fraction(figures[1]))
    return Judgement(status, amount, tier, kind, stated)


def entry(made: Claim, judged: Judgement) -> Entry:
    """The entry of a dated claim."""
    assert made.date is not None
    return Entry.of(made, judged, made.date)
