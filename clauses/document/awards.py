"""What a clause gives: awards with their rules, and lines without a sum.

Money is a decimal string in yuan, a share a decimal fraction of one.
"""

from dataclasses import dataclass

from clauses.document.base import Bilingual, Json

PRICE_FLOOR = "price-floor"
"""The kind of an award whose figure is computed and not paid: 底价 (clause 37)."""


@dataclass(frozen=True)
class Payee:
    """Who receives the money; `stated` is false where the text names nobody."""

    code: str
    zh: str
    en: str
    stated: bool


@dataclass(frozen=True)
class Subject:
    """What is paid for: one kind, or a kind for each code of the fact `by`."""

    by: str | None
    kinds: dict[str, str]
    otherwise: str


@dataclass(frozen=True)
class Fact:
    """One thing the applicant is asked."""

    name: str
    type: str
    """As `eligibility.rules` lists them: `yes-no`, `money`, `percentage`, `level`, `code` …"""
    label: Bilingual
    """A short name, for summaries: 实际投入 / actual input."""
    ask: Bilingual
    """The question in the form."""
    hint: Bilingual | None
    options: dict[str, Bilingual] | None
    """The answers to a `code` fact; the other types have answers of their own."""
    only_with: str | None
    """Above zero only where this yes-no fact is yes."""


@dataclass(frozen=True)
class Condition:
    """A condition of the text."""

    fact: str
    test: Json
    """`{"in": [code, …]}`, or `{"compare": ">" | ">=" | "<" | "<=", "figure", "of", "written"}`."""
    given: dict[str, list[str]] | None
    """It holds only where these facts have one of these codes."""
    words: Bilingual
    reading: str | None
    or_: bool = False
    """True where the text joins it to the condition before it by 或."""

    @property
    def excludes(self) -> bool:
        """True where the text shuts out what the fact names: the answer has to be no."""
        return self.test.get("in") == [False]


@dataclass(frozen=True)
class Review:
    """Where the text gives no sure answer, and the figure to review, if any."""

    when: dict[str, list[str | bool]]
    share: str | None
    of: str | None
    less: str | None
    reading: str


@dataclass(frozen=True)
class Stage:
    """One instalment."""

    code: str
    name: Bilingual
    share: str
    """A decimal fraction of one; for equal parts without finite decimals, a fraction: 1/3."""
    assumed: bool
    """True where the text gives no split, so that equal parts are assumed."""


@dataclass(frozen=True)
class Limit:
    """A limit over the whole file: so many pieces, or so much in all."""

    id: str
    """The award with which the text states it."""
    count: int | None
    in_all: str | None
    awards: list[str]
    """The awards that share it."""
    words: Bilingual
    reading: str


@dataclass(frozen=True)
class Award:
    """A line of the policy with a sum, or with a computed figure that is no payment."""

    id: str
    clause: int
    paragraph: int
    """Counted from 1."""
    name: Bilingual
    kind: str
    """`subsidy`, `reward`, `matching` or `price-floor`: the words of the text, kept apart."""
    wording: str
    """`exact`, `ceiling`, `reference` or `floor`."""
    subject: Subject
    payee: Payee
    quote: Bilingual
    departments: list[str]
    facts: list[Fact]
    conditions: list[Condition]
    review: list[Review]
    sum: Json
    """The rule by its `mechanism`, in figures."""
    written: Json
    """`sum`, `when`, `review`, `stages` and `limit` with figures as the text writes them:
    `最高3000万元`, `不超过20%`."""
    stages: list[Stage]
    limit: Limit | None
    adds_to: list[str]
    """The awards on which this one rides as a top-up (再给予)."""
    title_by: str | None
    """A fact of which each code is a title, or a subject, of its own."""
    excludes: list[str]
    """Awards that are not paid beside this one for the same subject and year."""
    further: str | None
    """For what is awarded once: the line under which what comes later is claimed."""
    frequency: str
    frequency_stated: bool
    """True where the text itself says how often (每年, 首次)."""
    readings: list[str]

    @property
    def is_payment(self) -> bool:
        """False where the figure is a floor for a price."""
        return self.kind != PRICE_FLOOR


@dataclass(frozen=True)
class Line:
    """A line of benefit without a sum."""

    id: str
    clause: int
    paragraph: int
    kind: str
    """`discretionary`, `unspecified`, `preference` or `pending`."""
    pending: bool
    """True where its paragraph carries the mark （补充核心政策条款）."""
    name: Bilingual
    subject: Subject
    payee: Payee
    quote: Bilingual
    note: Bilingual | None
    departments: list[str]
    readings: list[str]
