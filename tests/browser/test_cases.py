"""Cases of every kind, opened by the page’s own button, come to what CPython computes.

All cases are compared without a page in `tests/in_pyodide`; here some forty go the whole way, so
that every mechanism, status and note and every kind of refusal has been on the page.
"""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from answers.saved import excerpt
from answers.session import FormSession
from eligibility import assess, read_application
from tests.browser.applicant import address, open_file, total
from tests.browser.chosen import chosen_cases
from tests.browser.conftest import OpenContext
from tests.browser.waiting import until
from tests.policy import document, policy
from tests.wizard.refusals import REFUSED_FILES

AT_MOST = {"zh": "最高", "en": "at most "}
LISTEN = """
window.Worker = class extends Worker {
  constructor(...given) {
    super(...given);
    if (!String(given[0]).includes("/wizard/engine/worker-")) return;
    this.addEventListener("message", ({ data }) => {
      if (data.is === "opened") window.heard = {}; // what is said of the form before is no answer
      window.heard[data.is] = data.answer;
    });
  }
};
window.heard = {};
"""


@pytest.fixture(scope="module", params=["zh", "en"])
def wizard(
    open_context: OpenContext, site_url: str, request: pytest.FixtureRequest
) -> Iterator[Page]:
    """The wizard's page; what its worker answers is within reach."""
    with open_context(site_url) as (context, watch):
        page = context.new_page()
        page.add_init_script(LISTEN)
        page.goto(address(site_url, request.param))
        until(page, "document.getElementById('wizard').dataset.engine === 'ready'")
        yield page
        assert watch.problems() == []


def test_a_case_opened_as_a_file_comes_to_what_cpython_computes(
    wizard: Page, subtests: pytest.Subtests
) -> None:
    language = language_of(wizard)
    assert 25 <= len(chosen_cases()) <= 60
    for case in chosen_cases():
        with subtests.test(case.name):
            text = json.dumps(case.application)
            opened = open_and_hear(wizard, text)
            if "refused" in opened:
                expect(refusal(wizard)).to_have_text(opened["refused"])
                continue
            if not opened["state"]["claims"] + opened["state"]["paid"]:
                assert opened["lost"] or not case.application["claims"]
                expect(total(wizard)).to_have_text("—")
                continue
            # what the page made of the state, as the form in CPython makes it
            figures = heard(wizard, "figures")
            expected = json.loads(session().read(json.dumps(opened["state"]), language))
            assert in_order(figures["assessed"]["awards"]) == in_order(
                expected["assessed"]["awards"]
            )
            assert figures["totals"] == expected["totals"]
            expect(total(wizard)).to_have_text(written(wizard, **figures["totals"]))
            if not opened["lost"]:  # the form holds all of it: then it comes to the file’s sums
                sums = excerpt(json.loads(json.dumps(assess(policy(), read_application(text)))))
                assert in_order(figures["assessed"]["awards"]) == in_order(sums["awards"])
                assert figures["assessed"]["totals"] == sums["totals"]


def test_a_file_of_every_refused_kind_is_refused_with_its_sentence(
    wizard: Page, subtests: pytest.Subtests
) -> None:
    for name, text in REFUSED_FILES.items():
        with subtests.test(name):
            opened = open_and_hear(wizard, text)
            assert list(opened) == ["refused"]
            expect(refusal(wizard)).to_have_text(opened["refused"])


@cache
def session() -> FormSession:
    """The page’s counter, in CPython."""
    return FormSession(json.dumps(document()))


def open_and_hear(page: Page, text: str) -> Any:
    """Open a file by the page's button; return what the worker answered, the same as CPython."""
    page.evaluate("window.heard = {}")
    open_file(page, text)
    opened = heard(page, "opened")
    assert opened == json.loads(session().open(text, language_of(page)))
    return opened


def refusal(page: Page) -> Locator:
    """Return where the page says why a file was refused."""
    return page.locator("#wizard-filed > span")


def language_of(page: Page) -> str:
    """Return the language of the page."""
    return page.locator("#wizard").get_attribute("data-language") or ""


def written(page: Page, *, max: str | None, ceiling: str | None, **others: object) -> str:
    """Return the total as the page writes it."""
    return "—" if max is None else AT_MOST[language_of(page)] + max if ceiling else max


def heard(page: Page, what: str) -> Any:
    """Wait for an answer of the worker, and return it."""
    until(page, f"window.heard.{what} !== undefined")
    return json.loads(page.evaluate(f"window.heard.{what}"))


def in_order(awards: list[dict[str, str | None]]) -> list[tuple[str | None, ...]]:
    """Leave out the names of the claims, which the form may give again, and their order."""
    kept = ("award", "subject", "status", "amount", "wording")
    return sorted((tuple(award[name] for name in kept) for award in awards), key=str)
