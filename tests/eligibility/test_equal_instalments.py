"""Equal instalments are exact, also where no decimals write them: a third of 9 million."""

import copy
from pathlib import Path

import pytest

from clauses.yaml12 import load
from eligibility import Policy, assess
from tests.eligibility.test_contract import VALID
from tests.policy import document
from tests.sentences.encoded import encoded

CASES = load((Path(__file__).with_name("equal_instalments.yml")).read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["zh"])
def test_equal_parts_are_exact(case: dict, tmp_path: Path) -> None:  # type: ignore[type-arg]
    told = encoded({key: case[key] for key in ("zh", "sum", "stages")}, tmp_path)
    assert told.award is not None, told.faults
    stages = told.award["stages"]
    assert [stage["share"] for stage in stages] == [case["share"]] * len(stages)

    policy = copy.deepcopy(document())
    (award,) = (one for one in policy["awards"] if one["id"] == "14-city-centre")
    award |= {"sum": told.award["sum"], "stages": stages}
    assert VALID["policy-document"](policy)
    claim = {
        "id": "a",
        "award": "14-city-centre",
        "subject": "中心",
        "date": "2020-06-01",
        "facts": {"recognised": True},
    }
    assessment = assess(Policy.from_document(policy), {"claims": [claim]})
    assert VALID["assessment"](assessment)
    (paid,) = assessment["awards"]
    assert [amount for _, amount in paid["stages"]] == case["paid"]
    shares = [step["params"]["share"] for step in paid["steps"] if step["code"] == "stage"]
    assert shares == [case["share"]] * len(stages)
