"""Clauses renumbered or merged, paragraphs moved: all references follow, nothing else changes."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clauses import folder_exchange
from clauses.document import PolicyDocument
from clauses.export import compile_edition
from clauses.folder import all_editions
from clauses.preparing import rearranging, writing
from clauses.preparing.arrangement import merged, moved, renumbered
from clauses.preparing.copying import copy_edition
from clauses.preparing.errors import PreparingError
from clauses.preparing.progress import Progress, Work, progress
from clauses.preparing.rearranging import Arranging, Rearranged, rearrange
from clauses.revision.editions import edition_report
from clauses.yaml12 import load
from tests.clauses.preparing.conftest import FORMER, NEW, house_in
from tests.policy import clause_numbers

EDITION = NEW.isoformat()


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition of 2020 with its copy, which is in preparation."""
    root = house_in(tmp_path_factory.mktemp("copied"))
    copy_edition(NEW, root, cache=root.parent)
    return root


@pytest.fixture
def root(copied: Path, tmp_path: Path) -> Path:
    return shutil.copytree(copied, tmp_path / "clauses")


def arrange(root: Path, arranging: Arranging) -> Rearranged:
    return rearrange(root, EDITION, arranging, cache=root.parent)


def texts(root: Path) -> dict[str, str]:
    folder = root / EDITION
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def data(root: Path, name: str) -> Any:
    return load((root / EDITION / name).read_text("utf-8"))


def ids(root: Path) -> set[str]:
    return {id_ for name, text in texts(root).items() if re.match(r"[0-9]+\.yml", name)
            for id_ in re.findall(r"^  - id: (.*)", text, re.M)}  # fmt: skip


def unready(now: Progress) -> list[Work]:
    """Return the entries at whose places something is wrong or not written yet."""
    return [one for one in now.work if one.faults or one.unwritten]


def test_a_clause_changes_its_number_and_back_again(root: Path) -> None:
    before = texts(root)
    done = arrange(root, lambda old: renumbered(old, 17, 20, onwards=False))
    assert done.numbers == [(17, 20), (18, 17), (19, 18), (20, 19)]
    assert data(root, "20.yml")["key"] == load(before["17.yml"])["key"]
    assert data(root, "20.yml")["paragraphs"][0]["zh"].startswith("20、")
    assert not (root / EDITION / "cases" / "17.yml").exists()
    now = progress(root, EDITION)
    assert (now.faults, unready(now), now.cases) == ([], [], [])  # text, rules and cases agree
    arrange(root, lambda old: renumbered(old, 20, 17, onwards=False))
    layout = ("source.txt", "normalisations.yml")  # blank lines of the print, and its list's
    after = texts(root)
    assert {name: after[name] for name in after if name not in layout} == {
        name: before[name] for name in before if name not in layout
    }
    assert after["source.txt"].split() == before["source.txt"].split()
    assert load(after["normalisations.yml"]) == load(before["normalisations.yml"])


def test_notes_and_hints_follow_the_numbers_and_back_again(root: Path) -> None:
    before = texts(root)
    arrange(root, lambda old: renumbered(old, 8, 10, onwards=False))
    ask = next(
        fact["ask"]
        for award in data(root, "10.yml")["awards"]
        for fact in award["facts"]
        if fact["name"] == "clause_8_project"
    )
    assert "第10条的平台建设" in ask["zh"]
    assert "under clause 10" in ask["en"]
    arrange(root, lambda old: renumbered(old, 10, 8, onwards=False))
    after = texts(root)
    for number in clause_numbers():
        name = f"{number:02d}.yml"
        assert after[name] == before[name], name


def test_room_is_made_for_a_new_clause_and_taken_back(root: Path) -> None:
    before = texts(root)
    arrange(root, lambda old: renumbered(old, 12, 13, onwards=True))
    assert "12.yml" not in texts(root)
    assert "42.yml" in texts(root)
    arrange(root, lambda old: renumbered(old, 13, 12, onwards=True))
    assert texts(root)["readings.yml"] == before["readings.yml"]
    assert texts(root).keys() == before.keys()


def test_what_a_number_alone_stood_for_is_listed(root: Path) -> None:
    """“8 + 8再给予” names clause 8 without the word: the check finds it, and it waits."""
    done = arrange(root, lambda old: renumbered(old, 3, 9, onwards=False))
    assert [(one.kind, one.file, one.key) for one in done.waits] == [
        ("stale", "readings.yml", "readings[A04]")
    ]
    assert progress(root, EDITION).faults == []
    chapters = data(root, "policy.yml")["chapters"]
    assert [n for one in chapters for n in one["clauses"]] == clause_numbers()


def test_merged_clauses_keep_their_awards_and_say_where_they_come_from(root: Path) -> None:
    former = [data(root, f"{n}.yml") for n in (28, 29)]
    held = ids(root)
    done = arrange(root, lambda old: merged(old, [28, 29], 28))
    assert (29, 28) in done.numbers
    assert (41, 40) in done.numbers
    assert done.paragraphs == [("29.1", "28.2")]
    whole = data(root, "28.yml")
    assert whole["key"] == former[0]["key"]
    assert whole["from"] == [former[1]["key"]]
    assert ids(root) == held
    now = progress(root, EDITION)
    assert (now.faults, unready(now), now.cases) == ([], [], [])
    old, new = (PolicyDocument.read(compile_edition(root, one)) for one in (FORMER, EDITION))
    fates = {one["key"]: one["fate"] for one in edition_report(old, new)["clauses"]}
    assert fates[former[0]["key"]] == "merged"


