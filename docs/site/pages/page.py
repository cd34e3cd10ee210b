"""A page of the site before MkDocs adds the theme."""

import re
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

_HEADING = re.compile(
    r'<h(?P<level>[23])[^>]*?\bid="(?P<id>[^"]+)"[^>]*>(?P<text>.*?)</h[23]>', re.S
)


@dataclass(frozen=True)
class Page:
    """A generated page: its address and its content."""

    url: str
    """Below the language's folder, ending in a slash: `2020-03-16/06/`."""
    title: str
    body: str
    description: str = ""
    nav: str = ""
    """A shorter title for the navigation."""
    hide: list[str] = field(default_factory=list)
    template: str = ""
    heads_section: bool = False
    """True if the theme shows the page as the heading of a navigation section."""
    data: dict[str, Any] = field(default_factory=dict)
    """Structured data about the page (JSON-LD)."""

    @property
    def path(self) -> str:
        """The path of the page's source file; the theme finds section headings by it."""
        if self.heads_section or not self.url:
            return f"{self.url}index.md"
        return f"{self.url.rstrip('/')}.md"

    @property
    def contents(self) -> list[dict[str, Any]]:
        """The headings of levels 2 and 3 that have an id, as MkDocs takes a table of contents."""
        entries: list[dict[str, Any]] = []
        for found in _HEADING.finditer(self.body):
            name = Markup(found["text"]).striptags()
            level = int(found["level"])
            around = entries[-1]["children"] if level == 3 and entries else entries
            around.append({"level": level, "id": found["id"], "name": name, "children": []})
        return entries
