"""What two editions treat alike is computed once, and comes to what each edition makes of it."""

import copy
import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clauses.rosters import jobs
from clauses.rosters.alike import alike
from clauses.rosters.jobs import Done
from clauses.rosters.run import RosterRun
from docs.commands.measuring import measure_under
from tests.policy import document
from tests.rosters.conftest import INVESTMENT, Json
from tests.rosters.made import write
from tests.rosters.test_runs import arguments, report


def _investment(made: Json) -> Json:
    (award,) = [award for award in made["awards"] if award["id"] == INVESTMENT]
    return award


def _ceiling(made: Json) -> None:
    _investment(made)["sum"]["at_most"] = "20000000"


def _renumbered(made: Json) -> None:
    for award in made["awards"]:
        award["clause"] += 1
        award["quote"] = {"zh": "新", "en": "new"}


def _limit(made: Json) -> None:
    limit = made["limits"][0]
    limit["count" if limit["in_all"] is None else "in_all"] = 1


def _order(made: Json) -> None:
    made["awards"].reverse()


def _term(made: Json) -> None:
    made["validity"]["to"] = "2021-06-30"


def _dropped(made: Json) -> None:
    made["awards"] = [award for award in made["awards"] if award["clause"] != 5]


CHANGES: dict[str, tuple[Callable[[Json], None], Callable[[Json], set[str]]]] = {
    "nothing": (lambda made: None, lambda old: set()),
    "numbers and words": (_renumbered, lambda old: set()),
    "a ceiling": (_ceiling, lambda old: {INVESTMENT}),
    "a clause less": (
        _dropped, lambda old: {award["id"] for award in old["awards"] if award["clause"] == 5}
    ),
    "a limit": (_limit, lambda old: set(old["limits"][0]["awards"])),
    "the order": (_order, lambda old: _everything(old)),
    "the term": (_term, lambda old: _everything(old)),
}  # fmt: skip
"""What the new edition changes, and the awards that it then does not treat alike."""


def _everything(policy: Json) -> set[str]:
    return {entry["id"] for kind in ("awards", "lines") for entry in policy[kind]}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("small") / "roster.csv"
    write(path, 150, seed=7)
    return path


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_computed_once_is_what_both_editions_give(
    small: Path, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = document()
    new = copy.deepcopy(old)
    edit, expected = CHANGES[change]
    edit(new)
    assert alike(old, new) == _everything(old) - expected(old)
    once = _done(small, [old, new])
    jobs._prepared.cache_clear()
    monkeypatch.setattr(jobs, "alike", lambda *_: frozenset())
    assert once == _done(small, [old, new])
    jobs._prepared.cache_clear()


def _done(path: Path, documents: list[Any]) -> list[Done]:
    return list(RosterRun(path, documents).chunks(workers=1))


def test_five_hundred_applications_outside_the_changed_clauses_differ_in_nothing(
    old: Json, new: Json, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = {award["id"] for award in old["awards"] if award["clause"] in (3, 5)}
    write(tmp_path / "roster.csv", 500, damaged=0, without=changed)
    # so that the engine, and not its being left out, is what makes nothing differ
    monkeypatch.setattr(jobs, "alike", lambda *_: frozenset())
    jobs._prepared.cache_clear()
    measure_under([old, new], arguments(tmp_path / "roster.csv"), tmp_path / "out")
    jobs._prepared.cache_clear()
    found = report(tmp_path / "out")
    kinds = {row["key"]: row["count"] for row in found["tables"]["kinds"]["rows"] if row["count"]}
    assert found["summary"]["applications"]["counts"] == [500]
    assert kinds.keys() <= {"same", "open", "invalid"}
    assert kinds["same"] > 1000
    assert found["summary"]["difference"]["sums"] == ["0"]
    with (tmp_path / "out/differences.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["增减"] for row in csv.DictReader(file)} == {""}
