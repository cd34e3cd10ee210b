"""The figures of a rule, each tied to the one place of the text where it stands.

A figure of a rule is found only as a whole figure of the words that are quoted for it, never as
a part of one: 30万元 is not in 最高130万元.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from clauses.model import Award
from clauses.model.sums import FirstTimeSum, HalvedSum, TieredSum
from clauses.notation import Found, scan

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Tied:
    """A figure of a rule and its place in the paragraph."""

    at: Place
    """Its key within the award, for example `sum.tiers.national`."""
    words: str
    found: Found
    """In characters of the paragraph."""


@dataclass(frozen=True)
class Untied:
    """A figure of a rule that the words quoted for it do not have."""

    at: Place
    words: str
    quoted: str
    whole: list[str]
    """The figures that the quoted words have."""
    stands: bool
    """False where the words themselves are not in the paragraph, which is told apart."""


@dataclass(frozen=True)
class Ties:
    """All figures of one award."""

    start: int
    """Where the quotation begins in the paragraph."""
    end: int
    tied: list[Tied]
    untied: list[Untied]

    def at(self, *place: str | int) -> Found | None:
        """Return the figure under this key, or None where there is none or it is not tied."""
        return next((tied.found for tied in self.tied if tied.at == place), None)

    def under(self, *place: str | int) -> list[Tied]:
        """Return all figures under this key."""
        return [tied for tied in self.tied if tied.at[: len(place)] == place]


def tie(award: Award, paragraph: str) -> Ties | None:
    """Tie each figure of the award to its place, or return None where the quotation has none."""
    start = paragraph.find(award.quote.zh)
    if start < 0:
        return None
    end = start + len(award.quote.zh)
    tied: list[Tied] = []
    untied: list[Untied] = []
    undecided = award.sum.undecided if isinstance(award.sum, TieredSum) else []
    for at, words in figures(award):
        quoted = quoted_for(award, at)
        begin = paragraph.find(quoted, start, end)
        begin = paragraph.find(quoted) if begin < 0 else begin
        inside = [f for f in scan(paragraph) if begin <= f.start and f.end <= begin + len(quoted)]
        taken = [t.found for t in tied]
        if at[:2] == ("sum", "tiers") and at[2] in undecided:
            taken = []  # clause 8 names two levels and gives one figure (A17)
        found = next((f for f in inside if f not in taken and _is(award, at, words, f)), None)
        if found is None or begin < 0:
            untied.append(Untied(at, words, quoted, [f.figure.words for f in inside], begin >= 0))
        else:
            tied.append(Tied(at, words, found))
    return Ties(start, end, tied, untied)


def figures(award: Award) -> Iterator[tuple[Place, str]]:
    """Every figure of the rule with its key, those with words of their own first."""
    for index, condition in enumerate(award.when):
        if condition.compares:
            yield ("when", index, "compares"), condition.compares
    if award.limit:
        for key in ("count", "in_all"):
            if words := getattr(award.limit, key):
                yield ("limit", key), words
    yield from _sum_figures(award)
    for index, stage in enumerate(award.stages):
        if stage.share:
            yield ("stages", index, "share"), stage.share


def _sum_figures(award: Award) -> Iterator[tuple[Place, str]]:
    rule = award.sum
    match rule:
        case TieredSum():
            for code in sorted(rule.tiers, key=lambda code: code in rule.undecided):
                yield ("sum", "tiers", code), rule.tiers[code]
        case FirstTimeSum():
            for index, step in enumerate(rule.steps):
                yield ("sum", "steps", index, "at"), step.at
                yield ("sum", "steps", index, "sum"), step.sum
        case HalvedSum():
            yield ("sum", "halved"), rule.halved
        case _:
            if (beyond := getattr(rule, "beyond", None)) is not None:
                yield ("sum", "beyond", "share"), beyond.share
            for key in ("amount", "rate", "at_most", "share"):
                if words := getattr(rule, key, None):
                    yield ("sum", key), words


def quoted_for(award: Award, at: Place) -> str:
    """The words in which a figure must stand: a condition and a limit have their own."""
    match at:
        case ("when", int(index), *_):
            return award.when[index].words.zh
        case ("limit", *_) if award.limit:
            return award.limit.words.zh
        case _:
            return award.quote.zh


def _is(award: Award, at: Place, words: str, found: Found) -> bool:
    if found.figure.words == words:
        return True
    # the word of comparison of a ladder stands once, before its steps: 首次…达到5000万元
    steps = isinstance(award.sum, FirstTimeSum) and at[-1] == "at"
    return steps and found.figure.words == getattr(award.sum, "first_time", "") + words
