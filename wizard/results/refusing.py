"""Explains why an application as a whole was refused."""

import re
from collections.abc import Mapping
from typing import Protocol

from results.found import in_words
from results.words import catalogue

_PATH = re.compile(r"\$\.([a-z]+)(?:\[([0-9]+)\](?:\.([a-z]+))?)?")


class Refusal(Protocol):
    """The engine's exception: where, what was found, what is allowed."""

    @property
    def place(self) -> str: ...
    @property
    def found(self) -> str: ...
    @property
    def allowed(self) -> str: ...


def refusal(error: Refusal, language: str, paths: bool = False) -> str:
    """Return one sentence with the place, what was found there and what is allowed.

    With `paths` it also gives each place as a path (`$.claims[2].award`), for readers of the JSON.
    """
    texts = catalogue(language)
    phrases = {**texts["found"], **texts["refused"]["phrases"]}
    places = texts["refused"]["places"]

    def placed(text: str) -> str:
        return _PATH.sub(lambda path: _place(places, path, paths), text)

    found, allowed = (placed(in_words(phrases, text)) for text in (error.found, error.allowed))
    if error.place == "$":
        whole: str = texts["refused"]["whole"]
        return whole.format(found=found, allowed=allowed)
    sentence: str = texts["refused"]["sentence"]
    return sentence.format(place=placed(error.place), found=found, allowed=allowed)


def _place(places: Mapping[str, str], path: re.Match[str], paths: bool) -> str:
    """Name a place in an application: a list, an entry of it by number, a part of an entry."""
    name, number, part = path.groups()
    if number is None:
        said = places.get(name, name)
    else:
        said = places[f"{name}-entry"].format(number=int(number) + 1)
    if part is not None:
        said = places["part"].format(entry=said, part=places.get(part, part))
    return places["path"].format(place=said, path=path[0]) if paths else said
