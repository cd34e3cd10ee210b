"""The site's own words, in both languages, from `words.toml`."""

import tomllib
from functools import cache
from pathlib import Path

from docs.site.language import Language

FILE = Path(__file__).with_name("words.toml")


@cache
def pairs() -> dict[str, tuple[str, str]]:
    """Return every phrase in Chinese and English; a name may occur in one section only."""
    with FILE.open("rb") as file:
        data = tomllib.load(file)
    found: dict[str, tuple[str, str]] = {}
    for section in data.values():
        for key, (chinese, english) in section.items():
            if key in found:
                raise ValueError(f"{FILE.name}: {key!r} stands in two sections")
            found[key] = (chinese, english)
    return found


def words(language: Language) -> dict[str, str]:
    """Return the phrases of one language."""
    return _words(language.code)


@cache
def _words(code: str) -> dict[str, str]:
    place = 0 if code == "zh" else 1
    return {key: pair[place] for key, pair in pairs().items()}
