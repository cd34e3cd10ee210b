"""The Content-Security-Policy of each page: what it may load and run.

Everything is loaded from the site itself. The theme writes a few scripts into its pages; the policy
allows them by hash, and no other inline script can run. A policy inside a page does not apply to
the worker that computes, and cannot say who may frame the page. The headers of the host do both
(`docs/site/hosting.py`); their policy allows what any page of the site needs.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from docs.site.material import ThemeChangedError

_SCRIPT = re.compile(r"<script([^>]*)>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
_DATA = re.compile(r"type=\"?application/(ld\+)?json\"?")
_CHARSET = re.compile(r'<meta charset="?utf-8"?>')
_META = '<meta http-equiv="Content-Security-Policy" content="{}">'
_WRITTEN = re.compile(_META.format('([^"]*)'))
_REFERRER = '<meta name="referrer" content="no-referrer">'


@dataclass(frozen=True)
class Inline:
    """The hashes of the inline scripts and styles of a page, in the form of the policy."""

    scripts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()

    def __or__(self, other: "Inline") -> "Inline":
        return Inline(self.scripts | other.scripts, self.styles | other.styles)


def inline(html: str) -> Inline:
    """Return the hashes of the inline scripts and styles of a page, without JSON data."""
    scripts = {
        _hash(text)
        for attributes, text in _SCRIPT.findall(html)
        if "src=" not in attributes and not _DATA.search(attributes)
    }
    return Inline(frozenset(scripts), frozenset(map(_hash, _STYLE.findall(html))))


def content_policy(inside: Inline, *, computes: bool) -> str:
    """Return the policy of a page; a page that `computes` may compile WebAssembly."""
    scripts = ["'self'", *(["'wasm-unsafe-eval'"] if computes else []), *sorted(inside.scripts)]
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(scripts)}",
            f"style-src {' '.join(["'self'", *sorted(inside.styles)])}",
            "img-src 'self' data:",  # the theme's style sheets contain its icons
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def guard(html: str, *, computes: bool = False) -> str:
    """Write the policy and a referrer policy into a page, before the first script or style.

    Raises `ThemeChangedError` if no charset is named before the first script or link.
    """
    policy = content_policy(inline(html), computes=computes)
    place = _CHARSET.search(html)
    if place is None or "<script" in html[: place.start()] or "<link" in html[: place.start()]:
        raise ThemeChangedError("no-charset", see="docs/site/content_policy.py")
    return html[: place.end()] + _META.format(policy) + _REFERRER + html[place.end() :]


def written(html: str) -> str | None:
    """Return the policy of a built page."""
    found = _WRITTEN.search(html)
    return found[1] if found else None


def policy_of_all(pages: Iterable[str]) -> str:
    """Return one policy under which every page of a site works."""
    inside = Inline()
    for html in pages:
        inside |= inline(html)
    return content_policy(inside, computes=True)


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
