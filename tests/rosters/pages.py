"""The page of a comparison, for the tests in browsers."""

from pathlib import Path

from clauses.export import compile_edition
from docs.commands.measuring import measure_under
from tests.rosters.conftest import changed
from tests.rosters.made import write
from tests.rosters.test_runs import arguments


def page_of_a_comparison(folder: Path) -> Path:
    """Run a comparison, and return the folder with its page."""
    write(folder / "roster.csv", 200)
    old = compile_edition()
    measure_under([old, changed(old)], arguments(folder / "roster.csv"), folder / "out")
    return folder / "out"
