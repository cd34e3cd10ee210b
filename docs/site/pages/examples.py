"""Examples for “how to read this policy”, chosen from the policy by what they show."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

import amounts
from clauses.document import Award, Bilingual, Clause, Line
from docs.site.labels import fact_label
from docs.site.language import EN, ZH
from docs.site.money import money, sum_of
from docs.site.pages.facts import Facts
from docs.site.pages.render import Renderer
from eligibility.mechanisms import mechanism_of


@dataclass(frozen=True)
class Trial:
    """A rate with a ceiling, tried on a figure."""

    input: str
    share: str
    """The result of the rate alone."""
    result: str
    """The most that the draft allows."""


class Examples:
    """The first award or line of the text that shows each point; None if there is none."""

    def __init__(self, render: Renderer, facts: dict[str, Facts]) -> None:
        self._render = render
        self._facts = [entry for entry in facts.values() if entry.award.kind != "price-floor"]

    def _first(self, shows: Callable[[Award], object]) -> Facts | None:
        return next((entry for entry in self._facts if shows(entry.award)), None)

    def count(self, wording: str) -> int:
        """Return the number of awards with this wording: exact, ceiling, reference."""
        return sum(entry.award.wording == wording for entry in self._facts)

    @cached_property
    def rated(self) -> Facts | None:
        """A rate of one figure, with a ceiling."""
        return self._first(lambda a: a.sum.get("at_most") and _of_one_fact(a))

    @property
    def rated_of(self) -> str:
        """What the rate is a share of."""
        assert self.rated is not None
        return fact_label(self.rated.award, self.rated.award.sum["of"], self._render.language)

    @property
    def rate(self) -> str:
        """The rate of the example, as a bare percentage."""
        assert self.rated is not None
        return amounts.share(self.rated.award.sum["rate"])

    @property
    def trials(self) -> list[Trial]:
        """The rate at half and at twice the figure at which it reaches its ceiling."""
        if self.rated is None:
            return []
        rule = self.rated.award.sum
        rate, most = Decimal(rule["rate"]), Decimal(rule["at_most"])
        language = self._render.language
        return [
            Trial(
                money(most / rate * times, language),
                money(most * times, language),
                sum_of(min(most * times, most), language, ceiling=True).text,
            )
            for times in (Decimal("0.5"), Decimal(2))
        ]

    @cached_property
    def exact(self) -> Facts | None:
        """An exact sum."""
        return self._first(lambda a: "amount" in a.sum and a.wording == "exact")

    @cached_property
    def reference(self) -> Facts | None:
        """A sum that is shown for reference only."""
        return self._first(lambda a: a.wording == "reference")

    @cached_property
    def uncapped(self) -> Facts | None:
        """A rate without a ceiling."""
        return self._first(lambda a: a.sum.get("at_most", "") is None)

    @cached_property
    def reaches(self) -> Facts | None:
        """A threshold that includes its own figure (达到)."""
        return self._first(lambda a: a.sum.get("compare") == ">=")

    @cached_property
    def exceeds(self) -> Facts | None:
        """A threshold that does not (超过)."""
        return self._first(lambda a: a.sum.get("compare") == ">")

    @cached_property
    def top_up(self) -> Facts | None:
        """A sum in addition to another."""
        return self._first(lambda a: a.adds_to)

    @cached_property
    def staged(self) -> Facts | None:
        """Instalments with their shares."""
        return self._first(lambda a: a.stages and all(not stage.assumed for stage in a.stages))

    @cached_property
    def staged_open(self) -> Facts | None:
        """Instalments without shares."""
        return self._first(lambda a: any(stage.assumed for stage in a.stages))

    @cached_property
    def limited(self) -> Facts | None:
        """A limit over several awards or products."""
        return self._first(lambda a: a.limit)

    @cached_property
    def discretionary(self) -> tuple[Clause, Line] | None:
        """A line to be decided case by case."""
        return self._line("discretionary")

    @cached_property
    def unspecified(self) -> tuple[Clause, Line] | None:
        """A line that names no sum."""
        return self._line("unspecified")

    def _line(self, kind: str) -> tuple[Clause, Line] | None:
        return next((pair for pair in self._render.policy.lines if pair[1].kind == kind), None)

    @cached_property
    def pending(self) -> list[tuple[int, int]]:
        """Every unfinished paragraph: clause and number."""
        return [
            (clause.number, number)
            for clause in self._render.policy.clauses
            for number, paragraph in enumerate(clause.paragraphs, 1)
            if paragraph.status == "pending"
        ]

    @cached_property
    def goal(self) -> tuple[Clause, Bilingual, int] | None:
        """A goal of the city."""
        for clause in self._render.policy.clauses:
            for target in clause.targets:
                return clause, target.quote, target.paragraph
        return None

    @property
    def written(self) -> list[tuple[str, str, str]]:
        """Sums as the text writes them, in yuan and in English."""
        sums = [Decimal(10**n) for n in (5, 6, 7, 8)]
        return [(money(s, ZH), f"{amounts.digits(s)}元", money(s, EN)) for s in sums]


def _of_one_fact(award: Award) -> bool:
    return len(mechanism_of(award.sum).declared.having("fact")) == 1