def test_a_paragraph_goes_with_its_awards(root: Path) -> None:
    awards = [one["id"] for one in data(root, "17.yml")["awards"]]
    done = arrange(root, lambda old: moved(old, "17.2", "16"))
    assert done.paragraphs == [("17.2", "16.2")]
    assert [(one["id"], one["paragraph"]) for one in data(root, "16.yml")["awards"]] == [
        (id_, 2) for id_ in awards
    ]
    now = progress(root, EDITION)
    assert (now.faults, unready(now), now.cases) == ([], [], [])


def test_an_award_takes_its_sentence_along_in_both_languages(root: Path) -> None:
    award = next(one for one in data(root, "28.yml")["awards"] if one["id"] == "28-platform-title")
    done = arrange(root, lambda old: moved(old, award["id"], "27"))
    came = data(root, "27.yml")["paragraphs"][-1]
    left = data(root, "28.yml")["paragraphs"][0]
    for language in ("zh", "en"):
        assert award["quote"][language] in came[language]
        assert award["quote"][language] not in left[language]
    assert came["departments"] == left["departments"]
    assert {(one.kind, one.file) for one in done.waits} == {
        ("proposed", "27.yml"), ("proposed", "28.yml")
    }  # fmt: skip
    assert unready(progress(root, EDITION)) == []


def test_what_waits_follows_its_clause(root: Path) -> None:
    path = root / EDITION / "pending.yml"
    entry = '  - {id: 17-1, file: 17.yml, key: "paragraphs[1]", kind: stale}\n'
    path.write_text(path.read_text("utf-8") + entry, "utf-8")
    arrange(root, lambda old: moved(old, "17.2", "16"))
    files = [(one["file"], one["key"]) for one in data(root, "pending.yml")["pending"]]
    assert ("16.yml", "paragraphs[1]") in files


WRONG: dict[str, tuple[Arranging, str]] = {
    "no such clause": (lambda old: renumbered(old, 99, 3, onwards=False), "arrange-no-clause"),
    "a number below 1": (lambda old: renumbered(old, 3, 0, onwards=False), "arrange-taken"),
    "numbers of others": (lambda old: renumbered(old, 9, 3, onwards=True), "arrange-taken"),
    "merged into another": (lambda old: merged(old, [28, 29], 3), "arrange-into"),
    "one clause merged": (lambda old: merged(old, [28, 28], 28), "arrange-into"),
    "the title": (lambda old: moved(old, "17.1", "16"), "arrange-first"),
    "no such paragraph": (lambda old: moved(old, "17.9", "16"), "arrange-no-paragraph"),
    "no such award": (lambda old: moved(old, "17-nothing", "16"), "arrange-nothing"),
    "before the title": (lambda old: moved(old, "17.2", "16.1"), "arrange-to"),
    "no number": (lambda old: moved(old, "17.2", "next"), "arrange-to"),
}


@pytest.mark.parametrize(("arranging", "name"), WRONG.values(), ids=WRONG.keys())
def test_what_cannot_be_is_refused_and_nothing_is_written(
    copied: Path, arranging: Arranging, name: str
) -> None:
    before = texts(copied)
    with pytest.raises(PreparingError) as told:
        arrange(copied, arranging)
    assert told.value.name == name
    assert texts(copied) == before


def test_a_finished_edition_stays_as_it_is(copied: Path) -> None:
    with pytest.raises(PreparingError) as told:
        rearrange(copied, FORMER, lambda old: renumbered(old, 3, 4, onwards=False),
                  cache=copied.parent)  # fmt: skip
    assert told.value.name == "arrange-finished"


@pytest.mark.parametrize("at", [1, 2])
def test_a_run_stopped_between_two_renames_is_put_right(
    root: Path, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where folders cannot be exchanged, on Windows, the edition is away for a moment."""
    before, calls = texts(root), 0
    real: Callable[[Path, Path], None] = folder_exchange.rename

    def stopped(path: Path, to: Path) -> None:
        nonlocal calls
        calls += 1
        if calls >= at:
            raise KeyboardInterrupt
        real(path, to)

    monkeypatch.setattr(folder_exchange, "exchange", lambda *_: False)
    monkeypatch.setattr(folder_exchange, "rename", stopped)
    monkeypatch.setattr(writing.shutil, "rmtree", lambda *_, **__: None)  # as if it were killed
    with pytest.raises(KeyboardInterrupt):
        arrange(root, lambda old: renumbered(old, 17, 20, onwards=False))
    monkeypatch.undo()
    rearranging.tidy(root)
    assert all_editions(root) == (FORMER, EDITION)
    assert texts(root) == before
    assert not [path for path in root.iterdir() if path.name.startswith(".")]
