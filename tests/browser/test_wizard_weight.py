"""A host that compresses nothing sends what the start allows, and the form waits for no engine."""

from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.applicant import address, field, goes_on, invest, results, step
from tests.browser.conftest import OpenContext
from tests.serving import serving

MOST = 4_150_000
"""Bytes, of everything that a visit from the first question to the results loads."""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_host_that_compresses_nothing_sends_few_bytes(
    browser: Browser, site: Path, language: str
) -> None:
    with serving(site) as server:
        page = browser.new_page()
        page.goto(address(server.url.rstrip("/"), language))
        invest(page, "100")
        step(page, "results")
        expect(results(page)).not_to_be_empty()
        page.wait_for_load_state("networkidle")
        page.close()
        sent = dict(server.sent)
    assert [name for name in sent if name.endswith(".wasm")] == []  # its packed copy alone
    listed = sorted(sent.items(), key=lambda file: -file[1])
    assert sum(sent.values()) <= MOST, listed


def declared(copy: bytes) -> tuple[bytes, str]:
    """A host that takes the packed copy for a file that it has compressed itself."""
    return copy, "gzip"


def compressed_again(copy: bytes) -> tuple[bytes, str]:
    """A host that compresses whatever goes out, the packed copy too."""
    return brotli.compress(copy, quality=1), "br"


@pytest.mark.parametrize("sends", [declared, compressed_again])
def test_the_packed_copies_arrive_however_a_host_sends_them(
    site: Path, open_context: OpenContext, sends: Callable[[bytes], tuple[bytes, str]]
) -> None:
    copies = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.gz")}
    sent = {name: sends(copy) for name, copy in copies.items()}
    extra = {name: body for name, (body, _) in sent.items()}
    with serving(site, extra=extra) as server, open_context(server.url) as (context, watch):
        server.headers = lambda path: (
            {"Content-Encoding": sent[path[1:]][1]} if path[1:] in sent else {}
        )
        page = context.new_page()
        page.goto(address(server.url.rstrip("/"), "en"))
        invest(page, "100")
        step(page, "results")
        expect(results(page)).not_to_be_empty()
        expect(page.locator("#wizard[data-engine=ready]")).to_be_attached()
        assert {path for path in server.sent if path.endswith(".gz")}
        assert not {path for path in server.sent if path.endswith(".wasm")}
        assert watch.problems() == []


def test_the_form_keeps_what_is_typed_before_the_engine_is_there(
    open_context: OpenContext, site_url: str
) -> None:
    held: list[Route] = []
    with open_context(site_url) as (context, watch):
        page = context.new_page()
        page.route("**/*.wasm*", lambda route: held.append(route))
        page.goto(address(site_url, "zh"))
        field(page, "enterprise.name").press_sequentially("甬江精机")
        goes_on(page)
        invest(page, "1亿")
        expect(field(page, "c1.actual_input")).to_have_value("1亿")
        page.wait_for_timeout(300)
        assert page.locator("#wizard").get_attribute("data-engine") is None
        for route in held:
            route.continue_()
        expect(page.locator("[data-total=max]")).to_have_text("最高2,000万元")
        expect(field(page, "c1.actual_input")).to_have_value("1亿")
        expect(field(page, "enterprise.name")).to_have_value("甬江精机")
        assert watch.problems() == []
