"""The sentences of a passage, each with its English."""

import re
from typing import NamedTuple

SPLITS = (
    (re.compile(r"(?<=。)(?![”’）])"), re.compile(r"(?<=\.)\s+(?=[A-Z“(])")),
    (re.compile(r"(?<=[。；])(?![”’）])"), re.compile(r"(?<=[.;])\s+(?=[A-Za-z“(])")),
)
"""Where sentences end in both languages: at full stops, or at semicolons too."""


class SentencePair(NamedTuple):
    """A Chinese sentence, and from where to where its English is in that of the passage."""

    zh: str
    start: int
    end: int


def sentence_pairs(zh: str, english: str) -> list[SentencePair]:
    """Return the sentences of a passage, with those of the English in the same order.

    They are cut at semicolons too, where only so both languages have the same number of them.
    There are none if they have not.
    """
    return pairs_at(0, zh, english) or pairs_at(1, zh, english)


def pairs_at(depth: int, zh: str, english: str) -> list[SentencePair]:
    """Return the sentences as one of `SPLITS` cuts them; none if their numbers differ."""
    end, english_end = SPLITS[depth]
    ours, theirs = cut(zh, end), _spans(english, english_end)
    if len(ours) != len(theirs):
        return []
    return [SentencePair(one, *span) for one, span in zip(ours, theirs, strict=True)]


def cut(zh: str, end: re.Pattern[str]) -> list[str]:
    """Cut a Chinese text into its sentences."""
    return [one for one in end.split(zh) if one]


def _spans(english: str, end: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return the spans of the sentences of an English passage, without its departments."""
    bracket = english.find("(Responsible ")
    body = english if bracket < 0 else english[:bracket].rstrip()
    found = list(end.finditer(body))
    starts = [0, *(match.end() for match in found)]
    return list(zip(starts, [*(match.start() for match in found), len(body)], strict=True))
