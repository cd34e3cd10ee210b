"""Checks that what a clause lists without a sum has none in its quotation: 给予最高50万元奖励."""

import re

from clauses.files import YamlFile
from clauses.model import Clause
from clauses.model.clause import Line, Target
from clauses.notation import Found, scan

_PAYS = "给予|予以|奖|补|资助|配套|贴息|返还|分担|支付|发放|兑现"
_BEFORE = re.compile(_PAYS)
_AFTER = re.compile(rf"[^，。；、：0-9]{{0,6}}?(?:{_PAYS})")
_THRESHOLD = re.compile("(?:及)?以[上下]|的[^，。；、]{0,8}(?:企业|项目|单位|平台|园区)")
"""Words after a figure that say whom the sentence is about."""
_WITHOUT = ("lines", "targets", "obligations", "support")


def check_without_sum(file: YamlFile, clause: Clause) -> None:
    """Add a fault for each sum that a line, a target, an obligation or a word of support quotes.

    Of a line that the department decides case by case, the note may repeat the sum and say why it
    is not computed.
    """
    for (kind, index), entry in clause.quoting:
        if kind not in _WITHOUT:
            continue
        explained = (
            entry.note if isinstance(entry, Line) and entry.kind == "discretionary" else None
        )
        for found in scan(entry.quote.zh):
            words = found.figure.words
            fund = isinstance(entry, Target) and words == entry.fund
            told = fund or (explained and words in explained.zh)
            if _is_paid(entry.quote.zh, found) and not told:
                file.fault((kind, index, "quote", "zh"), "sum-in-line", figure=words, key=kind)
                break


def _is_paid(quote: str, found: Found) -> bool:
    """Return whether a figure is money or a share that is paid, no threshold and no target."""
    figure = found.figure
    if figure.measure not in ("money", "share", "points") or figure.meaning in (
        "more-than",
        "less-than",
    ):
        return False
    before = quote[max(quote.rfind(sign, 0, found.start) for sign in "。；") + 1 : found.start]
    threshold = _THRESHOLD.match(quote, found.end) or figure.words.endswith(("以上", "以下"))
    after = _AFTER.match(quote, found.end)
    return not threshold and bool(after or _BEFORE.search(before))
