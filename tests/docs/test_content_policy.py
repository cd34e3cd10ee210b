"""Each page has a policy that lists exactly its inline scripts and styles."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from docs.site.content_policy import guard, policy_of_all, written
from docs.site.hosting import HEADERS, NGINX
from docs.site.material import ThemeChangedError

LOADS = ("script", "link", "style", "img", "base")


class Inside(HTMLParser):
    """Collects what a policy governs: inline scripts and styles, and attributes that it blocks."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.hashes: set[str] = set()
        self.stopped: list[str] = []
        self.first = ""
        """The first tag that loads something or names the policy."""
        self._reading = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if not self.first and (tag in LOADS or "http-equiv" in given):
            self.first = given.get("http-equiv") or tag
        data = (given.get("type") or "").endswith("json")
        self._reading = tag == "style" or (tag == "script" and "src" not in given and not data)
        self.stopped += [f"<{tag} {name}>" for name in given if re.match(r"style$|on", name)]

    def handle_data(self, data: str) -> None:
        if self._reading:
            digest = hashlib.sha256(data.encode()).digest()
            self.hashes.add(f"'sha256-{base64.b64encode(digest).decode()}'")

    def handle_endtag(self, tag: str) -> None:
        self._reading = False


def html_of(site: Path) -> dict[str, str]:
    return {p.relative_to(site).as_posix(): p.read_text("utf-8") for p in site.rglob("*.html")}


def test_every_page_lists_what_stands_inside_it_and_nothing_else(built: Path) -> None:
    for name, html in html_of(built).items():
        policy = written(html)
        assert policy is not None, name
        inside = Inside(html)
        assert inside.first == "Content-Security-Policy", name
        assert inside.stopped == [], name
        assert set(re.findall(r"'sha256-[^']+'", policy)) == inside.hashes, name
        assert "unsafe-inline" not in policy, name
        assert "'unsafe-eval'" not in policy, name
        assert "//" not in policy, "no other host is allowed"


def test_only_the_wizard_may_compile_webassembly(built: Path) -> None:
    pages = html_of(built)
    may = [name for name, html in pages.items() if "'wasm-unsafe-eval'" in (written(html) or "")]
    assert sorted(may) == ["en/wizard/index.html", "wizard/index.html"]


def test_the_headers_of_the_host_allow_what_every_page_needs(built: Path) -> None:
    pages = html_of(built)
    whole = policy_of_all(pages.values())
    of_all = {line.split()[0]: set(line.split()[1:]) for line in whole.split("; ")}
    for name, html in pages.items():
        for line in (written(html) or "").split("; "):
            directive, *sources = line.split()
            assert set(sources) <= of_all[directive], name
    for name in (HEADERS, NGINX):
        text = (built / name).read_text("utf-8")
        assert f"{whole}; frame-ancestors 'self'" in text
        for header in ("nosniff", "no-referrer", "geolocation=()", "immutable", "max-age=31536000"):
            assert header in text


def test_no_line_of_the_headers_is_longer_than_hosts_take(built: Path) -> None:
    lines = (built / HEADERS).read_text("utf-8").splitlines()
    assert max(map(len, lines)) <= 2000
    assert [line for line in lines if line and line[0] not in "/# "] == []


def test_headers_for_a_known_address_stand_below_its_path(addressed: Path) -> None:
    headers = (addressed / HEADERS).read_text("utf-8")
    assert "\n/policy/*\n" in headers
    assert "\n/policy/assets/wizard/*\n" in headers
    assert "location /policy/ {" in (addressed / NGINX).read_text("utf-8")


def test_a_page_that_loads_before_it_names_its_charset_stops_the_build() -> None:
    with pytest.raises(ThemeChangedError):
        guard('<html><head><script src="early.js"></script><meta charset="utf-8"></head>')
    with pytest.raises(ThemeChangedError):
        guard("<html><head></head>")
