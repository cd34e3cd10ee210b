"""The page that lists all editions; a site of one edition has none."""

from docs.site.editions import EDITIONS, date_of
from docs.site.history import steps
from docs.site.pages.page import Page
from docs.site.pages.render import Renderer


def editions_page(render: Renderer) -> Page:
    """Return the page: each edition with its status and term, the latest first."""
    return render.named(
        "editions",
        EDITIONS,
        changes={date_of(step.new): step.url for step in steps(render.editions)},
        policies=list(reversed(render.editions.all)),
    )
