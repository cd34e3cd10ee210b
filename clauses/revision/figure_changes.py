"""What changed in the figures of a sentence: their values, and how they bind or are compared."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from clauses.revision.bounds import (
    PER,
    Compared,
    Strength,
    compared,
    compared_alike,
    enumerations,
    series,
    strength,
    time_bound,
)
from clauses.revision.change import Change
from clauses.revision.figures import PlacedFigure, figures
from clauses.revision.hunks import NO_SUM, SUMS
from clauses.revision.roles import role
from clauses.revision.tokens import Token, TokenRun
from clauses.revision.words import KIND_OF, alternatives

_NEAR = 16
"""A word that binds a figure from further away is not shown with it."""
_GIVEN = SUMS | {"cumulative-limit", "count-limit"}
_OF_A_PART = re.compile("(?:（含）)?(?:以[上下])?的?部分")
_STAGE = re.compile(
    alternatives([word for word, kind in KIND_OF.items() if kind == "stage" and word != "阶段"])
)


def another_way(left: TokenRun, right: TokenRun) -> Change | None:
    """Return the change from a sum to 一事一议, or from that to a sum."""
    if not any(t.words in NO_SUM for t in (*left, *right)):
        return None
    words, values = [], []
    for run in (left, right):
        named = next((f"“{t.words}”" for t in run if t.words in NO_SUM), None)
        rows = enumerations(run.text, run.figures)
        sums = "、".join(with_strength(run.text, row[0], row[-1].end) for row in rows)
        words.append(sums or named or run.words or None)
        values.append(run.figures[0].value if len(run.figures) == 1 else None)
    return Change("instrument", words[0], words[1], values[0], values[1])


def swapped(
    old: str,
    new: str,
    removed: Sequence[Sequence[PlacedFigure]],
    added: Sequence[Sequence[PlacedFigure]],
) -> Change | None:
    """Return the change of sums that changed places: each level has that of another now."""
    if not len(removed) == len(added) == 1:
        return None
    values = [[one.value for one in row] for row in (*removed, *added)]
    if values[0] == values[1] or sorted(values[0]) != sorted(values[1]):
        return None
    if role(old, removed[0][0]) not in SUMS:
        return None
    sides = zip((old, new), (removed[0], added[0]), strict=True)
    words = [with_strength(text, row[0], row[-1].end) for text, row in sides]
    return Change("tier", words[0], words[1])


def staged(left: TokenRun, right: TokenRun) -> Change | None:
    """Return the change of the instalments, if more than one thing changed: they make one whole."""
    runs = (left, right)
    rows = [run.figures for run in runs]
    if {role(run.text, one) for run in runs for one in run.figures} != {"stage"}:
        return None
    counts = [[one.value for one in row if one.measure == "count"] for row in rows]
    stages = [_stages(run.text) for run in runs]
    same = stages[0][0] and stages[0] == stages[1]
    if same and (not all(counts) or counts[0] == counts[1]):
        # 按…两个阶段分别给予30%、70%, 其中开工阶段30%，竣工阶段70%
        return Change("wording", left.words or None, right.words or None)
    named = any(t.kind == "stage" for run in runs for t in run)
    others = len(list(figure_pairs(rows[:1], rows[1:]))) if all(rows) else max(map(len, rows))
    if others + named < 2:
        return None
    return Change("stage", left.part or None, right.part or None)


def _stages(text: str) -> tuple[list[object], set[str]]:
    """Return the shares of the instalments in their order, and the names of the stages."""
    shares: list[object] = [
        one.value for one in figures(text)
        if one.measure == "share" and role(text, one) == "stage"
    ]  # fmt: skip
    return shares, {*_STAGE.findall(text)}


def figure_pairs(
    removed: Sequence[Sequence[PlacedFigure]], added: Sequence[Sequence[PlacedFigure]]
) -> Iterator[tuple[PlacedFigure | None, PlacedFigure | None]]:
    """Pair the enumerations of a hunk in their order, like with like, then figure with figure."""
    rest = list(added)
    for row in removed:
        other = next((one for one in rest if one[0].measure == row[0].measure), None)
        if other is not None:
            rest.remove(other)
        yield from _in_a_row(row, other or ())
    for other in rest:
        yield from _in_a_row((), other)


def _in_a_row(
    old: Sequence[PlacedFigure], new: Sequence[PlacedFigure]
) -> Iterator[tuple[PlacedFigure | None, PlacedFigure | None]]:
    """Pair two enumerations: place by place where they are equally long, or by their values."""
    if len(old) == len(new):
        yield from (pair for pair in zip(old, new, strict=True) if pair[0].key != pair[1].key)
        return
    matcher = SequenceMatcher(None, [f.key for f in old], [f.key for f in new], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            yield from zip_longest(old[i1:i2], new[j1:j2])


def of_a_part(text: str, figure: PlacedFigure) -> bool:
    """Tell whether a figure says from where on something counts: 对其研发投入超过6%以上的部分."""
    return bool(_OF_A_PART.match(text, figure.end))


def figure_change(
    old: str, new: str, before: PlacedFigure | None, after: PlacedFigure | None
) -> Change:
    kind = role(old, before) if before else role(new, after) if after else "wording"
    for text, one, other in ((old, before, after), (new, after, before)):
        if one and not other and of_a_part(text, one):
            kind = "base"
    return Change(
        kind,
        with_strength(old, before, before.end) if before else None,
        with_strength(new, after, after.end) if after else None,
        before.value if before else None,
        after.value if after else None,
        dates=any(one is not None and one.measure == "date" for one in (before, after)),
    )


def with_strength(text: str, figure: PlacedFigure, end: int) -> str:
    word = strength(text, figure).words
    at = figure.start - len(word) if text[: figure.start].endswith(word) else figure.start
    return text[at : end + len(figure.carried)]


def bound_otherwise(
    old: str, new: str, pairs: Iterable[tuple[PlacedFigure, PlacedFigure]]
) -> Iterator[Change]:
    """Figures that stay but are no longer a ceiling, or compared in another way.

    An enumeration is reported once.
    """
    said: set[tuple[str, int]] = set()
    for before, after in pairs:
        place = series(old, before)[0]
        was, is_ = compared(old, before), compared(new, after)
        one, other = strength(old, before), strength(new, after)
        times = time_bound(old, before), time_bound(new, after)
        floors = {one.meaning, other.meaning} == {"floor", "exact"}
        words = _bounded(old, before, was, one), _bounded(new, after, is_, other)
        if not compared_alike(was.meaning, is_.meaning):
            as_floor = {was.meaning, is_.meaning} in ({"", "or-more"}, {"", "at-least"}) and floors
            given = role(old, before) in _GIVEN and {one.meaning, other.meaning} > {"floor"}
            below = {was.meaning, is_.meaning} == {"", "or-less"} and role(old, before) in SUMS
            if below and {one.meaning, other.meaning} == {"ceiling", "exact"}:
                yield Change("wording", *words)  # 最高100万元, 100万元以下
                continue
            change = Change("strength" if as_floor or given else "comparison", *words)
        elif one.meaning != other.meaning and not (floors and was.meaning):
            single = words[0].endswith(before.words) and words[1].endswith(after.words)
            values = (before.value, after.value) if single else (None, None)
            change = Change("strength", *words, *values)
        elif {times[0][0], times[1][0]} == {"until", "after"}:
            timed = old[before.start : times[0][1]], new[after.start : times[1][1]]
            until = (old, before) if times[0][0] == "until" else (new, after)
            change = Change(role(*until), *timed)
        elif (was.before, was.after) != (is_.before, is_.after):
            change = Change("wording", *words)
        else:
            continue
        if (change.kind, place) not in said:
            said.add((change.kind, place))
            yield change


def counterparts(
    a: Sequence[Token], b: Sequence[Token], matcher: SequenceMatcher[object]
) -> Iterator[tuple[PlacedFigure, PlacedFigure]]:
    """Yield the figures that stay, and those that one change of a figure names together."""
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        left = [one for t in a[i1:i2] for one in t.figures]
        right = [one for t in b[j1:j2] for one in t.figures]
        alike = [f.measure for f in left] == [f.measure for f in right]
        if tag == "equal" or alike:
            yield from zip(left, right, strict=True)
        elif left and right:  # of a row that lost some, those that stay
            keys = SequenceMatcher(None, [f.key for f in left], [f.key for f in right], False)
            for i, j, size in keys.get_matching_blocks():
                yield from zip(left[i : i + size], right[j : j + size], strict=True)


def _bounded(text: str, figure: PlacedFigure, how: Compared, bound: Strength) -> str:
    """Return the enumeration of a figure with the words beside it that bind or compare it."""
    start, end = series(text, figure)
    for word in (how.before, bound.words):
        if word and text[:start].endswith(word):
            start -= len(word)
        elif word and word == bound.words and start - _NEAR <= text.rfind(word, 0, start):
            start = text.rfind(word, 0, start)  # 不低于实际投入的10%
    for word in (how.after, bound.words):
        if word and (after := re.compile(PER + re.escape(word)).match(text, end)):
            end = after.end()
    return text[start:end]
