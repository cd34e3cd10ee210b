"""Every case comes to the same in the page's real worker as in CPython."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from eligibility import Refused, assess, read_application
from tests.browser.conftest import OpenContext
from tests.browser.waiting import until
from tests.case_files import Case, all_cases
from tests.policy import policy

KEEP_THE_WORKER = """
window.Worker = class extends Worker {
  constructor(...given) {
    super(...given);
    if (String(given[0]).includes("/wizard/engine/worker-")) window.engine = this;
  }
};
"""
ASK = """
([id, text]) => new Promise((resolve, reject) => {
  window.engine.addEventListener("message", function hear({ data }) {
    if (data.id !== id) return;
    window.engine.removeEventListener("message", hear);
    if (data.is === "opened") resolve(data.answer);
    else reject(new Error(data.why));
  });
  window.engine.postMessage({ id, do: "open", text, language: "zh" });
  setTimeout(() => reject(new Error("the worker does not answer")), 60000);
})
"""


@pytest.fixture(scope="module")
def wizard(open_context: OpenContext, site_url: str) -> Iterator[Page]:
    """The wizard's page, its worker within reach."""
    with open_context(site_url) as (context, watch):
        page = context.new_page()
        page.add_init_script(KEEP_THE_WORKER)
        page.goto(f"{site_url}/wizard/")
        until(page, "document.getElementById('wizard').dataset.engine === 'ready'")
        yield page
        assert watch.problems() == []


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_the_browser_computes_what_cpython_computes(wizard: Page, case: Case) -> None:
    text = json.dumps(case.application)
    try:
        expected = json.loads(json.dumps(assess(policy(), read_application(text))))
    except Refused:
        expected = None
    number = 1000 + all_cases().index(case)
    answer = json.loads(wizard.evaluate(ASK, [number, text]))
    assert answer.get("assessment") == expected
    assert ("refused" in answer) == (expected is None)
