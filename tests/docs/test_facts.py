"""The key facts of the awards: the sums of the inventory, and what the draft leaves open."""

import pytest

from clauses.document import PolicyDocument
from docs.site.language import EN, LANGUAGES, ZH, Language
from docs.site.pages.facts import Facts, facts_of

SHORT = {
    "03-industrial-investment": ("最高3000万元", "最高3000万元"),
    "14-city-centre": ("1000万元", "1000万元"),
    "14-national-centre": ("最高1亿元", "最高1亿元"),
    "13-green-title": ("国家级 50万元/个 / 省级 25万元/个", "50万元/个"),
    "22-pin-product": ("认证 最高15万元 / 自我声明 最高10万元", "最高15万元"),
    "11-design-firm-revenue": ("≥500万元：最高20万元 / ≥1000万元：最高30万元", "最高30万元"),
}


@pytest.fixture(scope="module")
def zh(policy: PolicyDocument) -> dict[str, Facts]:
    return facts_of(policy, ZH)


@pytest.mark.parametrize("award", SHORT)
def test_a_sum_in_words(zh: dict[str, Facts], award: str) -> None:
    short, most = SHORT[award]
    paid = zh[award].payment
    assert paid.short == short
    assert (paid.most.text if paid.most else None) == most


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_no_ceiling_is_shown_as_a_promise(policy: PolicyDocument, language: Language) -> None:
    word = "最高" if language.code == "zh" else "at most"
    for facts in facts_of(policy, language).values():
        if facts.award.wording != "ceiling":
            continue
        paid = facts.payment
        sums = [paid.amount, paid.ceiling, *(tier.sum for tier in paid.tiers)]
        assert all(shown.text.startswith(word) for shown in sums if shown is not None), (
            facts.award.id
        )


def test_every_award_says_that_the_procedure_is_not_stated(policy: PolicyDocument) -> None:
    for language, words in ((ZH, "申报材料"), (EN, "Application documents")):
        for facts in facts_of(policy, language).values():
            assert any(gap.startswith(words) for gap in facts.unstated), facts.award.id


def test_a_tier_without_a_figure_stays_without_one(zh: dict[str, Facts]) -> None:
    facts = zh["08-demo-topup"]
    assert [tier.open for tier in facts.payment.tiers] == [False, True]
    assert "部分档次的金额：本征求意见稿未规定" in facts.unstated


def test_a_rate_without_a_ceiling_says_so(zh: dict[str, Facts]) -> None:
    assert "上限：本征求意见稿未规定" in zh["21-insurance-premium"].unstated
