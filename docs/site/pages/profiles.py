"""The pages of the example profiles, which also work without JavaScript."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

from docs.site.pages.page import Page
from docs.site.pages.render import Renderer


class ShownExample(Protocol):
    """What the site needs from an example; `wizard.page.profiles` makes it."""

    @property
    def key(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def about(self) -> str: ...
    @property
    def total(self) -> str: ...
    @property
    def fragment(self) -> str: ...
    @property
    def answers(self) -> Sequence[Any]: ...
    @property
    def results(self) -> str: ...


def example_pages(render: Renderer, examples: Sequence[ShownExample]) -> list[Page]:
    """Return a page for each example, below that of the wizard."""
    return [_page(render, example, examples) for example in examples]


def _page(render: Renderer, example: ShownExample, all_: Sequence[ShownExample]) -> Page:
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
