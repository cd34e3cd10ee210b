"""The content of memo and page: every text in words, without layout."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the text with their clause and paragraph; `translation` is empty in Chinese."""

    citation: str
    clause: int | None
    paragraph: int | None
    zh: str
    translation: str = ""


@dataclass(frozen=True, slots=True)
class ExplainedStep:
    """One step of the calculation, with its quote if that is not the quote of the award."""

    text: str
    quote: Quote
    own_words: bool


@dataclass(frozen=True, slots=True)
class UsedReading:
    """A doubtful point and the reading used."""

    id: str
    point: str
    option: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """What another reading of a doubtful point would give."""

    reading: UsedReading
    text: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A question without an answer that decides the result; `fact` is its name in the form."""

    fact: str
    label: str


@dataclass(frozen=True, slots=True)
class CheckedCondition:
    """One condition of the text: met or not, and the sentence that says so."""

    met: bool
    text: str


@dataclass(frozen=True, slots=True)
class Instalment:
    """One instalment of an award."""

    name: str
    share: str
    amount: str
    planned: str
    """The date that the applicant plans, or a note that the text states none."""
    text: str
    """Name, share and amount in one."""


@dataclass(frozen=True, slots=True)
class Item:
    """One claim."""

    number: int
    claim: str
    award: str
    name: str
    status: str
    """The code, for the page's markup only."""
    status_name: str
    status_sentence: str
    amount_label: str
    """“Amount”, with its type: exact, a ceiling, for reference."""
    amount: str
    headline: str
    """What a list shows: the sum, the range while facts are open, or the sum that gave way."""
    remarks: list[str]
    """Remarks on the sum: a range, or the sum on its own."""
    missing: list[Missing]
    binding: str
    """The limit that sets the sum; empty if none does."""
    conditions: list[CheckedCondition]
    conditions_met: str
    """How many of how many; empty if the claim was not judged."""
    subject: str
    own_subject: str
    """The applicant's own name for the subject."""
    date: str
    payee: str
    departments: str
    kind: str
    frequency: str
    stages: list[Instalment]
    notes: list[str]
    steps: list[ExplainedStep]
    quote: Quote
    rule: Quote | None
    """The closing rule of the text that also decides, besides the clause."""
    readings: list[UsedReading]
    alternatives: list[Alternative]


@dataclass(frozen=True, slots=True)
class ItemBundle:
    """Claims that differ only in their subject, such as three products; usually a single claim."""

    first: Item
    items: list[Item]
    count: str
    """How many they are, in words; empty for a single claim."""
    headline: str
    """Their counted sums together, or the headline of the single claim."""
    each: str
    """The sum of each; empty for a single claim."""
    subjects: str
    alternatives: list[Alternative]


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """The claims with similar results."""

    key: str
    title: str
    items: list[Item]
    bundles: list[ItemBundle]


@dataclass(frozen=True, slots=True)
class LabelledValue:
    """A label with its value."""

    key: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class ItemPart:
    """Some of the claims under one heading, with their counted sums."""

    title: str
    sum: str
    items: list[Item]


@dataclass(frozen=True, slots=True)
class ItemArrangement:
    """All claims arranged by subject, clause, department or payee."""

    key: str
    title: str
    parts: list[ItemPart]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One line that competed for a project, product or platform."""

    number: int
    name: str
    amount: str
    won: bool
    length: int
    """Of its bar, in thousandths of the longest."""
    why: str


@dataclass(frozen=True, slots=True)
class Contest:
    """从高、不重复 on one subject: which lines competed, which won, and why the others gave way."""

    subject: str
    candidates: list[Candidate]


@dataclass(frozen=True, slots=True)
class CalendarPayment:
    """One instalment in the calendar."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Due:
    """The payments due at one time: a planned year, a milestone, or a time not stated."""

    when: str
    sum: str
    length: int
    """Of its bar, in thousandths of the longest."""
    payments: list[CalendarPayment]


@dataclass(frozen=True, slots=True)
class ResultsView:
    """The complete result."""

    title: str
    head: list[LabelledValue]
    totals: list[LabelledValue]
    totals_note: str
    payees: list[LabelledValue]
    paid: list[str]
    groups: list[ItemGroup]
    arrangements: list[ItemArrangement] = field(default_factory=list)
    contests: list[Contest] = field(default_factory=list)
    calendar: list[Due] = field(default_factory=list)
    readings: list[UsedReading] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
