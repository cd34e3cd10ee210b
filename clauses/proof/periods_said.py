"""Checks that a growth is over the period that the text names.

较上年, 较历史峰值, 较前三年平均 and 较2019年 are four sums, each with its own period in `over`.
"""

import re
from collections.abc import Mapping

from clauses.key_path import KeyPath
from clauses.proof.periods import Period, compared_in, periods_in
from clauses.proof.said_of_sum import Said, asked_words

_OPEN = re.compile("基数|基期|上期|以[前往]|往年|同期|此前")
"""A name that leaves the period open; the text says which it is."""
_OF_YEARS = {"mean": "mean", "highest": "best"}
"""Parts that make one figure of those of several years."""


def check_periods_said(said: Said) -> None:
    """Add a fault where a growth is over another period than the text says."""
    for at, node in said.award.sum.parts():
        if "growth" in node:
            _check(said, (*at, "over"), node["over"], _of_growth(said, at))
    for index, condition in enumerate(said.award.when):
        if condition.over:
            text = compared_in(condition.words.zh)
            _check(said, ("when", index, "over"), condition.over, next(iter(text[::-1]), None))


def _check(said: Said, at: KeyPath, over: object, text: Period | None) -> None:
    name, open_, periods = _taken(said, over)
    if text is None or open_ or any(text.may_be(one) for one in periods):
        return
    said.tell(at, "period", words=text.words, name=name)


def _taken(said: Said, over: object) -> tuple[str, bool, list[Period]]:
    """Return the name of what a growth is over, whether it leaves its period open, and these."""
    if isinstance(over, Mapping):
        if "fact" in over:
            return _taken(said, over["fact"])
        part = next((one for one in _OF_YEARS if one in over), None)
        if part is None:
            return "", True, []
        years = [_taken(said, one) for one in over[part]]
        stated = {one.kind for one, _, _ in periods_in(said.text)}
        named = [one for _, _, periods in years for one in periods]
        if len(stated.intersection(one.kind for one in named)) < 2:
            named = []  # 上年和前年的最高值 names the years; 上年 alone is none of several
        return part, False, [Period(_OF_YEARS[part], "", part), *named]
    fact = said.fact(over) if isinstance(over, str) else None
    if fact is None:
        return "", True, []
    periods = [one for one, _, _ in periods_in(asked_words(fact))]
    return fact.label.zh, not periods and bool(_OPEN.search(asked_words(fact))), periods


def _of_growth(said: Said, at: KeyPath) -> Period | None:
    """Return the period that the sentence names last before the figure of a growth, or after it."""
    figures = [t.found for t in said.ties.under(*at[:-1]) if t.at[: len(at)] != at]
    place = min((one.start for one in figures), default=said.ties.end)
    start, end = said.whole_sentence(place)[0], said.clause(place)[1]
    before = compared_in(said.text[start:place])
    after = compared_in(said.text[place:end])
    return before[-1] if before else next(iter(after), None)
