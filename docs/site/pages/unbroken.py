"""What a line should not tear. The words stay as they are, a span keeps them together."""

import re

from markupsafe import Markup, escape

_NUMBER = r"\d+(?:[,.]\d+)*"
_AMOUNT = re.compile(rf"RMB {_NUMBER}(?: (?:million|billion))?|{_NUMBER}(?:[万亿]元?|元)")

_PAIR = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)+")


def unbroken(text: str) -> Markup:
    """Return `text` for a page, with each amount in a span of its own."""
    return Markup(_AMOUNT.sub(r'<span class="unbroken">\g<0></span>', escape(text)))


def paired(title: str) -> Markup:
    """Return a title with each hyphened word, as two-way, in a span that goes to a line as one."""
    return Markup(_PAIR.sub(r'<span class="pair">\g<0></span>', escape(title)))
