"""Reads and writes numbers in Chinese characters."""

from fractions import Fraction

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_DIGITS |= {c: n for n, c in enumerate("壹贰叁肆伍陆柒捌玖", 1)}
_TENS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_WRITTEN = "零一二三四五六七八九"
_SCALES = {"万": 10**4, "亿": 10**8}


def numeral(words: str) -> int:
    """Read a Chinese numeral: 三千万, 一亿五千万, 二百五十, 二〇二二."""
    total, section, digit = 0, 0, 0
    positional = all(c in _DIGITS for c in words)
    if positional and len(words) > 1:
        return int("".join(str(_DIGITS[c]) for c in words))
    for character in words:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _TENS:
            section += (digit or 1) * _TENS[character]
            digit = 0
        else:
            scale = _SCALES[character]
            total = (
                (total + section + digit) * scale
                if scale > total
                else total + (section + digit) * scale
            )
            section = digit = 0
    return total + section + digit


def number(words: str) -> Fraction:
    """Read a number in digits, in characters or in both: 2.5, 二点五亿, 5千万, 1亿5000万."""
    for sign, scale in reversed(_SCALES.items()):
        head, found, rest = words.partition(sign)
        if found:
            return (number(head) if head else 1) * Fraction(scale) + (number(rest) if rest else 0)
    if words[0].isdigit():
        digits = words.rstrip("百千")
        return Fraction(digits) * (_TENS[words[-1]] if digits != words else 1)
    whole, point, rest = words.partition("点")
    part = Fraction(int("".join(str(_DIGITS[c]) for c in rest)), 10 ** len(rest)) if point else 0
    return Fraction(numeral(whole)) + part


def chinese(number: int) -> str:
    """Write a number below 1000 in Chinese: 十, 二十一, 一百零五."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{_WRITTEN[hundreds]}百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else _WRITTEN[tens]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (_WRITTEN[ones] if ones else "") or "零"
