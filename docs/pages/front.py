"""The home page's ways in, the wizard's page and the licences."""

from docs.licences import shipped
from docs.pages.clause import chapter_url
from docs.pages.page import Page
from docs.pages.render import Renderer


def home_page(render: Renderer) -> Page:
    """Return the ways in, which follow the hand-written words of the home page."""
    cash = [award for _, award in render.policy.awards if award.kind != "price-floor"]
    return render.page(
        "home.html",
        "",
        render.words["home"],
        hide=["navigation", "toc"],
        chapter_url=lambda chapter: chapter_url(render, chapter.number),
        n_awards=len(cash),
        n_lines=len(render.policy.lines),
    )


def wizard_page(render: Renderer) -> Page:
    """Return the wizard's page without its form, which is made elsewhere (`docs.events`)."""
    w = render.words
    return Page(
        "wizard/",
        w["wizard"],
        "",
        w["home_wizard_note"],
        w["wizard"],
        ["navigation", "toc"],
        "wizard.html",
    )


def licence_page(render: Renderer) -> Page:
    """Return the licences of all that is shipped."""
    return render.page(
        "licences.html",
        "licences/",
        render.words["licences_title"],
        nav=render.words["licences"],
        hide=["toc"],
        components=shipped(wizard=render.wizard),
    )
