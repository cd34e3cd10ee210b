"""Translates the engine's English descriptions of what it found in an application."""

import re
from collections.abc import Mapping
from functools import cache


def in_words(phrases: Mapping[str, str], found: str) -> str:
    """Translate a phrase of the engine with a catalogue; any other text stays unchanged.

    The keys are the engine's phrases, with `{x}` and `{y}` for the parts that it fills in.
    """
    if found in phrases:
        return phrases[found]
    for phrase, words in phrases.items():
        if "{x}" in phrase and (match := _pattern(phrase).fullmatch(found)):
            return words.format(**match.groupdict())
    return found


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    pattern = re.escape(phrase).replace(r"\{x\}", "(?P<x>.+?)").replace(r"\{y\}", "(?P<y>.+?)")
    return re.compile(pattern, re.DOTALL)
