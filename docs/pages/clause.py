"""The page of each clause: its text in both languages, what it gives and what it leaves open."""

from dataclasses import dataclass

from markupsafe import Markup

from clauses.cases import Case
from clauses.model import Award, Bilingual, Clause, Line, Paragraph, Reading
from docs.pages.cases import AwardCases, cases_of_awards
from docs.pages.facts import Facts, facts_of
from docs.pages.page import Page
from docs.pages.quotes import marked
from docs.pages.render import Renderer


@dataclass(frozen=True)
class Shown:
    """A paragraph with its quotes marked."""

    zh: Markup
    en: Markup


def clause_pages(render: Renderer, cases: tuple[Case, ...]) -> list[Page]:
    """Return one page for each clause, in the order of the text."""
    facts = facts_of(render.policy, render.language)
    by_award = cases_of_awards(render.policy, cases, render.language)
    return [_page(render, clause, facts, by_award) for clause in render.policy.clauses]


def chapter_url(render: Renderer, number: int) -> str:
    """Return the address of a chapter."""
    return f"{render.root}chapter-{number}/"


def _page(
    render: Renderer, clause: Clause, facts: dict[str, Facts], cases: dict[str, AwardCases]
) -> Page:
    policy = render.policy
    chapter = next(c for c in policy.edition.chapters if clause.number in c.clauses)
    own = [facts[award.id] for award in clause.awards]
    entries: list[Award | Line] = [*clause.awards, *clause.lines]
    quotes = [(entry.paragraph, entry.quote, entry.id) for entry in entries]
    readings = _readings(render, clause)
    by_id = {reading.id: reading for reading in policy.readings.readings}
    departments = dict.fromkeys(
        code for paragraph in clause.paragraphs for code in paragraph.departments
    )
    name = render.language.of(clause.title)
    heading, other_heading = _headings(clause.title, clause.number, render)
    return render.page(
        "clause.html",
        render.clause_url(clause),
        heading,
        nav=f"{clause.number} {name}",
        description=_description(render, clause, own),
        heading=heading,
        other_heading=other_heading,
        clause=clause,
        chapter=chapter,
        chapter_url=chapter_url(render, chapter.number),
        departments=list(departments),
        pending=any(paragraph.status == "pending" for paragraph in clause.paragraphs),
        facts=own,
        cases=cases,
        quoted=bool(quotes),
        paragraphs=[
            _shown(paragraph, [(q, id_) for n, q, id_ in quotes if n == number])
            for number, paragraph in enumerate(clause.paragraphs, 1)
        ],
        line_readings={
            line.id: [by_id[id_] for id_ in line.readings if id_ in by_id] for line in clause.lines
        },
        readings=readings,
        oddities=[o for o in policy.edition.oddities if clause.number in o.clauses],
    )


def _headings(title: Bilingual, number: int, render: Renderer) -> tuple[str, str]:
    chinese, english = f"第{number}条 {title.zh}", f"Clause {number}. {title.en}"
    return (chinese, english) if render.language.code == "zh" else (english, chinese)


def _shown(paragraph: Paragraph, quotes: list[tuple[Bilingual, str]]) -> Shown:
    return Shown(
        marked(paragraph.zh, [(quote.zh, id_) for quote, id_ in quotes]),
        marked(paragraph.en, [(quote.en, id_) for quote, id_ in quotes]),
    )


def _readings(render: Renderer, clause: Clause) -> list[Reading]:
    """Return the readings that name the clause or that one of its lines names."""
    entries: list[Award | Line] = [*clause.awards, *clause.lines]
    named = {id_ for entry in entries for id_ in entry.readings}
    return [
        reading
        for reading in render.policy.readings.readings
        if clause.number in reading.clauses or reading.id in named
    ]


def _description(render: Renderer, clause: Clause, facts: list[Facts]) -> str:
    """One line for search engines and shared links; every ceiling says that it is one."""
    language = render.language
    parts = [
        f"{language.of(entry.award.name)}：{entry.payment.largest.text}"
        if language.code == "zh"
        else f"{language.of(entry.award.name)}: {entry.payment.largest.text}"
        for entry in facts
        if entry.payment.largest
    ]
    status = language.of(render.policy.edition.subtitle).strip("（）()")
    stop = "；" if language.code == "zh" else "; "
    return stop.join([language.of(clause.title), *parts, status])
