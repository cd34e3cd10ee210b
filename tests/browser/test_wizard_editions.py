"""Two editions, each with its wizard: apart in what they store, together in what is opened."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.applicant import INVESTMENT, field, invest, open_file, results, save, step, total
from tests.browser.conftest import OpenContext
from tests.browser.keeping import kept, named
from tests.made_editions import DRAFT, ISSUED
from tests.serving import serving

MOST = {ISSUED: "最高2,000万元", DRAFT: "最高3,000万元"}
"""What clause 3 gives at most: the issued text lowers the ceiling."""


@pytest.fixture
def tab(editions_page: Page) -> Page:
    """A tab in which nothing may go wrong."""
    return editions_page


def at(url: str, edition: str, language: str = "zh") -> str:
    folder = "" if edition == ISSUED else f"{edition}/"
    return f"{url}/{'' if language == 'zh' else 'en/'}{folder}wizard/"


def test_each_page_says_its_edition_and_leads_to_the_other(tab: Page, editions_url: str) -> None:
    for language, state, other in (("zh", "施行中", "征求意见稿"), ("en", "in force", "draft for")):
        tab.goto(at(editions_url, ISSUED, language))
        line = tab.locator("#wizard-edition")
        expect(line.locator("b")).to_contain_text(f"{ISSUED}")
        expect(line.locator("b")).to_contain_text(state)
        expect(line.locator("a")).to_contain_text(other)
        line.locator("a").click()
        expect(tab).to_have_url(at(editions_url, DRAFT, language))
        expect(tab.locator("#wizard-edition b")).to_contain_text(DRAFT)


def test_the_same_answers_are_computed_under_the_other_edition(
    tab: Page, editions_url: str
) -> None:
    tab.goto(at(editions_url, ISSUED))
    invest(tab, "10亿")
    field(tab, "c1.date").fill("2021-07-30")
    expect(total(tab)).to_have_text(MOST[ISSUED])
    step(tab, "results")
    expect(results(tab)).to_contain_text("按政策文字计入")
    expect(results(tab).locator(f'a[href^="../{ISSUED}/03/"]').first).to_be_attached()
    tab.locator("[data-other-edition]").click()
    expect(total(tab)).to_have_text(MOST[DRAFT])
    assert tab.url == at(editions_url, DRAFT)
    expect(tab.locator("#wizard-filed")).to_have_text("已打开 另一版本的填写内容。详见结果上方。")
    since = tab.locator("#wizard-since")
    expect(since).to_contain_text("本页按2020年3月16日版文本测算")
    for word in ("文件", "链接", "保存"):  # there is none
        expect(since).not_to_contain_text(word)
    expect(results(tab)).to_contain_text("按草案文字计入")
    expect(results(tab).locator(f'a[href^="../../{DRAFT}/03/"]').first).to_be_attached()


def test_what_each_stores_stays_apart(tab: Page, editions_url: str) -> None:
    for edition, typed in ((ISSUED, "1亿"), (DRAFT, "2000万")):
        tab.goto(at(editions_url, edition))
        expect(total(tab)).to_have_text("—")
        invest(tab, typed)
        field(tab, "c1.date").fill("2021-07-30")
        expect(total(tab)).not_to_have_text("—")
    for edition, typed in ((ISSUED, "1亿"), (DRAFT, "2000万")):
        tab.goto(at(editions_url, edition))
        expect(field(tab, "c1.actual_input")).to_have_value(typed)


def test_answers_stored_before_another_edition_came_to_the_front_are_found(
    tab: Page, editions_url: str
) -> None:
    """The draft was in front when they were stored, under the name that the front edition has."""
    tab.goto(at(editions_url, DRAFT))
    invest(tab, "10亿")
    expect(total(tab)).to_have_text(MOST[DRAFT])
    tab.evaluate(f"""() => {{
      const text = sessionStorage.getItem("wizard-{DRAFT}");
      sessionStorage.clear();
      localStorage.setItem("wizard", text);
    }}""")
    tab.goto(at(editions_url, DRAFT))
    expect(total(tab)).to_have_text(MOST[DRAFT])
    expect(tab.locator("#wizard-aside")).to_be_hidden()
    # the front page opens them like a file, says so, and keeps the original
    tab.evaluate("sessionStorage.clear()")
    tab.goto(at(editions_url, ISSUED))
    expect(tab.locator("#wizard-since")).to_contain_text("按2020年3月16日版文本填写")
    step(tab, "lists")
    expect(field(tab, "c1.actual_input")).to_have_value("10亿")


def test_what_has_no_place_here_comes_back_under_its_own_edition(
    tab: Page, editions_url: str
) -> None:
    tab.goto(at(editions_url, ISSUED))
    invest(tab, "10亿")
    expect(total(tab)).not_to_have_text("—")
    saved = save(tab)
    saved["edition"] = saved["answers"]["assessed"]["edition"] = "2019-01-01"
    gone = {"id": "c7", "award": "99-of-old", "subject": "s1", "date": "2021", "facts": {}}
    saved["answers"]["claims"].append(gone)
    open_file(tab, json.dumps(saved))
    expect(tab.locator("#wizard-since")).to_contain_text("99-of-old")
    again = save(tab)
    assert again["edition"] == ISSUED
    assert [claim["award"] for claim in again["claims"]] == [INVESTMENT]
    assert again["answers"]["elsewhere"] == [{"claim": gone}]


@pytest.mark.parametrize("edition", [ISSUED, DRAFT])
def test_each_wizard_computes_without_a_network_after_a_visit(
    open_context: OpenContext, two_editions: Path, edition: str
) -> None:
    with serving(two_editions) as server, open_context(named(server)) as (context, watch):
        page = context.new_page()
        page.goto(at(named(server), edition))
        invest(page, "10亿")
        expect(total(page)).to_have_text(MOST[edition])
        expect(page.locator("#wizard[data-engine=ready]")).to_be_attached()
        assert len(kept(page)) == 1
        page.close()
        server.down = True
        page = context.new_page()
        page.goto(at(named(server), edition))
        invest(page, "10亿")
        expect(total(page)).to_have_text(MOST[edition])
        assert watch.problems() == []
