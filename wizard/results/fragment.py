"""Writes an assessment as an HTML fragment for the browser, from Jinja2 templates."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Literal

import amounts
from results import leaving
from results.comparison import compare
from results.describe import describe
from results.environment import environment, write
from results.headline import headline
from results.naming_the_text import text_name
from results.near import Near, describe_near
from results.previous_page import PreviousPage
from results.since import Since, since
from results.view import ItemBundle, ItemGroup
from results.words import Words, catalogue

Json = Mapping[str, Any]
ClauseLink = Callable[[int, int], str]

LATER: Literal["later"] = "later"
"""Marks that near misses are computed after the page and inserted later."""

Written = tuple[str, dict[int, str]]
"""A bundle as a row that opens, and each of its items as a row of the tables, by number."""

_KEPT: dict[str, PreviousPage[Written]] = {}


def page(
    document: Json,
    application: Any,
    assessment: Json,
    language: str,
    clause_link: str | ClauseLink = "../",
    near: Near | Literal["later"] | None = None,
    *,
    readings: str = "",
    form: bool = False,
) -> str:
    """Return the fragment in `zh` or `en`; everything typed by anyone is escaped.

    `clause_link` is the path from the page to the root of its language, or a function from clause
    and paragraph to an address. The ids (`result-1`, `results-payable`) stay the same from one
    assessment to the next, so that the page can be updated in place. `near` are the near misses, or
    `LATER` for an empty place that `nearby` fills. `readings` is the path to the page of readings,
    if there is one; with `form` what is missing leads to its question, with the id `c1.fact`.
    """
    described = None
    if isinstance(near, Near):
        described = describe_near(document, application, assessment, near, language)
    view = describe(document, application, assessment, language)
    said: dict[str, Any] = {
        "words": _words(document, language),
        "link": _link(clause_link, document["edition"]),
        "readings": readings,
        "form": form,
    }
    address = (clause_link, document["edition"], readings, form)
    cards, rows = _written(view.groups, said, language, address)
    return write(
        "page.html",
        language,
        **said,
        view=view,
        sums=headline(view, said["words"]),
        cards=cards,
        rows=rows,
        later=near == LATER,
        near=described,
    )


def _written(
    groups: Sequence[ItemGroup], said: dict[str, Any], language: str, address: object
) -> tuple[dict[int, str], dict[int, str]]:
    """Write each bundle as a row that opens and each item as a row of the tables, by number.

    What has not changed since the previous page is reused.
    """
    module = environment(language).get_template("item.html").make_module(said)
    kept = _KEPT.setdefault(language, PreviousPage())
    kept.begin()

    def write(bundle: ItemBundle) -> Written:
        lines = {item.number: module.line(item) for item in bundle.items}  # type: ignore[attr-defined]
        return module.article(bundle), lines  # type: ignore[attr-defined]

    cards, rows = dict[int, str](), dict[int, str]()
    for bundle in (bundle for group in groups for bundle in group.bundles):
        number = bundle.first.number
        cards[number], lines = kept.get(number, (address, bundle), partial(write, bundle))
        rows |= lines
    return cards, rows


def nearby(
    document: Json,
    application: Any,
    assessment: Json,
    near: Near,
    language: str,
    clause_link: str | ClauseLink = "../",
) -> str:
    """Return the content of the page’s `results-near-body`: near misses and curves."""
    return write(
        "nearby.html",
        language,
        near=describe_near(document, application, assessment, near, language),
        words=_words(document, language),
        link=_link(clause_link, document["edition"]),
    )


def comparison(document: Json, kept: Json, now: Json, language: str) -> str:
    """Return two assessments side by side, as an HTML fragment."""
    compared = compare(document, kept, now, language)
    words = _words(document, language)
    return write("comparison.html", language, comparison=compared, words=words)


def changed_since(document: Json, saved: Json, now: Json, language: str) -> str:
    """Return the differences from the results in a saved file, as HTML; empty if there are none."""
    found = since(document, saved, now, language)
    if not found.said:
        return ""
    return write("since.html", language, since=found, words=_words(document, language))


def of_another_edition(document: Json, edition: str, language: str) -> str:
    """Return, as HTML, that answers were typed under another edition than the one of the page."""
    words = Words(document, language)
    was, now = (amounts.day(name, language) for name in (edition, document["edition"]))
    said = [words.say("since", "edition", was=was, now=now)]
    found = Since(said, [], [], title=words.say("since", "edition-title"))
    return write("since.html", language, since=found, words=words.catalogue)


def left_out(document: Json, lost: Sequence[Json], language: str) -> str:
    """Return the parts of an opened file that the form cannot hold, as HTML (`results.leaving`)."""
    left = leaving.left_out(document, lost, language)
    return write("left.html", language, left=left, words=_words(document, language))


def _words(document: Json, language: str) -> dict[str, Any]:
    return catalogue(language, text_name(document))


def _link(clause_link: str | ClauseLink, edition: str) -> ClauseLink:
    if not isinstance(clause_link, str):
        return clause_link
    return lambda clause, paragraph: f"{clause_link}{edition}/{clause:02d}/#p{paragraph}"
