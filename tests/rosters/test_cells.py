"""Cells of a roster, as people and spreadsheets write them."""

from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from clauses.messages import Both
from clauses.rosters.values import CellError, Codes, fact_of, is_unknown
from eligibility.rules import FactType

CELLS = yaml.safe_load(Path(__file__).with_name("cells.yml").read_text("utf-8"))
LEVELS = Codes({
    "national": Both("国家级", "national"),
    "provincial": Both("省级", "provincial"),
})  # fmt: skip


@pytest.mark.parametrize("case", CELLS, ids=lambda case: f"{case['type']} {case['cell']}")
def test_a_cell_is_read_or_refused_and_never_another_value(case: dict[str, Any]) -> None:
    assert _read(case) == {key: case[key] for key in ("value", "refused", "unknown") if key in case}


def test_the_cells_show_every_type_of_fact() -> None:
    # codes of a list are read alike
    alike = {"star", "scope", "code"}
    assert {case["type"] for case in CELLS} == {*get_args(FactType)} - alike


def _read(case: dict[str, Any]) -> dict[str, Any]:
    if is_unknown(case["cell"]):
        return {"unknown": True}
    try:
        unit = case.get("unit", "yuan")
        return {"value": fact_of(case["type"], case["cell"], unit, LEVELS)}
    except CellError:
        return {"refused": True}
