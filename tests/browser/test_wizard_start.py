"""The first sum comes before everything else of Python; what is asked meanwhile is not lost."""

import gzip
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Page, Route, expect

import amounts
from tests.browser.applicant import (
    address,
    field,
    invest,
    open_file,
    results,
    save,
    step,
    total,
)  # fmt: skip
from tests.browser.conftest import OpenContext
from tests.serving import serving

REST = re.compile(r"/results-\w+\.zip")
FOLDER = Path("assets", "wizard")
NEEDS_MORE = """
_money = money
def money(*given):
    import coming_later
    return _money(*given)
"""


@dataclass
class Held:
    """A page whose rest of Python does not come before `go`."""

    page: Page
    asked: Event
    """The rest has been asked for."""
    go: Event


@pytest.fixture
def held(site: Path, open_context: OpenContext, request: pytest.FixtureRequest) -> Iterator[Held]:
    """Open the wizard, in Chinese unless a test wants another, with files in place of others."""
    asked, go = Event(), Event()

    def hold(path: str) -> None:
        if REST.search(path):
            asked.set()
            assert go.wait(60)

    language, extra = getattr(request, "param", ("zh", lambda site: {}))
    variant = serving(site, extra=extra(site))
    with variant as server, open_context(server.url) as (context, watch):
        server.hold = hold
        page = context.new_page()
        page.goto(address(server.url.rstrip("/"), language))
        yield Held(page, asked, go)
        expect(page.locator("#wizard[data-engine=ready]")).to_be_attached()
        assert watch.problems() == []


def test_sums_are_told_and_told_anew_while_the_rest_is_still_coming(held: Held) -> None:
    page = held.page
    invest(page)
    expect(total(page)).to_have_text("最高2,000万元")
    step(page, "results")
    expect(page.locator("#wizard-outcome")).to_be_visible()
    step(page, "lists")
    field(page, "c1.actual_input").fill("5000万")
    expect(total(page)).to_have_text("最高1,000万元")
    step(page, "results")
    expect(results(page)).to_be_empty()
    expect(page.locator("#wizard-state")).to_contain_text("正在载入")
    expect(page.locator("#wizard[data-engine=ready]")).to_have_count(0)
    assert held.asked.wait(30), "the rest is asked for without being wanted"
    held.go.set()
    expect(page.locator("#wizard[data-engine=ready]")).to_be_attached()
    expect(results(page)).to_contain_text("最高1,000万元")


@pytest.mark.parametrize("held", [("en", lambda site: {})], indirect=True)
def test_a_file_opened_while_the_rest_is_coming_waits_for_it(held: Held) -> None:
    page = held.page
    invest(page, "100")
    expect(total(page)).to_have_text("at most RMB 20 million")
    saved = save(page)
    step(page, "lists")
    page.locator("#s1 [data-do=drop]").click()
    expect(total(page)).to_have_text("—")
    open_file(page, json.dumps(saved))
    held.go.set()
    expect(total(page)).to_have_text("at most RMB 20 million")


@pytest.mark.starts_python
@pytest.mark.allows_failed_requests
@pytest.mark.allows_console_errors
def test_a_rest_that_is_missing_is_said_and_trying_again_helps(page: Page, site_url: str) -> None:
    page.route(REST, lambda route: route.fulfill(status=404))
    page.goto(address(site_url, "zh"))
    invest(page)
    expect(page.locator("#wizard-fault")).to_contain_text("没有载入")
    expect(field(page, "c1.actual_input")).to_have_value("1亿")
    page.unroute(REST)
    page.locator('[data-do="retry"]').click()
    expect(page.locator("#wizard-fault")).to_be_hidden()
    step(page, "results")
    expect(results(page)).to_contain_text("最高2,000万元")


@pytest.mark.starts_python
@pytest.mark.allows_failed_requests
@pytest.mark.allows_console_errors
def test_that_it_is_missing_is_not_covered_by_a_sum_that_came_while_the_button_was_down(
    page: Page, site_url: str
) -> None:
    held: list[Route] = []
    page.route(REST, lambda route: held.append(route))
    page.goto(address(site_url, "zh"))
    invest(page)
    expect(total(page)).to_have_text("最高2,000万元")
    page.mouse.move(5, 5)
    page.mouse.down()
    field(page, "c1.actual_input").fill("5000万")
    page.wait_for_timeout(1500)  # the sum has come, and waits for the button
    expect(total(page)).to_have_text("最高2,000万元")
    while held:  # the packed copy, then the file itself
        held.pop().fulfill(status=404)
        page.wait_for_timeout(500)
    expect(page.locator("#wizard-fault")).to_be_visible()
    page.mouse.up()
    page.wait_for_timeout(300)
    expect(page.locator("#wizard-fault")).to_be_visible()


@pytest.mark.parametrize("held", [("zh", lambda site: needing_more(site))], indirect=True)
def test_a_question_that_needs_what_is_still_to_come_is_asked_again(held: Held) -> None:
    page = held.page
    invest(page)
    assert held.asked.wait(30)
    page.wait_for_timeout(1000)  # the question has been asked, and could not be answered
    expect(total(page)).to_have_text("—")
    held.go.set()
    expect(total(page)).to_have_text("最高2,000万元")


def needing_more(site: Path) -> dict[str, bytes]:
    """Return the archives with a module, asked for by the first sum, that only the rest has."""
    source = Path(str(amounts.__file__)).read_text("utf-8") + NEEDS_MORE
    changes: dict[str, dict[str, bytes | None]] = {
        "app": {"amounts/__init__.pyc": None, "amounts/__init__.py": source.encode()},
        "results": {"coming_later.py": b""},
    }
    made = {}
    for name, changed in changes.items():
        (path,) = (site / FOLDER).glob(f"{name}-*.zip")
        with zipfile.ZipFile(path) as archive:
            files = {file: archive.read(file) for file in archive.namelist()} | changed
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for file, content in files.items():
                if content is not None:
                    archive.writestr(file, content)
        for suffix, body in (("", out.getvalue()), (".gz", gzip.compress(out.getvalue(), 1))):
            made[(FOLDER / path.name).as_posix() + suffix] = body
    return made
