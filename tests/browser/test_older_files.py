"""A file of an older engine opens as ever, and the page says which sums are others now."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from eligibility.version import VERSION
from tests.browser.applicant import (
    address,
    field,
    invest,
    open_file,
    press_forget,
    results,
    save,
    step,
    total,
)  # fmt: skip
from tests.browser.axe import violations
from tests.browser.conftest import Wizard
from tests.browser.test_share import packed
from tests.browser.waiting import until

SAID = {
    "zh": {
        "engine": f"这些答案由测算程序0.9.0版保存，本页用{VERSION}版测算。",
        "same": "各项金额与原来相同。",
        "row": ["产业投资项目补助项目 1", "最高1,900万元", "最高2,000万元"],
        "total": ["定额与上限合计", "最高1,900万元", "最高2,000万元"],
        "filed": "已打开 saved.json。详见结果上方。",
    },
    "en": {
        "engine": "These answers were saved by version 0.9.0 of the calculator; "
        f"this page uses version {VERSION}.",
        "same": "All amounts are the same as before.",
        "row": ["Subsidy for industrial investment projectsProject 1", "at most RMB 19 million",
                "at most RMB 20 million"],
        "total": ["Exact amounts and ceilings together", "at most RMB 19 million",
                  "at most RMB 20 million"],
        "filed": "Opened: saved.json. Details are shown above the results.",
    },
}  # fmt: skip


@pytest.fixture
def saved(wizard: Wizard) -> dict[str, Any]:
    """What the page saves, which holds nothing any more."""
    page = wizard("zh")
    invest(page, "10000")
    expect(total(page)).to_have_text("最高2,000万元")
    saved = save(page)
    press_forget(page)
    return saved


def older(saved: dict[str, Any]) -> dict[str, Any]:
    """Return the file as an older engine would have saved it, which came to a million less."""
    copy: dict[str, Any] = json.loads(json.dumps(saved))
    assessed = copy["answers"]["assessed"]
    assessed["engine"] = "0.9.0"
    assessed["awards"][0]["amount"] = "19000000"
    assessed["totals"] |= {"ceiling": "19000000", "max": "19000000"}
    return copy


def told(page: Page) -> Any:
    """Return the place above the results that tells of the file."""
    return page.locator("#wizard-since")


def row(page: Page, number: int) -> list[str]:
    """Return the cells of one row of the table."""
    cells = told(page).locator("tbody tr").nth(number).locator("th, td")
    return [(cell.text_content() or "").replace("\u00a0", " ") for cell in cells.all()]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_sum_that_is_another_one_now_is_named_and_the_answers_are_there(
    wizard: Wizard, saved: dict[str, Any], language: str
) -> None:
    words = SAID[language]
    assert saved["answers"]["assessed"]["engine"] == VERSION
    assert saved["answers"]["assessed"]["awards"][0]["amount"] == "20000000"
    page = wizard(language)
    wide = page.viewport_size
    assert wide is not None
    open_file(page, json.dumps(older(saved)))
    expect(told(page)).to_be_focused()
    expect(told(page)).to_contain_text(str(words["engine"]))
    assert words["total"] == row(page, 0)
    assert words["row"] == row(page, 2)
    expect(page.locator("#wizard-filed")).to_have_text(str(words["filed"]))
    expect(results(page)).not_to_be_empty()
    assert violations(page) == []
    until(page, "document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.set_viewport_size({"width": 320, "height": 800})
    until(page, "document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.set_viewport_size(wide)
    told(page).locator('[data-do="noted"]').click()
    expect(told(page)).to_be_hidden()
    expect(page.locator("#wizard-outcome-title")).to_be_focused()
    step(page, "lists")
    expect(field(page, "c1.actual_input")).to_have_value("10000")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_older_engine_with_the_same_sums_is_told_in_a_sentence(
    wizard: Wizard, saved: dict[str, Any], language: str
) -> None:
    saved["answers"]["assessed"]["engine"] = "0.9.0"
    page = wizard(language)
    open_file(page, json.dumps(saved))
    expect(told(page)).to_contain_text(str(SAID[language]["same"]))
    expect(told(page).locator("table")).to_have_count(0)
    press_forget(page)
    expect(told(page)).to_be_hidden()


def test_a_file_of_now_and_one_that_tells_no_sums_open_without_a_word(
    wizard: Wizard, saved: dict[str, Any]
) -> None:
    page = wizard("zh")
    without = json.loads(json.dumps(saved))
    del without["answers"]["assessed"]
    bare = {"claims": saved["claims"]}
    open_file(page, json.dumps(older(saved)))
    expect(told(page)).to_be_visible()
    for number, application in enumerate((saved, without, bare)):
        open_file(page, json.dumps(application), name=f"{number}.json")
        expect(page.locator("#wizard-filed")).to_have_text(f"已打开 {number}.json。")
        expect(total(page)).to_have_text("最高2,000万元")
        expect(told(page)).to_be_hidden()


def test_a_link_of_an_older_engine_tells_it_too(
    page: Page, site_url: str, saved: dict[str, Any]
) -> None:
    text = json.dumps(older(saved)).encode()
    page.goto(address(site_url, "en") + packed(text))
    expect(told(page)).to_contain_text(str(SAID["en"]["engine"]))
    expect(total(page)).to_have_text("at most RMB 20 million")


def test_a_file_of_another_edition_keeps_what_has_a_place_here(
    wizard: Wizard, saved: dict[str, Any]
) -> None:
    saved = older(saved)
    saved["edition"] = saved["answers"]["assessed"]["edition"] = "2019-01-01"
    saved["claims"].append({**saved["claims"][0], "id": "c9", "award": "99-of-old"})
    saved["answers"]["claims"].append(
        {**saved["answers"]["claims"][0], "id": "c9", "award": "99-of-old"}
    )
    page = wizard("zh")
    open_file(page, json.dumps(saved))
    expect(told(page)).to_contain_text("这些答案按2019年1月1日版文本填写")
    expect(told(page)).to_contain_text("奖补“99-of-old”：本版本没有这一项")
    expect(total(page)).to_have_text("最高2,000万元")
    expect(field(page, "c1.actual_input")).to_have_value("10000")
