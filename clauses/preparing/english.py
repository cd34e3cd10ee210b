"""Proposes the English of a passage in which only figures, levels, departments or a mark changed.

Each figure of the old Chinese has its figure in the old English, by its value and its order. Where
that cannot be said for sure, nothing is proposed: the translation is then left to the clerk.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from clauses.check.translation_chinese import read_chinese_figures
from clauses.check.translation_figures import english_style
from clauses.english_figures import MONTHS, WrittenFigure, read_english_figures, spelled_number
from clauses.preparing.passage_diff import PassageDiff, Replaced

_LEVELS = {
    "国家级": "national",
    "省级": "provincial",
    "市级": "municipal",
    "国内": "domestic",
}
_RESPONSIBLE = re.compile(
    r"\s*\(Responsible (?:departments?|organisations?): (?:(?!\s[(\[]core).)*\)"
    r"(?=\s*[(\[]core|\s*$)"
)
_MARK = re.compile(r"\s*[(\[]core provisions to be added[)\]]")
_CEILINGS = ("", "最高", "最高不超过", "不超过", "不高于")
_CEILING_EN = re.compile(r"(?:up to|not more than|not exceeding|a maximum of|capped at) $")


@dataclass(frozen=True)
class Edit:
    """Words of the old English, by their place, and what takes their place."""

    start: int
    end: int
    words: str


class English:
    """An English text with edits; parts of it can be found again, with the edits inside them."""

    def __init__(self, old: str, edits: Sequence[Edit]) -> None:
        self.old = old
        self.edits = sorted(edits, key=lambda edit: edit.start)

    def part(self, start: int, end: int) -> str:
        """Return the words between two places of the old text, as they are now."""
        words, at = "", start
        for edit in self.edits:
            if start <= edit.start and edit.end <= end:
                words += self.old[at : edit.start] + edit.words
                at = edit.end
        return words + self.old[at:end]

    @property
    def whole(self) -> str:
        """The whole text as it is now."""
        return self.part(0, len(self.old))

    def words(self, some: str) -> str | None:
        """Return what became of words of the old text; None if it did not have them.

        Nor is anything returned where an edit begins or ends within them.
        """
        start = self.old.find(some)
        end = start + len(some)
        torn = any(
            one.start < end and start < one.end and not (start <= one.start and one.end <= end)
            for one in self.edits
        )
        return None if start < 0 or torn else self.part(start, end)


def figure_edits(diff: PassageDiff, english: str) -> list[Edit] | None:
    """Return the edits for every figure and level replaced; None if one has no sure place."""
    edits: list[Edit] = []
    for pair in diff.replaced:
        found = (
            _figure(diff, pair, english) if pair.kind == "figure" else _level(diff, pair, english)
        )
        if found is None:
            return None
        edits += [edit for edit in found if edit not in edits]
    taken = sorted((edit.start, edit.end) for edit in edits)
    if any(a[1] > b[0] for a, b in pairwise(taken)):
        return None
    return edits


def strength_edits(diff: PassageDiff, english: str) -> list[Edit] | None:
    """Return the edits for the word of a ceiling, 最高 or 不超过, that was dropped or added.

    None if anything else changed beside the figures.
    """
    edits: list[Edit] = []
    for pair in diff.rest:
        old, new = str(pair.old.key), str(pair.new.key)
        if old not in _CEILINGS or new not in _CEILINGS:
            return None
        if old and new:
            continue  # a ceiling stays a ceiling
        ours = read_chinese_figures(diff.old)
        figure = next((f for f in ours if f.end > pair.old.start), None)
        place = figure and _counterpart(figure, ours, read_english_figures(english))
        if place is None:
            return None
        said = _CEILING_EN.search(english[: place.start])
        if new and not said:
            edits.append(Edit(place.start, place.start, "up to "))
        elif old and said and not said[0].startswith("capped"):
            edits.append(Edit(said.start(), said.end(), ""))
        else:
            return None
    return edits


def _figure(diff: PassageDiff, pair: Replaced, english: str) -> list[Edit] | None:
    """Find the parts of a figure in the English: a sum has one, a day three."""
    ours = read_chinese_figures(diff.old)
    before = [f for f in ours if pair.old.start <= f.start and f.end <= pair.old.end]
    after = [
        f
        for f in read_chinese_figures(diff.new)
        if pair.new.start <= f.start and f.end <= pair.new.end
    ]
    if len(before) != len(after) or not before:
        return None
    edits: list[Edit] = []
    theirs = read_english_figures(english)
    for one, other in zip(before, after, strict=True):
        if (one.measure, one.value) == (other.measure, other.value):
            continue
        place = _counterpart(one, ours, theirs)
        if place is None or one.measure != other.measure:
            return None
        words = _in_style(other, place)
        if words is None:
            return None
        edits.append(Edit(place.start, place.start + len(place.words), words))
    return edits


def _counterpart(
    one: WrittenFigure, ours: Sequence[WrittenFigure], theirs: Sequence[WrittenFigure]
) -> WrittenFigure | None:
    value = (one.measure, one.value)
    here = [f for f in ours if (f.measure, f.value) == value]
    there = [f for f in theirs if (f.measure, f.value) == value]
    return there[here.index(one)] if len(here) == len(there) else None


def _in_style(figure: WrittenFigure, like: WrittenFigure) -> str | None:
    """Write a figure as the translation wrote the one that it replaces."""
    old = like.words
    if old in MONTHS:
        month = int(figure.value)
        return MONTHS[month - 1] if 1 <= month <= 12 else None
    if figure.measure == "number" and not re.search("[0-9]", old):
        return spelled_number(figure.value, old)
    words = english_style(figure)
    if figure.measure == "number" and "," not in old:
        words = words.replace(",", "")
    if figure.measure == "money" and not re.match("RMB|CNY|¥", old):
        return words.removeprefix("RMB ")
    return words


def _level(diff: PassageDiff, pair: Replaced, english: str) -> list[Edit] | None:
    old, new = str(pair.old.key), str(pair.new.key)
    if old not in _LEVELS or new not in _LEVELS:
        return None
    here = [p.start for p in diff.left if p.kind == "level" and p.key == old]
    there = list(re.finditer(rf"\b{_LEVELS[old]}\b(?! budget| government)", english, re.IGNORECASE))
    if len(here) != len(there):
        return None
    match = there[here.index(pair.old.start)]
    words = _LEVELS[new]
    if match[0][0].isupper():
        words = words.capitalize()
    if match[0] != _LEVELS[old] and match[0] != _LEVELS[old].capitalize():
        return None
    return [Edit(match.start(), match.end(), words)]


def english_body(english: str) -> str:
    """Return an English passage without the departments and the mark at its end."""
    starts = [match.start() for one in (_RESPONSIBLE, _MARK) if (match := one.search(english))]
    return english[: min(starts, default=len(english))]


def departments_edit(english: str, names: Sequence[str], *, had: bool) -> list[Edit] | None:
    """Return the edit of the bracket with the departments, which may be added or dropped.

    None if the Chinese `had` departments and the English has no such bracket.
    """
    match = _RESPONSIBLE.search(english)
    if had != bool(match):
        return None
    noun = "department" if len(names) == 1 else "departments"
    if match and "organisation" in match[0]:
        noun = noun.replace("department", "organisation")
    start, end = match.span() if match else (len(english_body(english)),) * 2
    words = f" (Responsible {noun}: {'; '.join(names)})" if names else ""
    return [Edit(start, end, words)]


def mark_edit(english: str, after: str) -> list[Edit] | None:
    """Return the edit of the mark 补充核心政策条款, which is added or dropped."""
    match = _MARK.search(english)
    if after:
        if match is not None:
            return []
        return [Edit(len(english), len(english), " (core provisions to be added)")]
    return [Edit(match.start(), match.end(), "")] if match else None
