"""The switch of languages leads to the same place of the same page."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.watch import OpenContext

PLACES = ["/2020-03-16/22/#p2", "/en/2020-03-16/13/#13-green-title", "/glossary/#policy"]


def other(path: str) -> str:
    """Return the address of the same place in the other language."""
    return path.removeprefix("/en") if path.startswith("/en/") else f"/en{path}"


@pytest.mark.parametrize("path", PLACES)
def test_the_switch_keeps_the_place(page: Page, site_url: str, path: str) -> None:
    page.goto(site_url + path)
    page.locator("a.switch").click()
    expect(page).to_have_url(site_url + other(path))


def test_the_switch_keeps_a_place_that_the_reader_goes_to_later(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/2020-03-16/22/")
    page.locator('.parallel__mark a[href="#p1"]').click()
    page.locator("a.switch").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site_url}/en/2020-03-16/22/#p1")
    page.evaluate("history.replaceState(null, '', '#p2')")  # as the theme does, without an event
    page.locator("a.switch").click()
    expect(page).to_have_url(f"{site_url}/2020-03-16/22/#p2")


def test_without_scripts_each_paragraph_has_a_link_to_itself_in_the_other_language(
    open_context: OpenContext, site_url: str
) -> None:
    with open_context(site_url, java_script_enabled=False) as (context, watch):
        page = context.new_page()
        page.goto(f"{site_url}/2020-03-16/22/")
        page.locator('#p2 a[hreflang="en"]').click()
        assert page.url == f"{site_url}/en/2020-03-16/22/#p2"
        page.locator('#p1 a[hreflang="zh-CN"]').click()
        assert page.url == f"{site_url}/2020-03-16/22/#p1"
        assert watch.problems() == []
