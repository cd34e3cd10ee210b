"""The pages of the example profiles, which also work without JavaScript."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from docs.site.pages.page import Page
from docs.site.pages.render import Renderer

if TYPE_CHECKING:
    from wizard.page.profiles import ShownProfile


def example_pages(render: Renderer, examples: "Sequence[ShownProfile]") -> list[Page]:
    """Return a page for each example, below that of the wizard."""
    return [_page(render, example, examples) for example in examples]


def _page(render: Renderer, example: "ShownProfile", all_: "Sequence[ShownProfile]") -> Page:
    page = render.page(
        "example.html",
        f"wizard/{example.key}/",
        render.words["example_title"] % example.name,
        description=f"{render.words['example_invented']} {example.about}",
        nav=example.name,
        hide=["navigation", "toc"],
        example=example,
        others=[other for other in all_ if other.key != example.key],
    )
    return replace(page, template="example.html")
