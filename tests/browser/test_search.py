"""The search box of the theme, as a reader meets it: type, read the results."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, Route, expect

from docs.site.search.evaluation import Asked, evaluate, read_queries
from tests.browser.waiting import until
from tests.browser.watch import OpenContext
from tests.policy import EDITION

BOX = "[data-md-component=search-query]"
RESULT = ".md-search-result__item > a:first-of-type"
ITEM = ".md-search-result__item"
HINT = ".search-hint"


READY = (
    "() => !/初始化|Initializing/.test("
    "document.querySelector('.md-search-result__meta').textContent)"
)


def open_search(page: Page, site_url: str, language: str) -> None:
    """Open the box on the first page of a language, and wait until it can search."""
    page.goto(site_url + ("/" if language == "zh" else "/en/"))
    page.locator(BOX).click()
    until(page, READY)


def ask(page: Page, query: str) -> list[str]:
    """Put the query into the box and return the addresses of the results."""
    page.fill(BOX, "")
    until(page, f"() => !document.querySelector('{ITEM}')")
    page.fill(BOX, query)
    page.wait_for_selector(RESULT, state="attached")
    links: list[str] = page.eval_on_selector_all(RESULT, "links => links.map(link => link.href)")
    return links


def first(page: Page, query: str) -> int:
    """Return the clause of the first result, 0 where it is none."""
    parts = ask(page, query)[0].split("?")[0].rstrip("/").split("/")
    return int(parts[-1]) if parts[-1].isdecimal() else 0


ASK_ALL = """async ([box, result, queries]) => {
  const field = document.querySelector(box);
  const links = () => [...document.querySelectorAll(result)].map((link) => link.href);
  const when = (holds, query) => new Promise((resolve, reject) => {
    if (holds()) return resolve();
    const watch = new MutationObserver(() => holds() && (watch.disconnect(), resolve()));
    watch.observe(document.body, { childList: true, subtree: true });
    setTimeout(reject, 20000, new Error(`no answer to ${query}`));
  });
  const put = (text) => {
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  const found = [];
  for (const query of queries) {
    put("");
    await when(() => !links().length, query);
    put(query);
    await when(() => links().length, query);
    found.push(links());
  }
  return found;
}"""
"""Put each query into the box and read the addresses of its results, all in one call."""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_box_ranks_as_the_evaluation_says(
    page: Page, site_url: str, site: Path, language: str
) -> None:
    files = {"zh": site / "search", "en": site / "en" / "search"}
    indexes = {of: json.loads((at / "data.json").read_text()) for of, at in files.items()}
    evaluation = evaluate(indexes)
    assert evaluation is not None
    told = {entry.query: entry.rank for entry in evaluation.asked}
    queries = [q for q in read_queries(EDITION) if q.language == language and q.clauses]
    open_search(page, site_url, language)
    answers = page.evaluate(ASK_ALL, [BOX, RESULT, [query.text for query in queries]])
    seen = []
    for query, found in zip(queries, answers, strict=True):
        wanted = [f"/2020-03-16/{number:02d}/" for number in query.clauses]
        right = [any(place in link for place in wanted) for link in found]
        seen.append(Asked(query, right.index(True) + 1 if True in right else None))
    assert len(seen) >= 100
    assert [entry for entry in seen if told[entry.query] != entry.rank] == []


@pytest.mark.parametrize(
    ("language", "query", "word"),
    [
        ("zh", "高新技术企业", "高新技术企业"),
        ("zh", "住房补贴", "住房"),
        ("en", "housing tourism", "tourism"),
    ],
)
def test_what_the_text_lacks_is_said_before_what_is_near(
    page: Page, site_url: str, language: str, query: str, word: str
) -> None:
    open_search(page, site_url, language)
    assert ask(page, query)
    said = page.locator(".search-lacks[role=status]")
    expect(said).to_contain_text(word)
    assert not page.locator(".md-search-result__meta").is_visible(), "not “matching” results"
    assert page.locator(".search-lacking").count() == 0, "no result says it again"
    assert ask(page, "绿色工厂")
    expect(said).to_be_empty()


TYPED: dict[str, list[tuple[str, set[int]]]] = {
    "zh": [
        ("担保", {34}),
        ("买设备有补助吗", {3}),
        ("5000万", {7, 14}),
        ("5,000万元", {7, 14}),
        ("0.5亿", {7, 14}),
        ("五千万元", {7, 14}),
        ("RMB 50 million", {7, 14}),
        ("35%", {37}),
        ("百分之三十五", {37}),
        ("第26条", {26}),
        ("第二十六条", {26}),
        ("clause 26", {26}),
        ("26", {26}),
        ("綠色工廠", {13}),
        ("lvsegongchang", {13}),
        ("lsgc", {13}),
        ("绿色工长", {13}),
        ("买设备", {3, 6}),
        ("IPO", {36}),
        ("green factory", {13}),
        ("greenfactory", {13}),
        ("jigai", {3, 4, 6, 8}),
        ("lvsechanpin", {13}),
    ],
    "en": [
        ("who pays for insurance", {21}),
        ("RMB 50 million", {7, 14}),
        ("RMB 50m", {7, 14}),
        ("5000万", {7, 14}),
        ("35 percent", {37}),
        ("clause 26", {26}),
        ("第二十六条", {26}),
        ("26", {26}),
        ("insurence", {21}),
        ("IPO", {36}),
        ("绿色工厂", {13}),
        ("綠色工廠", {13}),
        ("lvsegongchang", {13}),
        ("greenfactory", {13}),
        ("jigai", {3, 4, 6, 8}),
        ("lvsechanpin", {13}),
    ],
}
"""What readers type in a language of the pages, and the clauses that may come first."""


@pytest.mark.parametrize("language", TYPED)
def test_what_readers_type_in_any_way_is_found(
    page: Page, site_url: str, language: str, subtests: pytest.Subtests
) -> None:
    open_search(page, site_url, language)
    for query, clauses in TYPED[language]:
        with subtests.test(query):
            assert first(page, query) in clauses


@pytest.mark.parametrize(
    ("language", "query", "title", "chapter", "word"),
    [
        ("zh", "首台套", "第21条", "三、聚焦创新能力", "首台"),
        ("en", "guarantee", "Clause 34. ", "V. Focus on securing", "guarantee"),
        ("zh", "insurance premium", "第21条", "Focus on innovation", "insurance"),
        ("en", "融资担保", "Clause 34. ", "五、聚焦要素保障", "融资担保"),
    ],
)
def test_a_result_shows_number_title_chapter_and_the_words_found(
    page: Page, site_url: str, language: str, query: str, title: str, chapter: str, word: str
) -> None:
    open_search(page, site_url, language)
    ask(page, query)
    shown = page.locator(ITEM).first
    assert title in shown.inner_text()
    assert chapter in shown.locator(".search-chapter").first.inner_text()
    marks = shown.locator("mark").all_inner_texts()
    assert any(mark.startswith(word) for mark in marks), marks


def test_the_chapter_of_a_result_is_as_large_and_dark_as_other_small_words(
    page: Page, site_url: str
) -> None:
    open_search(page, site_url, "zh")
    ask(page, "买设备")
    size, opacity = page.locator(".search-chapter").first.evaluate(
        "e => [parseFloat(getComputedStyle(e).fontSize), getComputedStyle(e).opacity]"
    )
    assert size >= 12 and opacity == "1"


@pytest.mark.parametrize(("language", "word"), [("zh", "没有找到时"), ("en", "Nothing found?")])
def test_where_nothing_is_found_the_box_says_what_to_try(
    page: Page, site_url: str, language: str, word: str
) -> None:
    open_search(page, site_url, language)
    expect(page.locator(HINT)).to_be_visible()
    ask(page, "IPO")
    expect(page.locator(HINT)).to_be_hidden()
    page.fill(BOX, "qqqxxqqq")
    expect(page.locator(ITEM)).to_have_count(0)
    expect(page.locator(HINT)).to_contain_text(word)
    page.locator(f"{HINT} a").first.click()
    page.wait_for_url("**/2020-03-16/awards/")


def test_text_that_is_pasted_is_searched(page: Page, site_url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_search(page, site_url, "zh")
    page.evaluate("navigator.clipboard.writeText('首台套')")
    page.keyboard.press("Control+V")
    page.wait_for_selector(RESULT, state="attached")
    assert "/2020-03-16/21/" in str(page.locator(RESULT).first.get_attribute("href"))


def test_text_that_comes_without_a_key_is_searched(page: Page, site_url: str) -> None:
    open_search(page, site_url, "zh")
    page.evaluate(
        """selector => {
          const box = document.querySelector(selector)
          box.value = "首台套"
          box.dispatchEvent(new InputEvent("input", {inputType: "insertFromDrop", bubbles: true}))
        }""",
        BOX,
    )
    page.wait_for_selector(RESULT, state="attached")
    assert "/2020-03-16/21/" in str(page.locator(RESULT).first.get_attribute("href"))


LISTEN_TO_QUERIES = """
window.asked = []
const send = Worker.prototype.postMessage
Worker.prototype.postMessage = function (message, ...rest) {
  if (message?.type === 2) window.asked.push(message.data)
  return send.call(this, message, ...rest)
}
"""


def test_nothing_is_searched_while_pinyin_is_being_composed(page: Page, site_url: str) -> None:
    page.add_init_script(LISTEN_TO_QUERIES)
    open_search(page, site_url, "zh")
    compose(page, "l", "lu", "lü'se", "lüse")
    page.locator(BOX).dispatch_event("focus")
    page.wait_for_timeout(400)
    assert page.evaluate("window.asked.filter(Boolean)") == []
    assert page.locator(RESULT).count() == 0
    page.context.new_cdp_session(page).send(
        "Input.insertText", {"text": "绿色工厂"}
    )  # chosen with the mouse: no key is let go
    page.wait_for_selector(RESULT, state="attached")
    assert "/2020-03-16/13/" in str(page.locator(RESULT).first.get_attribute("href"))


def test_nothing_is_searched_when_the_search_is_ready_in_the_middle_of_a_composition(
    page: Page, site_url: str
) -> None:
    held: list[Route] = []
    page.add_init_script(LISTEN_TO_QUERIES)
    page.route("**/search/search_index.json", lambda route: held.append(route))
    page.goto(f"{site_url}/", wait_until="load")
    page.locator(BOX).click()
    compose(page, "l", "lü")
    assert held
    held.pop().continue_()
    until(page, READY)
    page.wait_for_timeout(400)
    assert page.evaluate("window.asked.filter(Boolean)") == []


def compose(page: Page, *steps: str) -> None:
    """Type with an input method, up to each step, without choosing."""
    session = page.context.new_cdp_session(page)
    for letters in steps:
        session.send(
            "Input.imeSetComposition",
            {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)},
        )
        page.locator(BOX).dispatch_event("keyup", {"key": letters[-1]})


def test_enter_leads_to_the_first_result(page: Page, site_url: str) -> None:
    open_search(page, site_url, "en")
    ask(page, "clause 26")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/2020-03-16/26/**")


@pytest.mark.parametrize(("language", "words"), [("zh", "智能制造"), ("en", "factory")])
def test_no_address_holds_what_was_looked_for(
    page: Page, site_url: str, language: str, words: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(unquote(request.url)))
    open_search(page, site_url, language)
    ask(page, words)
    page.locator(RESULT).first.click()
    page.wait_for_url(re.compile(r"/2020-03-16/\d\d/"))
    assert page.locator(".md-content h1").is_visible()
    assert [url for url in [*asked, unquote(page.url)] if "?" in url or words in url] == []
    assert page.locator("[data-clipboard-text]").count() == 0


def test_the_other_language_is_loaded_only_when_it_is_typed(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site_url)))
    open_search(page, site_url, "en")
    ask(page, "factory")
    assert "/search/data.json" not in asked
    ask(page, "融资担保")
    assert "/search/data.json" in asked


def test_search_finds_both_languages_below_a_sub_path(
    open_context: OpenContext, mounted_url: str
) -> None:
    with open_context(mounted_url) as (context, watch):
        page = context.new_page()
        page.goto(f"{mounted_url}/en/glossary/")
        page.locator(BOX).click()
        assert first(page, "融资担保") == 34
        assert watch.problems() == []
