"""Brings what was typed or pasted to plain characters, without joining what stood apart."""

import re
import unicodedata

from answers.unreadable import Unreadable

LONGEST = 60
"""Characters of a figure or a date; more is neither."""

_APART = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029|]")
_TURNED = "\u202e"  # shows what follows it backwards: nobody saw the figure that is there
_SQUARES = (("㎡", "m2"), ("㎢", "km2"), ("m²", "m2"), ("M²", "m2"))
_NARROW = " \u00a0\u2009\u202f"
MORE_SPACE = "\u3000"
"""What stands for a wide space, and for several of them."""


def plain(text: str) -> str:
    """Return small letters and half-width characters; spaces stay, invisible marks go.

    A space that can part thousands is one space; wider ones and several of them are U+3000.
    Cells that were pasted together raise `Unreadable`, since nothing may join them.
    """
    if len(text) > LONGEST:
        raise Unreadable("figure-too-long")
    if _TURNED in text:
        raise Unreadable("unreadable-figure", text=seen(text))
    text = text.strip().strip("\u200b\u2060\ufeff|").strip()
    if _APART.search(text):
        raise Unreadable("several-figures", text=seen(text))
    for square, written in _SQUARES:
        text = text.replace(square, written)
    whole = "".join(_plain(sign) for sign in text).strip(f" {MORE_SPACE}").lower()
    return re.sub(f" ?(?:{MORE_SPACE}| (?= )) *", MORE_SPACE, whole)


def seen(text: str) -> str:
    """Write what was typed for a message: on one line, cut, without invisible marks."""
    shown = _APART.sub(" | ", text.strip())
    kept = "".join(sign for sign in shown if unicodedata.category(sign) not in ("Cf", "Cc"))
    return kept if len(kept) <= 40 else f"{kept[:40]}…"


def _plain(sign: str) -> str:
    if sign in _NARROW:
        return " "
    category = unicodedata.category(sign)
    if category == "Zs":
        return MORE_SPACE
    if category == "Cf":
        return ""
    other = unicodedata.normalize("NFKC", sign)
    # ² is no 2 and ① no 1; what becomes several characters was no single one of a figure
    return other if len(other) == 1 and category != "No" else sign
