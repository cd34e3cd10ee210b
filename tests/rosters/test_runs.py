"""Runs over many applications: the same result in any way of working, equal to the fen."""

import csv
import json
import os
import signal
from argparse import Namespace
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from clauses.rosters import spreading
from clauses.rosters.applications import application_of
from clauses.rosters.columns import Columns
from clauses.rosters.jobs import Job, work
from clauses.rosters.run import Run
from clauses.rosters.sums import fen
from clauses.wizard_part import wizard_part
from docs.commands.base import UsageError
from docs.commands.measuring import LEFT_OUT, measure_under
from eligibility import Policy, assess
from tests.rosters.conftest import INVESTMENT, Json

FILES = ["SHA256SUMS", "index.html", "left-out.csv", "report.json", "tables.xlsx"]


def arguments(path: Path, **more: Any) -> Namespace:
    given = {"workers": 1, "scheduler": None, "language": "zh", "command": "exposure"}
    return Namespace(applications=path, **{**given, **more})


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def report(folder: Path) -> Json:
    read: Json = json.loads((folder / "report.json").read_text("utf-8"))
    return read


def test_the_sums_are_those_of_one_assessment_after_another(
    old: Json, roster: Path, tmp_path: Path
) -> None:
    assert measure_under([old], arguments(roster), tmp_path / "out") == LEFT_OUT
    assert sorted(contents(tmp_path / "out")) == FILES
    document = wizard_part(old)
    policy, run = Policy.from_document(document), Run(roster, [document])
    total, by_award = 0, Counter[str]()
    for case in run.source.cases:
        application, _ = application_of(case, run.job.columns, Columns([document]))
        if application is None:
            continue
        whole = assess(policy, application)
        total += fen(whole["totals"]["max"])
        for entry in whole["awards"]:
            if entry["status"] == "payable":
                by_award[entry["award"]] += fen(entry["amount"])
    found = report(tmp_path / "out")
    assert total > 0
    assert [fen(sum_) for sum_ in found["summary"]["total"]["sums"]] == [total]
    for name in ("clause", "department", "payee", "time", "sizes"):
        rows = found["tables"][name]["rows"]
        assert sum(fen(row["sums"][0]) for row in rows) == total, name
    assert by_award[INVESTMENT]


def test_only_sums_are_the_sums_of_a_whole_assessment(old: Json, roster: Path) -> None:
    document = wizard_part(old)
    policy, run = Policy.from_document(document), Run(roster, [document])
    for case in run.source.cases:
        application, _ = application_of(case, run.job.columns, Columns([document]))
        if application is None:
            continue
        whole, sums = assess(policy, application), assess(policy, application, only_sums=True)
        assert sums["totals"] == whole["totals"]
        for one, other in zip(whole["awards"], sums["awards"], strict=True):
            assert {key: one[key] for key in other} == other


def test_one_worker_and_two_write_the_same_bytes(
    old: Json, new: Json, roster: Path, tmp_path: Path
) -> None:
    for workers in (1, 2):
        measure_under([old, new], arguments(roster, workers=workers), tmp_path / str(workers))
    assert contents(tmp_path / "1") == contents(tmp_path / "2")


def test_a_comparison_tells_who_loses_and_what_is_gone(
    old: Json, new: Json, roster: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    measure_under([old, new], arguments(roster), out)
    with (out / "differences.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["奖补编号"][:2] for row in rows if row["增减"] not in ("", "0")} == {"03", "05"}
    found = report(out)
    difference = fen(found["summary"]["difference"]["sums"][0])
    assert difference < 0
    assert sum(fen(row["增减"] or "0") for row in rows) == difference
    totals = [fen(sum_) for sum_ in found["summary"]["total"]["sums"]]
    comparable = sum(fen(row["增减"] or "0") for row in rows)
    assert totals[1] - totals[0] == comparable
    kinds = {row["key"]: row["count"] for row in found["tables"]["kinds"]["rows"]}
    assert kinds["gone"] > 0
    assert kinds["less"] > 0
    assert kinds["more"] == kinds["new"] == 0


def test_an_edition_compared_with_itself_differs_in_nothing(
    old: Json, roster: Path, tmp_path: Path
) -> None:
    measure_under([old, old], arguments(roster), tmp_path / "out")
    found = report(tmp_path / "out")
    kinds = {row["key"]: row["count"] for row in found["tables"]["kinds"]["rows"]}
    assert {kind for kind, count in kinds.items() if count} <= {"same", "open", "invalid"}
    assert found["summary"]["difference"]["sums"] == ["0"]


def dies(job: tuple[Path, Job], chunk: list[Any]) -> Any:
    """Work like `work`, but kill the first worker that comes here."""
    mark, own = job
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return work(own, chunk)


def test_a_killed_worker_costs_nothing_but_time(old: Json, roster: Path, tmp_path: Path) -> None:
    run = Run(roster, [wizard_part(old)])
    cases = list(run.source.cases)
    alone = [done.tallies for done in spreading.in_order(work, run.job, cases, 1)]
    job = (tmp_path / "mark", run.job)
    found = [done.tallies for done in spreading.in_order(dies, job, cases, 2)]
    assert (tmp_path / "mark").exists()
    assert found == alone


def test_a_folder_that_no_run_made_is_left_alone(old: Json, roster: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UsageError):
        measure_under([old], arguments(roster), tmp_path)
    assert contents(tmp_path) == {"mine.txt": b"mine"}


def test_a_run_that_is_broken_off_leaves_the_former_result(
    old: Json, roster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    measure_under([old], arguments(roster), out)
    before = contents(out)

    def stops(*_: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr("clauses.rosters.run.work", stops)
    with pytest.raises(KeyboardInterrupt):
        measure_under([old], arguments(roster), out)
    assert contents(out) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
