"""The indexes of what the draft gives: by amount, by kind of support, by beneficiary."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from clauses.document import Award, Clause, Line
from docs.site.language import Language
from docs.site.pages.facts import Facts
from docs.site.pages.page import Page
from docs.site.pages.render import Renderer
from eligibility.mechanisms import mechanism_of
from wizard.page.maximum_amount import by_maximum, maximum_amount

_KINDS = ("rate", "fixed", "steps", "matching", "floor")
"""The kinds of support, in the order of the page; each mechanism names its own."""
FLOOR = "price-floor"
_LINE_KINDS = ("discretionary", "unspecified", "preference", "pending")


@dataclass(frozen=True)
class Ranked:
    """A row of the table by amount."""

    facts: Facts
    largest: Decimal | None
    """In yuan; None where the draft names no sum."""
    rate: Decimal | None
    """The share of a figure that is paid; None where the sum is no share."""
    place: int
    """Its place in the text."""


@dataclass(frozen=True)
class Entry:
    """An award or a line, with what a list says of it."""

    clause: Clause
    item: Award | Line
    facts: Facts | None
    """None for a line without a sum."""

    @property
    def departments(self) -> list[str]:
        """The departments of its paragraph, by code."""
        return self.item.departments


@dataclass(frozen=True)
class Group:
    """Entries of one kind, or for one beneficiary."""

    key: str
    title: str
    note: str
    entries: list[Entry]


def award_pages(render: Renderer, facts: dict[str, Facts], shared: dict[str, Any]) -> list[Page]:
    """Return the three indexes of awards and lines."""
    w, root = render.words, render.root
    entries = all_entries(render, facts)
    return [
        render.page(
            "awards.html",
            f"{root}awards/",
            w["awards_title"],
            nav=w["awards"],
            description=w["awards_lead"],
            hide=["toc"],
            ranked=ranked(render, facts),
            floors=[e for e in entries if isinstance(e.item, Award) and e.item.kind == FLOOR],
            lines=[entry for entry in entries if isinstance(entry.item, Line)],
            **shared,
        ),
        render.page(
            "groups.html",
            f"{root}kinds/",
            w["kinds_title"],
            nav=w["kinds"],
            description=w["kinds_lead"],
            lead=w["kinds_lead"],
            groups=by_kind(render, facts),
            others=True,
            **shared,
        ),
        render.page(
            "groups.html",
            f"{root}beneficiaries/",
            w["payees_title"],
            nav=w["payees"],
            description=w["payees_lead"],
            lead=w["payees_lead"],
            groups=by_payee(render, facts),
            others=False,
            **shared,
        ),
    ]


def ranked(render: Renderer, facts: dict[str, Facts]) -> list[Ranked]:
    """Return every award, the largest sum first; what has no sum of its own stands last."""
    places = {award.id: place for place, (_, award) in enumerate(render.policy.awards)}
    rows = [
        Ranked(entry, maximum_amount(entry.award.sum), _rate(entry.award), places[id_])
        for id_, entry in facts.items()
        if entry.award.kind != FLOOR
    ]
    return sorted(rows, key=lambda row: (by_maximum(row.facts.award.sum), row.place))


def _rate(award: Award) -> Decimal | None:
    rate = award.sum.get("rate")
    return None if rate is None else Decimal(rate)


def by_kind(render: Renderer, facts: dict[str, Facts]) -> list[Group]:
    """Group everything by the kind of support, as the rules and the lines say it."""
    w = render.words
    found: dict[str, list[Entry]] = {kind: [] for kind in (*_KINDS, *_LINE_KINDS)}
    for entry in all_entries(render, facts):
        item = entry.item
        if isinstance(item, Award):
            found[mechanism_of(item.sum).declared.support].append(entry)
        else:
            found[item.kind].append(entry)
    return [
        Group(kind, w[f"support_{kind}"], w[f"support_{kind}_note"], entries)
        for kind, entries in found.items()
        if entries
    ]


def by_payee(render: Renderer, facts: dict[str, Facts]) -> list[Group]:
    """Group everything by who would receive it; what is undecided stands last."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in all_entries(render, facts):
        found[entry.item.payee.code].append(entry)
    last = found.pop("undecided", [])
    groups = [
        Group(code, _payee(render.language, code, render.words, own), "", own)
        for code, own in found.items()
    ]
    if last:
        groups.append(Group("undecided", render.words["payee_undecided"], "", last))
    return groups


def _payee(language: Language, code: str, w: dict[str, str], entries: list[Entry]) -> str:
    """Name a beneficiary: by the site's word, or by the clause's own where there is none."""
    return w.get(f"payee_{code}", language.of(entries[0].item.payee))


def all_entries(render: Renderer, facts: dict[str, Facts]) -> list[Entry]:
    """Return every award and line in the order of the text."""
    found = []
    for clause in render.policy.clauses:
        found += [Entry(clause, item, facts.get(item.id)) for item in clause.entries]
    return found
