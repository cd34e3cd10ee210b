"""The edition of 2020 with changes made to its text, as a clerk receives it."""

import shutil
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from clauses.folder import CLAUSES
from clauses.loading import read_policy
from clauses.model.policy import Policy
from clauses.preparing.pairing import Answer
from clauses.preparing.revise import Prepared, prepare
from clauses.revision.texts import read_whole_text

FORMER = "2020-03-16"
NEW = date(2021, 1, 1)
Changes = Sequence[tuple[str, str]]


@cache
def former_policy() -> Policy:
    return read_policy(CLAUSES, FORMER)


def changed_source(changes: Changes) -> str:
    """Return the source of 2020 with words replaced; each must be there."""
    text = (CLAUSES / FORMER / "source.txt").read_text("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def without_letter(changes: Changes = ()) -> str:
    """Return the changed text as it would be issued: no letter, no （征求意见稿）."""
    title = former_policy().edition.title.zh
    text = changed_source(changes)
    return text[text.rindex(f"\n{title}") :].replace("(征求意见稿)", "", 1)


@pytest.fixture
def prepared(tmp_path: Path) -> Callable[..., Prepared]:
    """Prepare an edition from the changed text, without proving or writing it."""

    def run(text: str, answers: Sequence[Answer] = ()) -> Prepared:
        path = tmp_path / "text.txt"
        path.write_text(text, "utf-8")
        return prepare(read_whole_text(path), path.name, NEW, CLAUSES, former_policy(), answers)

    return run


def house_in(folder: Path) -> Path:
    """Copy the edition of 2020 and the common files into a folder."""
    root = folder / "clauses"
    root.mkdir(parents=True)
    for name in ("glossary.yml", "deviations.yml", "editions.yml"):
        shutil.copyfile(CLAUSES / name, root / name)
    shutil.copytree(CLAUSES / FORMER, root / FORMER)
    return root


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the edition of 2020 that a test may change."""
    return house_in(tmp_path)
