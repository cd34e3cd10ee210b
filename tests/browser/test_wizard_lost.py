"""A file of Python that does not come whole is told at once, however late that is known."""

import re
from collections.abc import Callable
from pathlib import Path
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
