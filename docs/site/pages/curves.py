"""What an award comes to over its figure, computed by the engine itself, for the drawings.

Only awards whose sum follows a figure have a curve: a rate, with or without a ceiling, and a
ladder of thresholds. Everything else that the engine needs to know is taken as fulfilled, and the
page says what was taken.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction
from functools import cache
from typing import Any

import eligibility
from clauses.document import PolicyDocument
from clauses.wizard_part import policy_bytes
from eligibility.mechanisms import mechanism_of, sum_of
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
    same: list[str]
    """Further facts taken to be as large as the figure."""
    taken: dict[str, Decimal]
    """Further facts with the sum (yuan) that was taken for them."""


class CurveError(Exception):
    """The engine does not give one sum for the facts that were taken."""


def curves_of(policy: PolicyDocument) -> dict[str, Curve]:
    """Return the curves by award; the same policy is computed once.

    An award that asks for another figure than money, a share or a day beside, has none.
    """
    return _curves(policy_bytes(policy.wizard))


@cache
def _curves(document: bytes) -> dict[str, Curve]:
    read = json.loads(document)
    engine = eligibility.Policy.from_document(read)
    day = read["validity"]["from"]
    awards = [award for award in read["awards"] if mechanism_of(award["sum"]).curved]
    found = {}
    for award in awards:
        with suppress(CurveError, ArithmeticError):
            found[award["id"]] = _Plotter(engine, award, day).curve()
    return found


class _Plotter:
    def __init__(self, engine: eligibility.Policy, award: dict[str, Any], day: str) -> None:
        self.engine = engine
        self.award = award
        self.rule = sum_of(award["sum"])
        self.day = day
        self.of = self.rule.figure
        self.facts: dict[str, object] = {}
        self.same: list[str] = []
        self.thresholds: list[Decimal] = []
        for condition in award["conditions"]:
            self._take(condition)
        self.taken: dict[str, Decimal] = {}
        for name, value in self.rule.assumed(Fraction(max([*self.thresholds, Decimal(0)]))).items():
            if value:
                self.taken[name] = round_up(in_decimals(value))
            else:
                self.facts[name] = "0"
        taken = {name: Fraction(value) for name, value in self.taken.items()}
        self.stops = self.rule.stops(taken)
        self.thresholds += [_up(at) for at, _, why in self.stops if why == "step"]
        self.starts = [_up(at) for at in self.rule.starts(taken)]

    def _take(self, condition: dict[str, Any]) -> None:
        """Take a condition as fulfilled."""
        name, test = condition["fact"], condition["test"]
        for fact, codes in (condition["given"] or {}).items():
            self.facts.setdefault(fact, codes[0])
        if "in" in test:
            self.facts[name] = test["in"][0]
        elif test["of"] is None:
            self.thresholds.append(Decimal(test["figure"]))
            if name != self.of:
                types = {fact["name"]: fact["type"] for fact in self.award["facts"]}
                if types[name] != types[self.of]:
                    raise CurveError(f"{self.award['id']}: {name} is no sum")
                self.same.append(name)

    def curve(self) -> Curve:
        bites = next((_up(at) for at, _, why in self.stops if why == "ceiling"), None)
        corners = [*self.thresholds, *([bites] if bites else []), *self.starts]
        end = round_up(max(corners) * Decimal("1.3")) if corners else _UNBOUNDED
        jumps = [jump for at in sorted(set(self.thresholds)) if (jump := self._jump(at))]
        places = {Decimal(0), end, *corners}
        places |= {point.figure for before, after, _ in jumps for point in (before, after)}
        between = [Decimal(0)] if self.rule.by_steps else ticks(end)
        rows = {*between, *corners}
        return Curve(
            of=self.of,
            line=[self.at(place) for place in sorted(places)],
            jumps=jumps,
            rows=[self.at(place) for place in sorted(rows)],
            end=end,
            ceiling=None if self.rule.at_most is None else _up(self.rule.at_most),
            bites=bites,
            same=self.same,
            taken=self.taken,
        )

    def _jump(self, at: Decimal) -> tuple[Point, Point, bool] | None:
        before, here, after = self.at(at - FEN), self.at(at), self.at(at + FEN)
        if after.award - before.award <= 2 * FEN:
            return None
        counts = here.award - before.award > FEN
        return (before, here, True) if counts else (here, after, False)

    def at(self, figure: Decimal) -> Point:
        """Let the engine compute the award for one figure."""
        money = dict.fromkeys((self.of, *self.same), figure) | self.taken
        facts = self.facts | {name: f"{value:f}" for name, value in money.items()}
        claim = {"id": "a", "award": self.award["id"], "subject": "1", "date": self.day}
        document = {"claims": [claim | {"facts": facts}], "paid": []}
        application = eligibility.read_application(json.dumps(document))
        result = eligibility.assess(self.engine, application)["awards"][0]
        if result["status"] not in ("payable", "not-eligible") or result["amount"] is None:
            raise CurveError(
                f"{self.award['id']} at {figure:f} yuan: {result['status']}, "
                f"missing {result['missing']}"
            )
        return Point(figure, Decimal(result["amount"]))


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
