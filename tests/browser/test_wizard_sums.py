"""An applicant gets sums: ceilings, ranges, one project counted once, payments deducted."""

import pytest
from playwright.sync_api import expect

from tests.browser.applicant import INVESTMENT, add, field, invest, results, step, total
from tests.browser.conftest import Wizard


@pytest.mark.parametrize(
    ("language", "amount", "sum_", "echo"),
    [("zh", "1亿", "最高2,000万元", "100,000,000元"),
     ("zh", "１００００", "最高2,000万元", "1亿元"),
     ("en", "100", "at most RMB 20 million", "RMB 100,000,000"),
     ("en", "RMB 100 million", "at most RMB 20 million", "RMB 100 million")],
)  # fmt: skip
def test_an_investment_project_gets_its_ceiling(
    wizard: Wizard, language: str, amount: str, sum_: str, echo: str
) -> None:
    page = wizard(language)
    expect(total(page)).to_have_text("—")
    invest(page, amount)
    expect(total(page)).to_have_text(sum_)
    expect(field(page, "c1.actual_input.echo")).to_contain_text(echo)
    step(page, "results")
    expect(results(page)).to_contain_text(sum_)
    expect(page.locator("#wizard-said")).to_contain_text(sum_)
    words = results(page).locator("#result-1 blockquote").first
    expect(words).to_be_hidden()
    page.locator("#result-1 summary").click()
    expect(words).to_be_visible()


@pytest.mark.parametrize(
    ("language", "range_"), [("zh", "0元 至 2,000万元"), ("en", "RMB 0 to RMB 20 million")]
)
def test_not_sure_gives_a_range_and_no_total(wizard: Wizard, language: str, range_: str) -> None:
    page = wizard(language)
    invest(page)
    expect(total(page)).not_to_have_text("—")
    page.locator('[name="c1.selected"][value=""]').check()
    expect(total(page, "range")).to_have_text(range_)
    expect(total(page)).to_have_text("—")
    step(page, "results")
    expect(results(page)).to_contain_text(range_.split(" 至 ")[-1].split(" to ")[-1])


def test_two_projects_are_counted_apart_and_the_same_one_only_once(wizard: Wizard) -> None:
    page = wizard("zh")
    invest(page)
    add(page, "06-digital-workshop")
    field(page, "c2.plan_level").select_option("national")
    field(page, "c2.date").fill("2021-06-30")
    field(page, "c2.actual_input").fill("4000")
    expect(total(page)).to_have_text("最高2,800万元")
    field(page, "s2.same").select_option("s1")
    expect(total(page)).to_have_text("最高2,000万元")
    invest(page, "5000", card="c3")
    expect(total(page)).to_have_text("最高3,000万元")
    page.locator("#s1 [data-do=drop]").click()
    expect(total(page)).to_have_text("最高1,800万元")
    expect(field(page, "s2.same")).to_have_value("")
    expect(page.locator("#s2 h3")).to_have_text("项目 1")
    expect(field(page, "s2.name")).to_have_value("")
    page.locator('[data-do="undo"]').click()
    expect(total(page)).to_have_text("最高3,000万元")


def test_what_was_paid_is_deducted_when_it_is_complete(wizard: Wizard) -> None:
    page = wizard("zh")
    invest(page)
    page.locator('[data-do="pay"]').click()
    field(page, "p1.award").select_option(INVESTMENT)
    field(page, "p1.about").select_option("s1")
    field(page, "p1.amount").fill("100")
    expect(field(page, "p1.warning")).to_be_visible()
    expect(total(page)).to_have_text("最高2,000万元")
    field(page, "p1.date").fill("2020-09-01")
    expect(total(page)).to_have_text("最高1,900万元")
    expect(field(page, "p1.warning")).to_be_hidden()
