"""Each kind of fault, made on purpose, is told by file, line and key with what is allowed."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from clauses import Fault, FaultyPolicy, read_policy


class Slip(NamedTuple):
    """What a clerk did wrong, and what they are told."""

    file: str
    written: str
    """The words of the small edition …"""
    instead: str
    """… and what stands in their place."""
    at: str
    """Line and key of the fault, `file:line  key` without the file."""
    found: str
    allowed: str


ONE, TWO, HEAD = "2020-03-16/01.yml", "2020-03-16/02.yml", "2020-03-16/policy.yml"

SLIPS = {
    # the file itself
    "a bracket is left open": Slip(
        ONE, "{code: enterprise, zh: 企业, en: enterprise}", "{code: enterprise, zh: 企业",
        "15  (whole file)", "a bracket { that is not closed", "add the closing bracket"),
    "a key stands twice": Slip(
        ONE, "    kind: subsidy\n", "    kind: subsidy\n    kind: reward\n",
        "13  (whole file)", "found duplicate key", "keep one of the two"),
    "a line is not set in as its neighbours": Slip(
        ONE, "    kind: subsidy\n", "   kind: subsidy\n",
        "12  (whole file)", "at “kind: subsidy”", "as far as the others of its entry"),
    "a line is set in with a tab": Slip(
        ONE, "    kind: subsidy\n", "\tkind: subsidy\n",
        "12  (whole file)", "a blank of another kind (Tab)", "ordinary blanks"),
    "a colon is full-width": Slip(
        ONE, "    kind: subsidy\n", "    kind：subsidy\n",
        "12  (whole file)", "“kind：subsidy”", "a half-width colon and a blank"),
    # the shape
    "a key is misspelt": Slip(
        ONE, "wording: ceiling", "wordng: ceiling",
        "13  awards[0].wordng", "ceiling", "no key of this name here"),
    "a key is missing": Slip(
        ONE, "    wording: ceiling\n", "",
        "9  awards[0].wording", "no such key", "a value for it"),
    "a word is none of the listed ones": Slip(
        ONE, "wording: ceiling", "wording: maximum",
        "13  awards[0].wording", "“maximum”", "exact, ceiling, reference, floor"),
    "a text is empty": Slip(
        ONE, "en: Support new machines}", 'en: ""}',
        "3  title.en", "“”", "a text that is not empty"),
    "a text is left blank": Slip(
        ONE, "en: Support new machines}", "en: }",
        "3  title.en", "nothing", "a text"),
    "a sum is a plain number": Slip(
        ONE, "at_most: 最高3000万元", "at_most: 30000000",
        "36  awards[0].sum.at_most", "30000000", "a text, a figure in the policy’s words"),
    "a list is a single word": Slip(
        ONE, "departments: [economy]", "departments: economy",
        "7  paragraphs[0].departments", "“economy”", "a list, like [a, b]"),
    "one language is missing": Slip(
        ONE, ", en: Subsidy for new machines}", "}",
        "11  awards[0].name.en", "no such key", "a value for it"),
    "the keys stand in another order": Slip(
        ONE, "    kind: subsidy\n    wording: ceiling\n",
        "    wording: ceiling\n    kind: subsidy\n",
        "12  awards[0].wording", "wording, kind", "kind, wording"),
    "a condition has two tests": Slip(
        ONE, "        is: true\n", "        is: true\n        compares: 超过200万元\n",
        "29  awards[0].when[0]", "the keys fact, is, compares",
        "exactly one of `is`, `in`, `compares`"),
    # the figures
    "a figure is in Arabic thousands": Slip(
        ONE, "at_most: 最高3000万元", "at_most: '30,000,000元'",
        "36  awards[0].sum.at_most", "“30,000,000元”", "a figure in the policy’s notation"),
    "a sum stands where a share belongs": Slip(
        ONE, "share: 30%", "share: 30万元",
        "40  awards[0].stages[0].share", "“30万元”", "a percentage, like 不超过20%"),
    "a figure is not that of the text": Slip(
        ONE, "at_most: 最高3000万元", "at_most: 最高2000万元",
        "36  awards[0].sum.at_most", "“最高2000万元”", "words of its quotation, to the letter"),
    "a stage has a share that the text does not give": Slip(
        ONE, "share: 30%", "share: 40%",
        "40  awards[0].stages[0].share", "“40%”", "words of its quotation, to the letter"),
    # the words
    "a quote is not in its paragraph": Slip(
        ONE, "      zh: 按照实际投入给予", "      zh: 按实际投入给予",
        "17  awards[0].quote.zh", "“按实际投入给予", "words of paragraph 1, to the letter"),
    "the English quote is not in the translation": Slip(
        ONE, "      en: receive a subsidy", "      en: receives a subsidy",
        "18  awards[0].quote.en", "“receives a subsidy", "words of paragraph 1, to the letter"),
    "a condition rests on words that are not there": Slip(
        ONE, "words: {zh: 列入名单,", "words: {zh: 列入清单,",
        "31  awards[0].when[0].words.zh", "“列入清单”", "words of paragraph 1, to the letter"),
    "a paragraph is named that the clause does not have": Slip(
        TWO, "    paragraph: 2\n", "    paragraph: 3\n",
        "40  lines[0].paragraph", "3", "1 to 2"),
    "the title is not that of the text": Slip(
        ONE, "title: {zh: 支持新机器,", "title: {zh: 支持旧机器,",
        "3  title.zh", "“支持旧机器”", "the opening words of the first paragraph"),
    "the text does not begin with its number": Slip(
        ONE, 'en: "1. Support', 'en: "Clause 1. Support',
        "6  paragraphs[0].en", "“Clause 1. Su…”", "a text that begins with “1. ”"),
    "a paragraph is marked as pending in the text only": Slip(
        TWO, "    status: pending\n", "",
        "8  paragraphs[1]", "no status", "exactly where the text has （补充核心政策条款）"),
    # the references
    "an award asks for a fact that it does not have": Slip(
        ONE, "of: actual_input,", "of: total_input,",
        "36  awards[0].sum.of", "“total_input”", "a fact of this award: listed, actual_input"),
    "an award limits another that is not there": Slip(
        TWO, "awards: [02-title]", "awards: [02-titel]",
        "31  awards[0].limit", "“02-titel”", "the id of an award with a sum"),
    "an award has the number of another clause": Slip(
        TWO, "id: 02-export", "id: 03-export",
        "39  lines[0].id", "“03-export”", "an id that begins with 02-"),
    "two awards have one id": Slip(
        TWO, "id: 02-export", "id: 02-title",
        "39  lines[0].id", f"“02-title”, which stands already at {TWO}:13", "each award id once"),
    "two clauses have one key": Slip(
        TWO, "key: good-machines", "key: new-machines",
        "2  key", f"“new-machines”, which stands already at {ONE}:2", "each clause key once"),
    "a department is not in the list": Slip(
        ONE, "departments: [economy]", "departments: [economics]",
        "7  paragraphs[0].departments[0]", "“economics”", "economy, science"),
    "a paragraph lists another department than its text names": Slip(
        ONE, "departments: [economy]", "departments: [science]",
        "7  paragraphs[0].departments", "science", "[economy] for “市经信局”"),
    "the departments stand in another order than in the text": Slip(
        TWO, "departments: [economy, science]", "departments: [science, economy]",
        "7  paragraphs[0].departments", "science, economy", "[economy, science]"),
    "a paragraph lists a department and names none": Slip(
        TWO, "    departments: []\n", "    departments: [economy]\n",
        "10  paragraphs[1].departments", "economy", "the text makes none responsible"),
    "the text makes a department responsible that is not in the list": Slip(
        TWO, "市经信局、市科技局）", "市经信局、市科技局（市知识产权局））",
        "5  paragraphs[0].zh", "“市科技局（市知识产权局）” is named as responsible",
        "a department of policy.yml: 市经信局, 市科技局"),
    "a fact is asked that nothing uses": Slip(
        ONE, "      - name: actual_input\n", "      - name: owner\n        type: yes-no\n"
        "        label: {zh: 业主, en: owner}\n"
        "        ask: {zh: 是否业主？, en: Are you the owner?}\n"
        "      - name: actual_input\n",
        "24  awards[0].facts[1]", "“owner”, which is asked and decides nothing",
        "facts that a condition, the sum or the subject uses"),
    "one instalment has a share and another has none": Slip(
        ONE, "        name: {zh: 第一阶段, en: first stage}\n        share: 30%\n",
        "        name: {zh: 第一阶段, en: first stage}\n",
        "38  awards[0].stages[0]", "“第一阶段” without a share", "a share for each instalment"),
    "an award is added to itself": Slip(
        ONE, "    frequency:", "    adds_to: [01-machine]\n    frequency:",
        "44  awards[0].adds_to", "“01-machine”, which leads back to this award",
        "another award, which is not added to this one itself"),
    "an award excludes one that does not exclude it": Slip(
        ONE, "    frequency:", "    excludes: [02-title]\n    frequency:",
        "44  awards[0].excludes", "“02-title”, which does not exclude 01-machine",
        "another award that excludes this one too"),
    "what comes later is named where it may come again": Slip(
        ONE, "    frequency:", "    further: 02-title\n    frequency:",
        "44  awards[0].further", "“02-title”", "where `frequency` is once"),
    "titles are told apart by a fact that is not asked": Slip(
        ONE, "    frequency:", "    title_by: form\n    frequency:",
        "44  awards[0].title_by", "“form”", "a fact of this award: listed, actual_input"),
    "a reading is not in the ledger": Slip(
        ONE, "readings: [A01]", "readings: [A09]",
        "45  awards[0].readings[0]", "“A09”", "a reading of readings.yml"),
    "a reading recommends an option that it does not have": Slip(
        "readings.yml", "recommended: 1\n", "recommended: 3\n",
        "8  readings[0].recommended", "3", "1 to 2"),
    "the reading that is used is computed as another": Slip(
        "readings.yml", "option: 2", "option: 1",
        "12  readings[0].computed[0].option", "1", "each once: 2"),
    "another reading names an award that is not there": Slip(
        "readings.yml", "awards: [01-machine]", "awards: [01-engine]",
        "13  readings[0].computed[0].awards[0]", "“01-engine”", "the id of an award with a sum"),
    "another reading drops a fact that is not asked": Slip(
        "readings.yml", "without: listed", "without: selected",
        "14  readings[0].computed[0].without", "“selected”", "a fact of 01-machine: listed"),
    "another reading sets nothing otherwise": Slip(
        "readings.yml", "        without: listed\n", "",
        "12  readings[0].computed[0]", "the keys option, awards", "at least one thing"),
    "the number is not that of the file": Slip(
        ONE, "number: 1", "number: 7",
        "1  number", "7", "the number in the file’s name"),
    "a chapter lists a clause that has no file": Slip(
        HEAD, "clauses: [1, 2]", "clauses: [1, 2, 3]",
        "24  chapters[0].clauses", "clause 3, which has no file", "have a file: 1, 2"),
    "a clause is in no chapter": Slip(
        HEAD, "clauses: [1, 2]", "clauses: [1]",
        "1  number", "2, in no chapter", "a clause that a chapter of policy.yml lists"),
    "a chapter lists its clauses out of order": Slip(
        HEAD, "clauses: [1, 2]", "clauses: [2, 1]",
        "19  chapters", "the clauses 2, 1", "each clause once, in rising order"),
}  # fmt: skip


def slip_in(root: Path, slip: Slip) -> None:
    file = root / slip.file
    text = file.read_text("utf-8")
    assert text.count(slip.written) >= 1, f"{slip.written!r} does not stand in {slip.file}"
    file.write_text(text.replace(slip.written, slip.instead, 1), "utf-8")


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_is_told_by_place_with_what_is_allowed(
    small: Path, faults: Callable[[], list[Fault]], slip: Slip
) -> None:
    slip_in(small, slip)
    told = [str(fault) for fault in faults()]
    assert any(
        f":{slip.at}\n" in text and slip.found in text and slip.allowed in text for text in told
    ), "\n".join(told) or "nothing was told"


def test_the_small_edition_itself_has_no_fault(faults: Callable[[], list[Fault]]) -> None:
    assert faults() == []


def test_a_fault_reads_as_four_lines(small: Path, faults: Callable[[], list[Fault]]) -> None:
    slip_in(small, SLIPS["a figure is not that of the text"])
    (fault,) = faults()
    assert str(fault).splitlines() == [
        "2020-03-16/01.yml:36  awards[0].sum.at_most",
        "    found:   “最高2000万元”",
        "    allowed: words of its quotation, to the letter; its figures: "
        "“不超过20%”, “最高3000万元”, “两个”, “30%”, “70%”",
        "    fix:     write the figure as the text does",
    ]


def test_all_faults_are_told_at_once_in_the_order_of_the_files(small: Path) -> None:
    for name in ("a department is not in the list", "an award limits another that is not there"):
        slip_in(small, SLIPS[name])
    with pytest.raises(FaultyPolicy) as caught:
        read_policy(small)
    assert [fault.file for fault in caught.value.faults] == [ONE, TWO]
    assert str(caught.value).endswith("2 fault(s); nothing was built.")


def test_a_slip_in_the_shape_hides_no_other_slip_of_the_file(small: Path) -> None:
    slip_in(small, SLIPS["a department is not in the list"])
    file = small / ONE
    text = file.read_text("utf-8").replace("frequency: once-per-project", "frequency: sometimes")
    file.write_text(text, "utf-8")
    with pytest.raises(FaultyPolicy) as caught:
        read_policy(small)
    keys = [fault.key for fault in caught.value.faults]
    assert keys == ["paragraphs[0].departments[0]", "awards[0].frequency"]


def test_a_file_that_is_not_utf_8_is_told(small: Path, faults: Callable[[], list[Fault]]) -> None:
    file = small / ONE
    file.write_bytes(file.read_text("utf-8").encode("gb18030"))
    told = [str(fault) for fault in faults() if fault.file == ONE]
    assert "bytes that are not UTF-8" in told[0]
    assert "save the file in the encoding UTF-8" in told[0]


def test_an_empty_file_is_told(small: Path, faults: Callable[[], list[Fault]]) -> None:
    (small / TWO).write_text("", "utf-8")
    told = [fault for fault in faults() if fault.file == TWO]
    assert told[0].found == "nothing"


def test_a_missing_file_is_told(small: Path, faults: Callable[[], list[Fault]]) -> None:
    (small / "glossary.yml").unlink()
    told = [fault for fault in faults() if fault.file == "glossary.yml"]
    assert told[0].fix == "restore the file, for example from the history"


def test_an_edition_without_clauses_is_told(small: Path, faults: Callable[[], list[Fault]]) -> None:
    for file in (small / "2020-03-16").glob("[0-9][0-9].yml"):
        file.unlink()
    assert any(fault.found == "no clause files" for fault in faults())
