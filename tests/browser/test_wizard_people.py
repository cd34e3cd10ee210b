"""Everyone can use it: axe on every step, the keyboard alone, narrow screens, what is heard."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.applicant import (
    STEPS,
    add,
    address,
    field,
    goes_on,
    invest,
    results,
    step,
)  # fmt: skip
from tests.browser.conftest import OpenContext

AXE = (Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
VIOLATIONS = """
axe.run("#wizard").then(({ violations }) =>
  violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(" | ")}`))
"""
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def fill_everything(page: Page) -> None:
    """Leave something on every step: entries, cards, an error, a date outside, a payment."""
    field(page, "roles.manufacturer").check()
    invest(page, "?")
    field(page, "c1.date").fill("2019")
    for award in ("21-insurance-premium", "13-green-title", "05-small-enterprise-park"):
        add(page, award)
    field(page, "s1.offer.06-digital-workshop").check()
    page.locator('[data-do="pay"]').click()
    step(page, "figures")
    field(page, "figures.26-core-team").check()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("width", "options"),
    [(320, {}), (1280, {}), (390, {"color_scheme": "dark"}),
     (1280, {"forced_colors": "active"}), (1280, {"contrast": "more", "color_scheme": "dark"})],
    ids=["320", "1280", "390 dark", "forced colours", "high contrast dark"],
)  # fmt: skip
def test_every_step_passes_axe_and_never_scrolls_sideways(
    open_context: OpenContext,
    site_url: str,
    language: str,
    width: int,
    options: dict[str, str],
) -> None:
    size = {"width": width, "height": 900}
    with open_context(site_url, viewport=size, **options) as (context, watch):
        page = context.new_page()
        page.goto(address(site_url, language))
        page.evaluate(AXE)
        fill_everything(page)
        expect(page.locator("#wizard-outside li")).to_have_count(1)
        for name in STEPS:
            step(page, name)
            if name == "lists":
                goes_on(page)
                expect(page.locator("#wizard-errors")).to_be_focused()
            if name == "results":
                expect(results(page)).not_to_be_empty()
            assert page.evaluate(WIDE) <= 0, name
            assert page.evaluate(VIOLATIONS) == [], name
        assert watch.problems() == []


def test_the_keyboard_alone_suffices(page: Page, site_url: str) -> None:
    page.goto(address(site_url, "zh"))
    press = page.keyboard.press
    field(page, "roles.manufacturer").focus()
    press("Space")
    press("Enter")
    expect(page.locator("#wizard-what-title")).to_be_focused()
    press("Tab")
    press("Space")
    expect(page.locator("#wizard-topics input:visible").first).to_be_checked()
    press("Enter")
    expect(page.locator("#wizard-lists-title")).to_be_focused()
    press("Tab")
    expect(page.locator("[data-add-kind=project]")).to_be_focused()
    press("Enter")
    expect(field(page, "s1.title")).to_be_focused()
    press("Tab")
    page.keyboard.type("四号线")
    press("Tab")
    press("Space")
    expect(page.locator("#c1")).to_be_visible()
    expect(page.locator("#s1 > h3")).to_have_text("四号线")


def test_what_is_heard_at_the_first_steps(page: Page, site_url: str) -> None:
    page.goto(address(site_url, "zh"))
    expect(page.locator("#wizard-steps")).to_match_aria_snapshot("""
      - navigation "步骤":
        - list:
          - listitem:
            - button "申请人"
          - listitem:
            - button "事项"
          - listitem:
            - button "企业数据"
          - listitem:
            - button "项目和称号"
          - listitem:
            - button "核对"
          - listitem:
            - button "结果"
    """)
    expect(page.locator("[data-step=who]")).to_match_aria_snapshot("""
      - region "哪一类单位在申报？":
        - heading "哪一类单位在申报？" [level=2]
        - group "哪一类单位在申报？":
          - checkbox "制造企业"
          - checkbox "软件企业"
          - checkbox "工业设计机构"
          - checkbox "智能制造工程服务公司"
        - textbox "企业名称（可以不填）"
    """)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_heard_of_a_project(page: Page, site_url: str, language: str) -> None:
    page.goto(address(site_url, language))
    invest(page, "1亿")
    heard = {
        "zh": """
          - region "项目 1":
            - heading "项目 1" [level=3]
            - textbox "名称"
            - group "这个项目属于或可能属于哪几项？":
              - checkbox /产业投资项目补助/ [checked]
            - group "产业投资项目补助":
              - group "项目是否列入当年择优选择的产业投资项目名单？":
                - radio "是" [checked]
                - radio "否"
                - radio "不清楚"
              - textbox /实际投入/: 1亿
              - textbox "日期"
              - paragraph:
                - button "删除这一项"
            - paragraph:
              - button "删除这个项目"
        """,
        "en": """
          - region "Project 1":
            - heading "Project 1" [level=3]
            - textbox "Name"
            - group "Which of these is or might be this project?"
            - paragraph:
              - button "Remove this project"
        """,
    }
    expect(page.locator("#s1")).to_match_aria_snapshot(heard[language])
