"""Every case, opened as a file by the page’s own button, comes to what CPython computes."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from answers.saved import excerpt
from answers.session import FormSession
from playwright.sync_api import Page, expect

from clauses.cases import Case, all_cases
from eligibility import Refused, assess, read_application
from tests.browser.applicant import address, open_file, total
from tests.browser.conftest import OpenContext
from tests.browser.waiting import until
from tests.policy import document, policy

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


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_a_case_opened_as_a_file_comes_to_what_cpython_computes(wizard: Page, case: Case) -> None:
    language = str(wizard.locator("#wizard").get_attribute("data-language"))
    text = json.dumps(case.application)
    wizard.evaluate("window.heard = {}")
    open_file(wizard, text)
    opened = heard(wizard, "opened")
    assert opened == json.loads(session().open(text, language))
    if "refused" in opened:
        with pytest.raises(Refused):
            assess(policy(), read_application(text))
        return
    if not opened["state"]["claims"] + opened["state"]["paid"]:
        assert opened["lost"] or not case.application["claims"]
        expect(total(wizard)).to_have_text("—")
        return
    # what the page made of the state, as the form in CPython makes it
    figures = heard(wizard, "figures")
    expected = json.loads(session().read(json.dumps(opened["state"]), language))
    assert in_order(figures["assessed"]["awards"]) == in_order(expected["assessed"]["awards"])
    assert figures["totals"] == expected["totals"]
    expect(total(wizard)).to_have_text(written(wizard, **figures["totals"]))
    if not opened["lost"]:  # the form holds all of it: then it comes to what the file comes to
        sums = excerpt(json.loads(json.dumps(assess(policy(), read_application(text)))))
        assert in_order(figures["assessed"]["awards"]) == in_order(sums["awards"])
        assert figures["assessed"]["totals"] == sums["totals"]


@cache
def session() -> FormSession:
    """The page’s counter, in CPython."""
    return FormSession(json.dumps(document()))


def written(page: Page, *, max: str | None, ceiling: str | None, **others: object) -> str:
    """Return the total as the page writes it."""
    at_most = AT_MOST[page.locator("#wizard").get_attribute("data-language") or ""]
    return "—" if max is None else at_most + max if ceiling else max


def heard(page: Page, what: str) -> Any:
    """Wait for an answer of the worker, and return it."""
    until(page, f"window.heard.{what} !== undefined")
    return json.loads(page.evaluate(f"window.heard.{what}"))


def in_order(awards: list[dict[str, str | None]]) -> list[tuple[str | None, ...]]:
    """Leave out the names of the claims, which the form may give anew, and their order."""
    kept = ("award", "subject", "status", "amount", "wording")
    return sorted((tuple(award[name] for name in kept) for award in awards), key=str)
