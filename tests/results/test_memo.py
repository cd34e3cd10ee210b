"""The memo reads like an officer's: sums, words and reasons, without codes."""

import pytest

import results
from clauses.cases import all_cases
from eligibility import assess
from eligibility.money import LONGEST
from results.words import LANGUAGES, catalogue
from results.wrapping import WIDTH, width
from tests.claims import claimed
from tests.policy import document, policy
from tests.results import samples
from tests.results.raw_codes import assessed, raw_codes


def memo(sample: samples.Json, language: str, paid: list[samples.Json] | None = None) -> str:
    application = samples.application(sample) | {"paid": paid or []}
    return results.memo(document(), application, sample, language)


def joined(text: str) -> str:
    """Undo the wrapping of Chinese text."""
    return "".join(line.strip() for line in text.splitlines())


def unwrapped(text: str) -> str:
    """Undo the wrapping of English text."""
    return " ".join(text.split())


def test_the_sum_its_ceiling_its_steps_and_its_words_stand_in_the_memo() -> None:
    text = joined(memo(samples.INVESTMENT, "zh"))
    assert "金额（上限）：最高2,300万元" in text
    assert "实际投入1.2亿元 × 20% = 2,400万元" in text
    assert "项目开工（30%）最高690万元；竣工投产（70%）最高1,610万元" in text
    assert "分期按扣除已兑付后的余额计算；原文的分期是就总额而言" in text
    assert "第3条第1款：“每年度择优选择一批" in text
    assert "奖补对象：承担项目的企业（原文未写明，按上下文理解）" in text
    assert "责任部门：市经信局" in text


def test_the_same_stands_in_english_with_the_chinese_words_beside() -> None:
    text = unwrapped(memo(samples.INVESTMENT, "en"))
    assert "Amount (ceiling): at most RMB 23 million" in text
    assert "Actual input RMB 120 million × 20% = RMB 24 million." in text
    assert "clause 3, paragraph 1: “a number of industrial investment projects" in text
    assert "“每年度择优选择" in text


def test_the_line_that_was_displaced_names_its_winner_and_the_sum_given_up() -> None:
    text = joined(memo(samples.INVESTMENT, "zh"))
    assert "计入的是第1项（四号线：产业投资项目补助），合计最高2,400万元" in text
    assert "单独测算为最高19,753.08元，未计入" in text
    assert "适用规则：附则：“本政策中所涉及同一项目（产品、平台）" in text


def test_another_reading_says_what_it_would_give() -> None:
    said = joined(memo(samples.INVESTMENT, "zh"))
    assert "金额相同怎么办？如理解为“按年取最高者" in said
    assert "total at most RMB 24 million" in unwrapped(memo(samples.INVESTMENT, "en"))


def test_open_facts_are_named_and_give_a_range() -> None:
    text = joined(memo(samples.OPEN, "zh"))
    assert "需要补充：列入年度择优名单、日期" in text
    assert "范围：0元至2,000万元" in text
    assert "范围：0元起，原文未设上限" in text
    assert "日期：未填" in text


def test_a_condition_that_is_not_met_stands_with_its_words() -> None:
    unmet = samples.note("condition-unmet", fact="selected", found=False)
    sample = samples.assessment(
        samples.claim("a", "03-industrial-investment", "not-eligible", notes=[unmet])
    )
    text = joined(memo(sample, "zh"))
    assert "不符合原文条件：列入年度择优名单——否。原文：“每年度择优选择”。" in text


@pytest.mark.parametrize(
    ("note", "words"),
    [
        (
            samples.note("threshold-unmet", fact="rd", found="1", compare=">", figure="2000000"),
            "研发投入超过200万元",
        ),
        (
            samples.note(
                "share-unmet", fact="rd", found="1", compare=">", figure="0.06",
                of="sales", base="500",
            ),
            "企业年度研发投入占销售收入比重超过6%",
        ),
    ],
)  # fmt: skip
def test_each_of_two_conditions_on_one_figure_stands_with_its_own_words(
    note: samples.Json, words: str
) -> None:
    claim = samples.claim("a", "09-software-rd", "not-eligible", notes=[note])
    assert f"。原文：“{words}”。" in joined(memo(samples.assessment(claim), "zh"))


def test_exact_ceiling_and_reference_stay_apart() -> None:
    text = joined(memo(samples.APART, "zh"))
    assert "定额（原文写明金额）：25万元" in text
    assert "上限（原文写“最高”“不超过”）：最高50万元" in text
    assert "定额与上限合计：最高75万元" in text
    assert "参考数（不计入合计）：210万元" in text


def test_the_core_team_is_not_the_enterprise_and_has_a_subtotal() -> None:
    text = joined(memo(samples.APART, "zh"))
    assert "奖补对象：企业核心团队（不是企业）" in text
    assert "企业核心团队：最高50万元企业：25万元" in text


def test_a_total_is_a_dash_until_something_counts() -> None:
    text = joined(memo(samples.assessment(), "zh"))
    assert "定额与上限合计：—" in text
    assert "没有填报任何事项。" in text


def test_what_was_paid_before_is_listed() -> None:
    paid = {"award": "06-digital-workshop", "subject": "四号线", "date": "2020-09-01",
            "amount": "1000000"}  # fmt: skip
    text = unwrapped(memo(samples.INVESTMENT, "en", [paid]))
    assert "1 September 2020, 四号线: Subsidy for digital workshop" in text
    assert "construction projects, RMB 1 million" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_memo_ends_with_what_the_text_is_and_is_not(language: str) -> None:
    text = memo(samples.INVESTMENT, language)
    ending = document()["status"]["prevails"][language]
    assert (joined(text) if language == "zh" else unwrapped(text)).endswith(ending)
    assert "甬政办发〔2020〕72号" in joined(text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", samples.SAMPLES)
def test_no_line_is_too_wide_and_no_code_stands_in_the_memo(name: str, language: str) -> None:
    text = memo(samples.SAMPLES[name], language)
    assert max(width(line) for line in text.splitlines()) <= WIDTH
    assert raw_codes(joined(text) if language == "zh" else text, language) == set()


@pytest.mark.no_cover
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_case_reads_without_codes_or_open_places(
    subtests: pytest.Subtests, language: str
) -> None:
    for case in all_cases():
        with subtests.test(case.name):
            text = results.memo(document(), case.application, assessed(case.name), language)
            assert max(width(line) for line in text.splitlines()) <= WIDTH
            assert raw_codes(text, language) == set()
            assert "{" not in text and "None" not in text and "True" not in text


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"selected": "是"}, "所填为“是”，应为 true（是）或 false（否），不加引号。"),
        (
            {"actual_input": 1.5},
            "所填为小数 1.5，应填数字，例如 1000000 或“123456.78”，小数须加引号",
        ),
        ({"actual_input": "1" * (LONGEST + 1)}, f"最多{LONGEST}个字符"),
        ({"selected": True, "actual_input": "5", "zz": 1}, "本项不涉及“zz”，"),
    ],
)
def test_an_impossible_fact_stands_with_what_can_be_written(
    facts: samples.Json, words: str
) -> None:
    application = {"claims": [claimed("03-industrial-investment", "四号线", **facts)]}
    found = assess(policy(), application)
    assert words in joined(results.memo(document(), application, found, "zh"))
    assert f"at most {LONGEST} characters" in catalogue("en")["notes"]["invalid-number"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_strange_subject_cannot_write_to_the_terminal(language: str) -> None:
    text = memo(samples.STRANGE, language)
    assert "\x1b" not in text
    assert "{{7*7}}{0}" in text
