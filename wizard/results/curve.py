"""Draws what a sum does as its figure grows, as places in an SVG of 320 by 150.

The engine has worked the points out; here they are only put into the picture, and into the table
beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import amounts
from results.params import Phrases

Json = Mapping[str, Any]

LEFT, RIGHT, TOP, BOTTOM = 8, 312, 26, 122


@dataclass(frozen=True, slots=True)
class LabelledPoint:
    """A point of the picture with its label; `anchor` is that of SVG text."""

    x: int
    y: int
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class CurveRow:
    """One line of the table: a figure, the sum there, and what is there."""

    figure: str
    sum: str
    remark: str
    here: bool


@dataclass(frozen=True, slots=True)
class CurveDrawing:
    """A curve, ready to be drawn."""

    number: int
    title: str
    said: str
    """The picture in one sentence."""
    path: str
    here: LabelledPoint
    mark: LabelledPoint | None
    """The next threshold, or the last one where none is above."""
    highest: LabelledPoint
    rows: list[CurveRow]


def drawing(phrases: Phrases, claim: Json, curve: Json) -> CurveDrawing:
    """Draw the curve of a claim; `claim` is its entry in the assessment."""
    words, line = phrases.words, phrases.words.lines[curve["award"]]
    points: Sequence[Sequence[str]] = curve["points"]
    figure, amount = curve["here"]
    widest = points[-1][0]
    most = amounts.largest([y for _, y in points])

    def at(x: str, y: str) -> tuple[int, int]:
        return (
            LEFT + amounts.scaled(x, widest, RIGHT - LEFT),
            BOTTOM - amounts.scaled(y, most, BOTTOM - TOP),
        )

    def place(x: str, y: str, label: str) -> LabelledPoint:
        across, up = at(x, y)
        anchor = "start" if across < 80 else "end" if across > 240 else "middle"
        return LabelledPoint(across, up, label, anchor)

    def here_left_of(mark: LabelledPoint | None) -> LabelledPoint:
        """Keep the label of the present figure off the line of the next threshold."""
        here = place(figure, amount, words.say("curve", "here"))
        close = mark is not None and 0 <= mark.x - here.x < 40 < here.x
        return replace(here, anchor="end") if close else here

    fact, name = phrases.fact(line, curve["fact"]), words.of(line.name)
    worded = words.worded(amount, line.wording)
    threshold = _next_mark(curve)
    mark = None
    if threshold is not None:
        named = words.money(threshold["at"])
        said = words.part("curve", f"mark-{threshold['why']}", figure=named)
        mark = place(threshold["at"], "0", said)
    return CurveDrawing(
        number=phrases.numbers[claim["claim"]],
        title=words.part("curve", "title", subject=claim["subject"], award=name, fact=fact),
        said=words.say(
            "curve", "said", fact=fact, figure=phrases.answer(line, curve["fact"], figure),
            amount=worded,
        ),
        path="M" + " L".join(f"{x} {y}" for x, y in (at(*point) for point in points)),
        here=here_left_of(mark),
        mark=mark,
        highest=place("0", most, words.worded(most, line.wording)),
        rows=_rows(phrases, curve),
    )  # fmt: skip


def _next_mark(curve: Json) -> Json | None:
    marks: Sequence[Json] = curve["marks"]
    above = [mark for mark in marks if amounts.compare(mark["at"], curve["here"][0]) > 0]
    return next(iter([*above, *marks[-1:]]), None)


def _rows(phrases: Phrases, curve: Json) -> list[CurveRow]:
    words, line = phrases.words, phrases.words.lines[curve["award"]]

    def row(figure: str, amount: str, remark: str, here: bool) -> CurveRow:
        empty = amounts.is_zero(amount)
        worded = words.say("marks", "none") if empty else words.worded(amount, line.wording)
        return CurveRow(figure, worded, remark, here)

    found = [
        (mark["at"], row(
            words.part("curve", "above" if mark["compare"] == ">" else "from",
                       figure=words.money(mark["at"])),
            mark["amount"], words.say("curve", mark["why"]), False))
        for mark in curve["marks"]
    ]  # fmt: skip
    figure, amount = curve["here"]
    here = row(words.money(figure), amount, words.say("curve", "here"), True)
    before = [row_ for at, row_ in found if amounts.compare(at, figure) <= 0]
    return [*before, here, *(row_ for at, row_ in found if amounts.compare(at, figure) > 0)]
