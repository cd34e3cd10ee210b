"""A link carries the answers behind its #; a hostile one changes nothing; storage is as wished."""

import base64
import json
import re
import zlib
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.applicant import INVESTMENT, address, field, invest, press_forget, total
from tests.browser.conftest import OpenContext, Wizard

UNCHANGED = "您填写的内容未改变"


def packed(text: bytes) -> str:
    """Return a fragment as the page writes it."""
    deflate = zlib.compressobj(9, wbits=-15)
    data = deflate.compress(text) + deflate.flush()
    return "#facts=z." + base64.urlsafe_b64encode(data).decode().rstrip("=")


def plain(application: Any) -> str:
    """Return a fragment as a browser writes it that cannot compress."""
    data = json.dumps(application).encode()
    return "#facts=p." + base64.urlsafe_b64encode(data).decode().rstrip("=")


def share(page: Page) -> str:
    """Ask for a link and return it."""
    page.locator('[data-do="share"]').click()
    here = re.escape(page.url.partition("#")[0])
    expect(page.locator("#wizard-link")).to_have_value(re.compile(rf"^{here}#facts=[zp]\."))
    return page.locator("#wizard-link").input_value()


def claim(name: str = "四号线") -> dict[str, Any]:
    """Return a claim of clause 3."""
    return {"id": "a", "award": INVESTMENT, "subject": name, "date": "2021-06-30",
            "facts": {"selected": True, "actual_input": "100000000"}}  # fmt: skip


@pytest.mark.parametrize("able", [True, False], ids=["deflated", "plain"])
def test_a_link_opens_in_the_other_language_to_the_same_figures(
    page: Page, site_url: str, open_context: OpenContext, able: bool
) -> None:
    if not able:
        page.add_init_script("delete window.CompressionStream")
    page.goto(address(site_url, "zh"))
    invest(page, "10000")
    expect(total(page)).to_have_text("最高2,000万元")
    fragment = share(page).partition("#")[2]
    assert fragment.startswith("facts=z." if able else "facts=p.")
    with open_context(site_url) as (context, watch):
        other = context.new_page()
        asked: list[str] = []
        other.on("request", lambda request: asked.append(request.url))
        other.goto(f"{address(site_url, 'en')}#{fragment}")
        expect(total(other)).to_have_text("at most RMB 20 million")
        expect(field(other, "c1.actual_input")).to_have_value("10000")
        assert "#" not in other.url
        assert [url for url in asked if fragment[8:40] in url] == []
        assert watch.problems() == []


@pytest.mark.parametrize(
    "fragment",
    ["#facts=", "#facts=x.AAAA", "#facts=z.%3Cscript%3E", "#facts=z.AAAA", "#facts=p.bm8",
     packed(b"[" * 50_000), packed(b"[]"), packed(b'{"claims": [{"id": 7}]}'),
     packed(b" " * 60_000_000), "#facts=z." + "A" * 100_001,
     packed(b'{"edition": "1999-01-01", "claims": []}')],
    ids=["empty", "way", "letters", "deflate", "text", "deep", "list", "type", "bomb", "long",
         "edition"],
)  # fmt: skip
def test_a_hostile_link_changes_nothing(wizard: Wizard, fragment: str) -> None:
    page = wizard("zh")
    invest(page)
    expect(total(page)).to_have_text("最高2,000万元")
    page.evaluate("hash => { location.hash = hash }", fragment)
    expect(page.locator("#wizard-filed")).to_contain_text(UNCHANGED)
    expect(field(page, "c1.actual_input")).to_have_value("1亿")
    expect(total(page)).to_have_text("最高2,000万元")
    assert "facts" not in page.url


def test_the_computer_remembers_only_when_asked_and_forgets_all(page: Page, site_url: str) -> None:
    kept = "JSON.stringify(Object.entries(localStorage)) + JSON.stringify(sessionStorage)"
    page.goto(address(site_url, "zh"))
    invest(page, "12345.67")
    expect(total(page)).to_have_text("最高2,469.134万元")
    assert "12345.67" not in page.evaluate("JSON.stringify(Object.entries(localStorage))")
    page.locator("#wizard-keep").check()
    page.evaluate("sessionStorage.clear()")
    page.reload()
    expect(field(page, "c1.actual_input")).to_have_value("12345.67")
    expect(page.locator("#wizard-keep")).to_be_checked()
    press_forget(page)
    expect(page.locator(".wizard-card")).to_have_count(0)
    assert "12345.67" not in page.evaluate(kept)
    page.reload()
    expect(page.locator(".wizard-card")).to_have_count(0)
    expect(page.locator("#wizard-keep")).not_to_be_checked()


@pytest.mark.allows_console_errors  # of the theme, which wants to remember its colours
def test_without_any_storage_the_page_works_and_says_so(page: Page, site_url: str) -> None:
    page.add_init_script(
        "for (const name of ['sessionStorage', 'localStorage'])"
        " Object.defineProperty(window, name, {get() { throw new Error('no') }})"
    )
    page.goto(address(site_url, "zh"))
    invest(page)
    expect(total(page)).to_have_text("最高2,000万元")
    page.locator("#wizard-keep").click()
    expect(page.locator("#wizard-filed")).to_contain_text("不允许")
    expect(page.locator("#wizard-keep")).not_to_be_checked()
