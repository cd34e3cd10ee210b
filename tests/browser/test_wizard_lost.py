"""A file of Python that does not come whole is reported at once, however late that is known."""

import re
from collections.abc import Callable
from pathlib import Path
from threading import Event
from time import sleep

import pytest
from playwright.sync_api import expect

from tests.browser.applicant import address, invest, total
from tests.browser.conftest import OpenContext
from tests.serving import StaticServer, serving

FILES = {"archive": r"/app-\w+\.zip$", "runtime": r"/pyodide\.asm\.wasm$"}
LATE = 0.6
"""Seconds until an answer about one of these: by then the loader waits for it."""
Harm = Callable[[StaticServer, str], None]


def nothing(server: StaticServer, file: str) -> None:
    """The file comes as it is."""


def missing(server: StaticServer, file: str) -> None:
    """Neither the file nor a packed copy is found."""
    before = server.missing
    server.missing = lambda path: before(path) or re.search(file, path) is not None


def cut(server: StaticServer, file: str) -> None:
    """The connection ends half-way."""
    server.cut = lambda path: re.search(file, path) is not None


def damaged(server: StaticServer, file: str) -> None:
    """All bytes come, and are others."""
    server.spoil = lambda path, body: body[::-1] if re.search(file, path) else body


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("harm", [nothing, missing, cut, damaged])
def test_what_is_late_without_a_packed_copy_is_waited_for_or_told(
    site: Path, open_context: OpenContext, harm: Harm, file: str
) -> None:
    name = FILES[file]
    with serving(site) as server, open_context(server.url) as (context, _):
        server.missing = lambda path: path.endswith(".gz")
        server.hold = lambda path: sleep(LATE if re.search(name, path.removesuffix(".gz")) else 0)
        harm(server, name)
        page = context.new_page()
        page.goto(address(server.url.rstrip("/"), "zh"))
        invest(page)
        if harm is nothing:
            expect(total(page)).to_have_text("最高2,000万元")
        else:
            expect(page.locator("#wizard-fault")).to_contain_text("没有载入")


@pytest.mark.parametrize(
    "file", [r"/shell-\w+\.js", r"/parts-zh-\w+\.json", r"/bundle\.\w+\.min\.js"]
)
def test_a_form_that_does_not_come_is_told_though_no_script_can_tell_it(
    site: Path, open_context: OpenContext, file: str
) -> None:
    go = Event()
    with serving(site) as server, open_context(server.url) as (context, watch):
        server.hold = lambda path: re.search(file, path) and go.wait(60)
        page = context.new_page()
        client = context.new_cdp_session(page)
        client.send("Animation.enable")
        client.send("Animation.setPlaybackRate", {"playbackRate": 0})
        page.goto(address(server.url.rstrip("/"), "zh"), wait_until="commit")
        slow = page.locator("#wizard-slow")
        expect(slow).to_be_attached()
        expect(slow).to_be_hidden()
        client.send("Animation.setPlaybackRate", {"playbackRate": 20})
        expect(slow).to_be_visible()
        expect(slow.get_by_role("link")).to_have_attribute("href", "../2020-03-16/awards/")
        go.set()
        expect(page.locator("#wizard-form")).to_be_visible()
        expect(slow).to_be_hidden()
        assert watch.problems() == []
