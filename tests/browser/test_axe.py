"""No page has an accessibility fault that axe-core knows, in either language, light or dark."""

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.browser.watch import OpenContext

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES = {"light": "default", "dark": "slate"}
"""What the reader prefers, with the name that Material gives it."""


def kinds_of_page(site: Path) -> list[str]:
    """Return the first and the largest page of each kind; pages of a kind differ in a number."""
    kinds: dict[str, list[Path]] = defaultdict(list)
    for file in sorted(site.rglob("*.html")):
        kinds[re.sub(r"[0-9]+", "N", file.relative_to(site).as_posix())].append(file)
    chosen = {f for files in kinds.values() for f in (files[0], max(files, key=size))}
    return sorted("/" + f.relative_to(site).as_posix().removesuffix("index.html") for f in chosen)


def size(file: Path) -> int:
    return file.stat().st_size


def violations(page: Any) -> list[str]:
    """Run axe on the page that is shown; return what it finds, with the first places."""
    # a list that is scrolled cuts its first and last entries; that is no small target
    page.evaluate(
        "document.querySelectorAll('.md-sidebar__scrollwrap').forEach(e => e.scroll(0, 0))"
    )
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(
        "rules => axe.run({ runOnly: rules, resultTypes: ['violations'] })", RULES
    )
    return [
        f"{fault['id']}: {fault['help']}: "
        + "; ".join(
            f"{node['target']} {' '.join(node['html'].split())[:120]}"
            for node in fault["nodes"][:3]
        )
        for fault in found["violations"]
    ]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_kind_of_page_has_an_accessibility_fault(
    open_context: OpenContext, site: Path, site_url: str, scheme: str
) -> None:
    found: list[str] = []
    with open_context(site_url, color_scheme=scheme, reduced_motion="reduce") as (context, _watch):
        page = context.new_page()
        for path in kinds_of_page(site):
            page.goto(site_url + path, wait_until="load")
            shown = page.locator("body").get_attribute("data-md-color-scheme")
            assert shown in (SCHEMES[scheme], None), f"{path} is not {scheme}"
            found += [f"{path}  {fault}" for fault in violations(page)]
    assert not found, "\n".join(["", *found])
