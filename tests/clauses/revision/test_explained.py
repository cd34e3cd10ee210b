"""A change of a rule that follows from other words, or from the day of publication: no dispute."""

import copy
from collections.abc import Callable
from typing import Any, get_args

import pytest

from clauses.document import PolicyDocument
from clauses.messages import catalogue
from clauses.model.award import Award, SubjectKind
from clauses.model.clause import Line
from clauses.revision.editions import edition_report
from clauses.revision.summary import summary
from docs.site.differences import Differences
from docs.site.language import LANGUAGES
from eligibility.mechanisms import MECHANISMS
from tests.editions.second import renumber
from tests.policy import compiled

Json = dict[str, Any]
Edit = Callable[[Json], None]
MARK = "（补充核心政策条款）"
PUBLISHED = "本政策自公布之日起施行，有效期至2026年12月31日"
BRACKETS = [{"from": "达到5000万元", "use": "最高不超过100万元"},
            {"from": "1亿元以上", "use": "200万元"}]  # fmt: skip


def edited(*edits: Edit, day: str = "2021-01-01") -> PolicyDocument:
    data = copy.deepcopy(dict(compiled().data))
    data["edition"]["edition"] = day
    for edit in edits:
        edit(data)
    return PolicyDocument.read(data)


def of(data: Json, id_: str) -> Json:
    found: Json = next(
        one for kind in ("awards", "lines") for one in data[kind] if one["id"] == id_
    )
    return found


def said(clause: Json, old: str, new: str) -> None:
    for paragraph in clause["paragraphs"]:
        paragraph["zh"] = paragraph["zh"].replace(old, new)


def without_marks(data: Json) -> None:
    for clause in data["clauses"]:
        said(clause, MARK, "")
        for paragraph in clause["paragraphs"]:
            paragraph["status"] = None
    for line in data["lines"]:
        line["pending"] = False
        if line["kind"] == "pending":
            line["kind"] = "unspecified"
            line["payee"] |= {"code": "enterprise", "zh": "企业", "stated": True}


def without_first_time(data: Json) -> None:
    award = of(data, "07-service-company-revenue")
    said(next(one for one in data["clauses"] if one["number"] == award["clause"]),
         "首次年度营业收入", "年度营业收入")  # fmt: skip
    award["quote"]["zh"] = award["quote"]["zh"].replace("首次", "")
    award["sum"] = {"mechanism": "composed"}
    award["written"]["sum"] = {"size": "revenue", "brackets": BRACKETS}
    award["frequency"] = "yearly"


def another_sum(data: Json) -> None:
    sums = of(data, "07-service-company-revenue")["written"]["sum"]
    sums["brackets"] = [BRACKETS[0], BRACKETS[1] | {"use": "300万元"}]


def published(day: str, first: str) -> Edit:
    def edit(data: Json) -> None:
        edition = data["edition"]
        edition["announced"] = day
        edition["validity"] |= {"from": first, "to": "2026-12-31"}
        edition["validity"]["words"] = edition["validity"]["words"] | {"zh": PUBLISHED}

    return edit


CASES = {
    "marks that are gone, of one rule or of several, with their payees": ([without_marks], 0),
    "the first time no longer counts": ([without_first_time], 0),
    "another sum beside it": ([without_first_time, another_sum], 2),
}


@pytest.mark.parametrize(("edits", "disputed"), CASES.values(), ids=CASES.keys())
def test_a_rule_follows_the_words_that_it_quotes(edits: list[Edit], disputed: int) -> None:
    report = edition_report(compiled(), edited(*edits))
    alone = [one for one in report["changes"] if one["disputed"]]
    assert len(alone) == disputed, alone
    # how often it is due now, and to whom, is reported beside the words that it follows
    told = {one["kind"] for one in report["changes"] if one["signals"] == ["rules"]}
    assert told & {"frequency", "payee"}


def moved_paragraph(data: Json) -> None:
    fourth, eighth = (one for one in data["clauses"] if one["number"] in (4, 8))
    eighth["paragraphs"].append(fourth["paragraphs"].pop())


