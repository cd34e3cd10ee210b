"""The periods that a text compares with: 上年, 历史峰值, 前三年平均, 2019年."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_SOME_YEARS = (
    "(?:(?:[前近]|过去|此前|最近)(?P<{0}>[二两三四五六七八九十2-9])个?年|历年|往年|以[前往]|此前)"
)
_KINDS = {
    "mean": _SOME_YEARS.format("means") + "[^，。；、0-9]{0,10}?(?:平均|均值|年均)",
    "best": "历史|峰值|最[高好大]年|"
    + _SOME_YEARS.format("bests")
    + "[^，。；、0-9]{0,10}?最[高好大]",
    "former": "(?<![以之目])前年|上上年|大前年",
    "last": "上年|上一年|去年|前一年|同比",
    "shorter": "环比|上一?季|上一?个?月|上半年",
    "numbered": "(?P<year>(?:19|20)[0-9]{2})年",
}
_PERIOD = re.compile("|".join(f"(?P<{kind}>{one})" for kind, one in _KINDS.items()))
_COMPARED = re.compile("同比|环比|(?:[比较自从以]|超过?|超出|高于|多于|大于)[^，。；、0-9]{0,8}?$")
_GROWN = re.compile("的?(?:基数|[净新]?增|部分)")


class Period(NamedTuple):
    """A period as a text names it."""

    kind: str
    number: str
    """Of how many years, or which year; nothing where the words do not say."""
    words: str

    def may_be(self, other: "Period") -> bool:
        """Return whether both can be the same period."""
        numbers = {self.number, other.number}
        return self.kind == other.kind and ("" in numbers or len(numbers) == 1)


def compared_in(words: str) -> list[Period]:
    """Return the periods of words with which something is compared."""
    return [
        one
        for one, start, end in periods_in(words)
        if _COMPARED.search(words[:end] if one.words in ("同比", "环比") else words[:start])
        or _GROWN.match(words, end)
    ]


def periods_in(words: str) -> Iterator[tuple[Period, int, int]]:
    """Yield the periods of words, each with its first character and the one after its last."""
    for match in _PERIOD.finditer(words):
        number = next((match[key] for key in ("means", "bests", "year") if match[key]), "")
        kind = next(one for one in _KINDS if match[one])
        yield Period(kind, number.replace("两", "二"), match[0]), match.start(), match.end()
