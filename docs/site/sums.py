"""What an award pays, in words and rows that a page can show."""

from dataclasses import dataclass, field
from decimal import Decimal

import amounts
from clauses.document import Award, Json
from clauses.notation import read_figure
from docs.site.language import Language
from docs.site.money import Sum, money, read_sum, share, sum_of
from docs.site.words import words


@dataclass(frozen=True)
class Tier:
    """One row of a sum by tiers or steps."""

    label: str
    sum: Sum
    brief: str = ""
    """A shorter label for tables, where there is one."""
    open: bool = False
    """True where the text names the tier and gives it no figure of its own (clause 8)."""


@dataclass(frozen=True)
class Payment:
    """The sum of an award: a formula, a ceiling, tiers; what is absent is empty."""

    formula: str = ""
    ceiling: Sum | None = None
    amount: Sum | None = None
    tiers: list[Tier] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    uncapped: bool = False
    """True where the text states a share and no ceiling."""

    @property
    def parts(self) -> list[str]:
        """The sum in short: its tiers one by one, or the sum, or the formula."""
        if self.amount:
            return [self.amount.text]
        if self.tiers:
            return [f"{tier.brief or tier.label + ' '}{tier.sum.text}" for tier in self.tiers]
        return [self.ceiling.text if self.ceiling else self.formula]

    @property
    def short(self) -> str:
        """The same in one line."""
        return " / ".join(self.parts)

    @property
    def largest(self) -> Sum | None:
        """The sum or ceiling that stands first in the text, if there is any."""
        return self.amount or self.ceiling


def payment(award: Award, language: Language) -> Payment:
    """Put the sum of `award` into words."""
    rule, written, w = award.sum, award.written["sum"], words(language)
    ceiling = award.wording == "ceiling"
    zh = language.code == "zh"

    def label(name: str) -> str:
        return fact_label(award, name, language)

    match rule["mechanism"]:
        case "fixed":
            return Payment(amount=read_sum(written["amount"], language, ceiling=ceiling))
        case "tiered":
            tiers = [
                Tier(
                    code_label(award, rule["by"], code, language),
                    tier_sum(award, code, Decimal(figure), language),
                    open=code in rule["undecided"],
                )
                for code, figure in rule["tiers"]
            ]
            return Payment(tiers=tiers, remarks=[w["halved"]] if "half_of" in rule else [])
        case "rate":
            rate = share(written["rate"], language, ceiling=ceiling)
            formula = f"{label(rule['of'])} × {rate}" if zh else f"{rate} of {label(rule['of'])}"
            if rule["at_most"] is None:
                return Payment(formula=formula, uncapped=True)
            most = sum_of(Decimal(rule["at_most"]), language, ceiling=True)
            return Payment(formula=formula, ceiling=most)
        case "excess":
            beyond = amounts.share(rule["beyond_share"])
            rate = share(written["rate"], language, ceiling=ceiling)
            of, base = label(rule["of"]), label(rule["beyond_of"])
            formula = (
                f"（{of} − {base} × {beyond}）× {rate}"
                if zh
                else f"{rate} of ({of} − {beyond} of {base})"
            )
            most = sum_of(Decimal(rule["at_most"]), language, ceiling=True)
            return Payment(formula=formula, ceiling=most)
        case "first-time":
            return Payment(
                tiers=[
                    Tier(
                        _step(rule, Decimal(at), label(rule["of"]), language),
                        sum_of(Decimal(figure), language, ceiling=ceiling),
                        _brief(rule, Decimal(at), language),
                    )
                    for at, figure in rule["steps"]
                ]
            )
        case "matched":
            of = label(rule["of"])
            formula = f"{of} × 1" if zh else f"1 × {of}"
            return Payment(formula=formula, remarks=[w["matched"]])
        case "price-floor":
            part = amounts.share(rule["share"])
            price, area, when = (label(rule[key]) for key in ("price", "area", "share_when"))
            formula = (
                f"{price} × {area}（{when}：× {part}）"
                if zh
                else f"{price} × {area} (× {part} if: {when})"
            )
            return Payment(formula=formula, remarks=[w["floor_note"]])
    raise ValueError(f"{award.id}: no page for the mechanism {rule['mechanism']!r}")


def tier_sum(award: Award, code: str | int, value: Decimal, language: Language) -> Sum:
    """Show the sum of one tier; it is per unit where the text says so (50万元/个)."""
    written = award.written["sum"].get("tiers", {}).get(str(code), "")
    each = bool(written) and read_figure(written).per_unit
    return sum_of(value, language, ceiling=award.wording == "ceiling", each=each)


def fact_label(award: Award, name: str, language: Language) -> str:
    """Return the short name of a fact; a name that no fact bears stands for itself."""
    fact = next((fact for fact in award.facts if fact.name == name), None)
    return language.of(fact.label) if fact else name


def code_label(award: Award, name: str, code: str | int, language: Language) -> str:
    """Return what a code of a fact means: national, five stars, certified."""
    fact = next((fact for fact in award.facts if fact.name == name), None)
    if fact is not None and fact.options and code in fact.options:
        return language.of(fact.options[str(code)])
    kind = fact.type if fact is not None else "level"
    return words(language).get(f"{kind}_{code}", str(code))


def _step(rule: Json, value: Decimal, fact: str, language: Language) -> str:
    beyond = rule["compare"] == ">"
    if language.code == "zh":
        return f"{fact}首次{'超过' if beyond else '达到'}{money(value, language)}"
    verb = "exceeds" if beyond else "reaches"
    return f"{fact} {verb} {money(value, language)} for the first time"


def _brief(rule: Json, value: Decimal, language: Language) -> str:
    sign = ">" if rule["compare"] == ">" else "≥"
    reached = money(value, language)
    return f"{sign} {reached}: " if language.code == "en" else f"{sign}{reached}："
