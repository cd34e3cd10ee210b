"""Once the engine is ready the network may be cut: steps, results, files and links work on."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.applicant import address, field, press_forget, results, step, total
from tests.browser.conftest import OpenContext
from tests.browser.everything import TYPED, walk
from tests.serving import serving


def test_everything_works_after_the_network_is_cut(site: Path, open_context: OpenContext) -> None:
    # at 127.0.0.1 nothing is kept: what works here works on a first visit, over http too
    with serving(site) as server, open_context(server.url) as (context, watch):
        page = context.new_page()
        page.goto(address(server.url.rstrip("/"), "zh"))
        expect(page.locator("#wizard[data-engine=ready]")).to_be_attached()
        page.wait_for_load_state("networkidle")
        server.down = True
        context.set_offline(True)
        link = walk(page, tables=("listing",))
        before = total(page).inner_text()
        press_forget(page)
        expect(total(page)).to_have_text("—")
        page.evaluate("hash => { location.hash = hash }", link.partition("#")[2])
        expect(total(page)).to_have_text(before)
        expect(field(page, "s1.name")).to_have_value(TYPED["project"])
        step(page, "lists")
        field(page, "c2.actual_input").fill("1")
        expect(total(page)).not_to_have_text(before)
        step(page, "results")
        expect(results(page)).to_contain_text(TYPED["project"])
        expect(page.locator("#wizard-fault")).to_be_hidden()
        icon = "/assets/favicon.svg"  # a browser may ask for it again with each address
        assert [problem for problem in watch.problems() if icon not in problem] == []
