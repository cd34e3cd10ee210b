"""Prevents line breaks inside amounts, dates and hyphenated words by putting them into spans."""

import re

from markupsafe import Markup, escape

_NUMBER = r"\d+(?:[,.]\d+)*"
_AMOUNT = re.compile(
    rf"RMB {_NUMBER}(?: (?:million|billion))?|{_NUMBER}(?:[万亿]元?|元)|\d{{4}}-\d\d-\d\d"
)

_PAIR = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)+")


def unbroken(text: str) -> Markup:
    """Return `text` as HTML with each amount and each date in figures in a span."""
    return Markup(_AMOUNT.sub(r'<span class="unbroken">\g<0></span>', escape(text)))


def paired(title: str) -> Markup:
    """Return a title as HTML with each hyphenated word, such as two-way, in a span."""
    return Markup(_PAIR.sub(r'<span class="pair">\g<0></span>', escape(title)))
