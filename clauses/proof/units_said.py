"""The units in which a text counts pieces, and the ceilings that it sets for each piece."""

import re

from clauses.figure_pattern import PIECE
from clauses.key_path import KeyPath
from clauses.proof.rule import Tied
from clauses.proof.said_of_sum import Node, Said, is_ceiling

UNIT = re.compile(
    rf"(?:每|元/(?:月·)?)(?P<unit>(?P<scale>[十百千万]?)(?P<piece>{PIECE}|[万亿]元))(?!企业)"
)
OWN_KIND = "企业|项目|单位|平台|园区|机构|主体|法人|年|季|月"
"""每个企业, 每个项目: who or what receives the award, not a piece of it."""
_CEILING_OF_PIECE = re.compile(
    rf"每(?P<unit>[十百千万]?(?![户家]|个(?:{OWN_KIND}))(?:{PIECE}|万元))[^，。；0-9]{{0,6}}$"
)
"""每户最高 and 每家最高 limit what the enterprise itself receives."""


def check_ceilings(said: Said, whole: list[tuple[KeyPath, Node]], paid: list[Tied]) -> None:
    """每个展位最高2万元 limits the sum of each piece: `each` with the number of pieces."""
    counted = [at for at, node in whole if "each" in node or "rent" in node]
    if said.award.frequency in ("per-product", "once-per-title", "per-policy"):
        return
    for tied in paid:
        match = _CEILING_OF_PIECE.search(said.before(tied.found))
        in_each = any(tied.at[: len(at)] == at for at in counted)
        if match and match["unit"] in ("个", "项") and said.award.frequency == "once-per-project":
            continue  # the piece may be what the award is for
        if is_ceiling(tied.at) and match and not in_each:
            said.tell(tied.at, "ceiling-of-piece", figure=tied.words, unit=match["unit"])
