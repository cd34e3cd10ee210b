"""The page that tells how well the search finds."""

from docs.site.pages.page import Page
from docs.site.pages.render import Renderer
from docs.site.search.evaluation import Evaluation


def search_report_page(render: Renderer, evaluation: Evaluation) -> Page:
    """Return the figures of the evaluation, by list and by kind, with all that came second."""
    w = render.words
    return render.page(
        "search_report.html",
        "search-report/",
        w["search_report_title"],
        description=w["search_report_lead"],
        nav=w["search_report"],
        hide=["toc"],
        evaluation=evaluation,
    )
