"""A roster in a file, and the documents of two editions that differ in clause 3."""

import copy
from pathlib import Path
from typing import Any

import pytest

from clauses.export import compile_edition
from tests.rosters.made import write

Json = dict[str, Any]
INVESTMENT = "03-industrial-investment"


@pytest.fixture(scope="session")
def old() -> Json:
    """The compiled document of the published edition."""
    return compile_edition()


@pytest.fixture(scope="session")
def new(old: Json) -> Json:
    """The other edition."""
    return changed(old)


def changed(old: Json) -> Json:
    """Return an edition with a lower ceiling in clause 3, without the awards of clause 5."""
    made = copy.deepcopy(old)
    made["edition"]["edition"] = "2021-06-01"
    made["awards"] = [award for award in made["awards"] if award["clause"] != 5]
    (award,) = [award for award in made["awards"] if award["id"] == INVESTMENT]
    award["sum"]["at_most"] = "500000"
    return made


@pytest.fixture(scope="session")
def roster(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five hundred enterprises, some of whose rows cannot be used."""
    path = tmp_path_factory.mktemp("roster") / "roster.csv"
    write(path, 500)
    return path
