"""A worked case that the engine contradicts stops the build, and is named with both sums."""

import json
import re
from pathlib import Path

import pytest

from clauses.cases import all_cases, cases_folder
from clauses.faults import PolicyFilesError
from clauses.worked import check_cases, without_cases
from clauses.yaml12 import load
from tests.imports import ROOT
from tests.policy import EDITION, document

CASE = """# Invented
- title: One project
  working: as in the text
  claims:
    - {id: a, award: 02-major-project, subject: 甲, date: 2021-06-30}
  expected:
    awards:
      - {status: discretionary%s}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = cases_folder(EDITION, tmp_path)
    made.mkdir(parents=True)
    (made / "worked.json").write_text(json.dumps({"cases": []}), encoding="utf-8")
    (made / "02.yml").write_text(CASE % "", encoding="utf-8")
    return made


def refused(folder: Path, text: str) -> PolicyFilesError:
    (folder / "02.yml").write_text(text, encoding="utf-8")
    with pytest.raises(PolicyFilesError) as told:
        check_cases(document(), folder)
    return told.value


def test_a_case_that_comes_to_what_it_expects_passes(folder: Path) -> None:
    assert check_cases(document(), folder) == 1


def test_the_cases_of_the_edition_are_computed_all() -> None:
    assert check_cases(document()) == len(all_cases())


def test_a_contradiction_is_told_with_case_sum_and_expectation(folder: Path) -> None:
    told = refused(folder, (CASE % ', amount: "10"').replace("discretionary", "payable"))
    status, amount = sorted(told.faults, key=lambda fault: fault.found)
    assert (status.file, status.line, status.key) == ("2020-03-16/cases/02.yml", 2, "[0]")
    assert status.found == "“One project” results in discretionary (a: status)"
    assert status.allowed == "payable, as the case says"
    assert amount.found == "“One project” results in nothing (a: amount)"
    assert "算例“One project”算出的是 discretionary（a: status）" in told.told("zh")
    assert "算例写的 payable" in told.told("zh")


def test_a_case_with_an_award_that_is_gone_is_told_in_both_languages(folder: Path) -> None:
    told = refused(folder, (CASE % "").replace("02-major-project", "99-gone"))
    assert "99-gone" in told.told("zh") and "不能测算" in told.told("zh")
    assert "99-gone" in told.told("en") and "is refused" in told.told("en")


@pytest.mark.parametrize(
    "wrong", [", notes: 5", ", told: [5]", ", alternatives: 1", ", worked: x", ", nothing_known: 1"]
)
def test_an_expectation_of_another_form_is_a_fault(folder: Path, wrong: str) -> None:
    assert refused(folder, CASE % wrong).faults


def test_the_case_of_the_readme_comes_to_what_it_expects(folder: Path) -> None:
    text = (ROOT / "clauses" / "README.md").read_text("utf-8")
    chinese, english = re.findall(r"^```yaml\n(- title:[^`]+)```", text, re.M)
    assert load(chinese)[0]["claims"] == load(english)[0]["claims"]
    for case in (chinese, english):
        (folder / "02.yml").write_text(case, encoding="utf-8")
        assert check_cases(document(), folder) == 1
        all_cases.cache_clear()


def test_an_award_is_named_until_a_case_shows_what_it_pays(folder: Path) -> None:
    awards = [award["id"] for award in document()["awards"]]
    assert without_cases(document(), folder) == awards
    assert without_cases(document(), cases_folder(EDITION)) == []
    award = "03-industrial-investment"
    case = next(
        case
        for case in all_cases()
        if case.claimed == {award} and int(case.expected["awards"][0].get("amount") or 0) > 0
    )
    written = {
        "title": "x",
        "working": "x",
        "application": case.application,
        "expected": case.expected,
    }
    (folder / "worked.json").write_text(json.dumps({"cases": [written]}), encoding="utf-8")
    all_cases.cache_clear()
    assert without_cases(document(), folder) == [one for one in awards if one != award]
