"""The indexes, one with the whole text, and a page for each chapter."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clauses.document import Clause, Department, Line, Target
from clauses.notation import scan
from docs.site.pages.awards import award_pages
from docs.site.pages.page import Page
from docs.site.pages.render import Renderer
from docs.site.pages.topics import topics_page
from docs.site.pages.undecided import Gap, gaps_of

_OPEN_KINDS = ("pending", "unspecified", "discretionary")
"""Kinds of lines whose sum or content is undecided; a preference is not one of them."""


@dataclass(frozen=True)
class DepartmentIndex:
    """The tasks of a department, and what the text leaves undecided in them."""

    code: str
    department: Department
    clauses: list[Clause]
    gaps: list[Gap]
    lines: list[tuple[Clause, Line]]
    """Lines whose sum or content is open."""


def index_pages(render: Renderer) -> list[Page]:
    """Return every index page."""
    policy, root = render.policy, render.root
    funds, goals = funds_and_goals(policy.clauses)
    paying = [(clause, award) for clause, award in policy.awards if award.is_payment]
    return [
        *_chapter_pages(render),
        render.named("whole", f"{root}text/", chapters=render.chapters),
        topics_page(render),
        *award_pages(render),
        render.named(
            "clauses",
            root,
            nav=render.words["all_clauses"],
            heads_section=True,
            chapters=render.chapters,
        ),
        render.named(
            "targets",
            f"{root}targets/",
            funds=funds,
            targets=goals,
            obligations=[(clause, one) for clause in policy.clauses for one in clause.obligations],
            support=[(clause, one) for clause in policy.clauses for one in clause.support],
        ),
        render.named("departments", f"{root}departments/", departments=departments(render)),
        render.named(
            "undecided",
            f"{root}undecided/",
            pending=render.pending,
            lines=[(c, line) for c, line in policy.lines if line.kind in _OPEN_KINDS[1:]],
            gaps=[
                gap for c in policy.clauses for gap in gaps_of(render, c) if gap.anchor[0] != "p"
            ],
            no_payee=[(c, award) for c, award in policy.awards if not award.payee.stated],
            no_frequency=[(c, award) for c, award in paying if not award.frequency_stated],
            no_stages=[(c, award) for c, award in paying if not award.stages],
        ),
    ]


def _chapter_pages(render: Renderer) -> Iterator[Page]:
    """Yield a page for each chapter: a summary of its clauses, then their text."""
    of = render.language.of
    for chapter, clauses in render.chapters:
        yield render.page(
            "chapter.html",
            render.chapter_url(chapter),
            of(chapter.title),
            nav=of(chapter.short),
            description=render.words["chapter_description"]
            % (of(render.policy.edition.title), of(chapter.title), len(clauses)),
            hide=["toc"],
            heads_section=True,
            chapter=chapter,
            clauses=clauses,
        )


def departments(render: Renderer) -> list[DepartmentIndex]:
    """Return each department with its clauses and open points, in the edition's order."""
    policy = render.policy
    gaps = [gap for clause in policy.clauses for gap in gaps_of(render, clause)]
    lines = [(clause, line) for clause, line in policy.lines if line.kind in _OPEN_KINDS]
    found = []
    for code, department in policy.edition.departments.items():
        clauses = [c for c in policy.clauses if any(code in p.departments for p in c.paragraphs)]
        own = {
            (clause.number, number)
            for clause in clauses
            for number, paragraph in enumerate(clause.paragraphs, 1)
            if code in paragraph.departments
        }
        found.append(
            DepartmentIndex(
                code,
                department,
                clauses,
                [gap for gap in gaps if (gap.clause, gap.paragraph) in own],
                [(c, line) for c, line in lines if (c.number, line.paragraph) in own],
            )
        )
    return found


Targets = list[tuple[Clause, Target]]


def funds_and_goals(clauses: Iterable[Clause]) -> tuple[Targets, Targets]:
    """Split the goals into those that set money aside and all others."""
    funds: Targets = []
    goals: Targets = []
    for clause in clauses:
        for target in clause.targets:
            money = any(found.figure.measure == "money" for found in scan(target.quote.zh))
            (funds if money else goals).append((clause, target))
    return funds, goals
