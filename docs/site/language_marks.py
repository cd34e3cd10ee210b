"""Marks text in the other language with `lang`, for screen readers and fonts.

On an English page these are runs of Chinese characters, on a Chinese page runs of three or more
English words. Elements with their own `lang`, and code, are left unchanged.
"""

import re

from docs.site.language import Language

_TAG = re.compile(r"(<[^>]+>)")
_NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_CHINESE = re.compile(
    r"[“‘（]?[㐀-鿿〇][㐀-鿿〇、，。；：（）“”〔〕《》0-9%—]*[㐀-鿿〇”）》]|[㐀-鿿〇]"
)
_ENGLISH = re.compile(r"[A-Za-z][A-Za-z0-9’'-]*(?:[ ,]+[A-Za-z(][A-Za-z0-9’'()-]*){2,}")
_VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
_LEFT_ALONE = {"code", "pre", "script", "style", "svg", "option", "title", "textarea"}


def mark_languages(html: str, language: Language) -> str:
    """Return the HTML with a `lang` on each run of text in the other language."""
    pattern = _CHINESE if language.code == "en" else _ENGLISH
    marked = rf'<span lang="{language.other.tag}">\g<0></span>'
    opened: list[tuple[str, bool]] = []
    """The open elements, and whether each is left unchanged."""
    parts = _TAG.split(html)
    """Texts and tags in turn, beginning with a text."""
    for place, part in enumerate(parts):
        if place % 2:
            _follow(part, opened)
        elif part and not (opened and opened[-1][1]):
            parts[place] = pattern.sub(marked, part)
    return "".join(parts)


def _follow(tag: str, open_: list[tuple[str, bool]]) -> None:
    """Keep the list of open elements up to date."""
    found = _NAME.match(tag)
    if found is None:
        return  # a comment
    name = found[2].lower()
    if found[1]:
        while open_ and open_.pop()[0] != name:
            pass
    elif name not in _VOID and not tag.endswith("/>"):
        above = bool(open_) and open_[-1][1]
        open_.append((name, above or name in _LEFT_ALONE or " lang=" in tag))
