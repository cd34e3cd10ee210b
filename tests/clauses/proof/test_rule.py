"""A figure of a rule is a whole figure of its own quotation, and of one award only."""

from collections.abc import Callable

import pytest

from tests.clauses.proof.conftest import Slip, Told

SLIPS = {
    "a part of a figure": Slip(
        10, "provincial: 100万元", "provincial: 00万元",
        "awards[0].sum.tiers.provincial", "“00万元”",
        "a whole figure of its quotation: “最高200万元”, “100万元”"),
    "a part at its end": Slip(
        22, "amount: 最高100万元", "amount: 最高100万",
        "awards[3].sum.amount", "“最高100万”", "a whole figure of its quotation: “最高100万元”"),
    "a part at its beginning": Slip(
        26, "single-champion: 最高300万元", "single-champion: 00万元",
        "awards[3].sum.tiers.single-champion", "“00万元”", "“最高300万元”, “200万元”, “100万元”"),
    "a part of a percentage": Slip(
        3, "share: 30%", "share: 0%",
        "awards[0].stages[0].share", "“0%”",
        "a whole figure of its quotation: “不超过20%”, “最高3000万元”, “两个”, “30%”, “70%”"),
    "a threshold whose words are cut": Slip(
        14, "words: {zh: 投资200万元（含）以上", "words: {zh: 投资200万元（含）",
        "awards[5].when[1].compares", "“200万元（含）以上”", "words of its quotation"),
    "a figure of another clause": Slip(
        4, "at_most: 最高1000万元", "at_most: 最高3000万元",
        "awards[0].sum.at_most", "“最高3000万元”", "words of its quotation, to the letter"),
    "a figure of the next award of the paragraph": Slip(
        6, "at_most: 最高3000万元", "at_most: 最高500万元",
        "awards[0].sum.at_most", "“最高500万元”", "words of its quotation, to the letter"),
    "one figure for two steps": Slip(
        11, "{at: 1000万元以上, sum: 30万元}", "{at: 1000万元以上, sum: 最高20万元}",
        "awards[0].sum.steps[1].sum", "“最高20万元”", "“最高20万元”, “30万元”"),
    "a figure of the review": Slip(
        21, "share: 80%", "share: 90%",
        "awards[0].review[0].share", "“90%”", "words of its quotation, to the letter",
        after="review:"),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
def test_what_is_no_whole_figure_of_the_quotation_is_told(
    is_told: Callable[[Slip], None], slip: Slip
) -> None:
    is_told(slip)


def test_a_figure_inside_a_larger_one_does_not_count(told: Told) -> None:
    messages = told(
        22,
        ("分别给予最高30万元、20万元补助", "分别给予最高130万元、20万元补助"),
        (
            "分别给予最高30万元、20万元补助",
            "分别给予最高130万元、20万元补助",
            "id: 22-pin-enterprise",
        ),
        ("{certified: 最高30万元", "{certified: 30万元"),
    )
    (message,) = [text for text in messages if "sum.tiers.certified" in text]
    assert "found:   “30万元”" in message
    assert "allowed: a whole figure of its quotation: “最高130万元”, “20万元”" in message


def test_two_awards_do_not_share_a_figure(told: Told) -> None:
    first = (
        "对列入国家级、省级的“卡脖子”关键技术创新产品，市级财政分别给予最高100万元、50万元分档奖励"
    )
    second = "对国家级、省级技术创新示范企业，市级财政分别给予最高100万元、50万元分档奖励"
    messages = told(17, (f"zh: {second}", f"zh: {first}", "id: 17-innovation-enterprise"))
    shared = [text for text in messages if "awards[1]" in text]
    assert [text.split("\n")[0].split("  ")[1] for text in shared] == [
        "awards[1].sum.tiers.national",
        "awards[1].sum.tiers.provincial",
    ]
    assert "found:   “最高100万元”, a figure of 17-chokepoint-product" in shared[0]
    assert "allowed: a figure of the text that no other award has" in shared[0]
    left_over = [text for text in messages if "paragraphs[1].zh" in text]
    assert len(left_over) == 4, "two levels and two sums of the other sentence"


@pytest.mark.parametrize("clause", [3, 7, 9, 14, 21, 22, 26, 37])
def test_the_clauses_as_they_stand_have_no_fault(told: Told, clause: int) -> None:
    assert told(clause) == []
