"""The worked cases: all files are read exactly, and a mistake is reported by file and line."""

import json
from pathlib import Path

import pytest

from clauses.cases import all_cases, cases_folder
from clauses.faults import PolicyFilesError
from tests.policy import EDITION

GOOD = """# Clause 3
- title: One project
  working: 20 percent of 100
  claims:
    - {id: a, award: 03-industrial-investment, subject: 甲, date: 2021-06-30, facts: %s}
  expected:
    awards:
      - {status: payable, amount: "20"}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = cases_folder(EDITION, tmp_path)
    made.mkdir(parents=True)
    (made / "worked.json").write_text(json.dumps({"cases": []}), encoding="utf-8")
    return made


def fault(folder: Path, text: str) -> str:
    (folder / "03.yml").write_text(text, encoding="utf-8")
    with pytest.raises(PolicyFilesError) as refused:
        all_cases(folder)
    return str(refused.value)


def test_every_case_of_every_file_is_read() -> None:
    folder = cases_folder()
    written = [
        *(p.read_text("utf-8").count("\n- title:") for p in folder.glob("*.yml")),
        len(json.loads((folder / "worked.json").read_text("utf-8"))["cases"]),
    ]
    # a file may begin with its first case, before any line break
    first = sum(p.read_text("utf-8").startswith("- title:") for p in folder.glob("*.yml"))
    assert len(all_cases()) == sum(written) + first
    assert len({case.name for case in all_cases()}) == len(all_cases())


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("yes", "yes"),
        ("010", "010"),
        ("2021-06-30", "2021-06-30"),
        ("1_000", "1_000"),
        ('"100"', "100"),
        ("100", 100),
        ("1.5", 1.5),
        ("true", True),
        ("null", None),
    ],
)
def test_a_plain_value_is_read_as_in_the_files_of_the_policy(
    folder: Path, typed: str, read: object
) -> None:
    (folder / "03.yml").write_text(GOOD % f"{{actual_input: {typed}}}", encoding="utf-8")
    value = all_cases(folder)[0].application["claims"][0]["facts"]["actual_input"]
    assert value == read
    assert type(value) is type(read)


def test_a_case_without_its_result_is_told_by_file_and_line(folder: Path) -> None:
    text = GOOD % "{}" + "- title: Another\n  working: none\n  claims: []\n"
    assert "2020-03-16/cases/03.yml:9  [1]\n    found:   a case without `expected.awards`" in fault(
        folder, text
    )


def test_claims_without_results_of_their_own_are_told(folder: Path) -> None:
    text = (
        (GOOD % "{}")
        .replace('      - {status: payable, amount: "20"}\n', "")
        .replace("awards:\n", "awards: []\n")
    )
    assert "1 claims, 0 expected" in fault(folder, text)


def test_a_slip_in_the_writing_is_told_by_its_line(folder: Path) -> None:
    assert "2020-03-16/cases/03.yml:5  " in fault(folder, GOOD % "{actual_input: [}")


def test_a_file_that_is_no_list_is_told(folder: Path) -> None:
    assert "2020-03-16/cases/03.yml:1  (whole file)" in fault(folder, "title: One project\n")


def test_cases_that_two_editions_have_alike_are_told_each_in_its_own_file(tmp_path: Path) -> None:
    case = "- {title: one, working: by hand, claims: [], expected: {awards: []}}\n"
    for edition in ("2020-01-01", "2021-01-01"):
        folder = tmp_path / edition / "cases"
        folder.mkdir(parents=True)
        (folder / "03.yml").write_text(case, "utf-8")
        assert [one.file for one in all_cases(folder)] == [f"{edition}/cases/03.yml"]
