"""What a Word file writes by other means than letters: symbols of a font, and formulas."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from clauses.revision.word_numbering import W

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
UNREAD = "□"
"""Stands in the text for a symbol that cannot be read."""
_OF_A_FONT = range(0xE000, 0xF900)
"""Places that Unicode leaves to a font: what is there depends on it."""
_SYMBOL_FONT = {
    0xA3: "≤", 0xB3: "≥", 0xB4: "×", 0xB8: "÷", 0xB1: "±", 0xB9: "≠", 0xBB: "≈", 0xB0: "°",
    0xB7: "·", 0xA5: "∞", 0xD7: "·", 0xE5: "∑", 0x2D: "-", 0xA2: "′",
}  # fmt: skip
"""The font Symbol, beyond the characters that are as in ASCII."""
_AS_IN_ASCII = frozenset("0123456789%+=<>()[]{}.,:;/!?| ")


def symbol(element: Element) -> str:
    """Return the character of a `w:sym`, or `UNREAD` where only its font says what it is."""
    try:
        code = int(element.get(f"{W}char") or "", 16)
    except ValueError:
        return UNREAD
    if code not in _OF_A_FONT and code > 0xFF:
        return chr(code)
    if (element.get(f"{W}font") or "").lower() != "symbol":
        return UNREAD
    code &= 0xFF
    return chr(code) if chr(code) in _AS_IN_ASCII else _SYMBOL_FONT.get(code, UNREAD)


def formula(element: Element) -> str:
    """Return a formula (`m:oMath`) in one line: (a+b)/c, x^2."""
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        match child.tag.removeprefix(M):
            case "t":
                yield child.text or ""
            case "f":
                yield f"{_part(child, 'num')}/{_part(child, 'den')}"
            case "sSup":
                yield f"{_part(child, 'e')}^{_part(child, 'sup')}"
            case "sSub":
                yield f"{_part(child, 'e')}_{_part(child, 'sub')}"
            case "rad":
                yield f"√{_part(child, 'e')}"
            case "d":
                yield f"({formula(child)})"
            case _:
                yield from _pieces(child)


def _part(element: Element, name: str) -> str:
    """Return a part of a fraction or a power, in brackets where it is more than one thing."""
    found = element.find(f"{M}{name}")
    words = "" if found is None else formula(found)
    return words if not any(sign in words for sign in "+-−×÷*/^") else f"({words})"
