"""The sitemap, which pairs each page with its translation, and robots.txt."""

from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

from docs.site.language import LANGUAGES

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def write_sitemap(
    out: Path, address: str, listed: Callable[[str], bool] = lambda url: True
) -> None:
    """Write `sitemap.xml` for the site at `address`, which ends in a slash.

    It names the pages that search engines should list: `listed` says so of an address below the
    folder of a language.
    """
    first, second = LANGUAGES
    pages = sorted(path.parent.relative_to(out).as_posix() for path in out.rglob("index.html"))
    shared = [page for page in pages if not f"{page}/".startswith(second.folder)]
    lines = []
    for page in shared:
        here = "" if page == "." else f"{page}/"
        if not listed(here):
            continue
        places = {language.tag: address + language.folder + here for language in (first, second)}
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{tag}" href="{escape(place)}"/>'
            for tag, place in places.items()
        )
        lines += [f"<url><loc>{escape(place)}</loc>{links}</url>\n" for place in places.values()]
    text = _HEAD + "".join(lines) + "</urlset>\n"
    (out / "sitemap.xml").write_text(text, encoding="utf-8", newline="\n")


def write_robots(out: Path, address: str) -> None:
    """Write `robots.txt`, which allows everything and names the sitemap if there is one.

    Robots read it only at the root of a host; below a folder of a portal it has no effect.
    """
    lines = ["User-agent: *", "Allow: /"]
    if address:
        lines.append(f"Sitemap: {address}sitemap.xml")
    (out / "robots.txt").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
