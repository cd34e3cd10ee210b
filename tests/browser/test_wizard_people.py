"""Everyone can use it: axe on every step, the keyboard alone, narrow screens, what is heard."""

import json
from pathlib import Path
from typing import Any

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
from tests.browser.axe import Audit, turn
from tests.browser.conftest import OpenContext
from tests.browser.phone import OVERFLOW


def fill_everything(page: Page) -> None:
    """Leave something on every step: entries, cards, an error, a date outside, a payment."""
    field(page, "roles.manufacturer").check()
    invest(page, "?")
    field(page, "c1.date").fill("2019")
    for award in ("21-insurance-premium", "13-green-title", "05-small-enterprise-park"):
        add(page, award)
    field(page, "s1.offer.06-digital-workshop").check()
    page.locator('[data-award="06-digital-workshop"] [data-part="figure"]').first.fill("85000000")
    page.locator('[data-do="pay"]').click()
    step(page, "figures")
    field(page, "figures.26-core-team").check()


LOOKS: dict[str, tuple[int, dict[str, Any]]] = {
    "320": (320, {}),
    "1280": (1280, {}),
    "390 dark": (390, {"scheme": "dark"}),
    "forced colours": (1280, {"forced_colors": "active"}),
    "high contrast dark": (1280, {"contrast": "more", "scheme": "dark"}),
}
"""How people see the page: its width, and what they have set up. Colours are those of elements, not
of words: in the other language the two widths are enough."""
PLAIN = {"scheme": "light", "contrast": "no-preference", "forced_colors": "none"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_step_passes_axe_and_never_scrolls_sideways(
    open_context: OpenContext, site_url: str, language: str, subtests: pytest.Subtests
) -> None:
    with open_context(site_url) as (context, watch):
        page = context.new_page()
        page.goto(address(site_url, language))
        audit = Audit(page, "#wizard")
        fill_everything(page)
        expect(page.locator("#wizard-outside li")).to_have_count(1)
        for name in STEPS:
            step(page, name)
            if name == "lists":
                goes_on(page)
                expect(page.locator("#wizard-errors")).to_be_focused()
            if name == "results":
                expect(results(page)).not_to_be_empty()
                # until what is near has been looked for, that part is faded
                expect(page.locator("#results-near")).not_to_have_attribute("aria-busy", "true")
            looks = LOOKS if language == "zh" else {look: LOOKS[look] for look in ("320", "1280")}
            for look, (width, options) in looks.items():
                with subtests.test(f"{name}, {look}"):
                    page.set_viewport_size({"width": width, "height": 900})
                    page.evaluate("scrollTo(0, 0)")  # nothing is half below the header
                    media = {**PLAIN, **options}
                    scheme = media.pop("scheme")
                    page.emulate_media(**media)
                    turn(page, scheme)
                    assert page.evaluate(OVERFLOW) <= 0
                    assert audit.faults() == []
        assert watch.problems() == []


@pytest.mark.parametrize(
    ("language", "name", "sum_put_in", "most", "less_put_in", "less"),
    [
        ("zh", "四号线", "1亿", "最高2,000万元", "6000万", "最高1,200万元"),
        ("en", "Line 4", "RMB 100 million", "at most RMB 20 million", "RMB 60 million",
         "at most RMB 12 million"),
    ],
)  # fmt: skip
def test_the_keyboard_alone_suffices(
    page: Page, site_url: str, language: str, name: str, sum_put_in: str, most: str,
    less_put_in: str, less: str,
) -> None:  # fmt: skip
    page.goto(address(site_url, language))
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
    press("Tab")  # the entry of the only kind that fits is there, and may be folded
    expect(page.locator("#s1 summary").first).to_be_focused()
    press("Tab")
    page.keyboard.type(name)
    press("Tab")
    press("Space")
    expect(page.locator("#c1")).to_be_visible()
    expect(page.locator("#s1 h3")).to_have_text(name)
    tab_to(page, "#c1 input[type=radio]")
    press("ArrowDown")  # from “not sure”, the last one, round to “yes”
    expect(page.locator("#c1 input[value=yes]")).to_be_checked()
    tab_to(page, '[id="c1.actual_input"]')
    page.keyboard.type(sum_put_in)
    tab_to(page, '[id="c1.date"]')
    page.keyboard.type("2021")
    press("Enter")
    expect(page.locator("#wizard-check-title")).to_be_focused()
    press("Tab")
    expect(page.locator("#wizard-checked [data-to]").first).to_be_focused()
    tab_to(page, "[data-change=c1]")
    tab_to(page, ".wizard-main")
    press("Enter")
    expect(page.locator("#wizard-outcome-title")).to_be_focused()
    expect(page.locator(".results-sum--max")).to_contain_text(most)

    steps = page.locator("#result-1-more")
    expect(steps).not_to_have_attribute("open", "")
    tab_to(page, "#result-1-more > summary")
    press("Enter")
    expect(steps).to_have_attribute("open", "")

    tab_to(page, "#wizard-outcome [data-do=back]", backwards=True)
    press("Enter")
    expect(page.locator("#wizard-check-title")).to_be_focused()
    tab_to(page, "[data-change=c1]")
    press("Enter")
    expect(page.locator("#c1 > legend")).to_be_focused()
    tab_to(page, '[id="c1.actual_input"]')
    press("Control+a")
    page.keyboard.type(less_put_in)
    tab_to(page, "[data-do=return]")
    press("Enter")
    expect(page.locator("#wizard-outcome-title")).to_be_focused()
    expect(page.locator(".results-sum--max")).to_contain_text(less)
    expect(steps).to_have_attribute("open", "")

    tab_to(page, "[data-do=save]")
    with page.expect_download() as download:
        press("Enter")
    saved = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert saved["claims"][0]["facts"] == {"selected": True, "actual_input": "60000000"}
    assert saved["claims"][0]["subject"] == name
    expect(page.locator("#wizard-filed")).to_contain_text("application-")
    expect(page.locator("[data-do=save]")).to_be_focused()


def tab_to(page: Page, wanted: str, *, backwards: bool = False) -> None:
    """Press Tab until the focus is there; on the way it is seen and never lost."""
    for _ in range(80):
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    pytest.fail(f"Tab does not come to {wanted}")


HEARD = {
    "who": {
        "zh": """
          - region "申报单位属于哪一类？":
            - heading "申报单位属于哪一类？" [level=2]
            - group "申报单位属于哪一类？":
              - checkbox "制造企业" [checked]
              - checkbox "软件企业"
              - checkbox /不清楚/
            - textbox "企业名称（选填）"
        """,
        "en": """
          - region "Who is applying?":
            - heading "Who is applying?" [level=2]
            - group "Who is applying?":
              - checkbox "Manufacturing enterprise" [checked]
              - checkbox "Software enterprise"
              - checkbox /Not sure/
            - textbox "Name of the enterprise (optional)"
        """,
    },
    "what": {
        "zh": """
          - region "与哪些事项有关？":
            - heading "与哪些事项有关？" [level=2]
            - group "与哪些事项有关？":
              - checkbox /投资建设产业项目 单项最高3,000万元/ [checked]
              - checkbox /不清楚/
        """,
        "en": """
          - region "What is it about?":
            - heading "What is it about?" [level=2]
            - group "What is it about?":
              - checkbox /Investing in an industrial project at most RMB 30 million/ [checked]
              - checkbox /Not sure/
        """,
    },
    "figures": {
        "zh": """
          - region "企业数据":
            - heading "企业数据" [level=2]
            - group "哪几项与本企业有关？":
              - checkbox /核心团队奖励 第26条 · 最高200万元/ [checked]
              - group "工业销售收入首次上台阶核心团队奖励":
                - textbox "企业当年在本市的工业销售收入是多少？"
                - group "只知道年份":
                  - button /2020年.*核心团队奖励/
                  - button /2021年.*核心团队奖励/
                  - button /2022年.*核心团队奖励/
        """,
        "en": """
          - region "Figures of the enterprise":
            - heading "Figures of the enterprise" [level=2]
            - group "Which of these concern the enterprise?":
              - checkbox /core team .* Clause 26 · at most RMB 2 million/ [checked]
              - group /Reward for the core team/:
                - textbox /industrial sales revenue in this city in the year/
                - group "Only the year is known":
                  - button /2020.*core team/
        """,
    },
    "lists": {
        "zh": """
          - region "项目、平台、产品和称号":
            - heading "项目、平台、产品和称号" [level=2]
            - region "项目 1":
              - group:
                - heading "项目 1" [level=3]
                - textbox "名称"
                - group "这个项目属于或可能属于哪几项？":
                  - checkbox /产业投资项目补助/ [checked]
                  - group "产业投资项目补助":
                    - group "项目是否列入当年择优选择的产业投资项目名单？":
                      - radio "是" [checked]
                      - radio "否"
                      - radio "不清楚"
                    - textbox "实际投入是多少？": "?"
                    - textbox "日期"
                - group "开工和竣工（计划或实际，选填）":
                  - textbox "开工"
              - paragraph:
                - button /再加一个同样的项目.*项目 1/
                - button /删除这个项目.*项目 1/
        """,
        "en": """
          - region "Projects, platforms, products and titles":
            - heading "Projects, platforms, products and titles" [level=2]
            - region "Project 1":
              - group:
                - heading "Project 1" [level=3]
                - textbox "Name"
                - group "Which of these does, or might, this project fall under?":
                  - group "Subsidy for industrial investment projects":
                    - textbox "What was the actual input?": "?"
              - paragraph:
                - button /One more project like this.*Project 1/
                - button /Remove this project.*Project 1/
        """,
    },
    "check": {
        "zh": """
          - region "核对填写":
            - heading "核对填写" [level=2]
            - heading "申请人和事项" [level=3]
            - term: 申报单位类别
            - definition: 制造企业
            - paragraph:
              - button /修改.*申报单位类别/
            - heading "项目 1" [level=3]
            - heading "产业投资项目补助" [level=4]
            - term: 列入年度择优名单
            - definition: 是
            - term: 实际投入
            - definition: /无法识别“.”/
            - paragraph:
              - button /修改.*产业投资项目补助（项目 1）/
        """,
        "en": """
          - region "Check your answers":
            - heading "Check your answers" [level=2]
            - heading "Applicant and topics" [level=3]
            - term: Kind of applicant
            - definition: Manufacturing enterprise
            - heading "Project 1" [level=3]
            - heading "Subsidy for industrial investment projects" [level=4]
            - paragraph:
              - button /Change.*Subsidy for industrial investment projects \\(Project 1\\)/
        """,
    },
    "results": {
        "zh": """
          - region "您的结果":
            - heading "您的结果" [level=2]
        """,
        "en": """
          - region "Your results":
            - heading "Your results" [level=2]
        """,
    },
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_heard_at_each_step(page: Page, site_url: str, language: str) -> None:
    page.goto(address(site_url, language))
    field(page, "roles.manufacturer").check()
    goes_on(page)
    field(page, "topics.investment").check()
    field(page, "topics.growth").check()
    step(page, "figures")
    field(page, "figures.26-core-team").check()
    invest(page, "?", card="c2")
    for name in STEPS:
        step(page, name)
        section = page.locator(f"[data-step={name}]")
        if name == "results":
            expect(results(page)).not_to_be_empty()
        expect(section).to_match_aria_snapshot(HEARD[name][language])
    names = {"zh": ["申请人", "事项", "企业数据", "项目和称号", "核对", "结果"],
             "en": ["Applicant", "Topics", "Figures", "Projects and titles", "Check",
                    "Results"]}  # fmt: skip
    buttons = page.get_by_role("navigation", name="步骤" if language == "zh" else "Steps")
    expect(buttons.get_by_role("button")).to_have_text(names[language])
    expect(buttons.locator("[aria-current=step]")).to_have_text(names[language][-1])
