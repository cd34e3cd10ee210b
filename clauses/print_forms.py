"""How a print writes a character, and how an edition does: widths, quotation marks, look-alikes.

An edition writes brackets and punctuation in full width, digits and letters in half width, sums
without separators of thousands. `other_form` gives the character of the edition for one of the
print; the proof counts each difference.
"""

import re
import unicodedata

HAN = r"[\u3400-\u9fff]"
"""A Chinese character, as a pattern."""
FULL_WIDTH = {"(": "（", ")": "）", ",": "，", ":": "：", ";": "；", "!": "！", "?": "？"}
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"
_QUOTES = {"「": "“", "」": "”", "『": "“", "』": "”", "〝": "“", "〞": "”"}
_DASHES = "–—－~～"
_ZEROS = "OoＯｏ〇○"
_IN_FIGURES = _ZEROS + _DASHES + ",，:：︰∶"
_AFTER_ZEROS = re.compile(f"[{_ZEROS}]*[0-9万亿元%％年月日]")
_KEPT_WIDE = "（），：；！？"


def other_form(text: str, at: int) -> str:
    """Return how an edition writes the character of a print at a place; empty for none at all.

    Blanks and breaks beside it do not count.
    """
    sign = text[at]
    if sign in _IN_FIGURES:
        form = _in_a_figure(sign, text[:at].rstrip()[-8:], "".join(text[at + 1 : at + 12].split()))
        if form is not None:
            return form
    if sign in FULL_WIDTH:
        return FULL_WIDTH[sign]
    if sign in _QUOTES:
        return _QUOTES[sign]
    if sign in '"＂':
        return "“" if len(re.findall('["＂]', text[:at])) % 2 == 0 else "”"
    if sign == "︰":
        return "："
    if ("！" <= sign <= "～" and sign not in _KEPT_WIDE) or "\u2f00" <= sign <= "\u2fdf":
        return unicodedata.normalize("NFKC", sign)
    return sign


def _in_a_figure(sign: str, before: str, after: str) -> str | None:
    """Return the form of a sign that may be part of a figure; None where it is none."""
    if sign in _ZEROS:  # 3OOO万元: letters between digits, or before a unit
        digits = "".join(before.split()).rstrip(_ZEROS)[-1:].isdecimal()
        return "0" if digits and _AFTER_ZEROS.match(after) else None
    if not (before[-1:].isdecimal() and after[:1].isdecimal()):
        return None
    if sign in ",，":
        return "" if re.match(r"[0-9０-９]{3}(?![0-9０-９])", after) else None
    return ":" if sign in ":：︰∶" else "-"


def edition_form(print_: str) -> str:
    """Return a passage of a print as an edition writes it: in one line, without blanks.

    A blank stays only between two words in Latin letters.
    """
    written: list[str] = []
    text = print_.strip()
    for at, sign in enumerate(text):
        if sign.isspace():
            later = len(text) - len(text[at:].lstrip())
            around = (written[-1] if written else "") + other_form(text, later)
            if len(around) == 2 and around.isascii() and around.isalpha():
                written.append(" ")
        elif sign not in INVISIBLE:
            written.append(other_form(text, at))
    return "".join(written)
