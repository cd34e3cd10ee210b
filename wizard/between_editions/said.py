"""The words of a comparison of editions, in one language."""

import json
import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import Any

import amounts
from eligibility.money import write
from results.lines import ResultLine
from results.params import Phrases
from results.words import Words

Json = Mapping[str, Any]


@cache
def catalogue(language: str) -> dict[str, Any]:
    """Return the words of this package in a language."""
    content = pkgutil.get_data("between_editions", f"catalogue/{language}.json")
    assert content is not None
    found: dict[str, Any] = json.loads(content)
    return found


class EditionWords:
    """An edition with its lines and its words."""

    def __init__(self, document: Json, language: str) -> None:
        self.document = document
        self.words = Words(document, language)
        self.phrases = Phrases(self.words, {})
        self.edition: str = document["edition"]
        day = amounts.day(self.edition, language)
        self.name: str = catalogue(language)["edition"].format(day=day)
        self.heading: str = catalogue(language)["edition-head"].format(day=day)

    def line(self, award: str) -> ResultLine | None:
        """Return a line of the edition, if it has it."""
        return self.words.lines.get(award)


class ComparisonWords:
    """What is said of two editions in a language."""

    def __init__(self, old: Json, new: Json, language: str) -> None:
        self.language = language
        self.old, self.new = EditionWords(old, language), EditionWords(new, language)
        self.catalogue = catalogue(language)

    def say(self, *path: str, **params: str) -> str:
        """Return a sentence of this package with its parameters filled in."""
        found: Any = self.catalogue
        for key in path:
            found = found[key]
        text: str = found.format(**params) if params else found
        return (
            text[:1].upper() + text[1:] if self.language == "en" and path[0] != "figures" else text
        )

    def difference(self, fen: int) -> str:
        """Say a difference in words."""
        if not fen:
            return self.say("no-more")
        amount = amounts.money(write(abs(fen)), self.language)
        return self.say("more-by" if fen > 0 else "less-by", amount=amount)
