"""`python -m eligibility`: a policy document and an application in, an assessment out."""

import io
import json
import runpy
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
    shown = json.dumps(assess(policy(), APPLICATION), ensure_ascii=False, indent=2)
    assert told.out == f"{shown}\n"
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
        (b'{"claims": "\xff"}', "UnicodeDecodeError: 'utf-8' codec"),
        (None, "FileNotFoundError: [Errno 2]"),
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
    assert capsys.readouterr().err == "usage: python -m eligibility POLICY APPLICATION\n"


def run(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], encoding: str
) -> tuple[int, str, str]:
    """Run it as a program; return its status and what it writes, read as UTF-8."""
    streams = {name: io.TextIOWrapper(io.BytesIO(), encoding=encoding) for name in ("out", "err")}
    for name, stream in streams.items():
        monkeypatch.setattr(sys, f"std{name}", stream)
    status = run_module(monkeypatch, arguments)
    written = []
    for stream in streams.values():
        stream.flush()
        written.append(stream.buffer.getvalue().decode())
    return status, written[0], written[1]


def run_module(monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> int:
    monkeypatch.setattr(sys, "argv", ["eligibility", *arguments])
    monkeypatch.delitem(sys.modules, "eligibility.__main__")
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("eligibility", run_name="__main__")
    return int(str(ended.value.code))


def test_as_a_program_it_writes_utf_8_wherever_it_runs(
    policy_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "application.json"
    path.write_text(json.dumps(APPLICATION), "utf-8")
    status, out, err = run(monkeypatch, [policy_file, str(path)], "ascii")
    assert (status, err) == (0, "")
    assert "发展" in out or "工业" in out


def test_what_is_no_character_is_written_by_its_number(
    policy_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "application.json"
    (claim,) = APPLICATION["claims"]
    path.write_text(json.dumps({"claims": [claim | {"subject": "\udead"}]}), "utf-8")
    status, out, err = run(monkeypatch, [policy_file, str(path)], "ascii")
    assert (status, err) == (0, "")
    assert r'"subject": "\udead"' in out


def test_a_stream_that_cannot_change_is_left_as_it_is(
    policy_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = io.StringIO()
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    monkeypatch.setattr(sys, "stderr", said)
    assert run_module(monkeypatch, []) == 2
    assert said.getvalue().startswith("usage: ")
