"""Near misses and curves in words: the answer that would have to change, and the gain."""

from typing import Any

import pytest

import results
from clauses.cases import all_cases
from eligibility import assess
from nearness import curves, near_misses, worthwhile
from results.near import NearView, describe_near
from results.words import LANGUAGES
from tests.claims import TITLE, claimed
from tests.policy import document, policy
from tests.results.raw_codes import raw_codes
from tests.results.test_page import Outline

Json = dict[str, Any]

TEAM: Json = claimed(
    "26-core-team", "本公司", "2021-12-31", sales_in_city="9881500000", prior_best="6000000000"
)
LINE: Json = claimed("03-industrial-investment", id="b", selected=False, actual_input="100000000")
WORKSHOP: Json = claimed(
    "06-digital-workshop",
    "四号线",
    "2021-09-30",
    id="c",
    plan_level="provincial",
    actual_input="90000000",
)


def found(application: Json) -> results.Near:
    misses = worthwhile(near_misses(policy(), application))
    return results.Near(misses, curves(policy(), application))


def view(*claims: Json, language: str = "zh") -> NearView:
    application = {"claims": list(claims)}
    assessment = assess(policy(), application)
    return describe_near(document(), application, assessment, found(application), language)


def test_sales_short_of_a_step() -> None:
    (miss,) = view(TEAM).misses
    assert miss.gain == "合计最高可增加100万元："
    assert miss.condition == (
        "如当年本市工业销售收入超过100亿元（现为98.815亿元，差1.185亿元，约1.2%）"
    )
    assert "本项为最高100万元" in miss.effect and "一档" in miss.effect
    assert miss.citation.citation == "第26条第1款"
    (miss,) = view(TEAM, language="en").misses
    assert miss.gain == "At most RMB 1 million more in total:"
    assert "were more than RMB 10 billion (now RMB 9,881.5 million;" in miss.condition


def test_a_condition_that_would_displace_another_line() -> None:
    workshop, line = view(LINE, WORKSHOP).misses
    assert line.condition == "如“列入年度择优名单”为“是”（现填“否”）"
    assert line.gain == "合计最高可增加200万元："
    assert "第2项减少或不再计入" in line.effect
    assert "到此已达原文上限" in workshop.effect


def test_a_level_one_step_up_of_an_exact_sum() -> None:
    (miss,) = view(TITLE).misses
    assert (miss.gain, miss.condition) == ("合计增加25万元：", "如称号级别为国家级（现填省级）")
    (miss,) = view(TITLE, language="en").misses
    assert miss.gain == "RMB 250,000 more in total:"


def test_the_curve_shows_where_one_stands_and_the_next_threshold() -> None:
    (curve,) = view(TEAM).curves
    assert curve.highest.label == "最高100万元"
    assert curve.mark is not None and curve.mark.label == "门槛 100亿元"
    assert curve.here.x < curve.mark.x and curve.here.anchor == "end"
    assert [(row.figure, row.sum, row.here) for row in curve.rows] == [
        ("超过50亿元", "—", False),
        ("98.815亿元", "—", True),
        ("超过100亿元", "最高100万元", False),
    ]
    assert curve.path.startswith("M8 122 L")


def test_the_dot_of_each_picture_leads_to_its_result_and_says_what_it_shows() -> None:
    application = {"claims": [TEAM, WORKSHOP]}
    html = results.nearby(
        document(), application, assess(policy(), application), found(application), "en"
    )
    outline = Outline(html)
    dots = [attrs for _, attrs in outline.tags if attrs.get("class") == "curve-point"]
    assert [dot["href"] for dot in dots] == ["#result-1", "#result-2"]
    assert all("RMB" in (dot["aria-label"] or "") for dot in dots)
    assert "style=" not in html


def test_nothing_near_is_said_in_words() -> None:
    application: Json = {"claims": []}
    assessment = assess(policy(), application)
    html = results.nearby(document(), application, assessment, results.Near(), "zh")
    assert "没有发现" in html


def test_the_page_holds_the_place_of_what_comes_later() -> None:
    application = {"claims": [TITLE]}
    assessment = assess(policy(), application)
    page = results.page(document(), application, assessment, "zh", near=results.LATER)
    assert 'id="results-near-body"' in page and "正在逐项试算" in page
    page = results.page(document(), application, assessment, "zh", near=found(application))
    assert "合计增加25万元" in page and "正在逐项试算" not in page
    assert "results-near" not in results.page(document(), application, assessment, "zh")


def test_the_memo_tells_what_is_near() -> None:
    application = {"claims": [TITLE]}
    assessment = assess(policy(), application)
    memo = results.memo(document(), application, assessment, "zh", found(application))
    assert "合计增加25万元：如称号级别为国家级（现填省级）" in memo


@pytest.mark.no_cover
def test_every_case_is_sound_html_without_codes(subtests: pytest.Subtests) -> None:
    for case in all_cases():
        assessment = assess(policy(), case.application)
        near = found(case.application)
        for language in LANGUAGES:
            with subtests.test(f"{case.name}, {language}"):
                html = results.nearby(document(), case.application, assessment, near, language)
                outline = Outline(html)
                assert len(set(outline.ids)) == len(outline.ids)
                assert raw_codes(outline.text, language) == set()
                assert "{" not in outline.text and "None" not in outline.text
