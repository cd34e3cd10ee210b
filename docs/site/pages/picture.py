"""The picture of the policy at a glance: each chapter's clauses, and its awards by largest sum."""

from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

from clauses.document import Chapter, Clause
from docs.site.money import money
from docs.site.pages.facts import Facts
from docs.site.pages.render import Renderer
from wizard.page.maximum_amount import maximum_amount

_EDGE = 3.0
"""Percent of the width that is kept free on either side, so that no dot is cut."""
_APART = 3.6
"""Percent of the width between the centres of two dots that do not touch on a narrow screen."""
_STEP = 11
"""Pixels from one row of dots to the next."""
_LOWEST = 40
"""Pixels of height that the drawing of a chapter has at least."""


@dataclass(frozen=True)
class ScaleLine:
    """A line of the scale."""

    x: str
    label: str
    anchor: str
    """How the label is aligned with its line: start, middle, end."""


@dataclass(frozen=True)
class Dot:
    """An award at its largest sum."""

    x: str
    y: int
    facts: Facts
    sum: str
    """最高3000万元, at most RMB 30 million: with the wording of the award."""


@dataclass(frozen=True)
class Chip:
    """A clause, and whether it gives a sum, a line without a sum, or nothing to claim."""

    clause: Clause
    gives: str


@dataclass(frozen=True)
class Lane:
    """One chapter."""

    chapter: Chapter
    chips: list[Chip]
    dots: list[Dot]
    height: int
    """Of its drawing, in pixels."""


@dataclass(frozen=True)
class Picture:
    """Everything that the template draws and lists."""

    ticks: list[ScaleLine]
    lanes: list[Lane]
    without: list[Facts]
    """Awards for which the text names no sum, so that they have no place on the scale."""


def picture(render: Renderer) -> Picture:
    """Draw the awards of all chapters on one scale; each step is ten times the last."""
    awards = {award.id: award for _, award in render.policy.awards}
    sums = {id_: maximum_amount(award.sum) for id_, award in awards.items()}
    known = [value for value in sums.values() if value is not None] or [Decimal(1)]
    low, high = floor(log10(min(known))), ceil(log10(max(known)))
    place = _Scale(low, max(high, low + 1))
    return Picture(
        [_tick(render, place, power) for power in range(place.low, place.high + 1)],
        [_lane(*chapter, render.facts, sums, place) for chapter in render.chapters],
        [
            render.facts[id_]
            for id_, value in sums.items()
            if value is None and awards[id_].is_payment
        ],
    )


@dataclass(frozen=True)
class _Scale:
    low: int
    high: int

    def __call__(self, value: Decimal) -> float:
        """Return the place of a sum in percent of the width."""
        return _EDGE + (100 - 2 * _EDGE) * (log10(value) - self.low) / (self.high - self.low)


def _tick(render: Renderer, place: _Scale, power: int) -> ScaleLine:
    value = Decimal(10) ** power
    anchor = "start" if power == place.low else "end" if power == place.high else "middle"
    label = money(value, render.language)
    if power > place.low:
        label = label.removeprefix("RMB ")  # said once: there is no room for more on a phone
    return ScaleLine(f"{place(value):.2f}%", label, anchor)


def _lane(
    chapter: Chapter,
    clauses: list[Clause],
    facts: dict[str, Facts],
    sums: dict[str, Decimal | None],
    place: _Scale,
) -> Lane:
    placed = [
        (place(value), facts[award.id])
        for clause in clauses
        for award in clause.awards
        if (value := sums[award.id]) is not None
    ]
    rows: list[list[float]] = []
    found: list[tuple[float, int, Facts]] = []
    for x, entry in sorted(placed, key=lambda pair: pair[0]):
        row = next((n for n, xs in enumerate(rows) if x - xs[-1] >= _APART), len(rows))
        if row == len(rows):
            rows.append([])
        rows[row].append(x)
        found.append((x, row, entry))
    height = max(_STEP * len(rows) + 6, _LOWEST)
    dots = [
        Dot(f"{x:.2f}%", height - 8 - _STEP * row, entry, _sum(entry)) for x, row, entry in found
    ]
    return Lane(chapter, [Chip(clause, _gives(clause)) for clause in clauses], dots, height)


def _sum(entry: Facts) -> str:
    """Return the largest sum as the award's own row says it."""
    most = entry.payment.most
    assert most is not None
    return most.text


def _gives(clause: Clause) -> str:
    return "sum" if clause.awards else "line" if clause.lines else "nothing"
