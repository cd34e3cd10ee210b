"""The home page, the wizard's page, and the pages of the examples below it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from docs.site.pages.awards import all_entries, paying, ranked
from docs.site.pages.page import Page
from docs.site.pages.picture import picture
from docs.site.pages.render import Renderer

if TYPE_CHECKING:
    from wizard.page.profiles import ShownProfile


def home_page(render: Renderer) -> Page:
    """Return the entry points and the picture, which follow the hand-written text."""
    policy = render.policy
    rows = ranked(paying(all_entries(render)))
    sums = [row.facts.payment.most for row in rows if row.facts]
    known = [each.text for each in sums if each]
    return render.page(
        "home.html",
        "",
        render.words["home"],
        hide=["navigation", "toc"],
        picture=picture(render),
        n_awards=len(rows),
        n_lines=len(policy.lines),
        n_pending=len(render.pending),
        largest=known[0],
        least=known[-1],
        n_topics=len(policy.topics.topics),
    )


def wizard_page(render: Renderer) -> Page:
    """Return the wizard's page without its form, which `docs.site.events` inserts."""
    w = render.words
    return Page(
        render.editions.place("wizard/", render.policy),
        w["wizard"],
        "",
        w["home_wizard_note"],
        w["wizard"],
        ["navigation", "toc"],
        "wizard.html",
    )


def example_pages(render: Renderer, examples: "Sequence[ShownProfile]") -> Iterator[Page]:
    """Yield a page for each example; all of them also work without JavaScript."""
    for example in examples:
        page = render.page(
            "example.html",
            f"wizard/{example.key}/",
            render.words["example_title"] % example.name,
            description=f"{render.words['example_invented']} {example.about}",
            nav=example.name,
            hide=["navigation", "toc"],
            example=example,
            others=[other for other in examples if other is not example],
        )
        yield replace(page, template="example.html")
