"""The table of words that bear on a sum, `words.toml`: what they say, and what says the same."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

_TABLE = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))

KIND_OF: Mapping[str, str] = {
    word: kind for kind, words in _TABLE["words"].items() for word in words
}
"""The kind of each word that bears on a sum."""
CHANGE_OF: Mapping[str, str] = {
    "cumulative": "cumulative-limit",
    "per": "count-limit",
    "receiver": "payee",
    "again": "cumulative-limit",
    "who": "beneficiary",
    "where": "condition",
    "modality": "condition",
    "choice": "condition",
} | {
    kind: kind
    for kind in (
        "first-time", "frequency", "comparison", "tier", "stage", "instrument", "base", "strength",
        "department",
    )
}  # fmt: skip
"""What a change of words is, by their kind."""
MEANING_OF: Mapping[str, str] = {
    word: said for said, words in _TABLE["same"].items() for word in words
}
"""What words say that say the same thing."""
PAYERS: Sequence[str] = _TABLE["words"]["payer"]
CEILINGS: Sequence[str] = _TABLE["same"]["ceiling"]
FLOORS: Sequence[str] = _TABLE["same"]["floor"]
COMPARED: Mapping[str, Sequence[str]] = _TABLE["compared"]
"""How a figure is compared, with the words that say so, before it or after it."""
GENERAL: Sequence[str] = _TABLE["general"]["nouns"]
STEPS: Sequence[str] = _TABLE["general"]["steps"]
ALIKE: Mapping[str, str] = {word: words[0] for words in _TABLE["alike"]["groups"] for word in words}
"""Words that say about the same, each with the first of its group."""
STANDING: Sequence[str] = _TABLE["alike"]["standing"]
EMPTY: Sequence[str] = _TABLE["alike"]["empty"]
"""Words that carry neither a condition nor a sum."""
ADVERBS: Sequence[str] = _TABLE["alike"]["adverbs"]
"""Words that carry nothing before such a word only."""

AIMS: Sequence[str] = _TABLE["alike"]["aims"]
"""What a sentence that gives nothing aims at."""


def alternatives(words: Sequence[str]) -> str:
    """Return a pattern for any of some words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_ALIKE_PATTERN = re.compile(alternatives([*ALIKE]))
SAYS_NOTHING = f"{alternatives(EMPTY)}|(?:{alternatives(ADVERBS)})(?={alternatives(EMPTY)})"
"""A pattern for words that carry neither a condition nor a sum where they are."""
_EMPTY_PATTERN = re.compile(SAYS_NOTHING)


def evened(words: str) -> str:
    """Write each word as the first of those that say about the same, and leave empty words out."""
    same = _ALIKE_PATTERN.sub(lambda match: ALIKE[match[0]], words)
    return _EMPTY_PATTERN.sub("", same)
