"""Where the English differs from the Chinese, staff are told where and how."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from clauses.check.translation import findings
from clauses.check.translation_pairs import TranslationPair
from clauses.faults import Fault
from tests.clauses.edits import EDITION, replace

ONE, TWO, HEAD = "2020-03-16/01.yml", "2020-03-16/02.yml", "2020-03-16/policy.yml"
READINGS, GLOSSARY, DEVIATIONS = f"{EDITION}/readings.yml", "glossary.yml", "deviations.yml"

Read = Callable[[], list[Fault]]


class Slip(NamedTuple):
    """A replacement of words, everywhere in the file, and the fault that reports it."""

    file: str
    written: str
    instead: str
    at: str
    """Line and key of the fault, `line  key`."""
    found: str
    allowed: str
    mend: str


_FIGURES = "the figures of the Chinese, "
_TERM = "use the glossary’s words, or add these to its `also` where they are right"
_ORDER = "put the figures of the English in that order"
_LEVELS = (
    "write national (国家级), provincial (省级, 省属), municipal (市级, 市直) and districts or "
    "county (区县) in that order"
)

SLIPS = {
    # the same figures
    "a sum has lost a nought": Slip(
        ONE, "RMB 30 million", "RMB 3 million",
        "6  paragraphs[0].en", "“RMB 3 million” where the Chinese has “3000万元”",
        _FIGURES + "“3000万元” as RMB 30 million", "correct the figure in the English"),
    "万元 is taken for a thousand": Slip(
        TWO, "RMB 500,000", "RMB 50,000",
        "6  paragraphs[0].en", "“RMB 50,000” where the Chinese has “50万元”",
        _FIGURES + "“50万元” as RMB 500,000", "correct the figure in the English"),
    "a percentage is another": Slip(
        ONE, "not more than 20%", "not more than 25%",
        "18  awards[0].quote.en", "“25%” where the Chinese has “20%”",
        _FIGURES + "“20%” as 20%", "correct the figure in the English"),
    "a percentage has lost its sign": Slip(
        ONE, "30% and 70%", "30 and 70%",
        "6  paragraphs[0].en", "nothing for “30%” of the Chinese",
        _FIGURES + "“30%” as 30%", "add the figure to the English"),
    "a number in letters is another": Slip(
        ONE, "two stages", "three stages",
        "6  paragraphs[0].en", "“three” where the Chinese has “两”",
        _FIGURES + "“两” as 2", "correct the figure in the English"),
    "a figure is left out": Slip(
        ONE, ", capped at RMB 30 million", "",
        "18  awards[0].quote.en", "nothing for “3000万元” of the Chinese",
        _FIGURES + "“3000万元” as RMB 30 million", "add the figure to the English"),
    "a figure is added": Slip(
        TWO, "Support the export of machines", "Support the export of 12 machines",
        "9  paragraphs[1].en", "“12”, which the Chinese does not have",
        _FIGURES + "each as often as there",
        "take the figure out of the English, or correct it"),
    "a title has lost its number": Slip(
        HEAD, "I. Support", "II. Support",
        "22  chapters[0].title.en", "“II” where the Chinese has “一”",
        _FIGURES + "“一” as 1", "correct the figure in the English"),
    "the term is another": Slip(
        HEAD, "valid for three years", "valid for four years",
        "16  validity.words.en", "“four” where the Chinese has “3”",
        _FIGURES + "“3” as 3", "correct the figure in the English"),
    "a reading speaks of another number": Slip(
        READINGS, "Five a year", "6 a year",
        "17  readings[1].point.en", "“6” where the Chinese has “5”",
        _FIGURES + "“5” as 5", "correct the figure in the English"),
    # in the same order
    "two shares have changed places": Slip(
        ONE, "30% and 70%", "70% and 30%",
        "6  paragraphs[0].en", "the order 20%, 70%, 30%",
        "the order of the Chinese: 20%, 30%, 70%", _ORDER),
    "two sums have changed places": Slip(
        TWO, "RMB 500,000 each or RMB 250,000 each", "RMB 250,000 each or RMB 500,000 each",
        "6  paragraphs[0].en", "the order RMB 250,000, RMB 500,000",
        "the order of the Chinese: 50万元, 25万元", _ORDER),
    "two sums of a quotation have changed places": Slip(
        TWO, "RMB 500,000 each or RMB 250,000 each", "RMB 250,000 each or RMB 500,000 each",
        "22  awards[0].quote.en", "the order RMB 250,000, RMB 500,000",
        "the order of the Chinese: 50万元, 25万元", _ORDER),
    "two levels have changed places": Slip(
        TWO, "national or provincial", "provincial or national",
        "6  paragraphs[0].en", "provincial, national",
        "the levels of the Chinese in their order: 国家级, 省级", _LEVELS),
    "a level is another": Slip(
        TWO, "national or provincial", "national or municipal",
        "6  paragraphs[0].en", "national, municipal",
        "the levels of the Chinese in their order: 国家级, 省级", _LEVELS),
    "a level is added": Slip(
        TWO, "Support the export", "Support the national export",
        "45  lines[0].quote.en", "national",
        "the levels of the Chinese in their order: none", _LEVELS),
    # ceiling against ceiling
    "a ceiling has become the sum itself": Slip(
        ONE, "capped at RMB 30 million", "of RMB 30 million",
        "6  paragraphs[0].en", "“RMB 30 million” as an exact figure",
        "a ceiling, as in “最高3000万元补助”",
        "write it with “up to”, “not more than”, “not exceeding” or “capped at”"),
    "a sum has become a ceiling": Slip(
        TWO, "RMB 500,000 each", "up to RMB 500,000 each",
        "22  awards[0].quote.en", "“RMB 500,000” as a ceiling",
        "an exact figure, as in “分别给予50万元/个", "write the figure by itself"),
    "more than has become at least": Slip(
        ONE, "more than RMB 2 million", "at least RMB 2 million",
        "35  awards[0].when[1].words.en", "“RMB 2 million” as a least value",
        "a value to be exceeded, as in “投入超过200万元”",
        "write it with “exceeds”, “more than” or “over”"),
    "a limit on pieces has become a minimum": Slip(
        TWO, "not more than 5", "not less than 5",
        "33  awards[0].limit.words.en", "“5” as a least value",
        "a ceiling, as in “每个企业不超过5个”",
        "write it with “up to”, “not more than”, “not exceeding” or “capped at”"),
    "“respectively” is left out": Slip(
        TWO, " respectively", "",
        "6  paragraphs[0].en", "no “respectively” for “分别”",
        "“respectively” exactly where the Chinese has “分别”", "add the word to the English"),
    "“respectively” is added": Slip(
        ONE, "30% and 70%", "30% and 70% respectively",
        "6  paragraphs[0].en", "“respectively” without a “分别”",
        "“respectively” exactly where the Chinese has “分别”", "take it out of the English"),
    "“respectively” is left out of a quotation": Slip(
        TWO, " respectively", "",
        "22  awards[0].quote.en", "no “respectively” for “分别”",
        "“respectively” exactly where the Chinese has “分别”", "add the word to the English"),
    # subsidy against reward
    "a subsidy is called a reward": Slip(
        ONE, "receive a subsidy", "receive a reward",
        "6  paragraphs[0].en", "“reward” for “补助”",
        "“subsidy”: 补助 is subsidy, 奖励 reward, 配套 matching, 奖补 rewards and subsidies",
        "write subsidy in the English sentence"),
    "a reward is called a subsidy": Slip(
        TWO, "receive a reward", "receive a subsidy",
        "22  awards[0].quote.en", "“subsidy” for “奖励”",
        "“reward”: 补助 is subsidy, 奖励 reward, 配套 matching, 奖补 rewards and subsidies",
        "write reward in the English sentence"),
    "a name does not say what is given": Slip(
        ONE, "Subsidy for new machines", "Money for new machines",
        "11  awards[0].name.en", "no word for “补助”",
        "“subsidy”: 补助 is subsidy, 奖励 reward, 配套 matching, 奖补 rewards and subsidies",
        "write subsidy in the English sentence"),
    "a subsidy is made a matching one": Slip(
        ONE, "receive a subsidy", "receive a matching subsidy",
        "18  awards[0].quote.en", "“matching”, which the Chinese sentence does not have",
        "the words of the Chinese: 补助 is subsidy, 奖励 reward, 配套 matching",
        "take the word out of the English sentence, or use that of the Chinese"),
    # nothing without its translation
    "the English is the Chinese": Slip(
        ONE, "en: Is it on the list?", "en: 是否列入名单？",
        "23  awards[0].facts[0].ask.en", "“是否列入名单？” in both languages",
        "a translation", "translate it"),
    "a word is left in Chinese": Slip(
        TWO, "Support the export of machines.", "Support the export of 机器.",
        "9  paragraphs[1].en", "“机器” in the English",
        "English; Chinese words only where an explanation cites them, in “ ”",
        "translate the words, or put the cited ones in “ ”"),
    "a sentence is left in Chinese in a reading": Slip(
        READINGS, "en: So the text says.", "en: So the text says 原文如此没有别的说法可以采用.",
        "10  readings[0].reason.en", "“原文如此没有别的说法可以采用” in the English",
        "English; Chinese words only where an explanation cites them, in “ ”",
        "translate the words, or put the cited ones in “ ”"),
    "a word of the policy is left in Chinese in quotation marks": Slip(
        TWO, "Support the export of machines.", "Support the export of “机器”.",
        "9  paragraphs[1].en", "“机器” in the English",
        "English; Chinese words only where an explanation cites them, in “ ”",
        "translate the words, or put the cited ones in “ ”"),
    "a reading cites words that are not there": Slip(
        READINGS, "en: Who makes the list?", "en: Who makes the “清单” (“list”)?",
        "4  readings[0].point.en", "“清单” cited, which the Chinese does not have",
        "exact words of the Chinese text beside it", "copy the words from the Chinese"),
    "a reading cites another figure": Slip(
        READINGS, "en: The text names no year.", "en: The text names no year for “6个”.",
        "22  readings[1].reason.en", "“6个” cited, which the Chinese does not have",
        "exact words of the Chinese text beside it", "copy the words from the Chinese"),
    "the Chinese is still to be written": Slip(
        ONE, "zh: 新机器补助", "zh: Subsidy",
        "11  awards[0].name.en", "“Subsidy” as the Chinese", "Chinese words", "write the Chinese"),
    "a text has the mark of something unfinished": Slip(
        HEAD, "among others\"", "TODO\"",
        "30  footnotes[0].en", "“TODO”", "a finished text", "write the text in place of the mark"),
    "the Chinese has Latin letters that the English has not": Slip(
        HEAD, "设备等, en", "设备等ABC, en",
        "30  footnotes[0].en", "“ABC” in the Chinese only",
        "Latin letters in the Chinese that the English has too",
        "correct whichever language is wrong"),
    "a grade is another letter": Slip(
        HEAD, "{label: 函-1, zh: 来函。, en: A letter.}",
        "{label: 函-1, zh: B档来函。, en: A letter of grade C.}",
        "32  letter[0].en", "“B” in the Chinese only",
        "Latin letters in the Chinese that the English has too",
        "correct whichever language is wrong"),
    "a grade is added": Slip(
        HEAD, "{label: 函-1, zh: 来函。, en: A letter.}",
        "{label: 函-1, zh: 来函。, en: A letter of grade C.}",
        "32  letter[0].en", "“C” in the English only",
        "a single letter where the Chinese has it too", "correct whichever language is wrong"),
    "an article is taken for a grade": Slip(
        HEAD, "{label: 函-1, zh: 来函。, en: A letter.}",
        "{label: 函-1, zh: A档来函。, en: A letter.}",
        "32  letter[0].en", "“A” in the Chinese only",
        "Latin letters in the Chinese that the English has too",
        "correct whichever language is wrong"),
    "a sentence is left out": Slip(
        ONE, "1. Support new machines. Projects", "1. Projects",
        "6  paragraphs[0].en", "2 sentence(s), the Chinese has 3",
        "a sentence for each sentence of the Chinese",
        "translate the one that is missing, or divide the one that joins two"),
    # terms as in the glossary
    "a term is rendered in another way": Slip(
        TWO, "en: Export of machines", "en: Export of devices",
        "42  lines[0].name.en", "no rendering of “机器” in “Export of devices”",
        "“machine”, as glossary.yml says", _TERM),
    "a term is rendered in another way in the form": Slip(
        ONE, "What was the actual input?", "What was the real input?",
        "27  awards[0].facts[1].ask.en", "no rendering of “实际投入” in “What was the real input?”",
        "“actual input”, as glossary.yml says", _TERM),
    "a term with an explanation is rendered in another way": Slip(
        ONE, "Projects on the list", "Projects on the register",
        "6  paragraphs[0].en", "no rendering of “名单” in “Projects on the register",
        "“list (of those selected)”, as glossary.yml says", _TERM),
    "a department has another name than in policy.yml": Slip(
        TWO, "Economy Bureau", "Trade Bureau",
        "6  paragraphs[0].en", "no rendering of “市经信局” in “(Responsible departments: Trade",
        "“Economy Bureau”, as policy.yml says", "use the name that policy.yml gives"),
    "a reading cites a term and renders it in another way": Slip(
        READINGS, "en: the department}", "en: “实际投入” (“real input”)}",
        "6  readings[0].options[0].en", "no rendering of “实际投入” in “real input”",
        "“actual input”, as glossary.yml says", _TERM),
    # the lists of exceptions only shrink
    "a further rendering is not needed": Slip(
        GLOSSARY, "    en: machine\n", "    en: machine\n    also: [engine]\n",
        "5  terms[0].also[0]", "“engine”, which no text needs",
        "renderings that a text uses instead of the term’s `en`", "take it out of the list"),
    "a second further rendering is not needed": Slip(
        GLOSSARY, "en: actual input\n",
        "en: the actual input\n    also: [actual input, input in fact]\n",
        "10  terms[1].also[1]", "“input in fact”, which no text needs",
        "renderings that a text uses instead of the term’s `en`", "take it out of the list"),
    "a deviation is not needed": Slip(
        DEVIATIONS, "deviations: []",
        "deviations:\n  - {check: figures, words: RMB 30 million, text: 机器,"
        " reason: {zh: 无, en: None}}",
        "4  deviations[0]", "“RMB 30 million” at “机器”, which no check finds at fault",
        "deviations that a text still has", "take the entry out"),
}  # fmt: skip


def write_instead(root: Path, slip: Slip) -> None:
    file = root / slip.file
    text = file.read_text("utf-8")
    assert slip.written in text, f"{slip.written!r} does not stand in {slip.file}"
    file.write_text(text.replace(slip.written, slip.instead), "utf-8")


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_in_the_translation_is_told(small: Path, faults: Read, slip: Slip) -> None:
    write_instead(small, slip)
    found = faults()
    assert any(
        f"{fault.line}  {fault.key}" == slip.at
        and fault.file == slip.file
        and fault.found.startswith(slip.found)
        and fault.allowed.startswith(slip.allowed)
        and fault.fix == slip.mend
        for fault in found
    ), "\n".join(map(str, found)) or "nothing was told"


def test_a_clerk_reads_what_is_wrong_in_four_lines(small: Path, faults: Read) -> None:
    write_instead(small, SLIPS["a ceiling has become the sum itself"])
    assert str(faults()[0]).splitlines() == [
        "2020-03-16/01.yml:6  paragraphs[0].en",
        "    found:   “RMB 30 million” as an exact figure",
        "    allowed: a ceiling, as in “最高3000万元补助”",
        "    fix:     write it with “up to”, “not more than”, “not exceeding” or “capped at”",
    ]


def test_slips_in_several_files_are_told_at_once(small: Path, faults: Read) -> None:
    names = ("a percentage is another", "a reward is called a subsidy", "the term is another")
    for name in names:
        write_instead(small, SLIPS[name])
    assert {fault.file for fault in faults()} == {ONE, TWO, HEAD}


def test_a_slip_in_the_shape_hides_no_slip_in_the_translation(small: Path, faults: Read) -> None:
    write_instead(small, SLIPS["a percentage is another"])
    file = small / ONE
    text = file.read_text("utf-8").replace("frequency: once-per-project", "frequency: sometimes")
    file.write_text(text, "utf-8")
    keys = {fault.key for fault in faults()}
    assert {"paragraphs[0].en", "awards[0].frequency"} <= keys


REWORDINGS = [
    (ONE, "not more than 20%", "at most 20%"),
    (ONE, "not more than 20%", "no more than 20 per cent"),
    (ONE, "of not more than 20%", "not exceeding 20%"),
    (ONE, "capped at RMB 30 million", "up to RMB 30,000,000"),
    (ONE, "capped at RMB 30 million", "RMB 30 million at most"),
    (ONE, "capped at RMB 30 million", "with a ceiling of 30 million yuan"),
    (ONE, "capped at RMB 30 million", "to a maximum of ¥30 million"),
    (ONE, "more than RMB 2 million", "over RMB 2 million"),
    (ONE, "with an input of more than RMB 2 million", "whose input exceeds RMB 2 million"),
    (ONE, "paid in two stages", "which is paid out in 2 stages"),
    (ONE, "two stages of 30% and 70%", "two stages, 30% and 70%"),
    (ONE, "receive a subsidy of", "are given subsidies of"),
    (ONE, "receive a subsidy of", "are subsidised with"),
    (TWO, "not more than 5", "up to five"),
    (TWO, "receive a reward of", "are given rewards of"),
    (TWO, "a national or provincial title", "a national-level or provincial-level title"),
    (TWO, "for each enterprise not more than 5", "with not more than 5 for each enterprise"),
    (HEAD, "valid for three years", "valid for 3 years"),
]


def test_a_nought_in_letters_may_stand_where_the_chinese_has_one(small: Path, faults: Read) -> None:
    replace(small, ONE, "en: Support new machines}", "en: Support new near-zero-carbon machines}")
    assert any("zero" in fault.part("found", "en") for fault in faults())
    replace(small, ONE, "title: {zh: 支持新机器", "title: {zh: 支持新近零碳机器")
    assert not any("zero" in fault.part("found", "en") for fault in faults())


def test_a_translation_that_is_not_begun_is_told_once(small: Path, faults: Read) -> None:
    text = (small / TWO).read_text("utf-8")
    start = text.index('"2. Reward good machines')
    replace(small, TWO, text[start : text.index("\n", start)], "2. TODO")
    told = [fault for fault in faults() if fault.key == "paragraphs[0].en"]
    assert [fault.code for fault in told] == ["unfinished"]


@pytest.mark.parametrize(("file", "written", "instead"), REWORDINGS)
def test_the_same_in_other_words_is_no_fault(
    small: Path, faults: Read, file: str, written: str, instead: str
) -> None:
    write_instead(small, Slip(file, written, instead, "", "", "", ""))
    assert faults() == []


def test_a_deviation_with_its_reason_excuses_one_fault_and_no_other(
    small: Path, faults: Read
) -> None:
    write_instead(small, SLIPS["a sum has lost a nought"])
    write_instead(small, SLIPS["two shares have changed places"])
    (small / DEVIATIONS).write_text(
        "deviations:\n"
        "  - check: figures\n"
        "    words: RMB 3 million\n"
        "    text: 最高3000万元\n"
        "    reason: {zh: 为试验而写, en: Written for the test}\n",
        "utf-8",
    )
    assert {fault.found for fault in faults()} == {"the order 20%, 70%, 30%"}


def test_a_deviation_needs_its_reason_in_both_languages(small: Path, faults: Read) -> None:
    (small / DEVIATIONS).write_text(
        "deviations:\n  - {check: figures, words: a, text: b, reason: {zh: 无}}\n", "utf-8"
    )
    assert "deviations[0].reason.en" in {fault.key for fault in faults()}


def test_a_further_rendering_of_a_term_is_accepted_where_it_stands(
    small: Path, faults: Read
) -> None:
    write_instead(small, SLIPS["a term is rendered in another way"])
    file = small / GLOSSARY
    text = file.read_text("utf-8")
    file.write_text(text.replace("en: machine\n", "en: machine\n    also: [device]\n"), "utf-8")
    assert faults() == []


def test_the_words_around_a_figure_cut_no_other_figure(small: Path, faults: Read) -> None:
    for old, new in (
        ("最高3000万元补助", "原最高1650万元应为最高3000万元补助"),
        ("capped at RMB 30 million", "RMB 16.5 million should read RMB 30 million"),
    ):
        replace(small, ONE, old, new)
    assert any("as in “1650万元应为最高3000万元补助" in fault.allowed for fault in faults())


ALIKE = {
    "items of a list in both languages": (
        "（一）给予20万元奖励；（二）给予10万元奖励；（三）不再奖励。",
        "(1) RMB 200,000 is awarded; (2) RMB 100,000 is awarded; (3) nothing more is awarded.",
    ),
    "items with other marks": (
        "给予奖励：（1）国家级；（2）省级。",
        "A reward for: (i) the national level; (ii) the provincial level.",
    ),
    "items counted off": (
        "一是给予20万元奖励；二是给予10万元奖励，三是不奖励。",
        "First, RMB 200,000 is awarded; second, RMB 100,000 is awarded; third, nothing is.",
    ),
    "items counted off, in English with figures": (
        "一是给予20万元奖励；二是给予10万元奖励。",
        "(1) RMB 200,000 is awarded; (2) RMB 100,000 is awarded.",
    ),
    "the mark of a name to be written": (
        "支持发展。（责任部门：市绿色发展中心）",
        "Support. (Responsible department: TODO-new-department-12)",
    ),
}


@pytest.mark.parametrize(("zh", "en"), ALIKE.values(), ids=ALIKE)
def test_what_counts_items_or_marks_a_place_is_no_figure(zh: str, en: str) -> None:
    told = findings(TranslationPair(zh, en), None)
    assert [one.words for one in told if one.check in ("figures", "order", "ceiling")] == []


@pytest.mark.parametrize(
    ("zh", "written"), [("自2021年起", "2021"), ("补助1500家", "1,500"), ("满3000人", "3,000")]
)
def test_a_year_is_asked_for_without_a_separator(zh: str, written: str) -> None:
    told = [dict(one.values) for one in findings(TranslationPair(zh, "Support is given."), None)]
    assert [values["english"] for values in told if "english" in values] == [written]
