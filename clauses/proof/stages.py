"""Checks instalments: 按项目开工、竣工投产两个阶段分别给予30%、70% pays 30% at 开工."""

import re
from collections.abc import Iterator
from decimal import Decimal
from math import prod

from clauses.model import Stage
from clauses.notation import Found
from clauses.numerals import numeral
from clauses.proof.said_of_sum import Said

_NUMERALS = "一二三四五六七八九十"
_NUMBER = f"(?:[{_NUMERALS}两]+|[0-9]+)"
_COUNTED = re.compile(
    f"分(?:为|成)?({_NUMBER})(?:个?年度?|个?(?:季度|月)|[期次批笔]|个?阶段)"
    f"|(?<![第0-9{_NUMERALS}两])({_NUMBER})个阶段"
)
_OVER_YEARS = re.compile(f"分(?:为|成)?{_NUMBER}个?年度?(?!度?内)")
"""分三年拨付 pays one sum in three years."""
_LATER_YEAR = re.compile(f"次年|第[二三四五2-5]年|{_NUMBER}年后")


def check_stages(said: Said) -> None:
    """Add a fault for stages that the text does not name, or in another number, order or share."""
    stages, ties = said.award.stages, said.ties
    counted = dict(_counted(said.text[ties.start : ties.end]))
    if stages and counted and len(stages) not in {*counted.values(), prod(counted.values())}:
        said.fault(("stages",), "stages-counted", count=len(stages), words=[*counted])
    over_years = _OVER_YEARS.search(said.text, ties.start, ties.end)
    later = [stage.name.zh for stage in stages if _LATER_YEAR.search(stage.name.zh)]
    if stages and (over_years or later) and said.award.frequency == "yearly":
        words = over_years[0] if over_years else later[0]
        said.fault(("frequency",), "stages-yearly", words=words)
    shares: list[Found] = []
    names: list[int] = []
    for index, stage in enumerate(stages):
        place = said.text.find(stage.name.zh, ties.start, ties.end)
        ordinal = "第" + _NUMERALS[index : index + 1]
        if place < 0 and stage.name.zh.startswith(ordinal):
            place = ties.start + index  # 第一年 is not in the text, which only says 分两年
        if place < 0:
            at = ("stages", index, "name", "zh")
            said.fault(at, "stage-not-named", name=stage.name.zh, ordinal=ordinal)
            return
        names.append(place)
        if (share := ties.at("stages", index, "share")) is not None:
            shares.append(share)
    by_name = [stage for _, stage in sorted(zip(names, stages, strict=True), key=_place)]
    by_share = sorted(shares, key=lambda share: share.start)
    if by_name != stages or by_share != shares:
        given = [share.figure.words for share in by_share] or [""] * len(by_name)
        said.wrong_order(
            ("stages",),
            [f"{stage.name.zh} {stage.share or ''}".strip() for stage in stages],
            [f"{s.name.zh} {g}".strip() for s, g in zip(by_name, given, strict=False)],
        )
    total = sum((share.figure.value for share in shares), Decimal(0))
    if shares and len(shares) == len(stages) and total != 1:
        percent = f"{(100 * total).normalize():f}%"
        said.fault(("stages",), "stages-not-whole", total=percent)


def _counted(quote: str) -> Iterator[tuple[str, int]]:
    """Yield the words that say how many instalments there are, with the number: 分三年, 两个阶段.

    分三年，每年分两期 are six.
    """
    for match in _COUNTED.finditer(quote):
        words = match[1] or match[2]
        yield match[0], int(words) if words.isascii() else numeral(words)


def _place(named: tuple[int, Stage]) -> int:
    return named[0]
