"""Writes an assessment as an HTML fragment for the browser, from Jinja2 templates."""

import pkgutil
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from results.comparison import compare
from results.describe import describe
from results.near import Near, describe_near
from results.words import catalogue

if TYPE_CHECKING:
    from jinja2 import Environment

Json = Mapping[str, Any]
ClauseLink = Callable[[int, int], str]

LATER: Literal["later"] = "later"
"""In the place of near misses: they are worked out after the page and put into it."""


def page(
    document: Json,
    application: Any,
    assessment: Json,
    language: str,
    clause_link: str | ClauseLink = "../",
    near: Near | Literal["later"] | None = None,
) -> str:
    """Return the fragment in `zh` or `en`; everything typed by anyone is escaped.

    `clause_link` is the way from the page to the root of its language, or a function from clause
    and paragraph to an address. The ids (`result-1`, `results-payable`) stay the same from one
    assessment to the next, so that the page can be changed in place. `near` are the near misses, or
    `LATER` for their place alone, which `nearby` fills.
    """
    described = None
    if isinstance(near, Near):
        described = describe_near(document, application, assessment, near, language)
    return (
        _environment()
        .get_template("page.html")
        .render(
            view=describe(document, application, assessment, language),
            later=near == LATER,
            near=described,
            words=catalogue(language),
            language=language,
            link=_link(clause_link, document["edition"]),
        )
    )


def nearby(
    document: Json,
    application: Any,
    assessment: Json,
    near: Near,
    language: str,
    clause_link: str | ClauseLink = "../",
) -> str:
    """Return what belongs into the page’s `results-near-body`: near misses and curves."""
    return (
        _environment()
        .get_template("nearby.html")
        .render(
            near=describe_near(document, application, assessment, near, language),
            words=catalogue(language),
            link=_link(clause_link, document["edition"]),
        )
    )


def comparison(document: Json, kept: Json, now: Json, language: str) -> str:
    """Return two assessments of one file side by side, as an HTML fragment."""
    return (
        _environment()
        .get_template("comparison.html")
        .render(
            comparison=compare(document, kept, now, language),
            words=catalogue(language),
            language=language,
        )
    )


def _link(clause_link: str | ClauseLink, edition: str) -> ClauseLink:
    if not isinstance(clause_link, str):
        return clause_link
    return lambda clause, paragraph: f"{clause_link}{edition}/{clause:02d}/#p{paragraph}"


@cache
def _environment() -> "Environment":
    # Jinja2 costs the browser a third of a second: it is loaded with the first page, not before.
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def _template(name: str) -> str | None:
    content = pkgutil.get_data("results", f"templates/{name}")
    return None if content is None else content.decode()
