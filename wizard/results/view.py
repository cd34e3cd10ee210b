"""What memo and page show of an assessment: every text ready, nothing laid out yet."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the text with their place; `translation` is empty in Chinese."""

    citation: str
    clause: int | None
    paragraph: int | None
    zh: str
    translation: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the calculation, and its own words where they are not those of the award."""

    text: str
    quote: Quote
    own_words: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A doubtful point and the reading used."""

    id: str
    point: str
    option: str


@dataclass(frozen=True, slots=True)
class Item:
    """One claim."""

    number: int
    award: str
    name: str
    status: str
    """The code, for the page's markup only."""
    status_name: str
    status_sentence: str
    amount_label: str
    """“Sum”, and whether it is exact, a ceiling, for reference."""
    amount: str
    remarks: list[str]
    """What stands beside the sum: a range, what it would be on its own."""
    missing: list[str]
    subject: str
    date: str
    payee: str
    departments: str
    kind: str
    frequency: str
    stages: list[str]
    notes: list[str]
    steps: list[Step]
    quote: Quote
    rule: Quote | None
    """The rule of the text that decides beside the clause: the closing rules."""
    readings: list[Reading]
    alternatives: list[str]


@dataclass(frozen=True, slots=True)
class Group:
    """The claims that ended alike."""

    key: str
    title: str
    items: list[Item]


@dataclass(frozen=True, slots=True)
class Row:
    """A label and what stands beside it."""

    key: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class View:
    """The whole result."""

    title: str
    head: list[Row]
    totals: list[Row]
    totals_note: str
    payees: list[Row]
    paid: list[str]
    groups: list[Group]
    readings: list[Reading] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
