"""The awards and limits of an edition, compiled from the policy document for computing.

Only what the engine needs is compiled; names, questions and translations stay in the document.
Figures in the document are decimal strings: money in yuan, shares as fractions of one (equal
instalments may be 1/3).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Literal

from eligibility.closing_rule import GROUPED_KINDS
from eligibility.days import read_day
from eligibility.mechanisms import sum_of
from eligibility.mechanisms.mechanism import Mechanism
from eligibility.mechanisms.thresholds import Comparison

Code = str | int | bool
Quote = Mapping[str, str]
FactType = Literal[
    "yes-no", "money", "area", "count", "percentage", "years", "quantity", "date", "level", "star",
    "scope", "code",
]  # fmt: skip
"""What a fact is: `count` is a whole number of pieces, `percentage` a share such as a rate of
growth, `years` a number of years, `quantity` a number that need not be whole (吨, 亩, 千瓦时),
`date` a day."""

EACH_YEAR = frozenset({"yearly", "per-policy", "with-national-grant"})
"""Frequencies of awards due each year: of accounts, of a premium, of a national grant."""

CODES: Mapping[str, tuple[Code, ...]] = {
    "yes-no": (True, False),
    "level": ("national", "provincial", "municipal", "district", "none"),
    "star": (5, 4, 3, 2, 1),
    "scope": ("domestic", "provincial", "municipal", "none"),
}
"""The answers that a fact of each type takes; a `code` fact lists its own."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the applicant is asked."""

    name: str
    type: FactType
    codes: tuple[Code, ...]
    only_with: str | None
    """A yes-no fact; the figure may be above zero only if it is yes."""

    @property
    def is_number(self) -> bool:
        """True for money, areas, counts, shares, years and days; False for answers from a list."""
        return not self.codes


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of the text: the fact is among `codes`, or passes a threshold."""

    fact: str
    codes: frozenset[Code] | None
    comparison: Comparison
    figure: Fraction
    """In the unit of the fact, or a share if `of` names the fact that it is a share of."""
    of: str | None
    given: Mapping[str, frozenset[Code]]
    """The condition applies only if these facts have one of these codes."""
    words: Quote
    substitute: Fraction
    """What counts where that fact is zero."""
    dated: bool
    """Whether the fact is a day."""
    points: bool
    """Whether the fact has to be above that one by the figure, in percentage points."""
    alternative: bool
    """Whether the text joins it to the condition before it by 或."""


@dataclass(frozen=True, slots=True)
class Review:
    """A case for which the text gives no clear answer, with the figure to review, if any."""

    when: Mapping[str, frozenset[Code]]
    share: Fraction | None
    of: str | None
    less: str | None
    reading: str


@dataclass(frozen=True, slots=True)
class Stage:
    """One instalment; `assumed` if the text does not state the split."""

    code: str
    share: Fraction
    assumed: bool


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit over the whole application: a number of subjects, or a sum in fen."""

    id: str
    count: int | None
    in_all: int | None
    awards: frozenset[str]
    words: Quote
    reading: str
    year: int | None = None
    """The year, if each year counts separately: by the text, or by another reading (A23)."""
    moves_choice: bool = True
    """False if it is applied by date after the choice on each subject (another reading of A47)."""

    def reaches(self, award: str, day: date) -> bool:
        """Whether a sum of this award on this day counts towards the limit."""
        return award in self.awards and self.year in (None, day.year)


@dataclass(frozen=True, slots=True)
class Award:
    """One line of the policy that can be claimed, with or without a sum."""

    id: str
    order: int
    """The position in the policy; ties go to the earlier award."""
    clause: int
    paragraph: int
    wording: str | None
    payee: str
    quote: Quote
    readings: tuple[str, ...]
    kind_by: str | None
    kinds: Mapping[Code, str]
    kind: str
    support: str = ""
    """The kind of support in the text: subsidy, reward, matching …"""
    line: str | None = None
    """The kind of a line without a sum, which is its status; None for other awards."""
    facts: tuple[Fact, ...] = ()
    conditions: tuple[Condition, ...] = ()
    reviews: tuple[Review, ...] = ()
    sum: Mechanism | None = None
    stages: tuple[Stage, ...] = ()
    adds_to: frozenset[str] = frozenset()
    yearly: bool = False
    """Whether it is due each year."""
    accounts: bool = False
    """Whether that year is an accounting year."""
    once: bool = False
    """Awarded once, whatever the level or route; otherwise each of these is a separate title."""
    further: str | None = None
    """The award under which anything after that single award is claimed."""
    title_by: str | None = None
    """A fact whose codes are separate titles, or subjects."""
    excludes: frozenset[str] = frozenset()
    """Awards that are not paid together with this one for the same subject and year."""
    one_ceiling: bool = False
    """The ceiling of a yearly award applies to all its years together (another reading of A15)."""
    base_of: str | None = None
    """The award on the same project whose figure is the base (another reading of A08)."""

    @property
    def by_steps(self) -> bool:
        """Whether each step is paid when it is reached for the first time."""
        return self.sum is not None and self.sum.by_steps

    @property
    def is_title(self) -> bool:
        """Whether its sum depends on no figure, so that it is given for a title or a listing."""
        return self.sum is not None and not self.sum.figure

    @property
    def by_accounts(self) -> bool:
        """Whether the year of a claim is an accounting year: yearly and first-time awards."""
        return self.accounts or self.by_steps

    @property
    def pot(self) -> frozenset[str]:
        """The award and those that it excludes, which share one pot of money."""
        return self.excludes | {self.id}

    def subject_kind(self, values: Mapping[str, Any]) -> str:
        """Return the kind of a claim's subject: a project, a product, an enterprise …"""
        if self.kind_by is None:
            return self.kind
        return self.kinds.get(values.get(self.kind_by, ""), self.kind)

    @property
    def may_be_grouped(self) -> bool:
        """Whether a payment under this award can concern a project, product or platform."""
        return bool(self.grouped_kinds)

    @property
    def grouped_kinds(self) -> frozenset[str]:
        """The kinds of its subjects that 从高、不重复 groups (A01)."""
        return GROUPED_KINDS & {self.kind, *self.kinds.values()}


