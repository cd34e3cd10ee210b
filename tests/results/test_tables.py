"""The tables match the results exactly, in both languages, and are harmless in any program."""

import csv
import io
import math
import re
import zipfile
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

import pytest

import amounts
import results
from answers.figures import read_money
from clauses.cases import all_cases
from eligibility import assess
from results.cells import fits, harmless, plain
from results.listing import MARK, comma_separated
from results.sheets import LINE, lines_in, width_of
from results.tables import LISTED, MONEY, Table
from results.words import LANGUAGES, catalogue
from tests.claims import claimed
from tests.policy import document, policy
from tests.results import samples

Rows = list[dict[str, str]]
DAY_ZERO = date(1899, 12, 30)
"""The day from which spreadsheet programs count."""
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def link(clause: int, paragraph: int) -> str:
    return f"https://www.example.org/2020-03-16/{clause:02d}/#p{paragraph}"


def tables(application: Any, language: str) -> results.Tables:
    return results.Tables(document(), application, assess(policy(), application), language, link)


def listed(application: Any, language: str = "zh") -> Rows:
    """Read the comma-separated file back, its columns by their keys."""
    text = results.listing(tables(application, language))
    assert text.startswith(MARK)
    assert "\r" not in text.replace("\r\n", "")
    headings = {said: key for key, said in catalogue(language)["columns"].items() if key in LISTED}
    rows = csv.DictReader(io.StringIO(text.removeprefix(MARK), newline=""))
    return [{headings[name]: cell for name, cell in row.items()} for row in rows]


