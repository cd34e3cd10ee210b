"""More is due only in some cases, or for each step, and each step is what the text counts."""

import re

from clauses.key_path import KeyPath
from clauses.notation import Found
from clauses.proof.said_of_sum import Node, Said, asked_words

_EACH_TIME = re.compile("每[^，。；0-9]{0,8}?[一1]?个?(?P<unit>季度|[月年天日])[^每]*$")
_LATER_YEARS = re.compile(
    "(?:逐年|(?:以后|之后|此后|后续|其后)(?:年度|每年|各年|逐年)?|[次二]年起)[^，。；0-9]*$"
)
"""What changes in each year after the first."""
_SHARE = re.compile("按(?:[^，。；0-9]{1,12}的)?$")
_CHANGED_TO = re.compile(
    "(?:提高|上浮|上调|放宽|调增|提升|增加|下浮|下调|调减|降低?)[至到为]"
    "(?=(?:(?![再另加浮扣减增]|的[奖补给])[^，。；0-9])*$)"
)
"""提高至15% and 提高至每人每月2000元 are the figures after the change, not what is added."""
_CHANGED = re.compile("浮|调|提高|提升|增|加|降|减|扣")
"""按标准的50%上浮 adds; 按标准的50%奖励 pays that share."""


def check(said: Said, at: KeyPath, node: Node) -> None:
    """Add a fault if it is due always, or counts by a fact of another unit: 每提前一个月."""
    key = "raise" if "raise" in node else "lower"
    figure = said.ties.at(*at, key)
    if figure is None:
        return
    changed = _CHANGED_TO.search(said.before(figure))
    if changed and figure.figure.measure != "multiple":
        said.tell((*at, key), "uplift-to", figure=figure.figure.words, words=changed[0])
    if node.get("when") is None and node.get("for_each") is None:
        said.tell((*at, key), "uplift-always", figure=figure.figure.words)
    _check_measure(
        said, (*at, key), figure, said.first(*at, "uplift" if key == "raise" else "reduce")
    )
    around = said.text[figure.start : figure.end + 6]
    paid = figure.figure.measure == "share" and _SHARE.search(said.before(figure))
    if paid and not _CHANGED.search(around):
        said.tell((*at, key), "uplift-share", figure=figure.figure.words)
    times = node.get("for_each")
    fact = said.fact(times) if isinstance(times, str) else None
    if fact and fact.type == "years" and (later := _LATER_YEARS.search(said.before(figure))):
        said.tell((*at, "for_each"), "first-year", words=later[0], name=fact.label.zh)
    match = _EACH_TIME.search(said.before(figure))
    if fact and match and match["unit"] not in asked_words(fact):
        said.tell((*at, "for_each"), "for-each", unit=match["unit"], name=fact.label.zh)


def _check_measure(said: Said, at: KeyPath, figure: Found, base: Found | None) -> None:
    """Add a fault if a sum is added to a rate, or percentage points to a sum."""
    in_rate = {"rate", "at"} & {*at}
    measures = figure.figure.measure, base.figure.measure if base else ""
    if base and (measures == ("points", "money") or (measures[0] == "money" and in_rate)):
        said.tell(at, "uplift-measure", figure=figure.figure.words, base=base.figure.words)
