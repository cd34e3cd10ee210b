"""Where facts are as given: a code from a list, yes or no, or a figure that passes a threshold."""

from collections.abc import Iterator
from fractions import Fraction

from eligibility.mechanisms.mechanism import Json, Values, number
from eligibility.mechanisms.parts.part import FactValue, Make, Part, Turn
from eligibility.mechanisms.thresholds import passes


class Given:
    """What a part asks of facts before it counts."""

    def __init__(self, entry: Json) -> None:
        """Take it over: codes, or `[{"compare": ">", "figure": "0.2"}]`."""
        tests = {
            name: [one for one in asked if isinstance(one, dict)] for name, asked in entry.items()
        }
        self.codes = {name: frozenset(asked) for name, asked in entry.items() if not tests[name]}
        self.figures = [
            (FactValue(name), one["compare"], Fraction(one["figure"]))
            for name, found in tests.items()
            for one in found
        ]

    def holds(self, values: Values) -> bool:
        """Return whether every fact is as given."""
        return all(values[name] in codes for name, codes in self.codes.items()) and all(
            passes(number(values, fact.name), compare, figure)
            for fact, compare, figure in self.figures
        )

    def facts(self) -> Iterator[str]:
        """Yield the figures that are compared."""
        for fact, _, _ in self.figures:
            yield fact.name

    def turns(self) -> Iterator[Turn]:
        """Yield the thresholds."""
        for fact, compare, figure in self.figures:
            yield fact, figure, compare, "step"


class PartWhereGiven(Part):
    """A part that counts where facts are as given."""

    def __init__(self, entry: Json, make: Make) -> None:
        super().__init__(entry, make)
        self.given = Given(entry["when"] or {})

    def codes(self) -> Iterator[str]:
        yield from self.given.codes
        yield from super().codes()

    def facts(self) -> Iterator[str]:
        yield from super().facts()
        yield from self.given.facts()

    def turns(self, values: Values) -> Iterator[Turn]:
        """Yield the thresholds from which on it counts."""
        return self.given.turns()
