"""Writes an assessment as an HTML fragment for the browser, from Jinja2 templates."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Literal

import amounts
from results import leaving
from results.comparison import compare
from results.describe import describe
from results.environment import environment
from results.naming_the_text import kind_of
from results.near import Near, describe_near
from results.previous_page import PreviousPage
from results.since import Since, since
from results.view import Item
from results.words import Words, catalogue

Json = Mapping[str, Any]
ClauseLink = Callable[[int, int], str]

LATER: Literal["later"] = "later"
"""Marks that near misses are computed after the page and inserted later."""

_KEPT: dict[str, PreviousPage[tuple[str, str]]] = {}


def page(
    document: Json,
    application: Any,
    assessment: Json,
    language: str,
    clause_link: str | ClauseLink = "../",
    near: Near | Literal["later"] | None = None,
) -> str:
    """Return the fragment in `zh` or `en`; everything typed by anyone is escaped.

    `clause_link` is the path from the page to the root of its language, or a function from clause
    and paragraph to an address. The ids (`result-1`, `results-payable`) stay the same from one
    assessment to the next, so that the page can be updated in place. `near` are the near misses, or
    `LATER` for an empty place that `nearby` fills.
    """
    described = None
    if isinstance(near, Near):
        described = describe_near(document, application, assessment, near, language)
    view = describe(document, application, assessment, language)
    said = {
        "words": catalogue(language, kind_of(document)),
        "link": _link(clause_link, document["edition"]),
    }
    items = [item for group in view.groups for item in group.items]
    written = _written(items, said, language, (clause_link, document["edition"]))
    return (
        environment(language)
        .get_template("page.html")
        .render(
            said,
            view=view,
            cards={number: card for number, (card, _) in written.items()},
            rows={number: row for number, (_, row) in written.items()},
            later=near == LATER,
            near=described,
            language=language,
        )
    )


def _written(
    items: Sequence[Item], said: dict[str, Any], language: str, address: object
) -> dict[int, tuple[str, str]]:
    """Write each item as a card and as a table row, or reuse both from the previous page."""
    module = environment(language).get_template("item.html").make_module(said)
    kept = _KEPT.setdefault(language, PreviousPage())
    kept.begin()

    def write(item: Item) -> tuple[str, str]:
        return module.article(item), module.line(item)  # type: ignore[attr-defined]

    return {
        item.number: kept.get(item.number, (address, item), partial(write, item)) for item in items
    }


def nearby(
    document: Json,
    application: Any,
    assessment: Json,
    near: Near,
    language: str,
    clause_link: str | ClauseLink = "../",
) -> str:
    """Return the content of the page’s `results-near-body`: near misses and curves."""
    return (
        environment(language)
        .get_template("nearby.html")
        .render(
            near=describe_near(document, application, assessment, near, language),
            words=catalogue(language, kind_of(document)),
            link=_link(clause_link, document["edition"]),
        )
    )


def comparison(document: Json, kept: Json, now: Json, language: str) -> str:
    """Return two assessments side by side, as an HTML fragment."""
    return (
        environment(language)
        .get_template("comparison.html")
        .render(
            comparison=compare(document, kept, now, language),
            words=catalogue(language, kind_of(document)),
            language=language,
        )
    )


def changed_since(document: Json, saved: Json, now: Json, language: str) -> str:
    """Return the differences from the results in a saved file, as HTML; empty if there are none."""
    found = since(document, saved, now, language)
    if not found.said:
        return ""
    return (
        environment(language)
        .get_template("since.html")
        .render(since=found, words=catalogue(language, kind_of(document)), language=language)
    )


def of_another_edition(document: Json, edition: str, language: str) -> str:
    """Return, as HTML, that answers were typed under another edition than the one of the page."""
    words = Words(document, language)
    was, now = (amounts.day(name, language) for name in (edition, document["edition"]))
    said = [words.say("since", "stored", was=was, now=now)]
    found = Since(said, [], [], title=words.say("since", "stored-title"))
    return (
        environment(language)
        .get_template("since.html")
        .render(since=found, words=words.catalogue, language=language)
    )


def left_out(document: Json, lost: Sequence[Json], language: str) -> str:
    """Return the parts of an opened file that the form cannot hold, as HTML (`results.leaving`)."""
    return (
        environment(language)
        .get_template("left.html")
        .render(
            left=leaving.left_out(document, lost, language),
            words=catalogue(language, kind_of(document)),
            language=language,
        )
    )


def _link(clause_link: str | ClauseLink, edition: str) -> ClauseLink:
    if not isinstance(clause_link, str):
        return clause_link
    return lambda clause, paragraph: f"{clause_link}{edition}/{clause:02d}/#p{paragraph}"
