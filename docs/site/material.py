"""Everything that rests on the inside of Material for MkDocs, in one place.

The theme's version is pinned. Each change must find what it changes: after an update of the
theme the build stops here and names what is gone, instead of shipping a page that lost it.
"""

import re
from collections.abc import Iterable

from mkdocs.structure.files import File

from clauses.messages import Failure
from docs.site.language import Language

WORKER = "assets/search/worker.js"
"""Our search worker; it speaks the messages of the theme's own."""

_NEVER_REQUESTED = re.compile(r"assets/(.*\.map|javascripts/(lunr|workers)/.*|images/favicon\.png)")
"""Files that the theme brings and that no page asks for."""

_WORKER_IN_CONFIG = re.compile(r"assets/javascripts/workers/search\.[0-9a-f]+\.min\.js")
_PREFETCHED = re.compile(r'<link rel="(?:prev|next)" href="[^"]*">')
"""Firefox fetches the next page ahead, which the policy of the page forbids, and reports it."""

_LABEL_OF_NOTHING = re.compile(r'(<label class="md-nav__title") for="__toc"(?=>)')
"""On a page outside the navigation the theme labels a switch that is not there."""

_SECTION = re.compile(r'aria-labelledby="(__nav_[0-9_]+)_label"')
_SECTION_TITLE = re.compile(r'(<label class="md-nav__title" for="(__nav_[0-9_]+)")>')


class ThemeChanged(Failure):
    """The theme no longer holds what `docs/site/material.py` mends."""


def unwanted(files: Iterable[File], language: Language) -> list[File]:
    """Return the files that no page asks for; the second language uses the first one's assets."""
    return [
        file
        for file in files
        if _NEVER_REQUESTED.fullmatch(file.dest_uri)
        or (language.folder and file.dest_uri.startswith("assets/"))
    ]


def mend(html: str) -> str:
    """Return a page with our search worker, names for the parts of the navigation, no prefetch."""
    if "md-header" not in html:
        return html  # the 404 page is our own
    html = _swap(_WORKER_IN_CONFIG, WORKER, html)
    if 'id="__toc"' not in html:
        html = _LABEL_OF_NOTHING.sub(r"\1", html)
    return _name_sections(_PREFETCHED.sub("", html))


def _name_sections(html: str) -> str:
    """Name each part of the navigation by its title: the theme's label for it is an icon."""
    html = _SECTION.sub(r'aria-labelledby="\g<1>_title"', html)
    html = _SECTION_TITLE.sub(r'\g<1> id="\g<2>_title">', html)
    return html.replace(' tabindex=""', "")


def _swap(pattern: re.Pattern[str], new: str, html: str) -> str:
    html, count = pattern.subn(new, html)
    if count != 1:
        raise ThemeChanged(
            "theme-changed", pattern=pattern.pattern, count=count, see="docs/site/material.py"
        )
    return html
