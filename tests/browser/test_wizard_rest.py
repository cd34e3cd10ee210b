"""A function that did not come with the first part is made up for: the answer is the same."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.applicant import address, invest, results, step, total
from tests.serving import StaticServer, serving
from wizard import splitting
from wizard.runtime import find_runtime
from wizard.shipped import CALLED, MODULE, REST, SCRIPT, read_called

SUM = "最高2,000万元"
MISSED = "unreachable"
"""What Chromium says of a function without its body."""


def lacking(site: Path, *exports: str) -> dict[str, bytes]:
    """Return the two parts as if the functions of these names were never called."""
    module = (find_runtime().folder / MODULE).read_bytes()
    (folder,) = (site / "assets" / "wizard").glob("pyodide-*")
    called, places = read_called(CALLED.read_text("utf-8"), module), exported(module)
    left_out = {places[name] for name in exports}
    assert all(called(index) for index in left_out)
    names = set(re.findall(r"[\w$]+", (folder / SCRIPT).read_text("utf-8")))
    parts = splitting.split(
        module,
        lambda index: called(index) and index not in left_out,
        lambda name: name in names or f"_{name}" in names or name in exports,
    )
    named = {(folder / name).relative_to(site).as_posix(): part
             for name, part in zip((MODULE, REST), parts, strict=True)}  # fmt: skip
    return named | {f"{name}.gz": gzip.compress(part, 1) for name, part in named.items()}


def exported(module: bytes) -> dict[str, int]:
    """Return the index of each exported function by its name."""
    content = next(content for kind, content in splitting._sections(module) if kind == 7)
    count, at = splitting._number(content, 0)
    found = {}
    for _ in range(count):
        name, end = splitting._name(content, at)
        index, at = splitting._number(content, end + 1)
        if content[end] == 0:
            found[name] = index
    return found


@pytest.mark.parametrize(
    ("function", "missed_at"),
    [("PyImport_ImportModule", "start"), ("PyNumber_Divmod", "sum"), ("deflate", "workbook")],
)
def test_a_missing_function_is_made_up_for(
    browser: Browser, site: Path, function: str, missed_at: str
) -> None:
    said: list[str] = []
    missed: list[str] = []

    def note(at: str) -> None:
        """Write down the first step by which a function was missed."""
        if not missed and any(MISSED in line for line in said):
            missed.append(at)

    with serving(site, extra=lacking(site, function)) as server:
        page = browser.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(address(server.url.rstrip("/"), "zh"))
        expect(page.locator("#wizard[data-engine=ready]")).to_be_attached()
        note("start")
        once_sent = dict(server.sent)
        server.down = True
        invest(page)
        expect(total(page)).to_have_text(SUM)
        note("sum")
        step(page, "results")
        expect(results(page)).to_contain_text(SUM)
        server.down = False
        for table in ("listing", "workbook", "listing", "workbook"):
            with page.expect_download() as download:
                page.locator(f'[data-do="{table}"]').click()
            assert Path(download.value.path()).stat().st_size > 1000
            note(table)
        expect(page.locator("#wizard-fault")).to_be_hidden()
        assert missed == [missed_at]
        assert fetched_again(server, once_sent) == []
        page.close()


def fetched_again(server: StaticServer, once: dict[str, int]) -> list[str]:
    """Return what of Python was fetched more than once."""
    return [name for name, size in once.items() if "/pyodide-" in name and server.sent[name] > size]


def test_without_the_rest_the_wizard_computes_and_nothing_is_said(
    browser: Browser, site: Path
) -> None:
    with serving(site) as server:
        page = browser.new_page()
        page.route(re.compile(r"\.rest\.wasm"), lambda route: route.abort())
        page.goto(address(server.url.rstrip("/"), "zh"))
        expect(page.locator("#wizard[data-engine=ready]")).to_be_attached()
        invest(page)
        expect(total(page)).to_have_text(SUM)
        expect(page.locator("#wizard-fault")).to_be_hidden()
        page.close()


def test_a_function_that_cannot_be_had_is_said_and_trying_again_helps(
    browser: Browser, site: Path
) -> None:
    with serving(site, extra=lacking(site, "PyNumber_Divmod")) as server:
        page = browser.new_page()
        page.route(re.compile(r"\.rest\.wasm"), lambda route: route.abort())
        page.goto(address(server.url.rstrip("/"), "zh"))
        invest(page)
        expect(page.locator("#wizard-fault")).to_contain_text("没有载入")
        page.unroute(re.compile(r"\.rest\.wasm"))
        page.locator('[data-do="retry"]').click()
        expect(total(page)).to_have_text(SUM)
        expect(page.locator("#wizard-fault")).to_be_hidden()
        page.close()


def test_the_first_sum_does_not_wait_for_the_rest(browser: Browser, site: Path) -> None:
    with serving(site) as server:
        page = browser.new_page()
        page.route(re.compile(r"\.rest\.wasm"), lambda route: None)  # it never comes
        page.goto(address(server.url.rstrip("/"), "zh"))
        invest(page)
        expect(total(page)).to_have_text(SUM)
        step(page, "results")
        expect(results(page)).to_contain_text(SUM)
        assert page.locator("#wizard").get_attribute("data-engine") is None
        page.unroute_all(behavior="ignoreErrors")
        page.close()
