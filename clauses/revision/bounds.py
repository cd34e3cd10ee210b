"""How a figure binds: as a ceiling, a floor or exactly, and how something is compared with it.

最高 or 不超过 before an enumeration governs each of its figures, and so does 以上 after it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clauses.figure_pattern import PIECE
from clauses.revision.canonical import canonical
from clauses.revision.figures import PlacedFigure, figures
from clauses.revision.words import CEILINGS, COMPARED, FLOORS, alternatives

_TIMES = ("date", "days", "months", "years")
"""What is measured as a time."""
_LIKE = {
    "money": r"[0-9]+(?:\.[0-9]+)?[百千]?[万亿]?元?|[一二两三四五六七八九十百千万亿]+元",
    "share": r"[0-9]+(?:\.[0-9]+)?[%‰]|[一二三四五六七八九]成",
    "count": r"[0-9]+[个家项台套]",
}
"""Figures of one kind in a row."""
PER = f"(?:/(?:{PIECE}))?"
"""What a figure is for each of, between it and the word after it: 10万元/亩以内."""
_STRENGTH = re.compile(
    f"({alternatives([*CEILINGS, *FLOORS])})(?![价标])"
    "(?:(?:[^，。；、（）0-9]|（[^（）]*）){0,30}的|[^，。；、（）0-9]{1,10})?$"
)
_BINDING = re.compile(alternatives([*CEILINGS, *FLOORS, "以内", "为限", "封顶"]))
_LIMITED = re.compile(f"{PER}(以内|为限|封顶)")
_COMPARING = [word for words in COMPARED.values() for word in words]
_ANY = alternatives(_COMPARING)
_BETWEEN = re.compile(f"{PER}(?:{_ANY})?[、和及与或](?:{_ANY})?")
_BEFORE = re.compile(f"(?<!不)({_ANY})$")
_AFTER = re.compile(f"{PER}({_ANY})")
_TIME = re.compile(
    "[底末]?(?:(?P<until>以前|之前|前|以内|之内|内)|(?P<after>以后|之后|后|以来|起|以外|之外|外))"
)
"""2023年6月30日前, 3年内, and 2023年6月30日后, 3年后."""


@dataclass(frozen=True)
class Strength:
    """Whether a figure is a ceiling, a floor or exact, and the word that says so."""

    meaning: str
    words: str


@dataclass(frozen=True)
class Compared:
    """How something is compared with a figure, and the words before and after that say so."""

    meaning: str
    before: str = ""
    after: str = ""


def strength(text: str, figure: PlacedFigure) -> Strength:
    """Read the word before a figure, or before the enumeration in which it is."""
    start, end = series(text, figure)
    if limited := _LIMITED.match(text, end):
        return Strength("ceiling", limited[1])
    found = _STRENGTH.search(text[:start])
    if found is None:
        return Strength("exact", "")
    return Strength("ceiling" if found[1] in CEILINGS else "floor", found[1])


def compared_alike(one: str, other: str) -> bool:
    """Tell whether two meanings may be the same: 不低于 says more clearly what 以上 says."""
    return one == other or {one, other} in ({"at-least", "included"}, {"at-least", "or-more"})


def compared(text: str, figure: PlacedFigure) -> Compared:
    """Read 超过, 以上, （含）以上 beside a figure, or beside the enumeration in which it is."""
    start, end = series(text, figure)
    before, after = _BEFORE.search(text[:start]), _AFTER.match(text, end)
    words = [match[1] for match in (before, after) if match]
    meaning = next((name for name, said in COMPARED.items() if {*said} & {*words}), "")
    return Compared(meaning, before[1] if before else "", after[1] if after else "")


def said_alike(one: str, other: str) -> bool:
    """Whether texts differ only in how they write figures: 不超过20%, 两成以内."""
    return _said(canonical(one)) == _said(canonical(other))


def _said(text: str) -> tuple[list[object], str]:
    """Return each figure of a text with how it binds, and the other words."""
    found, rest, at = figures(text), "", 0
    meant: list[object] = []
    for figure in found:
        meant.append((figure.key, strength(text, figure).meaning, compared(text, figure).meaning))
        rest, at = rest + text[at : figure.start] + "#", figure.end
    return meant, _BINDING.sub("", rest + text[at:])


def time_bound(text: str, figure: PlacedFigure) -> tuple[str, int]:
    """Return whether words after a time mean `until` or `after` it, or "", and where they end."""
    match = _TIME.match(text, figure.end) if figure.measure in _TIMES else None
    return (match.lastgroup or "", match.end()) if match else ("", figure.end)


def binding(text: str, found: Sequence[PlacedFigure]) -> set[int]:
    """Return where the words begin that bind a figure of the text."""
    places = set()
    for figure in found:
        start, end = series(text, figure)
        if limited := _LIMITED.match(text, end):
            places.add(limited.start(1))
        elif words := strength(text, figure).words:
            places.add(text.rfind(words, 0, start))
    return places


def comparison_spans(text: str, found: Sequence[PlacedFigure]) -> set[int]:
    """Return the places of the characters that compare with a figure beside them."""
    places: set[int] = set()
    for figure in found:
        start, end = series(text, figure)
        if before := _BEFORE.search(text[:start]):
            places.update(range(*before.span(1)))
        if after := _AFTER.match(text, end):
            places.update(range(*after.span(1)))
    return places


def enumerations(text: str, found: Sequence[PlacedFigure]) -> list[list[PlacedFigure]]:
    """Split figures into enumerations; a figure by itself is one of its own."""
    rows: list[list[PlacedFigure]] = []
    for figure in found:
        last = rows[-1][-1] if rows else None
        if (
            last
            and last.measure == figure.measure
            and figure.measure in _LIKE
            and _BETWEEN.fullmatch(text, last.end, figure.start)
        ):
            rows[-1].append(figure)
        else:
            rows.append([figure])
    return rows


def series(text: str, figure: PlacedFigure) -> tuple[int, int]:
    """Return where the enumeration begins and ends in which a figure is, or the figure."""
    start, end = figure.start, figure.end
    like = _LIKE.get(figure.measure)
    if like:
        while match := re.search(rf"(?:{like}){PER}[、和及与或]$", text[:start]):
            start = match.start()
        follows = re.compile(rf"{PER}[、和及与或](?:{like})")
        while match := follows.match(text, end):
            end = match.end()
    return start, end
