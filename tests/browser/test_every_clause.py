"""Every clause in both languages: light on the first view, and nothing moves while it loads."""

import gzip
import json
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.test_clause_page import BUDGET
from tests.browser.watch import OpenContext

_SHIFTS = """() => new Promise(done => {
    const found = []
    new PerformanceObserver(list => found.push(...list.getEntries().map(e => e.value)))
        .observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => done(found), 120)
})"""


@cache
def packed(file: Path) -> int:
    """The size of a file, compressed."""
    return len(gzip.compress(file.read_bytes(), 9))


@pytest.mark.parametrize("folder", ["", "en/"])
@pytest.mark.parametrize("width", [1280, 390])
def test_every_clause_is_light_and_stands_still(
    open_context: OpenContext, site: Path, site_url: str, folder: str, width: int
) -> None:
    clauses = sorted(p for p in (site / folder / "2020-03-16").glob("[0-9][0-9]") if p.is_dir())
    assert len(clauses) == 41
    wrong = {}
    with open_context(site_url, viewport={"width": width, "height": 800}) as (context, _watch):
        page = context.new_page()
        asked: set[str] = set()
        page.on("request", lambda request: asked.add(urlsplit(request.url).path))
        for clause in clauses:
            asked.clear()
            path = f"/{clause.relative_to(site).as_posix()}/"
            page.goto(site_url + path, wait_until="load")
            moved = page.evaluate(_SHIFTS)
            files = [site / f"{name}index.html".lstrip("/") if name.endswith("/")
                     else site / name.lstrip("/") for name in asked]  # fmt: skip
            weight = sum(map(packed, files))
            assert site / path.strip("/") / "index.html" in files and len(files) > 4
            if moved or weight > BUDGET:
                wrong[path] = {"moved": moved, "bytes": weight}
    assert not wrong, json.dumps(wrong, indent=1)
