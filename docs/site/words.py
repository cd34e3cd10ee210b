"""The site's own words, in both languages, from `words.toml`.

A phrase may name what depends on the edition in double angle brackets: `not stated in <<this>>`.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from docs.site.language import Language

FILE = Path(__file__).with_name("words.toml")
MARK = re.compile(r"<<([a-z0-9][a-z0-9.-]*)>>", re.IGNORECASE)


@cache
def pairs() -> dict[str, tuple[str, str]]:
    """Return every phrase in Chinese and English; a name may occur in one section only.

    Raises `ValueError` for a name in two sections.
    """
    with FILE.open("rb") as file:
        data = tomllib.load(file)
    found: dict[str, tuple[str, str]] = {}
    for section in data.values():
        for key, (chinese, english) in section.items():
            if key in found:
                raise ValueError(f"{FILE.name}: {key!r} stands in two sections")
            found[key] = (chinese, english)
    return found


@cache
def words(language: Language) -> Mapping[str, str]:
    """Return the phrases of one language that suit every edition."""
    suited = {key: text for key, text in _phrases(language.code).items() if not MARK.search(text)}
    return MappingProxyType(suited)  # one for all who ask


def words_for(language: Language, names: Mapping[str, str]) -> dict[str, str]:
    """Return all phrases of one language, their marks filled; an unknown mark is a `KeyError`."""
    return {
        key: MARK.sub(lambda mark: names[mark[1]], text) if "<<" in text else text
        for key, text in _phrases(language.code).items()
    }


@cache
def _phrases(code: str) -> dict[str, str]:
    place = 0 if code == "zh" else 1
    return {key: pair[place] for key, pair in pairs().items()}
