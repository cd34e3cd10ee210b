"""The indexes of what the text gives: by amount, by kind of support, by beneficiary."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from clauses.document import Award, Clause, Line
from docs.site.pages.facts import Facts
from docs.site.pages.page import Page
from docs.site.pages.render import Renderer
from eligibility.mechanisms import mechanism_of
from wizard.page.maximum_amount import maximum_amount

_KINDS = (
    "rate", "fixed", "steps", "matching", "floor",
    "discretionary", "unspecified", "preference", "pending",
)  # fmt: skip
"""The kinds of support, in the order of the page: those of the mechanisms, then of lines."""


@dataclass(frozen=True)
class ListedEntry:
    """An award or a line, with what a list says of it."""

    clause: Clause
    item: Award | Line
    facts: Facts | None
    """None for a line without a sum."""
    place: int
    """Its place in the text."""
    marks: tuple[str, ...] = ()
    """What the filters of the list know of it: `department-economy`, `payee-enterprise`."""

    @property
    def most(self) -> Decimal | None:
        """The most that it can give, in yuan; None if the text names no sum."""
        return maximum_amount(self.item.sum) if isinstance(self.item, Award) else None

    @property
    def sort_value(self) -> Decimal:
        """The same as a figure by which a list is sorted: -1 where there is none."""
        return Decimal(-1) if self.most is None else self.most

    @property
    def rate(self) -> Decimal:
        """The share of a figure that is paid, -1 where the sum is no share."""
        rate = self.item.sum.get("rate") if isinstance(self.item, Award) else None
        return Decimal(-1) if rate is None else Decimal(rate)


@dataclass(frozen=True)
class Group:
    """Entries of one kind, or for one beneficiary."""

    key: str
    title: str
    note: str
    entries: list[ListedEntry]

    @property
    def most(self) -> str:
        """The largest sum of its awards in words, empty if none is named."""
        first = min(self.entries, key=_most_first, default=None)
        if first is None or first.facts is None or first.facts.payment.most is None:
            return ""
        return first.facts.payment.most.text


def award_pages(render: Renderer) -> list[Page]:
    """Return the three indexes of awards and lines."""
    w, root = render.words, render.root
    entries = all_entries(render)
    return [
        render.named(
            "awards",
            f"{root}awards/",
            filters=filters(render, entries),
            ranked=ranked(paying(entries)),
            floors=[e for e in entries if isinstance(e.item, Award) and not e.item.is_payment],
            lines=[entry for entry in entries if isinstance(entry.item, Line)],
        ),
        render.named(
            "kinds",
            f"{root}kinds/",
            template="groups.html",
            lead=w["kinds_lead"],
            groups=by_kind(render),
            others=True,
        ),
        render.named(
            "payees",
            f"{root}beneficiaries/",
            template="groups.html",
            lead=w["payees_lead"],
            groups=by_payee(render),
            others=False,
        ),
    ]


def ranked(entries: list[ListedEntry]) -> list[ListedEntry]:
    """Return the entries, the largest sum first; entries without a sum come last."""
    return sorted(entries, key=_most_first)


def paying(entries: list[ListedEntry]) -> list[ListedEntry]:
    """Return those with a sum or a rate, without lines and price floors."""
    return [e for e in entries if isinstance(e.item, Award) and e.item.is_payment]


def _most_first(entry: ListedEntry) -> tuple[Decimal, bool, int]:
    return (-entry.sort_value, entry.facts is None, entry.place)


Choice = tuple[str, str, list[tuple[str, str]]]
"""A filter: its name, the word for it, and its options (mark, text)."""


def filters(render: Renderer, entries: list[ListedEntry]) -> list[Choice]:
    """Return what the list can be filtered by; only what is in it can be chosen."""
    w, t = render.words, render.language.of
    marks = {mark for entry in entries for mark in entry.marks}
    payees = {f"payee-{e.item.payee.code}": e for e in entries}
    topics = [(f"topic-{topic.key}", t(topic.name)) for topic in render.policy.topics.topics]
    departments = [
        (f"department-{code}", t(department.brief))
        for code, department in render.policy.edition.departments.items()
    ]
    kinds = [(f"kind-{kind}", w[f"support_{kind}"]) for kind in _KINDS]
    found: list[Choice] = [
        ("topic", "topic", topics),
        ("department", "department", departments),
        ("payee", "to_whom", [(mark, _payee(render, entry)) for mark, entry in payees.items()]),
        ("kind", "kind", kinds),
    ]
    return [
        (name, word, [(mark, text) for mark, text in options if mark in marks])
        for name, word, options in found
    ]


def _support(item: Award | Line) -> str:
    """Return the kind of support, as the mechanism or the line says it."""
    return mechanism_of(item.sum).declared.support if isinstance(item, Award) else item.kind


def by_kind(render: Renderer) -> list[Group]:
    """Group everything by the kind of support, as the rules and the lines say it."""
    w = render.words
    found: dict[str, list[ListedEntry]] = {kind: [] for kind in _KINDS}
    for entry in all_entries(render):
        found[_support(entry.item)].append(entry)
    return [
        Group(kind, w[f"support_{kind}"], w[f"support_{kind}_note"], ranked(entries))
        for kind, entries in found.items()
        if entries
    ]


def by_payee(render: Renderer) -> list[Group]:
    """Group everything by who would receive it; what is undecided comes last."""
    found: dict[str, list[ListedEntry]] = defaultdict(list)
    for entry in all_entries(render):
        found[entry.item.payee.code].append(entry)
    codes = sorted(found, key=lambda code: code == "undecided")
    return [Group(code, _payee(render, found[code][0]), "", ranked(found[code])) for code in codes]


def _payee(render: Renderer, entry: ListedEntry) -> str:
    """Name a beneficiary: by the site's word, or by the clause's own if it has none."""
    payee = entry.item.payee
    return render.words.get(f"payee_{payee.code}", render.language.of(payee))


def all_entries(render: Renderer) -> list[ListedEntry]:
    """Return every award and line in the order of the text."""
    topics = defaultdict(list)
    for topic in render.policy.topics.topics:
        for id_ in topic.awards:
            topics[id_].append(f"topic-{topic.key}")
    found: list[ListedEntry] = []
    for clause in render.policy.clauses:
        for item in clause.entries:
            marks = (
                *topics[item.id],
                *(f"department-{code}" for code in item.departments),
                f"payee-{item.payee.code}",
                f"kind-{_support(item)}",
            )
            found.append(ListedEntry(clause, item, render.facts.get(item.id), len(found), marks))
    return found
