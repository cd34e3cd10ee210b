"""The sheet for approval on paper: one side, or the front and the back of one sheet."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Browser

from docs.site.approval import Sheet
from docs.site.approval_length import two_sided
from docs.site.approval_shown import approval_html
from tests.docs.test_approval import sheet
from tests.policy import compiled


def changed(count: int) -> Sheet:
    """A sheet with so many awards, and the other changes of a revision."""
    named = {one.id: one for one in sheet().awards}
    pattern = next(one for one in named.values() if one.old and one.new and not one.further)
    ids = [award.id for _, award in compiled().awards]
    return replace(sheet(), awards=[named.get(id_, pattern) for id_ in ids[:count]])


@pytest.mark.parametrize(("count", "sides"), [(20, 1), (42, 2)])
def test_a_sheet_takes_one_sheet_of_paper(browser: Browser, count: int, sides: int) -> None:
    made = changed(count)
    assert two_sided(made) == (sides == 2)
    page = browser.new_page()
    try:
        page.set_content(approval_html(made))
        paper = page.pdf(prefer_css_page_size=True)
    finally:
        page.close()
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == sides
