"""Whole texts: what is only layout is nothing, clauses keep their identity, parts are found."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauses.revision.change import Place
from clauses.revision.comparison import Comparison, compare
from clauses.revision.differences import ROOT
from clauses.revision.document import ClauseText, WholeText, of_edition, parse
from clauses.revision.healing import heal
from clauses.revision.provisions import Provision
from clauses.revision.report import report
from tests.clauses.revision.texts import (
    CLAUSES,
    CLOSING,
    SECOND,
    TITLE,
    default,
    numbered,
    paragraphs,
    wrapped,
    written,
)
from tests.policy import compiled

FORM = (
    "000001\n机密★1年\n特急\n某市人民政府文件\n签发人：某某\n\n",
    "\n（此件公开发布）\n公开方式：主动公开\n附件：1.申报表\n2.专项资金目录，最高500万元\n",
    "\n主题词：工业　政策　意见\n抄送：市委各部门，市人大常委会、\n市政协办公厅，各人民团体。\n"
    "某市人民政府办公室秘书处　　2021年1月15日印发\n（共印300份）\n— 8 —\n",
    "\n抄送：市委各部门\n某市人民政府办公室\n2021 年 1 月 15 日印发\n统一编号：ZJBC01-2021-0001\n",
)
"""What an official document has above and below its text."""
CHINESE = "零一二三四五六七八九十"


def read(text: str) -> WholeText:
    return parse(heal(text))


def keyed(text: WholeText) -> WholeText:
    """The text of an edition: its clauses have keys."""
    return replace(text, clauses=tuple(replace(one, key=f"k{one.number}") for one in text.clauses))


OLD = keyed(read(written(paragraphs())))


def compared(text: str) -> Comparison:
    return compare(OLD, read(text))


def kinds(comparison: Comparison) -> list[str]:
    return [one.change.kind for one in comparison.changes]


def fates(comparison: Comparison) -> dict[tuple[str | None, int | None], str]:
    """The fate of each clause by its old key and its new number, without those that stay."""
    told = report(comparison, "old", "new", {})
    return {
        (one["key"], one["new"]): one["fate"]
        for one in told["clauses"]
        if one["fate"] != "same" or one["old"] != one["new"]
    }


def test_a_text_is_parted_into_its_pieces() -> None:
    assert [clause.number for clause in OLD.clauses] == list(range(1, 9))
    assert [len(clause.paragraphs) for clause in OLD.clauses] == [1, 2, 1, 1, 1, 1, 1, 1]
    assert OLD.clauses[0].title == "支持企业加大产业投资"
    assert len(OLD.chapters) == 2
    assert OLD.closing == CLOSING
    assert OLD.head == ("某市推进制造业高质量发展的实施意见", "（征求意见稿）")


FULL_WIDTH = str.maketrans("0123456789%", "０１２３４５６７８９％")
HALF_WIDTH = str.maketrans("（），：；", "(),:;")
LAYOUTS: dict[str, Callable[[Sequence[str]], str]] = {
    "as it is": written,
    "a line each": "\n".join,
    "cut by lines and pages": wrapped,
    "cut by narrow lines": lambda parts: wrapped(parts, 25, 12),
    "with the title on each page": lambda parts: wrapped(parts, 25, 8, f"{TITLE}\n— {{}} —\n"),
    "with a gazette and its page": lambda parts: wrapped(parts, 25, 8, "\f某市公报　第{}页　共9页"),
    "with heads only": lambda parts: wrapped(parts, 25, 8, TITLE),
    "with left and right pages": lambda parts: wrapped(parts, 25, 3, "{}\n\f某市公报").replace(
        "2\n\f某市公报", "2\n\f某市政府办公厅　编"
    ),
    "Windows": lambda parts: written(parts).replace("\n", "\r\n"),
    "figures of full width": lambda parts: written(parts).translate(FULL_WIDTH),
    "punctuation of half width": lambda parts: written(parts).translate(HALF_WIDTH),
    "blanks": lambda parts: written(parts).replace("市级", " 市级 ").replace("万元", " 万元"),
    "indented": lambda parts: "\n".join(f"\u3000\u3000{part}" for part in parts),
    "page breaks": lambda parts: written(parts).replace("给予", "给\f予"),
    "articles": lambda parts: written(
        numbered(parts, lambda number: f"第{CHINESE[number]}条\u3000")
    ),
    "straight quotes": lambda parts: written(parts).replace("“", '"').replace("”", '"'),
    "headings without commas": lambda parts: written(
        [one if one.endswith("。") or len(one) > 40 else one.replace("，", "　") for one in parts]
    ),
    "a line for each sentence": lambda parts: written(parts).replace("。对", "。\n\n对"),
    "closing rules as articles": lambda parts: written(
        [*parts[: -len(CLOSING)], "附则", *(f"{n}、{one}" for n, one in enumerate(CLOSING, 9))]
    ),
    "an official document": lambda parts: FORM[0] + written(parts) + FORM[2],
    "one with annexes": lambda parts: written(parts) + FORM[1] + FORM[2],
    "one with the printer in two lines": lambda parts: written(parts) + FORM[3],
    "zero-width": lambda parts: written(parts).replace("补助", "补\u200b助"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout_is_no_change(layout: str) -> None:
    found = compared(LAYOUTS[layout](paragraphs()))
    assert found.changes == []
    assert fates(found) == {}
    assert found.asked == 0


def test_a_page_break_within_a_sum_is_healed() -> None:
    text = written(paragraphs()).replace("最高1000万元", "最高1000万\n\n— 3 —\n\n元")
    assert compared(text).changes == []


WITHIN = {
    "like a closing rule": "同一企业已获得上一级奖励的，按照从高、不重复的原则给予差额奖励。",
    "like one, with a department": "以上政策由有关部门解释。（责任部门：市经信局）",
    "the term of a rule": "以上政策自2021年起实施。",
    "a definition": "本办法所称创新中心，由市经信局解释认定。",
    "another clause as its subject": "第二条所称创新中心，是指经认定的中心。",
    "items with circled numbers": "①国家级给予最高10万元奖励。\n\n②省级给予最高5万元奖励。",
    "items with numbers": "1.国家级给予最高10万元奖励。\n\n2.省级给予最高5万元奖励。",
    "items in brackets": "（1）国家级给予最高10万元奖励；\n\n（2）省级给予最高5万元奖励。",
    "two lists": "1.甲类。\n\n2.乙类。\n\n1.丙类。\n\n2.丁类。",
    "a terminal": "推进5G、手机终端建设，给予最高50万元补助。（责任部门：市经信局）",
    "whom to speak to": "建立重点企业联系人制度。",
}
"""What is no clause, no closing rule, no footnote and no line to be left out."""


@pytest.mark.parametrize("articles", [False, True], ids=["numbers", "articles"])
@pytest.mark.parametrize("said", WITHIN.values(), ids=list(WITHIN))
def test_a_paragraph_of_a_clause_stays_in_it(said: str, articles: bool) -> None:
    found = paragraphs()
    if articles:
        found = numbered(found, lambda number: f"第{CHINESE[number]}条\u3000")
    at = next(n for n, words in enumerate(found) if words.startswith(("4、", "第四条")))
    text = read(written([*found[:at], said, *found[at:]]))
    assert [one.number for one in text.clauses] == list(range(1, 9))
    # less the numbers of items
    assert len("".join(text.clauses[2].paragraphs[1:])) >= len(re.sub(r"[\s0-9.（）①②]", "", said))
    assert (text.closing, text.footnotes, text.doubts) == (CLOSING, (), ())


@pytest.mark.parametrize(
    "line",
    [
        "联系人：王某",
        "（联系人：王某，电话：123456）",
        "联系人 王某",
        "电话 0574-1234567 王某",
        "手机号码：12345 王某",
    ],
)
def test_a_line_with_a_person_is_left_out_wherever_it_is(line: str) -> None:
    healed = heal(written([*paragraphs()[:5], line, *paragraphs()[5:]]))
    assert len(healed.personal) == 1
    assert "王某" not in "".join(healed.paragraphs)


def test_a_footnote_in_the_middle_of_a_sentence_is_set_apart() -> None:
    text = written(paragraphs()).replace("实际投入给予", "实际投入\n\n¹ 前沿产业包括5G等\n\n给予")
    found = read(text)
    assert found.footnotes == ("¹前沿产业包括5G等",)
    assert read(text.replace("¹ 前沿", "注：① 前沿")).footnotes == found.footnotes
    assert found.clauses == tuple(replace(one, key="") for one in OLD.clauses)
    other = read(text.replace("¹ 前沿", "注：1. 前沿"))
    assert compare(found, other).changes == []


def test_names_and_numbers_of_persons_are_left_out() -> None:
    line = "（联系人：某某，联系电话：0000-00000000）"
    letter = ["某市办公室", "各单位：", "请于3月17日前书面反馈我办。", line, "附件"]
    healed = heal(written([*letter, *paragraphs()]))
    assert len(healed.personal) == 1
    assert "某某" not in "".join(healed.paragraphs)
    assert parse(healed).letter == tuple(letter[:3])


def test_until_when_a_letter_asks_is_told_in_words_where_it_names_no_day() -> None:
    lines = [
        "某市办公室",
        "各单位：",
        "一、请于3月17日下班前书面反馈我办。",
        "2020年3月1日",
        "附件",
    ]
    old = written([*lines, *paragraphs()])
    new = old.replace("3月17日下班前", "收到本函之日起5个工作日内")
    (change,) = report(compare(read(old), read(new)), "old", "new", {})["changes"]
    assert (change["kind"], change["new"]) == ("deadline", "收到本函之日起5个工作日内")
    assert (change["old_value"], change["new_value"]) == ("2020-03-17", None)


def test_a_dropped_clause_renumbers_the_others_and_changes_none() -> None:
    found = compared(written(paragraphs([default()[0], *default()[2:]])))
    dropped = [key for (key, _), fate in fates(found).items() if fate == "dropped"]
    assert dropped == ["k2"]
    assert kinds(found) == ["text-dropped"]
    assert found.asked == 0


def test_exchanged_sentences_and_paragraphs_are_told_as_moved() -> None:
    """Of two that changed places, one is told."""
    clause = "支持甲行业发展。{}{}（责任部门：市经信局）"
    first, second = "对新建的示范园区，优先安排用地。", "鼓励企业与高校共建实验室。"
    old = keyed(read(written(paragraphs([clause.format(first, second), *default()]))))
    exchanged = clause.format(second, first)
    apart = (clause.format(second, ""), first)
    for new in (exchanged, apart):
        found = compare(old, read(written(paragraphs([new, *default()]))))
        (change,) = found.changes
        assert (change.change.kind, change.change.substance) == ("layout", False)
        assert change.change.old == change.change.new in (first, second)
        assert fates(found)["k1", 1] == "wording"


def test_a_new_clause_is_new() -> None:
    new = (
        "支持企业技术改造。对列入市级技改项目的，市级财政按照设备投入给予不超过10%、最高500万元补助。"
        "（责任部门：市经信局）"
    )
    found = compared(written(paragraphs([*default()[:2], new, *default()[2:]])))
    assert fates(found)[None, 3] == "new"
    assert kinds(found) == ["text-added"]


def test_moved_clauses_are_the_same() -> None:
    order = [default()[n] for n in (3, 0, 1, 2, 7, 6, 5, 4)]
    found = compared(written(paragraphs(order)))
    assert found.changes == []
    assert set(fates(found).values()) == {"same"}


def test_a_merged_clause_keeps_both_origins() -> None:
    first = CLAUSES[4].replace("（责任部门：市经信局）", "")
    merged = first + CLAUSES[5].removeprefix("培育产业集群促进机构。")
    found = compared(written(paragraphs([*default()[:4], merged, *default()[6:]])))
    assert {key: fate for (key, _), fate in fates(found).items() if fate == "merged"} == {
        "k5": "merged",
        "k6": "merged",
    }
    assert not any(one.change.substance for one in found.changes)
    assert found.asked == 0


def test_clauses_of_a_sentence_each_may_be_merged_into_one_sentence() -> None:
    first, second = "支持企业争创市政府质量奖", "支持企业主持、参与制（修）订“浙江制造”标准"
    ending = "。（责任部门：市市场监管局）"
    old = read(written(paragraphs([*default(), first + ending, second + ending])))
    found = compare(old, read(written(paragraphs([*default(), f"{first}，{second}{ending}"]))))
    assert {one.fate for one in found.clauses} == {"same", "merged"}
    assert not any(one.change.substance for one in found.changes)


@pytest.mark.parametrize("number", ["（{}）", "第{}章 ", "第{}部分：", "{}. ", ""])
def test_however_chapters_are_numbered_they_are_the_same(number: str) -> None:
    text = written(paragraphs())
    for numeral in "一二":
        assert f"{numeral}、" in text
        text = text.replace(f"\n{numeral}、", "\n" + number.format(numeral))
    assert compared(text).changes == []


def test_a_split_clause_keeps_its_origin() -> None:
    before, after = CLAUSES[2].split("对本市工业", 1)
    parts = [before + "（责任部门：市经信局）", "奖励企业核心团队。对本市工业" + after]
    found = compared(written(paragraphs([*default()[:2], *parts, *default()[3:]])))
    assert fates(found)["k3", 3] == fates(found)["k3", 4] == "split"
    assert not any(one.change.substance for one in found.changes)


def test_a_moved_paragraph_is_no_change_of_substance() -> None:
    clauses = [default()[0], CLAUSES[1], (CLAUSES[2], SECOND), *default()[3:]]
    found = compared(written(paragraphs(clauses)))
    assert kinds(found) == ["layout"]
    (moved,) = found.changes
    assert moved.old is not None and moved.new is not None
    assert (moved.old.clause, moved.new.clause) == (1, 2)


def test_a_renumbered_and_changed_clause_is_compared_with_its_origin() -> None:
    changed = CLAUSES[3].replace("最高50万元", "最高60万元")
    found = compared(written(paragraphs([changed, *default()[:3], *default()[4:]])))
    (change,) = report(found, "old", "new", {})["changes"]
    assert (change["key"], change["old_clause"], change["new_clause"]) == ("k4", 4, 1)
    assert (change["old_value"], change["new_value"]) == ("500000", "600000")
    assert change["kind"] == "ceiling" and change["substance"]


@pytest.mark.parametrize(
    ("old", "new", "part", "expected"),
    [
        ("（征求意见稿）\n\n", "", "head", "status"),
        ("有效期3年", "有效期5年", "closing", "validity"),
        (
            "有效期3年，自2020年起实施",
            "自公布之日起施行，有效期至2026年12月31日",
            "closing",
            "validity",
        ),
        ("自2020年起实施", "自公布之日起施行", "closing", "validity"),
        ("有效期3年，自2020年起实施", "自2020年起实施，有效期三年", "closing", "wording"),
        ("自2020年起实施，具体由", "自2020年起施行。由", "closing", "wording"),
        ("市经信局、市财政局负责解释", "市经信局负责解释", "closing", "department"),
        ("由市经信局、市财政局负责解释", "解释工作由市经信局、市财政局负责", "closing", "wording"),
        ("市经信局、市财政局负责解释", "市经信局会同市财政局负责解释", "closing", "wording"),
        ("负责解释", "负责解释，以前的意见同时废止", "closing", "text-added"),
        ("同一项目（产品、平台）", "同一企业", "closing", "beneficiary"),
        ("高能级产业体系", "高水平产业体系", "chapter", "title"),
    ],
)  # fmt: skip
def test_what_stands_outside_the_clauses_counts_too(
    old: str, new: str, part: str, expected: str
) -> None:
    text = written(paragraphs())
    assert text.count(old) == 1
    changes = compared(text.replace(old, new)).changes
    assert {(one.part, one.change.kind) for one in changes} == {(part, expected)}


def test_the_status_that_a_head_tells_is_a_value() -> None:
    text = written(paragraphs()).replace(
        "（征求意见稿）", "某市人民政府办公厅文件\n\n某政办发〔2020〕7号"
    )
    (change,) = report(compared(text), "old", "new", {})["changes"]
    assert (change["kind"], change["new"]) == ("status", "某政办发〔2020〕7号")
    assert (change["old_value"], change["new_value"]) == ("draft", "issued")


def test_a_clause_that_could_be_two_others_is_asked_about() -> None:
    twins = tuple(
        ClauseText(n, (f"支持企业{what}。对{what}企业，市级财政给予最高{n}0万元奖励。",), f"k{n}")
        for n, what in enumerate(("创建品牌", "质量提升"), 1)
    )  # fmt: skip
    new = ClauseText(1, ("支持企业发展。对企业，市级财政给予最高15万元奖励。",))
    assert compare(WholeText(clauses=twins), WholeText(clauses=(new,))).asked > 0


@given(st.permutations(range(8)), st.sets(st.integers(0, 7), max_size=3))
def test_any_order_with_any_clauses_left_out_is_paired_rightly(
    order: Sequence[int], left_out: set[int]
) -> None:
    kept = [n for n in order if n not in left_out]
    found = compared(written(paragraphs([default()[n] for n in kept])))
    pairs = {one.pair.old: one.pair.new for one in found.clauses}
    assert pairs == {n: (kept.index(n) if n in kept else None) for n in range(8)}
    assert set(kinds(found)) <= {"text-dropped"}


def test_the_report_is_json_of_the_given_form() -> None:
    text = written(paragraphs()).replace("不超过20%", "不超过15%")
    quote = CLAUSES[0].partition("。")[2].partition("，并按")[0]
    provisions = {1: [Provision("01-invest", quote)]}
    told: dict[str, Any] = report(compared(text), "2020-03-16", "2021-01-01", provisions)
    assert told["totals"] == {"substance": 1, "wording": 0, "layout": 0, "asked": 0}
    assert told["clauses"][0] == {"key": "k1", "old": 1, "new": 1, "fate": "changed", "sure": True}
    assert told["changes"] == [
        {
            "key": "k1", "old_clause": 1, "new_clause": 1, "old_paragraph": 1, "new_paragraph": 1,
            "award": "01-invest", "kind": "rate", "substance": True, "old": "不超过20%",
            "new": "不超过15%", "old_value": "0.2", "new_value": "0.15", "sure": True,
        }
    ]  # fmt: skip


def test_many_figures_changed_at_random_are_all_found_and_nothing_else() -> None:
    chance = random.Random(15)
    text = written(paragraphs())
    for _ in range(60):
        figure = chance.choice(["3000万元", "1000万元", "50亿元", "25%", "80万元", "500强"])
        other = f"{chance.randint(2, 90)}{figure.lstrip('0123456789')}"
        changes = compared(text.replace(figure, other, 1)).changes
        expected = 0 if other == figure else 1
        assert [one.change.substance for one in changes] == [True] * expected, (figure, other)


def test_the_published_source_is_the_edition() -> None:
    """The text as it came, with its page breaks and widths, is read as the clause files have it."""
    policy = compiled()
    edition = of_edition(policy)
    source = read((ROOT / policy.edition.edition / "source.txt").read_text(encoding="utf-8"))
    assert compare(edition, source).changes == []


def test_a_title_that_became_a_sentence_is_told_where_it_stands() -> None:
    clauses = default()
    first = "对试点给予最高80万元补助。对中心给予最高90万元补助。"
    second = "支持企业发展。对平台给予最高50万元补助。"
    clauses[6] = (f"支持企业发展。{first}", second)
    old = read(written(paragraphs(clauses)))
    clauses[6] = (f"培育企业。支持企业发展。{first}", second)
    found = compare(old, read(written(paragraphs(clauses)))).changes
    assert [(one.change.kind, one.new) for one in found] == [
        ("title", Place(6, 1)),
        ("wording", Place(6, 1)),
    ]
