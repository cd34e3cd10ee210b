"""The indexes: chapters, topics, amounts, kinds, beneficiaries, departments, open points."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from clauses.document import Chapter, Clause, Department, Line, Target
from clauses.notation import scan
from docs.site.pages.awards import award_pages
from docs.site.pages.clause import chapter_url
from docs.site.pages.facts import Facts, facts_of
from docs.site.pages.page import Page
from docs.site.pages.render import Renderer
from docs.site.pages.topics import topics_page
from docs.site.pages.undecided import Gap, gaps_of
from docs.site.pages.whole import chapter_pages, whole_page

_OPEN_KINDS = ("pending", "unspecified", "discretionary")
"""Kinds of lines whose sum or content is undecided; a preference is not one of them."""


@dataclass(frozen=True)
class DepartmentIndex:
    """The tasks of a department, and what the draft leaves undecided in them."""

    code: str
    department: Department
    clauses: list[Clause]
    n_awards: int
    gaps: list[Gap]
    lines: list[tuple[Clause, Line]]
    """Lines whose sum or content is open."""


def index_pages(render: Renderer) -> list[Page]:
    """Return every index page."""
    facts = facts_of(render.policy, render.language)
    clauses = {clause.number: clause for clause in render.policy.clauses}
    chapters = [
        (chapter, [clauses[number] for number in chapter.clauses if number in clauses])
        for chapter in render.policy.edition.chapters
    ]
    shared: dict[str, Any] = {
        "clause_url": render.clause_url,
        "chapter_url": lambda chapter: chapter_url(render, chapter.number),
        "facts": facts,
    }
    return [
        *chapter_pages(render, chapters, shared),
        whole_page(render, chapters, shared),
        topics_page(render, facts, shared),
        *award_pages(render, facts, shared),
        *_side_pages(render, chapters, facts, shared),
    ]


def _side_pages(
    render: Renderer,
    chapters: list[tuple[Chapter, list[Clause]]],
    facts: dict[str, Facts],
    shared: dict[str, Any],
) -> list[Page]:
    policy, w, root = render.policy, render.words, render.root
    funds, goals = funds_and_goals(policy.clauses)
    return [
        render.named(
            "clauses",
            root,
            nav=w["all_clauses"],
            heads_section=True,
            chapters=chapters,
            **shared,
        ),
        render.named(
            "targets",
            f"{root}targets/",
            funds=funds,
            targets=goals,
            obligations=_entries(policy.clauses, "obligations"),
            support=_entries(policy.clauses, "support"),
            **shared,
        ),
        render.named(
            "departments",
            f"{root}departments/",
            departments=departments(render),
            **shared,
        ),
        render.named(
            "undecided",
            f"{root}undecided/",
            pending=_pending(policy.clauses),
            lines=[(c, line) for c, line in policy.lines if line.kind in _OPEN_KINDS[1:]],
            gaps=[
                gap for c in policy.clauses for gap in gaps_of(render, c) if gap.anchor[0] != "p"
            ],
            no_payee=[(c, a) for c, a in policy.awards if not a.payee.stated],
            no_frequency=[
                (e.clause, e.award)
                for e in facts.values()
                if e.award.kind != "price-floor" and not e.award.frequency_stated
            ],
            no_stages=[
                (e.clause, e.award)
                for e in facts.values()
                if e.award.kind != "price-floor" and not e.award.stages
            ],
            **shared,
        ),
    ]


def departments(render: Renderer) -> list[DepartmentIndex]:
    """Return each department with its clauses and open points, in the edition's order."""
    found = []
    for code, department in render.policy.edition.departments.items():
        own = [
            (clause, {n for n, p in enumerate(clause.paragraphs, 1) if code in p.departments})
            for clause in render.policy.clauses
        ]
        own = [(clause, numbers) for clause, numbers in own if numbers]
        found.append(
            DepartmentIndex(
                code,
                department,
                [clause for clause, _ in own],
                sum(
                    award.paragraph in numbers and award.kind != "price-floor"
                    for clause, numbers in own
                    for award in clause.awards
                ),
                [
                    gap
                    for clause, numbers in own
                    for gap in gaps_of(render, clause)
                    if gap.paragraph in numbers
                ],
                [
                    (clause, line)
                    for clause, numbers in own
                    for line in clause.lines
                    if line.paragraph in numbers and line.kind in _OPEN_KINDS
                ],
            )
        )
    return found


def _pending(clauses: Iterable[Clause]) -> list[tuple[Clause, int, list[str]]]:
    """Return each unfinished paragraph: its clause, number and departments."""
    return [
        (clause, number, paragraph.departments)
        for clause in clauses
        for number, paragraph in enumerate(clause.paragraphs, 1)
        if paragraph.status == "pending"
    ]


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


def _entries(clauses: list[Clause], kind: str) -> list[tuple[Clause, object]]:
    return [(clause, entry) for clause in clauses for entry in getattr(clause, kind)]
