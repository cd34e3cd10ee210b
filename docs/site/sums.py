"""What an award pays, in words and rows that a page can show."""

from dataclasses import dataclass, field
from decimal import Decimal

from clauses.model import Award
from clauses.model.sums import (
    ExcessSum,
    FirstTimeSum,
    FixedSum,
    HalvedSum,
    MatchedSum,
    PriceFloorSum,
    RateSum,
    TieredSum,
)
from clauses.notation import read_figure
from docs.site.language import Language
from docs.site.money import Sum, chinese_money, english_money, plain_share, read_sum, share, sum_of
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


def payment(award: Award, awards: dict[str, Award], language: Language) -> Payment:
    """Put the sum of `award` into words; `awards` are all awards by id."""
    rule, w = award.sum, words(language)
    ceiling = award.wording == "ceiling"
    zh = language.code == "zh"

    def label(name: str) -> str:
        return fact_label(award, name, language)

    match rule:
        case FixedSum():
            return Payment(amount=read_sum(rule.amount, language, ceiling=ceiling))
        case TieredSum():
            tiers = [
                Tier(
                    code_label(award, rule.by, code, language),
                    read_sum(figure, language, ceiling=ceiling),
                    open=code in rule.undecided,
                )
                for code, figure in rule.tiers.items()
            ]
            return Payment(tiers=tiers)
        case RateSum():
            rate = share(rule.rate, language, ceiling=ceiling)
            formula = f"{label(rule.of)} × {rate}" if zh else f"{rate} of {label(rule.of)}"
            if rule.at_most is None:
                return Payment(formula=formula, uncapped=True)
            return Payment(formula=formula, ceiling=read_sum(rule.at_most, language, ceiling=True))
        case ExcessSum():
            beyond = plain_share(read_figure(rule.beyond.share).value)
            rate = share(rule.rate, language, ceiling=ceiling)
            formula = (
                f"（{label(rule.of)} − {label(rule.beyond.of)} × {beyond}）× {rate}"
                if zh
                else f"{rate} of ({label(rule.of)} − {beyond} of {label(rule.beyond.of)})"
            )
            return Payment(formula=formula, ceiling=read_sum(rule.at_most, language, ceiling=True))
        case FirstTimeSum():
            return Payment(
                tiers=[
                    Tier(
                        _step(rule, step.at, label(rule.of), language),
                        read_sum(step.sum, language, ceiling=ceiling),
                        _brief(rule, step.at, language),
                    )
                    for step in rule.steps
                ]
            )
        case HalvedSum():
            base = awards[rule.half_of].sum
            assert isinstance(base, TieredSum)
            tiers = [
                Tier(
                    code_label(award, rule.by, code, language),
                    sum_of(read_figure(figure).value / 2, language, ceiling=ceiling),
                )
                for code, figure in base.tiers.items()
            ]
            return Payment(tiers=tiers, remarks=[w["halved"]])
        case MatchedSum():
            formula = f"{label(rule.matches)} × 1" if zh else f"1 × {label(rule.matches)}"
            return Payment(formula=formula, remarks=[w["matched"]])
        case PriceFloorSum():
            part = plain_share(read_figure(rule.share).value)
            formula = (
                f"{label(rule.floor)} × {label(rule.times)}（{label(rule.share_when)}：× {part}）"
                if zh
                else f"{label(rule.floor)} × {label(rule.times)} "
                f"(× {part} if: {label(rule.share_when)})"
            )
            return Payment(formula=formula, remarks=[w["floor_note"]])


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


def _step(rule: FirstTimeSum, at: str, fact: str, language: Language) -> str:
    value: Decimal = read_figure(at).value
    beyond = rule.first_time == "超过"
    if language.code == "zh":
        return f"{fact}首次{'超过' if beyond else '达到'}{chinese_money(value)}"
    verb = "exceeds" if beyond else "reaches"
    return f"{fact} {verb} {english_money(value)} for the first time"


def _brief(rule: FirstTimeSum, at: str, language: Language) -> str:
    sign = ">" if rule.first_time == "超过" else "≥"
    value = read_figure(at).value
    money = chinese_money(value) if language.code == "zh" else english_money(value)
    return f"{sign} {money}: " if language.code == "en" else f"{sign}{money}："
