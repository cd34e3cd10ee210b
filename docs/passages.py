"""Marks words of the other language in a page, so that they are read out and set as such.

On an English page every run of Chinese characters is marked; on a Chinese page every run of three
or more English words. What stands inside an element with a `lang` of its own, or in code, stays.
"""

import re

from docs.language import Language

_TAG = re.compile(r"(<[^>]+>)")
_NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_CHINESE = re.compile(
    r"[“‘（]?[㐀-鿿〇][㐀-鿿〇、，。；：（）“”〔〕《》0-9%—]*[㐀-鿿〇”）》]|[㐀-鿿〇]"
)
_ENGLISH = re.compile(r"[A-Za-z][A-Za-z0-9’'-]*(?:[ ,]+[A-Za-z(][A-Za-z0-9’'()-]*){2,}")
_VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
_LEFT_ALONE = {"code", "pre", "script", "style", "svg", "option", "title", "textarea"}


def mark_languages(html: str, language: Language) -> str:
    """Return the HTML with a `lang` on each passage of the other language."""
    pattern = _CHINESE if language.code == "en" else _ENGLISH
    span = f'<span lang="{language.other.tag}">'
    opened: list[tuple[str, bool]] = []
    """The open elements, each with whether it is left alone."""
    parts: list[str] = []
    for part in _TAG.split(html):
        name = _NAME.match(part)
        if name is not None:
            _follow(part, name[2].lower(), bool(name[1]), opened)
        elif not (opened and opened[-1][1]):
            part = pattern.sub(lambda found: f"{span}{found[0]}</span>", part)
        parts.append(part)
    return "".join(parts)


def _follow(tag: str, name: str, end: bool, open_: list[tuple[str, bool]]) -> None:
    """Keep the list of open elements up to date."""
    if end:
        while open_ and open_.pop()[0] != name:
            pass
    elif name not in _VOID and not tag.endswith("/>"):
        above = bool(open_) and open_[-1][1]
        open_.append((name, above or name in _LEFT_ALONE or " lang=" in tag))
