"""Says why an application as a whole was not assessed."""

from typing import Protocol

from results.found import in_words
from results.words import catalogue


class Refused(Protocol):
    """What the engine raises: where, what was found, what is allowed."""

    @property
    def place(self) -> str: ...
    @property
    def found(self) -> str: ...
    @property
    def allowed(self) -> str: ...


def refusal(error: Refused, language: str) -> str:
    """Return one sentence naming the place, what was found there and what is allowed."""
    texts = catalogue(language)
    phrases = {**texts["found"], **texts["refused"]["phrases"]}
    found, allowed = in_words(phrases, error.found), in_words(phrases, error.allowed)
    if error.place == "$":
        whole: str = texts["refused"]["whole"]
        return whole.format(found=found, allowed=allowed)
    sentence: str = texts["refused"]["sentence"]
    return sentence.format(place=error.place, found=found, allowed=allowed)
