"""The text on one page, to read and print: each chapter, and the whole policy."""

from typing import Any

from clauses.document import Chapter, Clause
from docs.site.pages.clause import chapter_url
from docs.site.pages.page import Page
from docs.site.pages.render import Renderer

Chapters = list[tuple[Chapter, list[Clause]]]


def chapter_pages(render: Renderer, chapters: Chapters, shared: dict[str, Any]) -> list[Page]:
    """Return a page for each chapter: a summary of its clauses, then their text."""
    of = render.language.of
    return [
        render.page(
            "chapter.html",
            chapter_url(render, chapter.number),
            of(chapter.title),
            nav=of(chapter.short),
            description=render.words["chapter_description"]
            % (of(render.policy.edition.title), of(chapter.title), len(clauses)),
            hide=["toc"],
            heads_section=True,
            chapter=chapter,
            clauses=clauses,
            **shared,
        )
        for chapter, clauses in chapters
    ]


def whole_page(render: Renderer, chapters: Chapters, shared: dict[str, Any]) -> Page:
    """Return the page of the whole policy, in the order of the source."""
    return render.named(
        "whole",
        f"{render.root}text/",
        chapters=chapters,
        **shared,
    )
