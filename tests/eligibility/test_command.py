"""`python -m eligibility`: a policy document and an application in, an assessment out."""

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from eligibility import assess
from eligibility.__main__ import main
from tests.policy import document, policy

APPLICATION = {
    "claims": [
        {"id": "a", "award": "03-industrial-investment", "subject": "Line 4",
         "date": "2021-06-30", "facts": {"selected": True, "actual_input": "120000000"}},
    ]
}  # fmt: skip


@pytest.fixture(scope="module")
def policy_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The policy document as a file."""
    path = tmp_path_factory.mktemp("policy") / "policy.json"
    path.write_text(json.dumps(document()), "utf-8")
    return str(path)


def test_a_file_is_assessed(
    policy_file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "application.json"
    path.write_text(json.dumps(APPLICATION), "utf-8-sig")  # as some programs save it
    assert main([policy_file, str(path)]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out) == json.loads(json.dumps(assess(policy(), APPLICATION)))
    assert told.err == ""


def test_standard_input_is_assessed(
    policy_file: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = SimpleNamespace(buffer=io.BytesIO(json.dumps(APPLICATION).encode()))
    monkeypatch.setattr(sys, "stdin", given)
    assert main([policy_file, "-"]) == 0
    assert json.loads(capsys.readouterr().out)["totals"]["max"] == "24000000"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{}", "$.claims: found nothing; allowed: a list of claims"),
        (b'{"claims": "\xff"}', "UnicodeDecodeError: "),
        (None, "FileNotFoundError: "),
    ],
    ids=["refused", "bytes", "missing"],
)
def test_what_cannot_be_assessed_ends_with_2_and_one_line(
    policy_file: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    content: bytes | None,
    said: str,
) -> None:
    path = tmp_path / "application.json"
    if content is not None:
        path.write_bytes(content)
    assert main([policy_file, str(path)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    assert told.err.startswith(said)


def test_a_policy_that_is_no_json_ends_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "policy.json"
    path.write_text("{", "utf-8")
    assert main([str(path), str(path)]) == 2
    assert capsys.readouterr().err.startswith("JSONDecodeError: ")


@pytest.mark.parametrize("arguments", [[], ["one"], ["one", "two", "three"]])
def test_other_arguments_are_told_the_usage(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err.startswith("usage: python -m eligibility")
