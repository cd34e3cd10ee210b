"""A small invented edition, fresh for each test, which tests break on purpose."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from clauses.faults import Fault, PolicyFilesError
from clauses.loading import read_policy

SMALL = Path(__file__).parent / "small"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small edition that a test may change."""
    return Path(shutil.copytree(SMALL, tmp_path / "clauses"))


@pytest.fixture
def faults(small: Path) -> Callable[[], list[Fault]]:
    """Read the small edition and return what is wrong with it."""

    def read() -> list[Fault]:
        try:
            read_policy(small)
        except PolicyFilesError as faulty:
            return faulty.faults
        return []

    return read
