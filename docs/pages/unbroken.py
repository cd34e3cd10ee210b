"""What no line may tear: amounts. Their words stay as they are, a span keeps them together."""

import re

from markupsafe import Markup, escape

_NUMBER = r"\d+(?:[,.]\d+)*"
_AMOUNT = re.compile(rf"RMB {_NUMBER}(?: (?:million|billion))?|{_NUMBER}(?:[万亿]元?|元)")


def unbroken(text: str) -> Markup:
    """Return `text` for a page, with each amount in a span of its own."""
    return Markup(_AMOUNT.sub(r'<span class="unbroken">\g<0></span>', escape(text)))
