"""Examples for “how to read this policy”, chosen from the policy by what they show."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import amounts
from clauses.document import Award
from docs.site.labels import fact_label
from docs.site.language import EN, ZH, Language
from docs.site.money import money, sum_of
from docs.site.pages.facts import Facts
from docs.site.pages.render import Renderer
from eligibility.mechanisms import mechanism_of


def _has_one_fact(award: Award) -> bool:
    return len(mechanism_of(award.sum).declared.having("fact")) == 1


_POINTS: dict[str, Callable[[Award], object]] = {
    # a rate of one figure, with a ceiling
    "rated": lambda award: award.sum.get("at_most") and _has_one_fact(award),
    "exact": lambda award: "amount" in award.sum and award.wording == "exact",
    "reference": lambda award: award.wording == "reference",
    # a rate without a ceiling
    "uncapped": lambda award: award.sum.get("at_most", "") is None,
    # a threshold that includes its own figure (达到), and one that does not (超过)
    "reaches": lambda award: award.sum.get("compare") == ">=",
    "exceeds": lambda award: award.sum.get("compare") == ">",
    "top_up": lambda award: award.adds_to,
    # instalments with their shares, and without
    "staged": lambda award: award.stages and not any(stage.assumed for stage in award.stages),
    "staged_open": lambda award: any(stage.assumed for stage in award.stages),
    # a limit over several awards or products
    "limited": lambda award: award.limit,
}
"""What an award can show, by the name that the template has for it."""


@dataclass(frozen=True)
class Trial:
    """A rate with a ceiling, tried on a figure."""

    input: str
    share: str
    """The result of the rate alone."""
    result: str
    """The most that the text allows."""


def examples_of(render: Renderer) -> dict[str, Any]:
    """Return the first award or line of the text that shows each point; None if there is none."""
    policy, language = render.policy, render.language
    facts = [entry for entry in render.facts.values() if entry.award.is_payment]
    found: dict[str, Any] = {
        point: next((entry for entry in facts if shows(entry.award)), None)
        for point, shows in _POINTS.items()
    }
    for kind in ("discretionary", "unspecified"):
        found[kind] = next((pair for pair in policy.lines if pair[1].kind == kind), None)
    if found["rated"]:
        found |= _rated(found["rated"], language)
    wordings = [entry.award.wording for entry in facts]
    sums = [Decimal(10**n) for n in (5, 6, 7, 8)]
    return found | {
        "counts": [wordings.count(wording) for wording in ("ceiling", "exact", "reference")],
        "pending": render.pending,
        "goal": next(((c, target) for c in policy.clauses for target in c.targets), None),
        # sums as the text writes them, in yuan and in English
        "written": [(money(s, ZH), f"{amounts.digits(s)}元", money(s, EN)) for s in sums],
    }


def _rated(facts: Facts, language: Language) -> dict[str, Any]:
    """Return a rate at half and at twice the figure at which it reaches its ceiling."""
    rule = facts.award.sum
    rate, most = Decimal(rule["rate"]), Decimal(rule["at_most"])
    return {
        "rate": amounts.share(rate),
        "rated_of": fact_label(facts.award, rule["of"], language),
        "trials": [
            Trial(
                money(most / rate * times, language),
                money(most * times, language),
                sum_of(min(most * times, most), language, ceiling=True).text,
            )
            for times in (Decimal("0.5"), Decimal(2))
        ],
    }
