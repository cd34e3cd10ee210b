"""The chart of 从高、不重复, the calendar of payments, and the four arrangements of the claims."""

from fractions import Fraction
from typing import Any

import pytest

from clauses.cases import all_cases
from eligibility import assess
from results.describe import describe
from results.view import ResultsView
from results.words import LANGUAGES
from tests.claims import LINE, TEAM, TITLE, WORKSHOP, claimed
from tests.policy import document, policy
from tests.results.raw_codes import assessed

Json = dict[str, Any]


def view(*claims: Json, language: str = "zh", **more: Any) -> ResultsView:
    application = {"claims": list(claims), **more}
    return describe(document(), application, assess(policy(), application), language)


def test_the_winner_stands_first_and_the_other_with_what_it_gives_up_and_why() -> None:
    (contest,) = view(WORKSHOP, LINE).contests
    won, lost = contest.candidates
    assert contest.subject == "四号线"
    assert (won.number, won.amount, won.length, won.won) == (2, "最高2,400万元", 1000, True)
    assert (lost.number, lost.amount, lost.length, lost.won) == (1, "最高1,600万元", 666, False)
    assert "从高、不重复" in lost.why


def test_a_winner_stands_with_its_top_up() -> None:
    base = claimed("08-new-mode-pilot", "平台", listed=True, actual_input="50000000")
    top_up = claimed("08-demo-topup", "平台", id="b", clause_8_project=True, level="national")
    facts = {"plan_level": "national", "actual_input": "55000000"}
    other = WORKSHOP | {"id": "x", "subject": "平台", "facts": facts}
    (contest,) = view(base, top_up, other).contests
    assert [candidate.amount for candidate in contest.candidates] == [
        "最高1,200万元",
        "最高1,100万元",
    ]
    assert "合并计算" in contest.candidates[0].name


def test_every_claim_that_gave_way_to_another_is_drawn_once(subtests: pytest.Subtests) -> None:
    for case in all_cases():
        with subtests.test(case.name):
            assessment = assessed(case.name)
            gave_way = [
                number
                for number, award in enumerate(assessment["awards"], 1)
                if any(note["code"] in ("displaced", "lower-tier") for note in award["notes"])
            ]
            contests = describe(document(), case.application, assessment, "zh").contests
            lost = [c.number for contest in contests for c in contest.candidates if not c.won]
            assert sorted(lost) == gave_way
            for contest in contests:
                assert [c.won for c in contest.candidates].count(True) == 1
                assert max(c.length for c in contest.candidates) == 1000


def test_without_planned_days_the_calendar_goes_by_milestone() -> None:
    due = view(LINE, TITLE).calendar
    assert [(one.when, one.sum) for one in due] == [
        ("项目开工", "最高720万元"),
        ("竣工投产", "最高1,680万元"),
        ("拨付时间：本征求意见稿未规定", "25万元"),
    ]
    assert [one.length for one in due] == [428, 1000, 14]


def test_planned_days_put_an_instalment_under_its_year() -> None:
    planned = {"四号线": {"start": "2021-03-01", "completion": "2022-09-30"}}
    due = view(LINE, TITLE, language="en", answers={"planned": planned}).calendar
    assert [one.when for one in due] == [
        "2021",
        "2022",
        "Time of payment: not stated in this draft",
    ]
    assert "planned for 30 September 2022" in due[1].payments[0].text


def test_the_calendar_leaves_the_name_of_a_subject_as_it_was_typed() -> None:
    due = view(LINE | {"subject": "iLab"}, language="en").calendar
    assert all(payment.text.startswith("iLab: ") for one in due for payment in one.payments)


@pytest.mark.parametrize(
    "planned",
    [None, [], {"四号线": []}, {"四号线": {"start": 5}}, {"四号线": {"start": "2021-13-01"}},
     {"四号线": {"start": "20210301"}}, {"四号线": {"start": "<b>"}},
     {"别的": {"start": "2021-03-01"}}],
)  # fmt: skip
def test_what_is_no_planned_day_changes_nothing(planned: Any) -> None:
    with_answers = view(LINE, answers={"planned": planned})
    assert with_answers.calendar == view(LINE).calendar
    (item,) = with_answers.groups[0].items
    assert [stage.planned for stage in item.stages] == ["本征求意见稿未规定"] * 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_arrangement_holds_every_claim_once(language: str) -> None:
    for arrangement in view(LINE, WORKSHOP, TITLE, TEAM, language=language).arrangements:
        numbers = [item.number for part in arrangement.parts for item in part.items]
        assert sorted(numbers) == [1, 2, 3, 4], arrangement.key


def test_the_core_team_is_not_the_enterprise() -> None:
    by = {one.key: one.parts for one in view(TEAM, LINE, TITLE).arrangements}
    assert [(part.title, part.sum) for part in by["payee"]] == [
        ("企业", "最高2,400万元"),
        ("企业核心团队", "最高50万元"),
        ("承担项目或获得称号的单位", "25万元"),
    ]
    assert [part.title[:4] for part in by["clause"]] == ["第3条　", "第13条", "第26条"]
    assert [(part.title, part.sum) for part in by["subject"]] == [
        ("本公司", "最高50万元"),
        ("四号线", "最高2,400万元"),
        ("工厂", "25万元"),
    ]


def test_the_card_names_the_conditions_and_the_limit_that_decides() -> None:
    long = LINE | {"facts": {"selected": True, "actual_input": "200000000"}}
    (item,) = view(long).groups[0].items
    assert item.binding == "原文上限3,000万元"
    assert item.conditions_met == "1项中符合1项"
    assert [step.text for step in item.steps] == [
        "条件符合：列入年度择优名单——是。",
        "实际投入2亿元 × 20% = 4,000万元。",
        "超过上限3,000万元，按上限计：3,000万元。",
    ]
    (equal,) = (
        view(LINE | {"facts": {"selected": True, "actual_input": "150000000"}}).groups[0].items
    )
    assert equal.binding == "按比例计算；未超过原文上限3,000万元"
    (refused,) = view(LINE | {"facts": {"selected": False, "actual_input": "1"}}).groups[0].items
    assert refused.conditions_met == "1项中符合0项"
    assert refused.conditions[0].met is False


def test_items_without_a_sum_are_counted_and_in_no_total() -> None:
    major = {"id": "m", "award": "02-major-project", "subject": "甲", "facts": {}}
    rows = {row.key: row.value for row in view(major).totals}
    assert rows["without-sum"] == "1项"
    assert rows["max"] == rows["exact"] == rows["ceiling"] == "—"


def test_the_calendar_pays_what_is_counted(subtests: pytest.Subtests) -> None:
    for case in all_cases():
        with subtests.test(case.name):
            assessment = assessed(case.name)
            found = describe(document(), case.application, assessment, "zh")
            paid = {payment.number for due in found.calendar for payment in due.payments}
            counted = {
                number
                for number, award in enumerate(assessment["awards"], 1)
                if award["status"] == "payable" and Fraction(award["amount"])
            }
            assert paid == counted
