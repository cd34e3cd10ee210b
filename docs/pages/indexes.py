"""Chapters, awards, targets, departments, readings, glossary and status."""

from typing import Any

from clauses.model import Clause
from docs.pages.clause import chapter_url
from docs.pages.facts import facts_of
from docs.pages.page import Page
from docs.pages.render import Renderer


def index_pages(render: Renderer) -> list[Page]:
    """Return every page that lists the policy from one side."""
    policy, w, root = render.policy, render.words, render.root
    facts = facts_of(policy, render.language)
    clauses = {clause.number: clause for clause in policy.clauses}
    chapters = [
        (chapter, [clauses[number] for number in chapter.clauses if number in clauses])
        for chapter in policy.edition.chapters
    ]
    shared: dict[str, Any] = {
        "clause_url": render.clause_url,
        "chapter_url": lambda chapter: chapter_url(render, chapter.number),
        "facts": facts,
    }
    pages = [
        render.page(
            "chapter.html",
            chapter_url(render, chapter.number),
            render.language.of(chapter.title),
            nav=render.language.of(chapter.short),
            hide=["toc"],
            heads_section=True,
            chapter=chapter,
            clauses=own,
            **shared,
        )
        for chapter, own in chapters
    ]
    pages += [
        render.page(
            "clauses.html",
            root,
            w["clauses_title"],
            nav=w["all_clauses"],
            heads_section=True,
            chapters=chapters,
            **shared,
        ),
        render.page(
            "awards.html",
            f"{root}awards/",
            w["awards_title"],
            hide=["toc"],
            cash=[entry for entry in facts.values() if entry.award.kind != "price-floor"],
            floors=[entry for entry in facts.values() if entry.award.kind == "price-floor"],
            lines=policy.lines,
            **shared,
        ),
        render.page(
            "targets.html",
            f"{root}targets/",
            w["targets_title"],
            nav=w["targets"],
            targets=_entries(policy.clauses, "targets"),
            obligations=_entries(policy.clauses, "obligations"),
            support=_entries(policy.clauses, "support"),
            **shared,
        ),
        render.page(
            "departments.html",
            f"{root}departments/",
            w["departments_title"],
            departments=_departments(render),
            **shared,
        ),
        render.page("status.html", f"{root}status/", w["status_title"], nav=w["status"], **shared),
        render.page(
            "readings.html",
            "readings/",
            w["readings_title"],
            nav=w["readings"],
            hide=["toc"],
            readings=policy.readings.readings,
            **shared,
        ),
        render.page(
            "glossary.html",
            "glossary/",
            w["glossary_title"],
            hide=["toc"],
            terms=policy.glossary.terms,
            **shared,
        ),
    ]
    return pages


def _entries(clauses: list[Clause], kind: str) -> list[tuple[Clause, object]]:
    return [(clause, entry) for clause in clauses for entry in getattr(clause, kind)]


def _departments(render: Renderer) -> list[tuple[str, object, list[Clause]]]:
    return [
        (
            code,
            department,
            [c for c in render.policy.clauses if any(code in p.departments for p in c.paragraphs)],
        )
        for code, department in render.policy.edition.departments.items()
    ]
