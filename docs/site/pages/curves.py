"""What an award comes to over its figure, computed by the engine itself, for the drawings.

Only awards whose sum follows a figure have a curve: a rate, with or without a ceiling, and a
ladder of thresholds. A condition of the figure itself bends the curve; every other condition is
taken as fulfilled, and the page says what was taken.
"""

import json
from collections.abc import Set
from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction
from functools import cache

import eligibility
from clauses.document import PolicyDocument
from clauses.wizard_part import policy_bytes
from eligibility.mechanisms import mechanism_of
from eligibility.rules import Award, Condition
from wizard.page.maximum_amount import in_decimals

FEN = Decimal("0.01")
_UNBOUNDED = Decimal(1_000_000)
"""Where the drawing of an award without a ceiling ends: no figure of the text bounds it."""


@dataclass(frozen=True)
class Point:
    """What is given (yuan) for so much of the figure (yuan)."""

    figure: Decimal
    award: Decimal


@dataclass(frozen=True)
class Curve:
    """One award over its figure."""

    of: str
    """The fact on the axis."""
    line: list[Point]
    """The corners; two at one place, a fen apart, where the sum jumps."""
    jumps: list[tuple[Point, Point, bool]]
    """Each jump: the points before and after it, and whether its own figure counts as after."""
    rows: list[Point]
    """Round figures, corners and thresholds, for a table."""
    end: Decimal
    ceiling: Decimal | None
    bites: Decimal | None
    """From this figure on the ceiling cuts the sum."""
    taken: dict[str, Decimal]
    """Further facts with the sum (yuan) that was taken for them."""


class CurveError(Exception):
    """No curve would be true: nothing is paid, or what it takes may go against a condition."""


def curves_of(policy: PolicyDocument) -> dict[str, Curve]:
    """Return the curves by award, where there is one; the same policy is computed once."""
    return _curves(policy_bytes(policy.wizard))


@cache
def _curves(document: bytes) -> dict[str, Curve]:
    read = json.loads(document)
    engine = eligibility.Policy.from_document(read)
    day = read["validity"]["from"]
    found = {}
    for award in read["awards"]:
        with suppress(CurveError):
            if mechanism_of(award["sum"]).curved:
                found[award["id"]] = _Plotter(engine, engine.awards[award["id"]], day).curve()
    return found


