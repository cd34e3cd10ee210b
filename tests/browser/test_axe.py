"""A page that is opened dark has no accessibility fault that axe-core knows.

All kinds of pages are seen light and turned dark in `test_crawl`.
"""

import pytest

from tests.browser.axe import (
    SCHEMES,
    scheme,
    violations,
)  # fmt: skip
from tests.browser.watch import OpenContext


@pytest.mark.parametrize("path", ["/", "/en/2020-03-16/22/"])
def test_a_page_opened_dark_has_no_accessibility_fault(
    open_context: OpenContext, site_url: str, path: str
) -> None:
    with open_context(site_url, color_scheme="dark", reduced_motion="reduce") as (context, _watch):
        page = context.new_page()
        page.goto(site_url + path, wait_until="load")
        assert scheme(page) == SCHEMES["dark"]
        assert violations(page) == []
