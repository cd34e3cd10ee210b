"""Applications are saved, opened and kept; what is hostile or broken changes nothing."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.applicant import (
    INVESTMENT,
    add,
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
from tests.browser.conftest import Wizard


def test_an_application_is_saved_opened_and_means_the_same_in_the_other_language(
    page: Page, site_url: str
) -> None:
    page.goto(address(site_url, "zh"))
    invest(page, "10000")
    expect(total(page)).to_have_text("最高2,000万元")
    saved = save(page)
    assert saved["claims"][0]["facts"] == {"selected": True, "actual_input": "100000000"}
    press_forget(page)
    expect(page.locator(".wizard-card")).to_have_count(0)
    expect(total(page)).to_have_text("—")
    page.goto(address(site_url, "en"))
    expect(page.locator(".wizard-card")).to_have_count(0)
    open_file(page, json.dumps(saved))
    expect(total(page)).to_have_text("at most RMB 20 million")
    expect(field(page, "s1.name")).to_have_value("")
    expect(results(page)).to_contain_text("Project 1")
    expect(results(page)).not_to_contain_text("项目 1")
    del saved["answers"]
    open_file(page, json.dumps(saved))
    expect(field(page, "c1.actual_input")).to_have_value("100")
    expect(total(page)).to_have_text("at most RMB 20 million")


def test_a_file_of_the_first_form_opens_as_it_was_typed(wizard: Wizard) -> None:
    typed = {"id": "c1", "award": INVESTMENT, "subject": {"name": "四号线"}, "date": "2021-06-30",
             "facts": {"selected": "yes",
                       "actual_input": {"text": "1.2亿", "unit": "wan"}}}  # fmt: skip
    claim = {"id": "c1", "award": INVESTMENT, "subject": "四号线", "date": "2021-06-30",
             "facts": {"selected": True, "actual_input": "120000000"}}  # fmt: skip
    answers = {"form": 1, "claims": [typed], "paid": []}
    page = wizard("zh")
    open_file(page, json.dumps({"claims": [claim], "paid": [], "answers": answers}))
    expect(total(page)).to_have_text("最高2,400万元")
    expect(field(page, "c1.actual_input")).to_have_value("1.2亿")
    expect(field(page, "s1.name")).to_have_value("四号线")


def test_the_answers_survive_a_reload_and_a_change_of_language(page: Page, site_url: str) -> None:
    page.goto(address(site_url, "zh"))
    invest(page, "10000")
    expect(total(page)).to_have_text("最高2,000万元")
    page.reload()
    expect(field(page, "c1.actual_input")).to_have_value("10000")
    expect(total(page)).to_have_text("最高2,000万元")
    page.goto(address(site_url, "en"))
    expect(field(page, "c1.actual_input")).to_have_value("10000")
    expect(total(page)).to_have_text("at most RMB 20 million")


@pytest.mark.parametrize(
    "content",
    ["not json", "[]", '{"claims": [{"id": "a", "award": "no-such-award", "subject": "x"}]}',
     '{"claims": [], "claims": []}', "[" * 50_000, b"\xff\xfe\x00", b" " * 1_000_001],
    ids=["text", "list", "award", "twice", "deep", "bytes", "large"],
)  # fmt: skip
def test_a_file_that_is_refused_changes_nothing(wizard: Wizard, content: str | bytes) -> None:
    page = wizard("zh")
    invest(page)
    expect(total(page)).to_have_text("最高2,000万元")
    open_file(page, content)
    expect(page.locator("#wizard-filed")).to_contain_text("您填写的内容未改变")
    expect(field(page, "c1.actual_input")).to_have_value("1亿")
    expect(total(page)).to_have_text("最高2,000万元")


def test_a_line_without_a_sum_asks_for_no_date_and_keeps_one_that_a_file_gives(
    wizard: Wizard,
) -> None:
    page = wizard("zh")
    add(page, "23-quality-award")
    expect(field(page, "c1.date")).to_have_count(0)
    step(page, "check")
    expect(page.locator("#wizard-checked h4")).to_have_count(1)
    expect(page.locator("[id='c1.checked'] dt")).to_have_count(0)
    line = {"id": "a", "award": "23-quality-award", "subject": "本公司", "facts": {}}
    open_file(page, json.dumps({"claims": [{**line, "date": "2019-06-30"}]}))
    expect(field(page, "a.date")).to_have_value("2019-06-30")
    assert save(page)["claims"][0]["date"] == "2019-06-30"


def test_storage_may_be_missing(page: Page, site_url: str) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('no') }})"
    )
    page.goto(address(site_url, "zh"))
    invest(page)
    expect(total(page)).to_have_text("最高2,000万元")
