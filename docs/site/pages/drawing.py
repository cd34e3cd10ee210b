"""The drawing of a curve: coordinates of lines, marks and labels, and a table of the figures."""

from dataclasses import dataclass
from decimal import Decimal

from clauses.document import Award
from docs.site.labels import fact_label
from docs.site.language import Language
from docs.site.money import money
from docs.site.pages.curves import Curve, Point, ticks
from docs.site.words import words

LEFT, RIGHT, TOP, BOTTOM = 44, 310, 30, 176
"""The edges of the plot, in units of the view box of 320 by 214."""
_CHINESE_UNITS = ((Decimal(10**8), "亿元"), (Decimal(10**4), "万元"))
_ENGLISH_UNITS = ((Decimal(10**9), "RMB billion"), (Decimal(10**6), "RMB million"))


@dataclass(frozen=True)
class AxisLabel:
    """A figure at an axis."""

    at: str
    """Its place along the axis."""
    text: str


@dataclass(frozen=True)
class Mark:
    """A dot where the sum jumps or meets its ceiling; it is filled if its own figure counts."""

    x: str
    y: str
    full: bool
    said: str = ""
    """Figure and sum in words, where the dot leads to the words of the text."""


@dataclass(frozen=True)
class PointRow:
    """One row of the table next to the drawing."""

    figure: str
    award: str
    corner: bool = False
    """True where the curve bends or jumps."""
    remark: str = ""
    """What happens there, if the row does not show it."""


@dataclass(frozen=True)
class Drawing:
    """The values for the template; coordinates are text with one decimal."""

    title: str
    description: str
    of: str
    across: list[AxisLabel]
    up: list[AxisLabel]
    across_unit: str
    up_unit: str
    line: str
    """The points of the curve."""
    field: str
    """The same, closed along the axis."""
    marks: list[Mark]
    ceiling: str
    """The height of the ceiling; empty if there is none."""
    ceiling_text: str
    bites: str
    """The place on the axis from which the ceiling limits the sum."""
    taken: str
    """The assumptions, in words."""
    rows: list[PointRow]


def drawing(award: Award, curve: Curve, language: Language) -> Drawing:
    """Lay out the curve of `award` in the words of `language`."""
    return _Layout(award, curve, language).drawing()


class _Layout:
    def __init__(self, award: Award, curve: Curve, language: Language) -> None:
        self.award, self.curve, self.language = award, curve, language
        self.words = words(language)
        self.of = fact_label(award, curve.of, language)
        top = max(point.award for point in curve.line)
        self.top = top * Decimal("1.12")
        self.across_size, self.across_unit = self._unit(curve.end)
        self.up_size, self.up_unit = self._unit(top)

    def drawing(self) -> Drawing:
        curve, w, name = self.curve, self.words, self.language.of(self.award.name)
        places = [f"{self._x(p.figure)},{self._y(p.award)}" for p in curve.line]
        return Drawing(
            title=w["drawing_title"].format(name=name, of=self.of),
            description=self._description(),
            of=self.of,
            across=[
                AxisLabel(self._x(v), self._number(v / self.across_size)) for v in ticks(curve.end)
            ],
            up=[
                AxisLabel(self._y(v), self._number(v / self.up_size))
                for v in ticks(max(point.award for point in curve.line), 4)
            ],
            across_unit=self.across_unit,
            up_unit=self.up_unit,
            line=" ".join(places),
            field=" ".join([f"{LEFT},{BOTTOM}", *places, f"{RIGHT},{BOTTOM}"]),
            marks=self._marks(),
            ceiling=self._y(curve.ceiling) if curve.ceiling else "",
            ceiling_text=self._given(curve.ceiling) if curve.ceiling else "",
            bites=self._x(curve.bites) if curve.bites else "",
            taken=self._taken(),
            rows=self._rows(),
        )

    def _marks(self) -> list[Mark]:
        """The dots: the lower and the upper end of each jump, and where the ceiling begins."""
        curve, found = self.curve, []
        for before, after, counts in curve.jumps:
            figure = self._money(before.figure if not counts else after.figure)
            from_here = figure if counts else self.words["more_than"] % figure
            said = self.words["drawing_pair"] % (from_here, self._given(after.award))
            found += [
                Mark(self._x(before.figure), self._y(before.award), not counts),
                Mark(self._x(after.figure), self._y(after.award), counts, said),
            ]
        if curve.ceiling and curve.bites:
            pair = (self._money(curve.bites), self._given(curve.ceiling))
            said = self.words["drawing_pair"] % pair
            found.append(Mark(self._x(curve.bites), self._y(curve.ceiling), True, said))
        return found

    def _x(self, figure: Decimal) -> str:
        return f"{LEFT + figure / self.curve.end * (RIGHT - LEFT):.1f}"

    def _y(self, award: Decimal) -> str:
        return f"{BOTTOM - award / self.top * (BOTTOM - TOP):.1f}"

    def _unit(self, largest: Decimal) -> tuple[Decimal, str]:
        units = _CHINESE_UNITS if self.language.code == "zh" else _ENGLISH_UNITS
        return next((unit for unit in units if largest >= unit[0] * 2), units[-1])

    def _number(self, value: Decimal) -> str:
        return f"{value.normalize():f}" if value else "0"

    def _money(self, value: Decimal) -> str:
        """Write a sum; a sum that is not round is rounded, and marked as rounded."""
        places = max(value.adjusted() - 4, -2)
        near = round(value, -places)
        written = money(near, self.language)
        return written if near == value else self.words["roughly"] % written

    def _given(self, award: Decimal) -> str:
        """Write a sum that is given; a ceiling is marked as one."""
        if award and self.award.wording == "ceiling":
            return self.words["at_most"] % self._money(award)
        return self._money(award)

    def _description(self) -> str:
        pairs = [self.words["drawing_pair"] % (row.figure, row.award) for row in self._rows()]
        return self.language.semicolon.join(pairs)

    def _taken(self) -> str:
        said = [self.words["taken_conditions"]] if self.award.conditions else []
        for name, value in self.curve.taken.items():
            label = fact_label(self.award, name, self.language)
            said.append(label + self.language.colon + self._money(value))
        return self.language.semicolon.join(said)

    def _rows(self) -> list[PointRow]:
        beyond = {before.figure: after for before, after, counts in self.curve.jumps if not counts}
        reached = {after.figure for _, after, counts in self.curve.jumps if counts}
        rows = []
        for point in self.curve.rows:
            rows.append(self._row(point, reached))
            if point.figure in beyond:
                figure = self.words["more_than"] % self._money(point.figure)
                rows.append(PointRow(figure, self._given(beyond[point.figure].award), True))
        return rows

    def _row(self, point: Point, reached: set[Decimal]) -> PointRow:
        figure, award = self._money(point.figure), self._given(point.award)
        if point.figure in reached:
            return PointRow(figure, award, True, self.words["from_here"])
        if point.figure == self.curve.bites:
            return PointRow(figure, award, True, self.words["ceiling_bites"])
        return PointRow(figure, award)
