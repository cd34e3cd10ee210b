"""The units in which a text counts pieces and measures, and the ceilings of each piece."""

import re
from collections.abc import Iterator

from clauses.figure_pattern import PIECE
from clauses.key_path import KeyPath
from clauses.model.award import Fact
from clauses.proof.rule import Tied
from clauses.proof.said_of_sum import Node, Said, asked_words, is_ceiling

UNIT = re.compile(
    rf"(?:每|元/(?:月·)?)(?P<unit>(?P<scale>[十百千万]?)(?P<piece>{PIECE}|[万亿]元))(?!企业)"
)
OWN_KIND = "企业|项目|单位|平台|园区|机构|主体|法人|年|季|月"
"""每个企业, 每个项目: who or what receives the award, not a piece of it."""
_CEILING_OF_PIECE = re.compile(
    rf"每(?P<unit>[十百千万]?(?![户家]|个(?:{OWN_KIND}))(?:{PIECE}|万元))[^，。；0-9]{{0,6}}$"
)
"""每户最高 and 每家最高 limit what the enterprise itself receives."""


_SAME = {"吨标煤": "吨标准煤", "吨标准煤": "吨标煤", "标箱": "标准箱", "标准箱": "标箱"}
_MEASURE = re.compile(
    "[0-9.]+[千万亿]?(?P<unit>吨标准煤|吨标煤|吨|亩|立方米|公里|兆瓦时|兆瓦|千瓦时|千瓦|标准箱|标箱)"
)
"""A quantity is answered in one unit, which its name or its question has to say."""


def check_units_said(said: Said) -> None:
    """Add a fault where a fact is not asked in the unit of the figure that it is compared with."""
    for at, figure, fact in _measured(said):
        match = _MEASURE.search(figure)
        if match and not _is_asked_in(match["unit"], fact):
            said.tell(at, "unit", unit=match["unit"], name=fact.label.zh)


def _measured(said: Said) -> Iterator[tuple[KeyPath, str, Fact]]:
    """Yield each threshold, bound and step of one fact: its key, its words, the fact."""
    for index, one in enumerate(said.award.when):
        fact = said.fact(one.fact)
        if fact and one.compares and not (one.of or one.over or one.above):
            yield ("when", index, "fact"), one.compares, fact
    for at, node in said.award.sum.parts():
        for key, of in (("every", "of"), ("brackets", "size")):
            name = node.get(of)
            fact = said.fact(name) if isinstance(name, str) and key in node else None
            first = said.first(*at, key) if fact else None
            if fact and first:
                yield (*at, of), first.figure.words, fact


def _is_asked_in(unit: str, fact: Fact) -> bool:
    units = "|".join(f"{one}(?!时)" for one in (unit, _SAME.get(unit, unit)))
    return fact.type in ("quantity", "count") and bool(re.search(units, asked_words(fact)))


def check_ceilings(said: Said, whole: list[tuple[KeyPath, Node]], paid: list[Tied]) -> None:
    """每个展位最高2万元 limits the sum of each piece: `each` with the number of pieces."""
    counted = [at for at, node in whole if "each" in node or "rent" in node]
    if said.award.frequency in ("per-product", "once-per-title", "per-policy"):
        return
    for tied in paid:
        if tied.found.figure.measure in ("months", "years"):
            continue  # 每人最长12个月 is no sum
        match = _CEILING_OF_PIECE.search(said.before(tied.found))
        in_each = any(tied.at[: len(at)] == at for at in counted)
        if match and match["unit"] in ("个", "项") and said.award.frequency == "once-per-project":
            continue  # the piece may be what the award is for
        if is_ceiling(tied.at) and match and not in_each:
            said.tell(tied.at, "ceiling-of-piece", figure=tied.words, unit=match["unit"])
