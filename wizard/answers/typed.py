"""Converts typed or pasted text to plain characters, without joining separate parts."""

import re
import unicodedata

from answers.unreadable import InputError

LONGEST = 60
"""Characters of a figure or a date; a longer text is neither."""

_APART = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029|]")
_TURNED = "\u202e"  # reverses the display of what follows, so nobody saw the real figure
_SQUARES = (("㎡", "m2"), ("㎢", "km2"), ("m²", "m2"), ("M²", "m2"))
_NARROW = " \u00a0\u2009\u202f"
MORE_SPACE = "\u3000"
"""The sign for a wide space, and for several spaces."""


def plain(text: str) -> str:
    """Return lower-case and half-width characters; spaces stay, invisible marks are removed.

    A space that can separate thousands becomes one space; wider or several spaces become U+3000.
    Table cells that were pasted together raise `InputError`, since they must not be joined.
    """
    if len(text) > LONGEST:
        raise InputError("figure-too-long")
    if _TURNED in text:
        raise InputError("unreadable-figure", text=seen(text))
    text = text.strip().strip("\u200b\u2060\ufeff|").strip()
    if _APART.search(text):
        raise InputError("several-figures", text=seen(text))
    for square, written in _SQUARES:
        text = text.replace(square, written)
    whole = "".join(_plain(sign) for sign in text).strip(f" {MORE_SPACE}").lower()
    return re.sub(f" ?(?:{MORE_SPACE}| (?= )) *", MORE_SPACE, whole)


def seen(text: str) -> str:
    """Write typed text for a message: on one line, shortened, without invisible marks."""
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
    # ² is not 2 and ① is not 1; a sign that becomes several characters is not part of a figure
    return other if len(other) == 1 and category != "No" else sign