def sheets(content: bytes) -> dict[str, list[list[str | Decimal]]]:
    """Read a workbook with only the standard library: texts as text, numbers as decimals."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert archive.testzip() is None
    assert not any("vba" in name or "externalLink" in name for name in archive.namelist())

    def tree(name: str) -> ElementTree.Element:
        return ElementTree.fromstring(archive.read(name))

    shared = ["".join(t.text or "" for t in one.iter(f"{MAIN}t"))
              for one in tree("xl/sharedStrings.xml")]  # fmt: skip
    names = [sheet.attrib["name"] for sheet in tree("xl/workbook.xml").iter(f"{MAIN}sheet")]
    found: dict[str, list[list[str | Decimal]]] = {}
    for number, name in enumerate(names, 1):
        page = tree(f"xl/worksheets/sheet{number}.xml")
        assert not list(page.iter(f"{MAIN}f")), "a formula"
        found[name] = [
            [
                shared[int(value)] if cell.get("t") == "s" else Decimal(value)
                for cell in row.iter(f"{MAIN}c")
                if (value := cell.findtext(f"{MAIN}v")) is not None
            ]
            for row in page.iter(f"{MAIN}row")
        ]
    return found


@pytest.mark.no_cover
def test_what_is_counted_adds_up_to_the_total_of_every_case(subtests: pytest.Subtests) -> None:
    for case in all_cases():
        with subtests.test(case.name):
            rows = listed(case.application)
            totals = assess(policy(), case.application)["totals"]
            assert Decimal(amounts.add([row["counted"] for row in rows])) == Decimal(totals["max"])
            for row in rows:
                for name in MONEY & set(row):
                    assert re.fullmatch(r"([0-9]+(\.[0-9]{2})?)?", row[name]), name


def test_an_award_paid_in_instalments_has_a_row_for_each() -> None:
    application = {
        "claims": [
            claimed("03-industrial-investment", selected=True, actual_input="120000000"),
            claimed("06-digital-workshop", id="b"),
        ],
        "answers": {"planned": {"四号线": {"start": "2021-03-01"}}},
    }  # fmt: skip
    first, second, other = listed(application)
    assert first.items() >= {
        "number": "1", "instalment": "1", "clause": "第3条第1款", "amount": "7200000",
        "counted": "7200000", "wording": "上限", "milestone": "项目开工", "share": "30%",
        "planned": "2021-03-01",
    }.items()  # fmt: skip
    assert second["amount"] == "16800000" and second["planned"] == ""
    assert first["words"].startswith("每年度择优选择")
    assert first["link"] == link(3, 1) and first["department"] == "市经信局"
    assert other["status"] == "待补充情况" and other["missing"] and other["counted"] == "0"
    assert listed(application, "en")[0]["wording"] == "ceiling"
    assert listed(application, "en")[0]["translation"].startswith("a number of industrial")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\n=1", "＝1"])
def test_typed_text_can_be_no_formula(text: str) -> None:
    claim = {"id": "a", "award": "03-industrial-investment", "subject": text + "x\x00\ud800",
             "date": "2021-06-30", "facts": {"actual_input": text}}  # fmt: skip
    application = {"claims": [claim]}
    for language in LANGUAGES:
        (row,) = listed(application, language)
        assert row["subject"].startswith("'")
        assert not any(re.match(r"\s*[=+\-@＝＋－＠\t]", cell) for cell in row.values())
        results.listing(tables(application, language)).encode("utf-8")
        book = sheets(results.workbook(tables(application, language)))
        texts = [cell for sheet in book.values() for row in sheet for cell in row]
        assert plain(text + "x\x00\ud800").strip() in [str(cell).strip() for cell in texts]


@pytest.mark.parametrize(
    "text",
    ["913302001234567890", "00123", "3/4", "3-4", "1E5", "1e5", "TRUE", "false", "12:30",
     "12:30 PM",
     "5%", "¥5", "1,200", "１２３", "MARCH1", "1 Dec", "Sept 2", "2-Jun-21", "2021年6月30日",
     "1.", "(5)", "10 e 3", "RMB 5"],
)  # fmt: skip
def test_no_text_becomes_a_number_a_day_or_a_truth_value_in_a_spreadsheet(text: str) -> None:
    claim = {"id": "a", "award": "03-industrial-investment", "subject": text, "date": "2021-06-30",
             "facts": {"actual_input": "120000000"}}  # fmt: skip
    (row,) = listed({"claims": [claim]})
    assert row["subject"] == f"'{text}"
    assert row["date"] == "2021-06-30"
    book = sheets(results.workbook(tables({"claims": [claim]}, "zh")))
    assert text in list(book.values())[1][1], "the workbook says what is a text"


@pytest.mark.parametrize(
    "text", ["3号线", "四号线", "A5 unit", "2021年技改项目", "B12", "Line 4", "Maya"]
)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


def test_a_share_of_a_third_does_not_become_a_day() -> None:
    table = Table("listing", ["share"], [{"share": "30%"}, {"share": "1/3"}])
    assert comma_separated(table, ["share"], {"share"}).split("\r\n")[1:] == ["30%", "'1/3", ""]


def test_numbers_stay_numbers_and_other_text_stays_as_it_is() -> None:
    assert harmless("四号线") == "四号线"
    assert harmless("“=1”") == "“=1”"
    assert fits("123456789012345") and fits("0.000000000000001") and not fits("1234567890123456")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_says_what_the_results_say(language: str) -> None:
    application = {
        "claims": [
            claimed("03-industrial-investment", selected=True, actual_input="123456.78"),
        ],
        "paid": [{"award": "06-digital-workshop", "subject": "甲", "date": "2020-09-01",
                  "amount": "99999999999999999.99"}],
    }  # fmt: skip
    said = tables(application, language)
    book = sheets(results.workbook(said))
    assert list(book) == list(catalogue(language)["sheets"].values())
    totals, awards, _, _, instalments, answers = book.values()
    texts = [cell for row in totals for cell in row]
    assert document()["status"]["long"][language] in texts
    sums = [row[1] for row in totals if isinstance(row[-1], Decimal)]
    assert sums == [Decimal("24691.35")] * 2  # the ceilings, and both kinds together
    for row in said.view.head:
        assert row.value in texts
    assert Decimal("24691.35") in awards[1] and len(awards) == 3
    assert awards[-1] == [catalogue(language)["columns-notes"]["total"], Decimal("24691.35")]
    assert [row[-1] for row in instalments[1:]] == [
        Decimal("7407.4"), Decimal("17283.95"), Decimal("24691.35")
    ]  # fmt: skip
    assert Decimal("123456.78") in [cell for row in answers for cell in row]
    paid = str(answers[-1][-1])
    assert "99,999,999,999,999,999.99" in paid, "digits that a number would lose stand as text"


def test_a_ceiling_is_shown_as_at_most_by_the_format_of_its_number() -> None:
    claim = claimed("03-industrial-investment", selected=True, actual_input="120000000")
    for language, wanted in (("zh", '"最高"#,##0"元"'), ("en", '"at most ""RMB "#,##0')):
        content = results.workbook(tables({"claims": [claim]}, language))
        styles = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("xl/styles.xml"))
        assert wanted in [one.attrib["formatCode"] for one in styles.iter(f"{MAIN}numFmt")]


def test_the_same_results_give_the_same_bytes() -> None:
    application = samples.application(samples.INVESTMENT)
    made = {
        results.workbook(results.Tables(document(), application, samples.INVESTMENT, "zh", link))
        for _ in range(2)
    }
    assert len(made) == 1
    core = zipfile.ZipFile(io.BytesIO(made.pop())).read("docProps/core.xml").decode()
    assert re.findall(r"<dcterms:created[^>]*>([^<]*)<", core) == ["2020-03-16T00:00:00Z"]


def widths_of(page: ElementTree.Element) -> list[float]:
    """Return the width of each column; the file lists equal neighbouring columns together."""
    return [float(column.attrib["width"]) for column in page.iter(f"{MAIN}col")
            for _ in range(int(column.attrib["min"]), int(column.attrib["max"]) + 1)]  # fmt: skip


def column_index(place: str) -> int:
    """Return the column number of a cell: A1 is 0, C7 is 2; these sheets end before Z."""
    return ord(place[0]) - ord("A")


def money_in(cell: Decimal | str, language: str) -> Decimal:
    """Read a sum as written in a cell or on the page."""
    if isinstance(cell, Decimal):
        return cell
    worded = cell.removeprefix("最高").removeprefix("at most ")
    return read_money(worded, "yuan").value


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_spreadsheet_shows_what_the_page_shows(subtests: pytest.Subtests, language: str) -> None:
    for case in all_cases()[::9]:
        with subtests.test(case.name):
            said = tables(case.application, language)
            book = sheets(results.workbook(said))
            totals, awards, reasons, texts, instalments, _ = book.values()
            claims = said.assessment["awards"]
            assert len(reasons) == len(texts) == 1 + len(claims)
            assert len(awards) == 1 + len(claims) + bool(claims)
            shown = {row[0]: row[1] for row in totals if len(row) == 2}
            for row in said.view.totals:
                cell = shown[row.label]
                if isinstance(cell, Decimal):
                    assert cell == money_in(row.value, language), row.label
                else:
                    assert cell == row.value
            items = {item.number: item for group in said.view.groups for item in group.items}
            for cells, award in zip(awards[1:], claims, strict=False):
                item = items[int(cells[0])]
                assert item.status_name in cells and item.name in cells
                sums = [cell for cell in cells[1:] if isinstance(cell, Decimal)]
                counted = award["amount"] if award["status"] == "payable" else "0"
                assert sums[-1] == Decimal(counted)
                if not amounts.is_zero(award["amount"]):
                    assert sums[-2] == Decimal(award["amount"])
                    assert said.words.money(award["amount"]) in item.amount
                if award["date"] and award["date"] >= "1900-03-01":
                    assert DAY_ZERO + timedelta(int(sums[0])) == date.fromisoformat(award["date"])
            if len(instalments) > 1:
                assert instalments[-1][-1] == Decimal(said.assessment["totals"]["max"])
                for column in (-1, -2):
                    sums = [Decimal(row[column]) for row in instalments[1:]]
                    assert sum(sums[:-1]) == sums[-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_sheet_names_applicant_and_day_and_sums_by_payee(language: str) -> None:
    claims = [
        claimed("06-digital-workshop", plan_level="provincial", actual_input="10000000"),
    ]  # fmt: skip
    application: Any = {"claims": claims}
    assessed = assess(policy(), application)
    said = results.Tables(document(), application, assessed, language, link,
                          applicant=" =甬江精机 ", day="2021-08-05")  # fmt: skip
    totals = next(iter(sheets(results.workbook(said)).values()))
    shown = {row[0]: row[1] for row in totals if len(row) == 2}
    words = catalogue(language)["columns-notes"]
    assert shown[words["applicant"]] == "=甬江精机"
    assert shown[words["made"]] == (date(2021, 8, 5) - DAY_ZERO).days
    for label, figure, _ in said.payees():
        assert shown[label] == Decimal(figure)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sum_is_wider_than_its_column_and_no_text_higher_than_its_row(language: str) -> None:
    claims = [
        claimed(
            "03-industrial-investment", "四号线 " * 20, selected=True, actual_input="123456789.78"
        ),
        claimed("03-industrial-investment", "五号线", id="b", selected=True, actual_input="1"),
    ]
    said = tables({"claims": claims}, language)
    archive = zipfile.ZipFile(io.BytesIO(results.workbook(said)))
    strings = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
    shared = ["".join(t.text or "" for t in one.iter(f"{MAIN}t")) for one in strings]
    for number in (1, 2, 3, 4, 5, 6):
        page = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
        (setup,) = page.iter(f"{MAIN}pageSetup")
        assert setup.attrib["paperSize"] == "9" and setup.attrib["fitToHeight"] == "0"
        widths = widths_of(page)
        assert sum(widths) < 220, "more would be too small on a page"
        if number == 1:
            continue  # texts across both columns
        for row in page.iter(f"{MAIN}row"):
            for cell in row.iter(f"{MAIN}c"):
                if cell.get("t") != "s":
                    continue
                text = shared[int(cell.findtext(f"{MAIN}v") or "")]
                wide = widths[column_index(cell.attrib["r"])]
                lines = math.ceil(0.9 * width_of(text) / wide)
                height = float(row.attrib.get("ht", LINE))
                assert height >= lines * LINE, f"{text} is cut"
    awards = ElementTree.fromstring(archive.read("xl/worksheets/sheet2.xml"))
    widths = widths_of(awards)
    longest = "最高24,691,357.95元" if language == "zh" else "at most RMB 24,691,357.95"
    assert widths[9] > width_of(longest)
    heights = [float(row.attrib["ht"]) for row in awards.iter(f"{MAIN}row") if "ht" in row.attrib]
    assert heights[1] > 6 * LINE, "a long name is seen whole"


def test_lines_are_counted_as_a_spreadsheet_breaks_them() -> None:
    assert lines_in("", 10) == 1
    assert lines_in("a\nb", 10) == 2
    assert lines_in("四" * 10, 20) == 1 and lines_in("四" * 11, 20) == 2
    assert lines_in("one two three", 8) == 2
    assert lines_in("x" * 100, 10) >= 9
