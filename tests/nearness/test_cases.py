"""The near misses of the cases in `cases.yml`, each worked out by hand."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from nearness import near_misses, worthwhile
from tests.policy import policy

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_the_near_misses_of_a_case(case: dict[str, Any]) -> None:
    application = {"claims": case["claims"], "paid": case.get("paid", [])}
    found = worthwhile(near_misses(policy(), application))
    assert [(miss["claim"], miss["fact"]) for miss in found] == [
        (miss["claim"], miss["fact"]) for miss in case["near"]
    ]
    for miss, wanted in zip(found, case["near"], strict=True):
        assert {key: miss[key] for key in wanted} == wanted
