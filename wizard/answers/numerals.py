"""Chinese numerals below ten thousand: 五, 十二, 二千三百, 两千零五十."""

import re

_DIGITS = {c: n for n, pair in enumerate(("〇零", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆",
                                          "七柒", "八捌", "九玖")) for c in pair}  # fmt: skip
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
NUMERAL = f"[{''.join(_DIGITS)}{''.join(_TENS)}]+"
_PART = re.compile(f"([{''.join(_DIGITS)}]*)([{''.join(_TENS)}]?)")


def numeral(text: str) -> int | None:
    """Read a numeral; None where it is not in its regular form."""
    total, before = 0, 10_000
    for digits, ten in _PART.findall(text):
        if not digits and not ten:
            continue
        significant = digits.lstrip("〇零")
        if len(significant) > 1 or (not significant and ten not in ("十", "拾")):
            return None
        worth = _TENS.get(ten, 1)
        if worth >= before:
            return None
        total, before = total + (_DIGITS[significant] if significant else 1) * worth, worth
    return total or None
