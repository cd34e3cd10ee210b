"""One clause of the real edition, broken on purpose, and the resulting messages."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from clauses.faults import PolicyFilesError
from clauses.files import YamlFile
from clauses.folder import CLAUSES
from clauses.model import Clause
from clauses.model.proof import Unclaimed
from clauses.proof.awards import check_awards
from clauses.proof.claims import clause_claims
from clauses.proof.passages import clause_passages
from clauses.proof.unclaimed import check_coverage
from tests.policy import EDITION


class Slip(NamedTuple):
    """A mistake in a clause of the real edition, and its message."""

    clause: int
    written: str
    instead: str
    key: str
    found: str
    allowed: str
    after: str = ""
    """The first occurrence after these words is changed."""


Told = Callable[..., list[str]]


@pytest.fixture(scope="session")
def excused() -> Unclaimed:
    """The excuses of the real edition."""
    read = YamlFile(CLAUSES / EDITION / "unclaimed.yml", CLAUSES).read(Unclaimed)
    assert read is not None
    return read


@pytest.fixture
def told(tmp_path: Path, excused: Unclaimed) -> Told:
    """`told(5, (written, instead), …)`: change clause 5 and return every message of the proof.

    A change may have a third part: words after which the first occurrence is changed.
    """

    def prove(number: int, *changes: tuple[str, ...]) -> list[str]:
        name = f"{EDITION}/{number:02d}.yml"
        text = (CLAUSES / name).read_text("utf-8")
        for written, instead, *after in changes:
            begin = text.index(after[0]) if after else 0
            assert written in text[begin:], f"{written!r} does not stand in {name}"
            text = text[:begin] + text[begin:].replace(written, instead, 1)
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        file = YamlFile(path, tmp_path)
        clause = file.read(Clause)
        assert clause is not None, file.faults
        doubtful = check_awards([(file, clause)])
        check_coverage(
            YamlFile(CLAUSES / EDITION / "unclaimed.yml", CLAUSES),
            excused,
            list(clause_passages(number, file)),
            clause_claims(clause),
            doubtful,
            whole=False,
        )
        return [str(fault) for fault in PolicyFilesError(file.faults).faults]

    return prove


@pytest.fixture
def is_told(told: Told) -> Callable[[Slip], None]:
    """Make a mistake and require a message with its key, with what was found and is allowed."""

    def require(slip: Slip) -> None:
        messages = told(slip.clause, (slip.written, slip.instead, slip.after))
        assert any(
            f"  {slip.key}\n" in text
            and slip.found in text.partition("allowed:")[0]
            and slip.allowed in text.partition("allowed:")[2]
            for text in messages
        ), "\n".join(messages) or "nothing was told"

    return require
