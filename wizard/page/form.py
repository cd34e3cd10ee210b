"""Renders the form from the policy document: every award, every fact, in one language."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from answers.questions import PLANNED, money_unit
from answers.state import KINDS
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from clauses.document import Topics
from wizard.page.cards import card, sameness
from wizard.page.maximum_amount import most_first
from wizard.page.topic_filter import TopicFilter

PAGE = Path(__file__).resolve().parent
LANGUAGES = ("zh", "en")
UP = {"zh": "../", "en": "../../"}
"""The path from the page of a language to the root of the site."""
STEPS = ("who", "what", "figures", "lists", "check", "results")

Json = dict[str, Any]


def words(language: str) -> dict[str, str]:
    """Return the words of the form in one language."""
    found: dict[str, str] = json.loads(
        (PAGE / f"words.{language}.json").read_text(encoding="utf-8")
    )
    return found


def render(
    document: Mapping[str, Any],
    topics: Topics,
    language: str,
    files: Mapping[str, str],
    examples: Sequence[Any] = (),
) -> str:
    """Return the wizard's page as an HTML fragment; `files` are names under `assets/wizard/`.

    `examples` are those of `wizard.page.profiles`.
    """
    page = _environment(language).get_template("wizard.html.j2")
    return page.render(
        **_contents(document, topics, language),
        language=language,
        edition=document["edition"],
        status=document["status"]["long"][language],
        assets=f"{UP[language]}assets/wizard/",
        awards_url=f"../{document['edition']}/awards/",
        files=files,
        examples=examples,
        steps=STEPS,
    )


def parts(document: Mapping[str, Any], topics: Topics, language: str) -> str:
    """Return the parts that the page's script clones: cards, entries, list of all awards, words.

    They are most of the form, so they are a separate file that is sent packed (`page/parts.js`).
    """
    page = _environment(language).get_template("parts.html.j2")
    return page.render(**_contents(document, topics, language))


def _environment(language: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(PAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["w"] = words(language)
    return environment


def _contents(document: Mapping[str, Any], topics: Topics, language: str) -> Json:
    """Return the data of the policy for page and parts."""
    w = words(language)
    ways = TopicFilter(topics, document, language, w)
    same = sameness(document)
    entries = most_first([*document["awards"], *document["lines"]])
    cards = [{**card(document, entry, language, w, same), **ways.of(entry)} for entry in entries]
    by_text = sorted(cards, key=lambda card: (card["number"], card["paragraph"]))
    return {
        "years": _years(document),
        "roles": ways.roles(),
        "topics": ways.topics(),
        "count": w["filter_count"].format(count=len(cards)),
        "clauses": _by_clause(document, by_text, language, w),
        "cards": by_text,
        "by_stake": cards,
        "places": {
            place: [card for card in cards if card["place"] == place]
            for place in ("figures", "titles")
        },
        "kinds": {
            kind: own
            for kind in KINDS
            if (own := [c for c in cards if c["kind"] == kind and c["place"] == "entry"])
        },
        "planned": PLANNED,
        "payable": [card for card in by_text if card["paid"]],
        "money_unit": money_unit(language),
        "spoken": list(w.items()),
    }


def _years(document: Mapping[str, Any]) -> list[str]:
    term = document["validity"]
    first, last = int(term["from"][:4]), int(term["to"][:4])
    # of a term without an end, ten years are offered
    return [str(year) for year in range(first, min(last, first + 9 if last == 9999 else last) + 1)]


def _by_clause(
    document: Mapping[str, Any], cards: list[Json], language: str, w: Mapping[str, str]
) -> list[Json]:
    return [
        {
            "heading": w["clause_heading"].format(
                number=clause["number"], title=clause["title"][language]
            ),
            "entries": own,
        }
        for clause in document["clauses"]
        if (own := [card for card in cards if card["number"] == clause["number"]])
    ]
