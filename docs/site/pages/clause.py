"""The page of a clause: its text in both languages, its awards and what it leaves open."""

from collections import Counter
from dataclasses import dataclass

from clauses.cases import Case
from clauses.document import Award, Clause, Line, PolicyDocument, Reading
from docs.site.edition_names import kind_of_text
from docs.site.editions import date_of
from docs.site.language import LANGUAGES
from docs.site.pages.changes import changes_data, history_of
from docs.site.pages.citation import citation, clause_heading, legislation, places_of
from docs.site.pages.facts import Facts
from docs.site.pages.origin import origins_of
from docs.site.pages.page import Page
from docs.site.pages.quotes import QuotedPiece, pieces
from docs.site.pages.references import Mention, beside, mentions
from docs.site.pages.render import Renderer
from docs.site.pages.terms import Terms
from docs.site.pages.unstated import unstated_of


@dataclass(frozen=True)
class ShownParagraph:
    """A paragraph in both languages, with quotations and terms marked."""

    zh: list[QuotedPiece]
    en: list[QuotedPiece]
    terms: set[int]
    """The numbers of its terms in the glossary."""


def clause_pages(render: Renderer, cases: tuple[Case, ...]) -> list[Page]:
    """Return one page for each clause, in the order of the text."""
    claimed = Counter(award for case in cases for award in case.claimed)
    terms = Terms(render.policy.glossary)
    found = mentions(render.policy)
    return [_page(render, clause, claimed, terms, found) for clause in render.policy.clauses]


def _page(
    render: Renderer,
    clause: Clause,
    cases: Counter[str],
    terms: Terms,
    all_mentions: list[Mention],
) -> Page:
    policy = render.policy
    chapter = next(c for c in policy.edition.chapters if clause.number in c.clauses)
    own = [render.facts[award.id] for award in clause.awards]
    entries = clause.entries
    shown = [_shown(clause, number, entries, terms) for number, _ in enumerate(clause.paragraphs)]
    readings = _readings(render, clause)
    by_id = {reading.id: reading for reading in policy.readings}
    name = render.language.of(clause.title)
    url = render.clause_url(clause)
    places = places_of(render.address, url, render.root, render.language, _former(render))
    heading = clause_heading(clause, render.language)
    return render.page(
        "clause.html",
        url,
        heading,
        nav=f"{clause.number} {name}",
        description=_description(render, clause, own),
        data=legislation(policy.edition, clause, render.language, places)
        | changes_data(render, clause),
        hide=["toc"],
        other_heading=clause_heading(clause, render.language.other),
        clause=clause,
        chapter=chapter,
        departments=list(dict.fromkeys(code for p in clause.paragraphs for code in p.departments)),
        topics=[t for t in policy.topics.topics if any(one.id in t.awards for one in entries)],
        pending=any(pending is clause for pending, _, _ in render.pending),
        facts=own,
        cases=cases,
        unstated=unstated_of(own, render.words),
        waiting=_waiting(policy, clause),
        paragraphs=shown,
        terms=sorted(set[int]().union(*(paragraph.terms for paragraph in shown))),
        numbers={entry.id: number for number, entry in enumerate(entries, 1)},
        names={entry.id: render.language.of(entry.name) for entry in entries},
        line_readings={
            line.id: [by_id[id_] for id_ in line.readings if id_ in by_id] for line in clause.lines
        },
        readings=[(reading, beside(reading, clause.number)) for reading in readings],
        mentions=[found for found in all_mentions if found.source == clause.number],
        mentioned=[found for found in all_mentions if found.target == clause.number],
        citations=[(of, citation(policy.edition, clause, of)) for of in LANGUAGES],
        addresses={of.code: places.get(of.code, "") for of in LANGUAGES},
        history=history_of(render, clause),
        origins=origins_of(render.editions, policy, clause),
        oddities=[o for o in policy.edition.oddities if clause.number in o.clauses],
    )


def _waiting(policy: PolicyDocument, clause: Clause) -> set[int | str]:
    """Return the paragraphs, and the awards and lines, that nobody has confirmed yet."""
    here = [place for place in policy.preparing if place.clause == clause.number]
    return {found for one in here for found in (one.paragraph, one.award) if found is not None}


def _former(render: Renderer) -> str | None:
    """Return the edition that this one revises, if the site has it."""
    known = {date_of(policy) for policy in render.editions.all}
    follows = render.policy.edition.follows
    return follows if follows in known else None


def _shown(clause: Clause, index: int, entries: list[Award | Line], terms: Terms) -> ShownParagraph:
    paragraph = clause.paragraphs[index]
    quotes = [(entry.quote, entry.id) for entry in entries if entry.paragraph == index + 1]
    chinese, english = terms.places(paragraph)
    return ShownParagraph(
        zh=pieces(paragraph.zh, [(quote.zh, id_) for quote, id_ in quotes], chinese),
        en=pieces(paragraph.en, [(quote.en, id_) for quote, id_ in quotes], english),
        terms={place.term for place in (*chinese, *english)},
    )


def _readings(render: Renderer, clause: Clause) -> list[Reading]:
    """Return the readings that name the clause or are named by one of its awards and lines."""
    named = {id_ for entry in clause.entries for id_ in entry.readings}
    return [
        reading
        for reading in render.policy.readings
        if clause.number in reading.clauses or reading.id in named
    ]


def _description(render: Renderer, clause: Clause, facts: list[Facts]) -> str:
    """Return one line for search engines and shared links; ceilings are marked as such."""
    language = render.language
    parts = [
        f"{language.of(entry.award.name)}{language.colon}{entry.payment.most.text}"
        for entry in facts
        if entry.payment.most
    ]
    status = kind_of_text(render.policy.edition, language)
    return language.semicolon.join([language.of(clause.title), *parts, status])
