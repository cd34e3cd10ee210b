"""The words for levels in the policy: 国家级, 省级, 四星, 国内.

市级财政 and 市级政府 are the city's budget and government, not levels that an applicant reaches.
"""

import re
from dataclasses import dataclass

WORDS: dict[str, dict[str | int, str]] = {
    "level": {"national": "国家级", "provincial": "省级", "municipal": "市级"},
    "star": {5: "五星", 4: "四星", 3: "三星"},
    "scope": {"domestic": "国内", "provincial": "省内"},
}
"""The codes of each type of fact, with the word of the text for each code."""

_RISING: dict[str, list[str | int]] = {
    "level": ["district", "municipal", "provincial", "national"],
    "star": [1, 2, 3, 4, 5],
}
_AND_BELOW = re.compile("级?(?:（含）)?及以下")
_AND_ABOVE = re.compile("级?(?:（含）)?及?以上")

_LEVEL = re.compile(
    "国家级|省级|市级(?!财政|政府)|行业级|千亿级|[一二三四五]星|国内(?!外)|省内(?!外)"
)


@dataclass(frozen=True)
class Level:
    """A level word in a text, with its place."""

    words: str
    start: int
    end: int


def scan_levels(text: str) -> list[Level]:
    """Return every level word of a text, in order."""
    return [Level(m[0], m.start(), m.end()) for m in _LEVEL.finditer(text)]


def word_of(fact_type: str, code: str | int) -> str | None:
    """Return the word of the text for a code of a fact of this type, or None."""
    return WORDS.get(fact_type, {}).get(code)


def codes_named(fact_type: str, text: str) -> set[str | int]:
    """Return the codes that a text names; 市级以上 names the level and each above it.

    市级及以下 names it and each below.
    """
    named: set[str | int] = set()
    for level in scan_levels(text):
        for code, word in WORDS[fact_type].items():
            if word == level.words:
                rising = _RISING.get(fact_type, [code])
                above = rising[rising.index(code) :] if _AND_ABOVE.match(text, level.end) else []
                below = rising[: rising.index(code)] if _AND_BELOW.match(text, level.end) else []
                named |= {code, *above, *below}
    return named