def compile_award(order: int, entry: Mapping[str, Any]) -> Award:
    rule = sum_of(entry["sum"])
    # a composed sum by steps takes off what the best year before had reached, year by year
    year_by_year = entry["frequency"] == "once-per-step" and rule.of_parts
    return Award(
        id=entry["id"],
        order=order,
        clause=entry["clause"],
        paragraph=entry["paragraph"],
        wording=entry["wording"],
        payee=entry["payee"]["code"],
        quote=entry["quote"],
        readings=tuple(entry["readings"]),
        kind_by=entry["subject"]["by"],
        kinds=entry["subject"]["kinds"],
        kind=entry["subject"]["otherwise"],
        support=entry["kind"],
        facts=tuple(_fact(fact) for fact in entry["facts"]),
        conditions=tuple(_condition(condition) for condition in entry["conditions"]),
        reviews=tuple(_review(review) for review in entry["review"]),
        sum=rule,
        stages=tuple(
            Stage(stage["code"], Fraction(stage["share"]), stage["assumed"])
            for stage in entry["stages"]
        ),
        adds_to=frozenset(entry["adds_to"]),
        yearly=entry["frequency"] in EACH_YEAR or year_by_year,
        accounts=entry["frequency"] == "yearly" or year_by_year,
        once=entry["frequency"] == "once",
        further=entry["further"],
        title_by=entry["title_by"],
        excludes=frozenset(entry["excludes"]),
    )


def compile_line(order: int, entry: Mapping[str, Any]) -> Award:
    return Award(
        id=entry["id"],
        order=order,
        clause=entry["clause"],
        paragraph=entry["paragraph"],
        wording=None,
        payee=entry["payee"]["code"],
        quote=entry["quote"],
        readings=tuple(entry["readings"]),
        kind_by=None,
        kinds={},
        kind=entry["subject"]["otherwise"],
        line=entry["kind"],
    )


def _fact(entry: Mapping[str, Any]) -> Fact:
    kind = entry["type"]
    codes = tuple(entry["options"]) if kind == "code" else CODES.get(kind, ())
    return Fact(entry["name"], kind, codes, entry["only_with"])


def _condition(entry: Mapping[str, Any]) -> Condition:
    test = entry["test"]
    figure = test.get("figure", "0")
    return Condition(
        fact=entry["fact"],
        codes=frozenset(test["in"]) if "in" in test else None,
        comparison=test.get("compare", ">="),
        figure=_figure(figure),
        dated=read_day(figure) is not None,
        of=test.get("of"),
        given=_codes(entry["given"] or {}),
        words=entry["words"],
        substitute=Fraction(test.get("if_zero", 0)),
        points=test.get("points", False),
        alternative=entry.get("or", False),
    )


def _figure(written: str) -> Fraction:
    """Return a figure of the document; a day as its number."""
    day = read_day(written)
    return Fraction(written) if day is None else day


def _review(entry: Mapping[str, Any]) -> Review:
    share = entry["share"]
    return Review(
        when=_codes(entry["when"]),
        share=Fraction(share) if share is not None else None,
        of=entry["of"],
        less=entry["less"],
        reading=entry["reading"],
    )


def _codes(entry: Mapping[str, Sequence[Code]]) -> dict[str, frozenset[Code]]:
    return {fact: frozenset(codes) for fact, codes in entry.items()}


def compile_limit(entry: Mapping[str, Any]) -> Limit:
    in_all = entry["in_all"]
    return Limit(
        id=entry["id"],
        count=entry["count"],
        in_all=int(Fraction(in_all) * 100) if in_all is not None else None,
        awards=frozenset(entry["awards"]),
        words=entry["words"],
        reading=entry["reading"],
    )
