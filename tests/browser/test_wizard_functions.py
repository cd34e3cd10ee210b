"""Python's functions come in two files; whichever lies in which, the answers are the same."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.applicant import address, invest, results, step, total
from tests.browser.conftest import OpenContext
from tests.serving import serving
from wizard.packing.runtime import find_runtime
from wizard.packing.runtime_files import CALLED, MODULE, REST, parted, read_called
from wizard.packing.webassembly import take_apart

SUM = "最高2,000万元"
IN_REST = re.compile(re.escape(REST))
EVERY = range(20_000)
PARTINGS = {
    "none first": set[int](),
    "every other first": set(EVERY[::2]),
    "a third first": set(EVERY[::3]),
    "all first": set(EVERY),
}


def files(site: Path, called: set[int]) -> dict[str, bytes]:
    """Return the two files of Python, and their packed copies, for a site."""
    (folder,) = (site / "assets" / "wizard").glob("pyodide-*")
    place = folder.relative_to(site).as_posix()
    contents = parted(find_runtime(), called)
    named = {f"{place}/{name}": contents[name] for name in (MODULE, REST)}
    return named | {f"{name}.gz": gzip.compress(content, 1) for name, content in named.items()}


@pytest.fixture
def wizard(site: Path, open_context: OpenContext, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The wizard in Chinese, with its functions parted in some way."""
    parting = files(site, PARTINGS[request.param])
    with serving(site, extra=parting) as server, open_context(server.url) as (context, watch):
        page = context.new_page()
        page.goto(address(server.url.rstrip("/"), "zh"))
        yield page
        assert watch.problems() == []


@pytest.mark.parametrize("wizard", PARTINGS, indirect=True)
def test_the_answers_are_the_same(wizard: Page, page: Page, site_url: str) -> None:
    page.goto(address(site_url, "zh"))
    assert everything(wizard) == everything(page)


def everything(page: Page) -> tuple[str, str]:
    """Return the results and the table for one investment; a workbook is written too."""
    invest(page)
    expect(total(page)).to_have_text(SUM)
    step(page, "results")
    expect(page.locator("#results-near")).not_to_have_attribute("aria-busy", "true")
    shown = results(page).inner_text()
    listing, workbook = taken(page, "listing").decode("utf-8-sig"), taken(page, "workbook")
    assert workbook.startswith(b"PK")
    expect(page.locator("#wizard-fault")).to_be_hidden()
    assert SUM in shown
    (host,) = {*re.findall(r"http://127\.0\.0\.1:\d+/", listing)}
    return shown, listing.replace(host, "/")


def taken(page: Page, table: str) -> bytes:
    """Return the content of a table that the page gives."""
    with page.expect_download() as download:
        page.locator(f'[data-do="{table}"]').click()
    return Path(download.value.path()).read_bytes()


@pytest.mark.parametrize(
    ("put_in", "most"),
    [("1亿", SUM), ("12345.67", "最高2,469.134万元"), ("3333333.33元", "最高666,666.66元")],
)
def test_ordinarily_none_is_missed_and_the_first_sum_waits_for_none(
    page: Page, site_url: str, put_in: str, most: str
) -> None:
    asked: list[Route] = []
    page.route(IN_REST, lambda route: asked.append(route))
    page.goto(address(site_url, "zh"))
    invest(page, put_in)
    expect(total(page)).to_have_text(most)
    step(page, "results")
    expect(results(page)).to_contain_text(most)
    page.wait_for_timeout(300)
    assert len(asked) == 1
    assert page.locator("#wizard").get_attribute("data-engine") is None
    asked[0].continue_()
    expect(page.locator("#wizard[data-engine=ready]")).to_be_attached()
    assert page.locator("#wizard-state").inner_text() == ""  # nothing is being computed any more


@pytest.mark.allows_failed_requests
@pytest.mark.allows_console_errors
def test_that_they_cannot_be_had_is_said_and_trying_again_helps(page: Page, site_url: str) -> None:
    page.route(IN_REST, lambda route: route.abort())
    page.goto(address(site_url, "zh"))
    invest(page)
    said_and_tried_again(page)


def test_that_one_missed_cannot_be_had_is_said_and_trying_again_helps(
    site: Path, open_context: OpenContext
) -> None:
    lacking = files(site, all_but("PyNumber_Divmod"))
    with serving(site, extra=lacking) as server, open_context(server.url) as (context, watch):
        page = context.new_page()
        page.route(IN_REST, lambda route: route.fulfill(status=404))
        page.route(
            re.compile(r"/results-"), lambda route: None
        )  # the rest is not asked for after it
        page.goto(address(server.url.rstrip("/"), "zh"))
        invest(page)
        said_and_tried_again(page)
        assert watch.problems(without={"console_errors", "failed_requests"}) == []


def said_and_tried_again(page: Page) -> None:
    """Expect the message, then a sum once the file is there."""
    expect(page.locator("#wizard-fault")).to_contain_text("没有载入")
    page.unroute_all(behavior="ignoreErrors")
    page.locator('[data-do="retry"]').click()
    expect(page.locator("#wizard-fault")).to_be_hidden()
    expect(total(page)).to_have_text(SUM)
    step(page, "results")
    expect(results(page)).to_contain_text(SUM)


def all_but(name: str) -> set[int]:
    """Return all functions but an exported one that ordinarily comes first."""
    module = (find_runtime().folder / MODULE).read_bytes()
    (left_out,) = (entry.number for entry in take_apart(module).exports if entry.name == name)
    assert left_out in read_called(CALLED.read_text("utf-8"), module)
    return {*EVERY} - {left_out}
