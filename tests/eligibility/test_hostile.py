"""Hostile applications are assessed, or refused with a place; nothing else happens."""

import json
import re
import subprocess
import sys
import time
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from eligibility import Refused, assess, read_application
from eligibility.codes import NOTES, STATUSES, STEPS
from tests.eligibility.hostile import Attacker
from tests.policy import policy

COUNT = 10_000
PLACE = re.compile(
    r"\$(\.edition|\.(claims|paid)(\[\d+\](\.(id|award|subject|date|facts|amount))?)?)?"
)
ROOT = Path(__file__).resolve().parents[2]


def answer(kind: str, hostile: Any) -> dict[str, Any] | Refused:
    """Assess the input; a refusal is a valid answer, any other exception is not."""
    try:
        application = read_application(hostile) if kind == "text" else hostile
        return assess(policy(), application)
    except Refused as refused:
        return refused


def is_sound(assessment: dict[str, Any], application: Any) -> None:
    claims = application["claims"]
    assert [award["claim"] for award in assessment["awards"]] == [c["id"] for c in claims]
    for award in assessment["awards"]:
        assert award["status"] in STATUSES
        assert award["amount"] is None or re.fullmatch(r"[0-9]+(\.[0-9]{2})?", award["amount"])
        assert {note["code"] for note in award["notes"]} <= set(NOTES)
        assert {step["code"] for step in award["steps"]} <= set(STEPS)
    text = json.dumps(assessment, allow_nan=False)
    # facts not asked are shortened, and only id and subject are repeated in full
    said = sum(len(str(claim["id"])) + len(claim["subject"]) + 20 for claim in claims)
    asked = sum(len(claim.get("facts") or {}) for claim in claims)
    assert len(text) < 20_000 * (len(claims) + 1) + 12 * said + 400 * asked


@pytest.mark.no_cover
def test_ten_thousand_hostile_applications(capsys: pytest.CaptureFixture[str]) -> None:
    assessed = refused = 0
    worst = 0.0
    for kind, hostile in Attacker().applications(COUNT):
        started = time.process_time()
        found = answer(kind, hostile)
        worst = max(worst, time.process_time() - started)
        if isinstance(found, Refused):
            refused += 1
            assert PLACE.fullmatch(found.place), found.place
            assert found.found and found.allowed
            message = str(found)
            assert len(message) < 300 and message.isprintable() and message.startswith("$")
        else:
            assessed += 1
            is_sound(found, read_application(hostile) if kind == "text" else hostile)
    # both results must be frequent, otherwise the test would prove little
    assert assessed > COUNT // 10 and refused > COUNT // 10
    with capsys.disabled():
        print(f"\n{assessed} assessed, {refused} refused, the worst in {worst * 1000:.0f} ms")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"a": ' * 100_000, "$"),
        ("[" * 1_000_000, "$"),
        ('{"claims": [' + '{"id": "a"},' * 100_000 + "{}]}", "$.claims"),
        ("{" + ",".join(f'"k{n}": 1' for n in range(50_000)) + ', "k49999": 2}', "$"),
        ('{"claims": [], "edition": ' + "1" * 1_000_000 + "}", "$"),
        ('{"claims": [], "edition": "' + "甲" * 1_000_000 + '"}', "$.edition"),
        (
            '{"claims": [{"id": "a", "award": "10-service-manufacturing", "subject": "'
            + "\u0315\u0300" * 200_000
            + '"}]}',
            "$.claims[0].subject",
        ),
    ],
    ids=["objects", "lists", "claims", "a key twice", "digits", "edition", "combining marks"],
)
def test_what_is_huge_is_refused_in_bounded_memory(text: str, place: str) -> None:
    tracemalloc.start()
    try:
        found = answer("text", text)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert isinstance(found, Refused)
    assert found.place == place
    assert len(str(found)) < 300
    assert peak < 60 * len(text.encode()) + 10_000_000


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b'\xef\xbb\xbf{"claims": []}', 0),
        (b'{"claims": [{"id": "\\ud800", "award": "01-catalogue", "subject": "\\udfff"}]}', 0),
        (b'{"claims": [{"id": "a", "award": "03-industrial-investment", "subject": "b", '
         b'"date": "2021-06-30", "facts": {"selected": 1, "actual_input": 1e9}}]}', 0),
        (b'{"claims": [{"id": "a", "award": "03-industrial-investment"}]}', 2),
        (b'{"claims": [], "claims": []}', 2),
        (b'{"claims": NaN}', 2),
        (b"[" * 100_000, 2),
        (b'{"claims": "\xff"}', 2),
        (b"\x00", 2),
        (b"", 2),
    ],
    ids=["mark", "surrogates", "floats", "subject", "twice", "NaN", "deep", "bytes", "0", "empty"],
)  # fmt: skip
@pytest.mark.parametrize("language", [[], ["--lang", "zh"]], ids=["JSON", "zh"])
def test_the_command_line_ends_with_0_or_2_and_one_line(
    content: bytes, status: int, language: list[str]
) -> None:
    command = [sys.executable, "build.py", "assess", *language, "-"]
    done = subprocess.run(command, input=content, capture_output=True, cwd=ROOT, check=False)
    assert done.returncode == status
    error = done.stderr.decode()
    assert "Traceback" not in error
    assert len(error.splitlines()) == (1 if status else 0)
    assert bool(done.stdout) == (status == 0)
