"""No page has an accessibility fault that axe-core knows, in either language, light or dark."""

from pathlib import Path

import pytest

from tests.browser.axe import (
    SCHEMES,
    kinds_of_page,
    scheme,
    violations,
    violations_in_both_schemes,
)  # fmt: skip
from tests.browser.watch import OpenContext


@pytest.mark.parametrize("english", [False, True], ids=["zh", "en"])
def test_no_kind_of_page_has_an_accessibility_fault(
    open_context: OpenContext, site: Path, site_url: str, english: bool
) -> None:
    found: list[str] = []
    paths = [path for path in kinds_of_page(site) if path.startswith("/en/") is english]
    assert len(paths) > 20
    with open_context(site_url, reduced_motion="reduce") as (context, _watch):
        page = context.new_page()
        for path in paths:
            page.goto(site_url + path, wait_until="load")
            # names and links are of a language, colours are of the elements of both
            faults = violations(page) if english else violations_in_both_schemes(page)
            found += [f"{path}  {fault}" for fault in faults]
    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize("path", ["/", "/en/2020-03-16/22/"])
def test_a_page_opened_dark_has_no_accessibility_fault(
    open_context: OpenContext, site_url: str, path: str
) -> None:
    with open_context(site_url, color_scheme="dark", reduced_motion="reduce") as (context, _watch):
        page = context.new_page()
        page.goto(site_url + path, wait_until="load")
        assert scheme(page) == SCHEMES["dark"]
        assert violations(page) == []
