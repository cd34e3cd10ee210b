"""The search box of the theme, as a reader meets it: type, read the first results."""

import csv
from pathlib import Path

import pytest

QUERIES = Path(__file__).parents[1] / "docs" / "search-queries.tsv"
BOX = "[data-md-component=search-query]"
RESULT = ".md-search-result__item > a:first-of-type"
HIT_AT_1 = 0.95
"""The share of queries whose first result must be an expected clause."""


def _queries(language):
    with QUERIES.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file, delimiter="\t") if row["language"] == language]


def _open(page, site_url, language):
    page.goto(site_url.rstrip("/") + ("/" if language == "zh" else "/en/"))
    page.locator(BOX).click()
    page.wait_for_function(
        "() => !/初始化|Initializing/.test("
        "document.querySelector('.md-search-result__meta').textContent)"
    )


def _ask(page, query):
    """Put the query into the box and return the addresses of the results."""
    page.fill(BOX, "")
    page.wait_for_function("() => !document.querySelector('.md-search-result__item')")
    page.fill(BOX, query)
    try:
        page.wait_for_selector(RESULT, state="attached", timeout=2000)
    except Exception:  # no result is an answer too
        return []
    return page.eval_on_selector_all(RESULT, "links => links.map(link => link.href)")


def _expected(row):
    return [f"/2020-03-16/{int(number):02d}/" for number in row["expected_clauses"].split(",")]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_first_result_is_an_expected_clause(page, site_url, language):
    _open(page, site_url, language)
    rows = _queries(language)
    missed = []
    for row in rows:
        found = _ask(page, row["query"])
        if not found or not any(clause in found[0] for clause in _expected(row)):
            missed.append((row["query"], row["expected_clauses"], found[:3]))
    assert len(rows) - len(missed) >= HIT_AT_1 * len(rows), missed


def test_text_that_is_pasted_is_searched(page, site_url):
    _open(page, site_url, "zh")
    page.evaluate(
        """selector => {
          const box = document.querySelector(selector)
          box.value = "首台套"
          box.dispatchEvent(new InputEvent("input", {inputType: "insertFromPaste", bubbles: true}))
        }""",
        BOX,
    )
    page.wait_for_selector(RESULT, state="attached")
    assert "/2020-03-16/21/" in page.locator(RESULT).first.get_attribute("href")


def test_nothing_is_searched_while_pinyin_is_being_composed(page, site_url):
    _open(page, site_url, "zh")
    session = page.context.new_cdp_session(page)
    session.send(
        "Input.imeSetComposition", {"text": "luse", "selectionStart": 4, "selectionEnd": 4}
    )
    page.wait_for_timeout(400)
    assert page.locator(RESULT).count() == 0
    session.send("Input.insertText", {"text": "绿色工厂"})
    page.wait_for_selector(RESULT, state="attached")
    assert "/2020-03-16/13/" in page.locator(RESULT).first.get_attribute("href")


def test_enter_leads_to_the_first_result(page, site_url):
    _open(page, site_url, "en")
    _ask(page, "clause 26")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/2020-03-16/26/**")


def test_a_search_asks_no_other_host(page, site_url):
    hosts = []
    page.on("request", lambda request: hosts.append(request.url))
    _open(page, site_url, "zh")
    _ask(page, "融资担保")
    assert all(url.startswith((site_url.rstrip("/"), "data:", "blob:")) for url in hosts)
