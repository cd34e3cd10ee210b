"""Runs over many applications: the same result in any way of working, equal to the fen."""

import copy
import csv
import json
import multiprocessing
import re
from argparse import Namespace
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from clauses.rosters import spreading
from clauses.rosters.applications import application_of
from clauses.rosters.run import RosterRun
from clauses.rosters.sums import fen
from clauses.wizard_part import wizard_part
from docs.commands.base import UsageError
from docs.commands.measuring import LEFT_OUT, measure_under
from eligibility import Policy, assess
from tests.rosters.conftest import INVESTMENT, Json
from tests.rosters.dying import dies
from tests.rosters.test_sources import HEADINGS, ROW, table

FILES = [
    "SHA256SUMS", "doubts.csv", "index.html", "left-out.csv", "missing-facts.csv", "report.json",
    "tables.xlsx",
]  # fmt: skip


def arguments(path: Path, **more: Any) -> Namespace:
    given = {"workers": 1, "scheduler": None, "language": "zh", "command": "exposure"}
    return Namespace(applications=path, **{**given, **more})


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def report(folder: Path) -> Json:
    read: Json = json.loads((folder / "report.json").read_text("utf-8"))
    return read


@pytest.fixture(scope="module")
def compared(old: Json, new: Json, roster: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a comparison."""
    out = tmp_path_factory.mktemp("compared") / "out"
    assert measure_under([old, new], arguments(roster), out) == LEFT_OUT
    return out


def test_the_sums_are_those_of_one_assessment_after_another(
    old: Json, roster: Path, tmp_path: Path
) -> None:
    assert measure_under([old], arguments(roster), tmp_path / "out") == LEFT_OUT
    assert sorted(contents(tmp_path / "out")) == FILES
    document = wizard_part(old)
    policy, run = Policy.from_document(document), RosterRun(roster, [document])
    total = 0
    for case in run.source.cases:
        application = application_of(case, run.job.columns, run.columns).application
        if application is None:
            continue
        whole, sums = assess(policy, application), assess(policy, application, only_sums=True)
        total += fen(whole["totals"]["max"])
        assert sums["totals"] == whole["totals"]
        for one, other in zip(whole["awards"], sums["awards"], strict=True):
            assert {key: one[key] for key in other} == other
    assert total > 0
    assert_totals(tmp_path / "out", [total])


@pytest.mark.parametrize(
    ("language", "total"),
    [
        ("zh", "合计，最高: 0.2000亿元（20,000,000元）"),
        ("en", "total, at most: RMB 20.00 million (RMB 20,000,000)"),
    ],
)
def test_the_sums_on_the_terminal_have_their_unit(
    old: Json, tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, total: str
) -> None:
    path = table(tmp_path / "r.csv", HEADINGS, ROW)
    assert measure_under([old], arguments(path, language=language), tmp_path / "out") == 0
    assert f"  {total}\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("award", "at_most"), [(INVESTMENT, True), ("14-provincial-centre", False)]
)
def test_a_total_is_said_to_be_at_most_where_it_has_ceilings(
    old: Json, tmp_path: Path, capsys: pytest.CaptureFixture[str], award: str, at_most: bool
) -> None:
    facts = {"recognised": "是", "列入年度择优名单": "是", "实际投入（万元）": "10000"}
    row = [ROW[0], award, "四号线", "2021-06-30", *facts.values()]
    path = table(tmp_path / "r.csv", [*HEADINGS[:4], *facts], row)
    measure_under([old], arguments(path), tmp_path / "out")
    summary = report(tmp_path / "out")["summary"]
    assert (summary["ceiling"]["sums"] != ["0"]) == at_most
    assert summary["total"]["sums"] != ["0"]
    page = (tmp_path / "out" / "index.html").read_text("utf-8")
    for said in (capsys.readouterr().out, page):
        assert ("合计，最高" in said) == at_most
    assert ("2020-03-16，最高" in page) == at_most


def test_lists_name_the_enterprise_and_what_it_claims_for_itself(
    old: Json, new: Json, tmp_path: Path
) -> None:
    headings = [*HEADINGS, "企业名称"]
    rows = [[*ROW, "甲公司"], [ROW[0], "软件企业研发投入奖励", "", "2021-06-30", "", "", ""]]
    path = table(tmp_path / "r.csv", headings, *rows)
    measure_under([old], arguments(path), tmp_path / "one")
    (needs,) = rows_of(tmp_path / "one" / "missing-facts.csv")
    assert (needs["企业"], needs["企业名称"]) == (ROW[0], "甲公司")
    assert needs["项目（产品、平台、称号）"] == "企业本身"
    assert f"{ROW[0]} 甲公司" in (tmp_path / "one" / "index.html").read_text("utf-8")
    measure_under([old, new], arguments(path), tmp_path / "two")
    for change in rows_of(tmp_path / "two" / "differences.csv"):
        assert (change["企业"], change["企业名称"]) == (ROW[0], "甲公司")


def test_the_totals_of_a_comparison_are_equal_to_the_fen_wherever_they_stand(
    compared: Path,
) -> None:
    totals = [fen(sum_) for sum_ in report(compared)["summary"]["total"]["sums"]]
    assert_totals(compared, totals)
    rows = rows_of(compared / "differences.csv")
    assert sum(fen(row["增减"] or "0") for row in rows) == totals[1] - totals[0]
    book = openpyxl.load_workbook(compared / "tables.xlsx", read_only=True)
    headings, *changes = book["变化"].iter_rows(values_only=True)
    at = headings.index("增减")
    assert sum(fen(str(row[at] or 0)) for row in changes) == totals[1] - totals[0]


def assert_totals(folder: Path, totals: list[int]) -> None:
    """Look for the totals in each table, on the page, and in the workbook."""
    tables = report(folder)["tables"]
    for name in ("clause", "department", "payee", "time"):
        for at, total in enumerate(totals):
            assert sum(fen(row["sums"][at]) for row in tables[name]["rows"]) == total, name
    page = (folder / "index.html").read_text("utf-8")
    feet = re.findall(r"<tfoot>.*?</tfoot>", page, re.DOTALL)
    shown = [re.findall(r'"number exact">([^<]*)<', foot) for foot in feet]
    book = openpyxl.load_workbook(folder / "tables.xlsx", read_only=True)
    sheet = [
        row
        for row in book["摘要和各表"].iter_rows(values_only=True)
        if row[0] in ("合计", "合计，最高")
    ]
    own = [[fen(sum_.replace(",", "")) for sum_ in sums[: len(totals)]] for sums in shown[:4]]
    assert own == [totals] * 4
    in_book = [[fen(str(sum_)) for sum_ in row[2 : 2 + len(totals)]] for row in sheet[:5]]
    assert in_book == [totals] * 5  # the summary, and four tables


@pytest.mark.parametrize(("workers", "kill"), [(4, False), (2, True)])
def test_one_worker_and_several_write_the_same_bytes_also_when_one_is_killed(
    old: Json,
    new: Json,
    roster: Path,
    compared: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    workers: int,
    kill: bool,
) -> None:
    monkeypatch.setattr(spreading, "CHUNK", 40)  # so that each worker has some
    mark = tmp_path / "mark"
    if kill:
        monkeypatch.setattr("clauses.rosters.run.work", partial(dies, mark))
    measure_under([old, new], arguments(roster, workers=workers), tmp_path / "out")
    assert mark.exists() == kill
    assert multiprocessing.active_children() == []
    assert contents(tmp_path / "out") == contents(compared)


def test_a_comparison_tells_who_loses_and_what_is_gone(compared: Path) -> None:
    rows = rows_of(compared / "differences.csv")
    assert {row["奖补编号"][:2] for row in rows if row["增减"] not in ("", "0")} == {"03", "05"}
    found = report(compared)
    difference = fen(found["summary"]["difference"]["sums"][0])
    assert difference < 0
    assert sum(fen(row["增减"] or "0") for row in rows) == difference
    kinds = {row["key"]: row["count"] for row in found["tables"]["kinds"]["rows"]}
    assert kinds["gone"] > 0
    assert kinds["less"] > 0
    assert kinds["more"] == kinds["new"] == 0


def test_what_is_paid_at_a_milestone_has_a_year_only_if_the_roster_gives_its_day(
    old: Json, tmp_path: Path
) -> None:
    headings = [*HEADINGS, "项目开工日期", "竣工投产日期"]
    path = table(
        tmp_path / "r.csv",
        headings,
        [*ROW, "2021年9月1日", ""],
        [*ROW[:2], "五号线", *ROW[3:], "2022-03-01", "2023-03-01"],
        [*ROW[:2], "六号线", *ROW[3:], "开工", ""],
    )
    assert measure_under([old], arguments(path), tmp_path / "out") == LEFT_OUT
    found = report(tmp_path / "out")
    times = {row["key"]: row["sums"] for row in found["tables"]["time"]["rows"]}
    assert times == {
        "2021/start": ["6000000"],
        "2022/start": ["6000000"],
        "2023/completion": ["14000000"],
        "/completion": ["14000000"],
    }
    (fund,) = found["funds"]
    assert [(row["year"], row["due"], row["most"]) for row in fund["years"]] == [
        ("2021", "6000000", "20000000"),
        ("2022", "6000000", "20000000"),
        ("2023", "14000000", "28000000"),
    ]
    assert fund["undated"] == "14000000"
    left_out = (tmp_path / "out/left-out.csv").read_text("utf-8-sig")
    assert "“项目开工日期”的“开工”读不出来" in left_out


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_claim_that_lacks_facts_is_listed_with_their_columns_and_its_range(
    old: Json, tmp_path: Path
) -> None:
    path = table(tmp_path / "r.csv", HEADINGS, [*ROW[:4], "", ""], ROW)
    measure_under([old], arguments(path), tmp_path / "out")
    (row,) = rows_of(tmp_path / "out/missing-facts.csv")
    assert row["尚缺情况"] == "列入年度择优名单、实际投入"
    assert (row["最低（元）"], row["最高（元）"]) == ("0", "30000000")
    summary = report(tmp_path / "out")["summary"]
    found = {key: line["sums"] for key, line in summary.items() if "sums" in line}
    # the same project twice: the closing rule lets it be paid once
    assert (found["total"], found["least"], found["most"]) == (
        ["20000000"], ["20000000"], ["30000000"],
    )  # fmt: skip


def test_what_only_one_edition_can_compute_is_told_apart_from_the_difference(
    old: Json, tmp_path: Path
) -> None:
    asking = copy.deepcopy(old)
    (award,) = [award for award in asking["awards"] if award["id"] == INVESTMENT]
    for kind, key in (("facts", "name"), ("conditions", "fact")):
        (one,) = [one for one in award[kind] if one[key] == "selected"]
        award[kind].append({**one, key: "confirmed"})
    path = table(tmp_path / "r.csv", HEADINGS, ROW)
    measure_under([old, asking], arguments(path), tmp_path / "out")
    summary = report(tmp_path / "out")["summary"]
    sums = [summary[line]["sums"] for line in ("whole-difference", "difference", "rest")]
    assert sums == [["-20000000"], ["0"], ["-20000000"]]
    (row,) = rows_of(tmp_path / "out/differences.csv")
    assert (row["变化"], row["增减"]) == ("新版另需情况", "")


def test_an_edition_compared_with_itself_differs_in_nothing(
    old: Json, roster: Path, tmp_path: Path
) -> None:
    measure_under([old, old], arguments(roster), tmp_path / "out")
    found = report(tmp_path / "out")
    kinds = {row["key"]: row["count"] for row in found["tables"]["kinds"]["rows"]}
    assert {kind for kind, count in kinds.items() if count} <= {"same", "open", "invalid"}
    assert found["summary"]["difference"]["sums"] == ["0"]


def test_a_folder_that_no_run_made_is_left_alone(old: Json, roster: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UsageError):
        measure_under([old], arguments(roster), tmp_path)
    assert contents(tmp_path) == {"mine.txt": b"mine"}
