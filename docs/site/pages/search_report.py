"""The page about the quality of the search."""

from docs.site.pages.page import Page
from docs.site.pages.render import Renderer
from docs.site.search.evaluation import Evaluation


def search_report_page(render: Renderer, evaluation: Evaluation) -> Page:
    """Return the scores by list and by kind of query, with all queries not found first."""
    return render.named(
        "search_report",
        "search-report/",
        evaluation=evaluation,
    )
