"""The words by which the policy names a level: 国家级, 省级, 四星, 国内.

市级财政 and 市级政府 name the city's purse and its government, no level that anybody reaches.
"""

import re
from dataclasses import dataclass

WORDS: dict[str, dict[str | int, str]] = {
    "level": {"national": "国家级", "provincial": "省级", "municipal": "市级"},
    "star": {5: "五星", 4: "四星", 3: "三星"},
    "scope": {"domestic": "国内", "provincial": "省内"},
}
"""For each type of fact: its codes, with the word of the text for each."""

_RISING = ["municipal", "provincial", "national"]

_LEVEL = re.compile(
    "国家级|省级|市级(?!财政|政府)|行业级|千亿级|[一二三四五]星|国内(?!外)|省内(?!外)"
)


@dataclass(frozen=True)
class Level:
    """A level word of a running text, with its place."""

    words: str
    start: int
    end: int


def scan_levels(text: str) -> list[Level]:
    """Find every level word of a running text, in its order."""
    return [Level(m[0], m.start(), m.end()) for m in _LEVEL.finditer(text)]


def word_of(fact_type: str, code: str | int) -> str | None:
    """Return the text's word for a code of a fact of this type, or None where it has none."""
    return WORDS.get(fact_type, {}).get(code)


def codes_named(fact_type: str, text: str) -> set[str | int]:
    """Return the codes that a text names; 市级以上 names the level and each above it."""
    named: set[str | int] = set()
    for level in scan_levels(text):
        for code, word in WORDS[fact_type].items():
            if word == level.words:
                named.add(code)
                if fact_type == "level" and text.startswith("以上", level.end):
                    named.update(_RISING[_RISING.index(str(code)) :])
    return named
