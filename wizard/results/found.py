"""Names what was found in an application where the engine could only describe it in English."""

import re
from collections.abc import Mapping
from functools import cache


def in_words(phrases: Mapping[str, str], found: str) -> str:
    """Put a phrase of the engine into the words of a catalogue; anything else stays as it is.

    The keys are the engine's phrases, with `{x}` and `{y}` where it puts what it found.
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
