"""Everything that depends on the internals of Material for MkDocs.

The version of the theme is pinned. Each change checks that it finds what it changes: if an update
of the theme removes it, the build stops with an error that names it.
"""

import re
from collections.abc import Callable, Iterable

from mkdocs.structure.files import File

from clauses.messages import StaffError
from docs.site.language import Language

WORKER = "assets/search/worker.js"
"""Our search worker, which accepts the messages of the theme's own."""

_NEVER_REQUESTED = re.compile(r"assets/(.*\.map|javascripts/(lunr|workers)/.*|images/favicon\.png)")
"""Files of the theme that no page uses."""

_WORKER_IN_CONFIG = re.compile(r"assets/javascripts/workers/search\.[0-9a-f]+\.min\.js")
_PREFETCHED = re.compile(r'<link rel="(?:prev|next)" href="[^"]*">')
"""Firefox prefetches the next page; the content security policy forbids it, which is an error."""

_SITE_NAME = re.compile(
    r'(?<=<div class="md-header__topic">)\s*<span class="md-ellipsis">\s*([^<]*?)\s*</span>'
)
_STATE = re.compile(r"\s*[（(]([^（(]+)[）)]$")
"""What a name says of its text in brackets at the end: draft for comment."""

_PALETTE = re.compile(r"assets/stylesheets/palette\.[0-9a-f]+\.min\.css")
_COLOURS = re.compile(r"[^{}]*\[data-md-color-(?:primary|accent)=[^{}]*\{[^{}]*\}")
"""The rules for the colours that the theme offers; the site has its own (`tokens.css`)."""

_INDENTED = re.compile(r"(<(pre|script|textarea)\b.*?</\2>)|\n\s+", re.DOTALL)
"""Space at the start of a line, a tenth of a page; and where it must stay."""

_LABEL_OF_NOTHING = re.compile(r'(<label class="md-nav__title") for="__toc"(?=>)')
"""On pages outside the navigation the theme writes a label for a missing switch."""

_SECTION = re.compile(r'aria-labelledby="(__nav_[0-9_]+)_label"')
_SECTION_TITLE = re.compile(r'(<label class="md-nav__title" for="(__nav_[0-9_]+)")>')


class ThemeChangedError(StaffError):
    """The theme no longer contains what `docs/site/material.py` changes."""


def unwanted(files: Iterable[File], language: Language) -> list[File]:
    """Return the files that no page uses; the second language uses the assets of the first."""
    return [
        file
        for file in files
        if _NEVER_REQUESTED.fullmatch(file.dest_uri)
        or (language.folder and file.dest_uri.startswith("assets/"))
    ]


def lighten(file: File) -> None:
    """Leave out of the palette the colours that the site does not have."""
    if _PALETTE.fullmatch(file.dest_uri):
        file.content_string, count = _COLOURS.subn("", file.content_string)
        if not count:
            raise _changed(_COLOURS, count)


def adapt(html: str) -> str:
    """Return a page with our search worker and wordmark, named sections and no prefetching.

    Lines are not indented.
    """
    if "md-header" not in html:
        return html  # the 404 page is not made by the theme
    html = _swap(_WORKER_IN_CONFIG, WORKER, html)
    html = _swap(_SITE_NAME, _wordmark, html)
    if 'id="__toc"' not in html:
        html = _LABEL_OF_NOTHING.sub(r"\1", html)
    html = _name_sections(_PREFETCHED.sub("", html))
    return _INDENTED.sub(lambda found: found[1] or "\n", html)


def _wordmark(found: re.Match[str]) -> str:
    """Write the name of the site as its wordmark: below it, on a separate line, its state."""
    state = _STATE.search(found[1])
    name = f'<span class="wordmark__name">{_STATE.sub("", found[1])}</span>'
    below = f' <span class="wordmark__state">{state[1]}</span>' if state else ""
    return f'<span class="md-ellipsis wordmark">{name}{below}</span>'


def _name_sections(html: str) -> str:
    """Name each section of the navigation by its title; the theme names it by an icon."""
    html = _SECTION.sub(r'aria-labelledby="\g<1>_title"', html)
    html = _SECTION_TITLE.sub(r'\g<1> id="\g<2>_title">', html)
    return html.replace(' tabindex=""', "")


def _swap(pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str], html: str) -> str:
    html, count = pattern.subn(new, html)
    if count != 1:
        raise _changed(pattern, count)
    return html


def _changed(pattern: re.Pattern[str], count: int) -> ThemeChangedError:
    return ThemeChangedError(
        "theme-changed", pattern=pattern.pattern, count=count, see="docs/site/material.py"
    )
