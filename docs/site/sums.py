"""What an award pays, in words and rows that a page can show."""

from dataclasses import dataclass, field
from decimal import Decimal

import amounts
from clauses.document import Award
from clauses.notation import read_figure
from docs.site.labels import code_label, fact_label
from docs.site.language import Language
from docs.site.money import Sum, money, read_sum, share, sum_of
from docs.site.part_sentences import composed_sentence
from eligibility.mechanisms import mechanism_of
from eligibility.mechanisms import sum_of as sum_by
from eligibility.mechanisms.declaration import Declaration, Field
from wizard.page.maximum_amount import in_decimals

_BRIEF = {
    ">": {"zh": ">{at}：", "en": "> {at}: "},
    ">=": {"zh": "≥{at}：", "en": "≥ {at}: "},
}


@dataclass(frozen=True)
class Tier:
    """One row of a sum by tiers or steps."""

    label: str
    sum: Sum
    brief: str = ""
    """A shorter label for tables, where there is one."""
    open: bool = False
    """True where the text names the tier but gives it no figure (clause 8)."""


@dataclass(frozen=True)
class Payment:
    """The sum of an award: a formula, a ceiling, tiers; what is absent is empty."""

    formula: str = ""
    rate: str = ""
    """The share alone: 不超过20%."""
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
    def most(self) -> Sum | None:
        """The highest sum or ceiling, of all tiers; None if the text names none."""
        named = [self.amount, self.ceiling, *(tier.sum for tier in self.tiers)]
        return max((sum for sum in named if sum), key=lambda sum: sum.value, default=None)


def payment(award: Award, language: Language) -> Payment:
    """Put the sum of `award` into words."""
    rule = sum_by(award.sum)
    declared, most = rule.declared, rule.at_most
    has_ceiling = rule.of_parts or declared.having("ceiling")
    in_all = award.limit and award.limit.in_all
    amounts_stated = [
        read_sum(stated(award, field), language, ceiling=award.wording == "ceiling")
        for field in declared.having("money")
    ]
    return Payment(
        formula=_formula(award, declared, language),
        rate=" ".join(_rates(award, declared, language).values()),
        ceiling=None if most is None else sum_of(in_decimals(most), language, ceiling=True),
        amount=next(iter(amounts_stated), None),
        tiers=[*_tiers(award, language), *_steps(award, declared, language)],
        remarks=[declared.remark[language.code]] if declared.remark else [],
        uncapped=bool(has_ceiling) and most is None and not in_all,
    )


def _formula(award: Award, declared: Declaration, language: Language) -> str:
    if not declared.formula:
        return ""
    rates = _rates(award, declared, language)
    return declared.formula[language.code].format(**named(award, declared, language), **rates)


def _rates(award: Award, declared: Declaration, language: Language) -> dict[str, str]:
    return {
        field.key: share(stated(award, field), language, award.quote.zh)
        for field in declared.having("rate")
    }


def named(award: Award, declared: Declaration, language: Language) -> dict[str, str]:
    """Return the facts of a rule by their labels, its bare shares by key, its parts in words."""
    rule = award.sum
    facts = {
        field.key: fact_label(award, rule[field.key], language) for field in declared.having("fact")
    }
    shares = {field.key: amounts.share(rule[field.key]) for field in declared.having("share")}
    mechanism, parts = mechanism_of(rule), {}
    if mechanism.of_parts:
        parts[mechanism.name] = composed_sentence(award, language)
    return facts | shares | parts


def stated(award: Award, field: Field) -> str:
    """Return a figure of the rule as the text writes it."""
    written = award.written["sum"]
    for key in field.path:
        written = written[key]
    return str(written)


def _tiers(award: Award, language: Language) -> list[Tier]:
    rule = award.sum
    return [
        Tier(
            code_label(award, rule["by"], code, language),
            tier_sum(award, code, Decimal(figure), language),
            open=code in rule["undecided"],
        )
        for code, figure in rule.get("tiers", ())
    ]


def _steps(award: Award, declared: Declaration, language: Language) -> list[Tier]:
    rule, ceiling = award.sum, award.wording == "ceiling"
    steps = [(money(Decimal(at), language), figure) for at, figure in rule.get("steps", ())]
    names = named(award, declared, language)
    return [
        Tier(
            declared.step(rule)[language.code].format(at=at, **names),
            sum_of(Decimal(figure), language, ceiling=ceiling),
            _BRIEF[rule["compare"]][language.code].format(at=at),
        )
        for at, figure in steps
    ]


def tier_sum(award: Award, code: str | int, value: Decimal, language: Language) -> Sum:
    """Show the sum of one tier; it is per unit where the text says so (50万元/个)."""
    written = award.written["sum"].get("tiers", {}).get(str(code), "")
    each = bool(written) and read_figure(written).per_unit
    return sum_of(value, language, ceiling=award.wording == "ceiling", each=each)
