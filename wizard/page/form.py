"""Renders the form from the policy document: every award, every fact, in one language."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import amounts
from answers.questions import PLANNED, money_unit
from answers.state import KINDS
from clauses.document import Topics
from results.naming_the_text import DRAFT, TextName, named, text_name
from results.words import LANGUAGES, catalogue
from wizard.page.cards import card, sameness
from wizard.page.maximum_amount import most_first
from wizard.page.place import PagePlace
from wizard.page.topic_filter import TopicFilter

PAGE = Path(__file__).resolve().parent
STEPS = ("who", "what", "figures", "lists", "check", "results")

Json = dict[str, Any]


class OtherEdition(NamedTuple):
    """The wizard of another edition."""

    name: str
    """As `edition_name` writes it."""
    address: str
    """Of its page, from this one."""
    policy: str
    """The name of its document under `assets/wizard/`."""
    edition: str
    """The date that names it."""


def words(language: str, called: TextName = DRAFT) -> dict[str, str]:
    """Return the words of the form in one language; `called` is what they call the text."""
    place = LANGUAGES.index(language)
    read = {key: pair[place] for key, pair in _pairs().items()}
    found: dict[str, str] = named(read, language, called)
    return found


@cache
def _pairs() -> dict[str, list[str]]:
    with (PAGE / "words.toml").open("rb") as file:
        return tomllib.load(file)


def render(
    document: Mapping[str, Any],
    topics: Topics,
    place: PagePlace,
    files: Mapping[str, str],
    examples: Sequence[Any] = (),
    others: Sequence[OtherEdition] = (),
) -> str:
    """Return the wizard's page as an HTML fragment; `files` are names under `assets/wizard/`.

    `examples` are those of `wizard.page.profiles`; `others` are the wizards of the other editions,
    with which this one can be compared.
    """
    language, called = place.language, text_name(document)
    page = _environment(language, called).get_template("wizard.html.j2")
    written = page.render(
        **_contents(document, topics, place),
        language=language,
        edition=document["edition"],
        edition_name=edition_name(document, language),
        others=others,
        in_front=not place.edition,
        home=place.home,
        status=document["status"]["long"][language],
        assets=f"{place.root}assets/wizard/",
        awards_url=f"{place.home}{document['edition']}/awards/",
        files=files,
        examples=examples,
        steps=STEPS,
    )
    return amounts.unbroken(written)


def edition_name(document: Mapping[str, Any], language: str) -> str:
    """Return the name that tells an edition from others: its day and its state."""
    w, state = words(language), document["status"].get("state")
    called = text_name(document)
    state = w[f"state_{state}"] if state else called.zh if language == "zh" else called.en
    return w["edition_name"].format(edition=document["edition"], state=state)


def parts(document: Mapping[str, Any], topics: Topics, place: PagePlace) -> str:
    """Return the parts that the page's script clones: cards, entries, list of all awards, words.

    They are most of the form, so they are a separate file that is sent packed (`page/parts.js`).
    """
    page = _environment(place.language, text_name(document)).get_template("parts.html.j2")
    return amounts.unbroken(page.render(**_contents(document, topics, place)))


def _environment(language: str, called: TextName) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(PAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["w"] = words(language, called)
    environment.globals["unnamed"] = catalogue(language)["unnamed"]  # as the results name them
    return environment


def _contents(document: Mapping[str, Any], topics: Topics, place: PagePlace) -> Json:
    """Return the data of the policy for page and parts."""
    language = place.language
    w = words(language, text_name(document))
    ways = TopicFilter(topics, document, language, w)
    same = sameness(document)
    entries = most_first([*document["awards"], *document["lines"]])
    cards = [{**card(document, entry, place, w, same), **ways.of(entry)} for entry in entries]
    by_text = sorted(cards, key=lambda card: (card["number"], card["paragraph"]))
    return {
        "years": _years(document),
        "roles": ways.roles(),
        "topics": ways.topics(),
        "count": w["filter_count"].format(count=len(cards)),
        "clauses": _by_clause(document, by_text, language, w),
        "cards": by_text,
        "by_maximum": cards,
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
        # names of states, and what is said of several editions, never come from a script
        "spoken": [(key, w[key]) for key in w if not key.startswith(("state_", "editions_"))],
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
