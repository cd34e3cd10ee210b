"""The comparison as HTML for the page of results; everything typed by anyone is escaped."""

from between_editions.view import ComparisonView, sums_said
from results.environment import write


def page(view: ComparisonView, home: str) -> str:
    """Return the fragment; `home` is the path from the page to the root of its language."""
    return write(
        "between.html",
        view.said.language,
        view=view,
        said=view.said,
        sums=sums_said(view),
        text=lambda edition, clause, paragraph: f"{home}{edition}/{clause:02d}/#p{paragraph}",
        history=lambda edition, clause: f"{home}{edition}/{clause:02d}/#history",
    )
