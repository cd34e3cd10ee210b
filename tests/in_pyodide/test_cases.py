"""Every case comes to the same in the browser's Python as in CPython, to the letter.

The worker of the built site runs in Node: its own script, runtime, archives and policy. It is asked
as the page asks it, so what is compared is what a page would show.
"""

import json
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from answers.saved import excerpt
from answers.session import FormSession
from clauses.cases import all_cases
from eligibility import Refused, assess, read_application
from tests.policy import document, policy

Json = dict[str, Any]

WORKER = Path(__file__).with_name("worker.mjs")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_case_comes_to_what_cpython_computes(
    site: Path, language: str, subtests: pytest.Subtests
) -> None:
    cases = all_cases()
    texts = [json.dumps(case.application) for case in cases]
    seen = {"refused": 0, "empty": 0, "lost": 0, "whole": 0}
    for case, text, answer in zip(cases, texts, answers(site, language, texts), strict=True):
        with subtests.test(case.name):
            seen[hold_against_cpython(case.application, text, answer, language)] += 1
    # every way out is taken by some case, or less would be proved than it seems
    assert min(seen.values()) > 0, seen
    assert sum(seen.values()) == len(cases) > 700


def hold_against_cpython(application: Json, text: str, answer: Json, language: str) -> str:
    """Compare what the worker answered about one file; return by which way it went."""
    opened = answer["opened"]
    assert opened == json.loads(session().open(text, language))
    if "refused" in opened:
        assert list(answer) == ["opened"]
        with pytest.raises(Refused):
            assess(policy(), read_application(text))
        return "refused"
    assert answer["figures"] == json.loads(session().read(json.dumps(opened["state"]), language))
    assert answer["results"] == session().results(language)
    if not opened["state"]["claims"] + opened["state"]["paid"]:
        assert opened["lost"] or not application["claims"]
        return "empty"
    if opened["lost"]:
        return "lost"
    # the form holds all of the file: then it comes to what the file comes to
    sums = excerpt(json.loads(json.dumps(assess(policy(), read_application(text)))))
    assessed = answer["figures"]["assessed"]
    assert in_order(assessed["awards"]) == in_order(sums["awards"])
    assert assessed["totals"] == sums["totals"]
    return "whole"


def answers(site: Path, language: str, texts: list[str]) -> Iterator[Json]:
    """Open each text in the built site's worker, and read the form that it becomes."""
    done = subprocess.run(
        ["node", str(WORKER), str(site), language],
        input=json.dumps(texts),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return map(json.loads, done.stdout.splitlines())


@cache
def session() -> FormSession:
    """The same entry in CPython."""
    return FormSession(json.dumps(document()))


def in_order(awards: list[Json]) -> list[tuple[str | None, ...]]:
    """Leave out the names of the claims, which the form may give again, and their order."""
    kept = ("award", "subject", "status", "amount", "wording")
    return sorted((tuple(award[name] for name in kept) for award in awards), key=str)