def in_the_front(data: Json) -> None:
    """Give clause 8 the second place: what went to it has another number too."""
    clauses = data["clauses"]
    clauses.insert(1, clauses.pop(7))
    for chapter in data["edition"]["chapters"]:
        chapter["clauses"] = [n for n in chapter["clauses"] if n != 8]
    data["edition"]["chapters"][0]["clauses"].insert(1, 8)
    renumber(data)


def under_the_other_line(data: Json) -> None:
    """Say what moved in other words, under the departments of its new clause."""
    moved_paragraph(data)
    paragraph = next(one for one in data["clauses"] if one["number"] == 8)["paragraphs"][-1]
    paragraph["zh"] = "加快布局5G网络和加氢设施。（责任部门：市经信局）"
    paragraph["departments"] = ["economy"]


def without_a_line(data: Json) -> None:
    moved_paragraph(data)
    paragraph = next(one for one in data["clauses"] if one["number"] == 8)["paragraphs"][-1]
    paragraph["zh"] = paragraph["zh"].partition("（责任部门")[0]
    paragraph["departments"] = []


def another_in_front(data: Json) -> None:
    paragraph = next(one for one in data["clauses"] if one["number"] == 21)["paragraphs"][1]
    paragraph["zh"] = paragraph["zh"].replace("市政务办、市财政局", "市财政局、市政务办")
    paragraph["departments"].reverse()


def exchanged(data: Json) -> None:
    """Let two paragraphs of a clause exchange their departments: the clause names the same."""
    one, other = next(one for one in data["clauses"] if one["number"] == 22)["paragraphs"]
    one["zh"] = one["zh"].replace("市市场监管局", "市经信局")
    other["zh"] = other["zh"].replace("市经信局", "市市场监管局")
    one["departments"], other["departments"] = other["departments"], one["departments"]


def other_department(data: Json) -> None:
    for clause in data["clauses"]:
        if clause["number"] == 4:
            clause["paragraphs"][0]["departments"] = ["finance"]


DEPARTMENTS: list[tuple[list[Edit], int]] = [
    ([moved_paragraph], 0),
    ([moved_paragraph, in_the_front], 0),
    ([under_the_other_line], 0),
    ([under_the_other_line, in_the_front], 0),
    ([without_a_line], 0),
    ([another_in_front], 0),
    ([exchanged], 0),
    ([other_department], 1),
    ([moved_paragraph, other_department], 1),
]


@pytest.mark.parametrize(("edits", "disputed"), DEPARTMENTS)
def test_departments_are_disputed_where_words_and_rules_name_others(
    edits: list[Edit], disputed: int
) -> None:
    report = edition_report(compiled(), edited(*edits))
    told = [one for one in report["changes"] if one["kind"] == "department"]
    assert told
    assert sum(one["disputed"] for one in told) == disputed == report["disputed"]


@pytest.mark.parametrize(("first", "disputed"), [("2022-06-01", False), ("2022-07-01", True)])
def test_a_term_follows_the_day_of_publication(first: str, disputed: bool) -> None:
    old = edited(published("2021-01-01", "2021-01-01"))
    report = edition_report(old, edited(published("2022-06-01", first), day="2022-06-01"))
    (told,) = report["changes"]
    assert (told["kind"], told["disputed"]) == ("validity", disputed)
    assert (told["old"], told["new"]) == ("2021-01-01 – 2026-12-31", f"{first} – 2026-12-31")


def test_every_code_of_a_rule_has_words_in_both_languages() -> None:
    fields = [Award.model_fields[name] for name in ("kind", "wording", "frequency")]
    codes = {code for field in (*fields, Line.model_fields["kind"])
             for code in get_args(field.annotation)}  # fmt: skip
    codes |= {*get_args(SubjectKind), *MECHANISMS}
    for language in LANGUAGES:
        assert codes - catalogue(language.code)["revision"]["codes"].keys() == set()


def test_codes_are_shown_in_words() -> None:
    def edit(data: Json) -> None:
        of(data, "16-testing-platform")["kind"] = "preference"
        of(data, "16-testing-platform")["pending"] = False

    old, new = compiled(), edited(edit)
    report = edition_report(old, new)
    (change,) = report["changes"]
    for language in LANGUAGES:
        row = Differences(report, [old, new], language).row(change)
        words = catalogue(language.code)["revision"]["codes"]["pending"]
        assert row.old is not None
        assert row.old.text == words
        assert words in summary(report, language.code)
