"""The page of a run: one file in both languages, with bars, to be read, printed and passed on."""

from pathlib import Path

from docs.site.language import EN, ZH
from docs.site.pages.render import environment
from docs.site.rosters.report import Report, grouped, in_yi, share
from docs.site.rosters.tables import both

STYLE = Path(__file__).parents[1] / "styles" / "rosters.css"
"""Inlined, so that the page is one file."""


def page_of(report: Report) -> str:
    """Return the page."""
    return environment().get_template("rosters.html").render(
        report=report, zh=ZH, en=EN, style=STYLE.read_text(encoding="utf-8"), both=both,
        in_yi=lambda fen: in_yi(fen).replace("-", "−"), share=share,
        exact=lambda fen: grouped(fen).replace("-", "−"),
    )  # fmt: skip