class _Plotter:
    def __init__(self, engine: eligibility.Policy, award: Award, day: str) -> None:
        assert award.sum is not None
        self.rule = award.sum
        self.day = day
        self.of = self.rule.figure
        kept = _of_figure(award, self.of, {*self.rule.assumed(Fraction(0))})
        least = (one.figure for one in kept if one.of is None and one.comparison in (">", ">="))
        self.beside = {
            name: round_up(in_decimals(value)) if value else Decimal(0)
            for name, value in self.rule.assumed(max(least, default=Fraction(0))).items()
        }
        drawn = {self.of, *self.beside}
        self.award = replace(
            award,
            facts=tuple(fact for fact in award.facts if fact.name in drawn),
            conditions=tuple(kept),
            reviews=(),
            title_by=None,
        )
        awards = {award.id: self.award}
        self.engine = replace(engine, awards=awards, limits=(), others=())
        beside = {name: Fraction(value) for name, value in self.beside.items()}
        self.stops = self.rule.stops(beside)
        self.thresholds = [_up(at) for at, _, why in self.stops if why == "step"]
        for one in kept:
            base = Fraction(1) if one.of is None else beside[one.of] or one.substitute
            self.thresholds.append(_up(one.figure * base))
        self.starts = [_up(at) for at in self.rule.starts(beside)]

    def curve(self) -> Curve:
        ceiling = None if self.rule.at_most is None else _up(self.rule.at_most)
        reached = [_up(at) for at, _, why in self.stops if why == "ceiling"]
        # where a condition keeps the figure from it, the ceiling shortens nothing
        bites = next((at for at in reached if self.at(at).award == ceiling), None)
        corners = [*self.thresholds, *([bites] if bites else []), *self.starts]
        end = round_up(max(corners) * Decimal("1.3")) if any(corners) else _UNBOUNDED
        jumps = [jump for at in sorted(set(self.thresholds)) if (jump := self._jump(at))]
        places = {Decimal(0), end, *corners}
        places |= {point.figure for before, after, _ in jumps for point in (before, after)}
        between = [Decimal(0)] if self.rule.by_steps else ticks(end)
        line = [self.at(place) for place in sorted(places)]
        if not any(point.award for point in line):
            raise CurveError(f"{self.award.id}: no figure pays anything")
        return Curve(
            of=self.of,
            line=line,
            jumps=jumps,
            rows=[self.at(place) for place in sorted({*between, *corners})],
            end=end,
            ceiling=ceiling if bites else None,
            bites=bites,
            taken={name: value for name, value in self.beside.items() if value},
        )

    def _jump(self, at: Decimal) -> tuple[Point, Point, bool] | None:
        before, here, after = self.at(max(at - FEN, Decimal(0))), self.at(at), self.at(at + FEN)
        if abs(after.award - before.award) <= 2 * FEN:
            return None
        counts = abs(here.award - before.award) > FEN
        return (before, here, True) if counts else (here, after, False)

    def at(self, figure: Decimal) -> Point:
        """Let the engine compute the award for one figure."""
        facts = {name: f"{value:f}" for name, value in (self.beside | {self.of: figure}).items()}
        claim = {"id": "a", "award": self.award.id, "subject": "1", "date": self.day}
        document = {"claims": [claim | {"facts": facts}], "paid": []}
        application = eligibility.read_application(json.dumps(document))
        result = eligibility.assess(self.engine, application)["awards"][0]
        if result["status"] not in ("payable", "not-eligible") or result["amount"] is None:
            raise CurveError(
                f"{self.award.id} at {figure:f} yuan: {result['status']}, "
                f"missing {result['missing']}"
            )
        return Point(figure, Decimal(result["amount"]))


def _of_figure(award: Award, figure: str, beside: Set[str]) -> list[Condition]:
    """Return the conditions that bend the curve; the others are taken as fulfilled.

    There is no curve where one asks more of what is drawn, or taken, than a least or a most.
    """
    if next(fact.type for fact in award.facts if fact.name == figure) != "money":
        raise CurveError(f"{award.id}: {figure} is no sum of money")
    found = []
    for place, one in enumerate(award.conditions):
        if {figure, *beside}.isdisjoint({one.fact, one.of, *one.given}):
            continue
        joined = any(other.alternative for other in award.conditions[max(place, 1) : place + 2])
        plain = one.codes is None and one.fact == figure and one.of in (None, *beside)
        if joined or one.given or not plain:
            raise CurveError(f"{award.id}: a drawing cannot show the condition on {one.fact}")
        found.append(one)
    return found


_STEPS = tuple(map(Decimal, ("1", "1.2", "1.5", "2", "2.5", "3", "4", "5", "6", "8", "10")))


def _up(yuan: Fraction) -> Decimal:
    """Take the next whole fen."""
    return in_decimals(yuan).quantize(FEN, ROUND_CEILING)


def round_up(value: Decimal) -> Decimal:
    """Return the next figure that is easy to say: 38,461 becomes 40,000."""
    size = Decimal(10) ** value.adjusted()
    return next(step * size for step in _STEPS if step * size >= value)


def ticks(end: Decimal, most: int = 5) -> list[Decimal]:
    """Return round figures from zero up to `end`, `end` not always among them."""
    base = Decimal(10) ** (end.adjusted() - 1)
    step = next(step for n in (1, 2, 5, 10, 20, 50) if end / (step := base * n) <= most)
    return [step * n for n in range(int(end / step) + 1)]
