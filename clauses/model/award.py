"""The model of an award: who is paid what, based on which words, under which conditions."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from clauses.model.base import (
    AwardId,
    Bilingual,
    Code,
    ComparedWords,
    CountWords,
    Model,
    MoneyWords,
    ReadingId,
    ShareWords,
    Text,
    refused,
)
from clauses.model.sums import Sum
from clauses.notation import read_figure
from eligibility.rules import CODES, FactType

SubjectKind = Literal[
    "project",
    "product",
    "platform",
    "enterprise",
    "unit",
    "trademark",
    "brand",
    "insurance-policy",
    "land",
]
"""What an award is paid for. The first three are the words of the closing rule. An enterprise may
have several units (a factory, a supply chain, a centre), trademarks, brands and insurance policies;
each is a subject of its own."""


class SubjectByFact(Model):
    """The kind of subject depends on a code fact (clauses 10, 13, 26)."""

    by: Code | Annotated[str, Field(pattern=r"^[a-z_]+$")]
    """The fact that decides."""
    kinds: dict[Code, SubjectKind]
    otherwise: SubjectKind


Subject = SubjectKind | SubjectByFact


class Payee(Model):
    """Who receives the money. `stated: false` if the text does not name anyone."""

    code: Code
    zh: Text
    en: Text
    stated: bool = True


class Fact(Model):
    """One thing the applicant is asked."""

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    type: FactType
    label: Bilingual
    """A short name, for summaries: 实际投入 / actual input."""
    ask: Bilingual
    """The question in the form."""
    hint: Bilingual | None = None
    options: dict[Code, Bilingual] | None = None
    """The codes of a `code` fact, including `other`; the other types have fixed codes."""
    only_with: str | None = None
    """A yes-no fact; if it is no, a value above zero is impossible."""

    @property
    def answers(self) -> list[str | int | bool]:
        """The answers that can be chosen; none for a figure."""
        return list(CODES.get(self.type, ()) if self.options is None else self.options)

    @model_validator(mode="after")
    def _options_belong_to_codes(self) -> "Fact":
        if (self.type == "code") != (self.options is not None):
            raise refused("options-of-code")
        if self.options is not None and "other" not in self.options:
            raise refused("options-other")
        return self


class Condition(Model):
    """A condition of the text: either `is`/`in` of a fact, or a comparison with a figure."""

    fact: str
    is_: Annotated[bool | None, Field(alias="is")] = None
    in_: Annotated[Annotated[list[Code | int], Field(min_length=1)] | None, Field(alias="in")] = (
        None
    )
    compares: ComparedWords | None = None
    """超过200万元, 200万元（含）以上; a percentage is a share `of` another fact, the growth `over`
    one, or what a fact of type percentage has to reach."""
    of: str | None = None
    over: str | None = None
    """The earlier figure over which the fact has to grow by the percentage."""
    if_zero: MoneyWords | None = None
    """What counts where that earlier figure is zero."""
    above: str | None = None
    """The percentage above which the fact has to be by so many percentage points."""
    given: dict[str, list[Code]] | None = None
    """The condition applies only if these facts have one of these codes."""
    or_: Annotated[bool, Field(alias="or")] = False
    """True if the text joins it to the condition before it by 或: one of them is enough."""
    words: Bilingual
    """The words of the paragraph that set the condition."""
    reading: ReadingId | None = None

    @model_validator(mode="after")
    def _one_test(self) -> "Condition":
        tests = [self.is_ is not None, self.in_ is not None, self.compares is not None]
        if sum(tests) != 1:
            raise refused("one-test")
        compared = read_figure(self.compares) if self.compares else None
        if self.or_ and compared is not None and compared.least is not None:
            raise refused("range-or")
        if (self.above is not None) != (compared is not None and compared.measure == "points"):
            raise refused("points-above")
        if self.if_zero is not None and self.over is None:
            raise refused("if-zero-over")
        return self


class Review(Model):
    """A case for which the text gives no clear answer; the department decides."""

    when: dict[str, list[Code | bool]]
    share: ShareWords | None = None
    """A review figure: this share of `of`, or `of` minus `less` if that is smaller."""
    of: str | None = None
    less: str | None = None
    reading: ReadingId


class Stage(Model):
    """One instalment. Without `share` the text states no split, and equal parts are assumed."""

    code: Code
    name: Bilingual
    share: ShareWords | None = None
    rest: bool = False
    """True for the last, if the text gives it what remains: 余款."""


class Limit(Model):
    """A limit over the whole application: a number of pieces, or a total sum."""

    count: CountWords | None = None
    in_all: MoneyWords | None = None
    each_year: bool = False
    """True if the text limits the sum of each year: 每家企业每年最高1000万元."""
    words: Bilingual
    awards: list[AwardId]
    """The awards that share the limit."""
    reading: ReadingId

    @model_validator(mode="after")
    def _one_limit(self) -> "Limit":
        if (self.count is None) == (self.in_all is None):
            raise refused("one-limit")
        return self


class Award(Model):
    """A line of the policy with a sum, or with a computed figure that is not a payment."""

    id: AwardId
    paragraph: int
    name: Bilingual
    kind: Literal["subsidy", "reward", "matching", "price-floor"]
    """补助, 奖励, 配套, 底价: the words of the text, kept distinct."""
    wording: Literal["exact", "ceiling", "reference", "floor"]
    subject: Subject
    payee: Payee
    quote: Bilingual
    facts: list[Fact]
    when: list[Condition] = []
    review: list[Review] = []
    sum: Sum
    stages: list[Stage] = []
    adds_to: list[AwardId] = []
    """再给予: the awards to which this one is added as a top-up."""
    title_by: Annotated[str, Field(pattern=r"^[a-z_]+$")] | None = None
    """A fact whose codes are separate titles, or subjects: levels compete and repetition counts
    only within one of them (clauses 10, 13, 22)."""
    excludes: list[AwardId] = []
    """Awards that are not paid together with this one for the same subject and year (clause 21)."""
    further: AwardId | None = None
    """For an award given once: the award under which anything later is claimed (clause 22)."""
    limit: Limit | None = None
    frequency: Literal[
        "once-per-project",
        "once-per-title",
        "once-per-step",
        "once",
        "yearly",
        "per-product",
        "per-policy",
        "with-national-grant",
    ]
    """How often it is due. `yearly` (of accounts), `per-policy` (a premium) and
    `with-national-grant` are due each year; `once` counts once whatever the level or route, the
    others count once for each title, step, project or product."""
    frequency_stated: bool = False
    """True if the text itself says how often (每年, 首次)."""
    readings: list[ReadingId] = []
