"""An invented edition with composed sums goes through the check, the engine and the form."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from answers.session import FormSession

from clauses import PolicyFilesError, read_policy
from clauses.export import policy_document
from clauses.yaml12 import load
from eligibility import Policy, assess
from eligibility.codes import STEPS
from nearness import curves, near_misses, worthwhile
from tests.imports import ROOT

SMALL = ROOT / "tests" / "clauses" / "small"
CLAUSE = Path(__file__).with_name("composed.yml")


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """The wizard's part of the small edition with the clause of composed sums as its second."""
    root = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("made") / "clauses"))
    folder = root / "2020-03-16"
    shutil.copy(CLAUSE, folder / "02.yml")
    source = (folder / "source.txt").read_text("utf-8")
    head, tail = source.index("2、奖励好机器"), source.index("从高、不重复。本")
    paragraphs = [one["zh"] for one in load(CLAUSE.read_text("utf-8"))["paragraphs"]]
    text = source[:head] + "\n\n".join(paragraphs) + "\n\n" + source[tail:]
    (folder / "source.txt").write_text(text, "utf-8")
    try:
        return policy_document(read_policy(root))
    except PolicyFilesError as faulty:
        pytest.fail(str(faulty))


@pytest.fixture(scope="module")
def policy(document: Mapping[str, Any]) -> Policy:
    return Policy.from_document(document)


def claim(award: str, **facts: Any) -> dict[str, Any]:
    return {"id": award, "award": award, "subject": award, "date": "2021-05-01", "facts": facts}


SUMS = [
    ("02-equipment", {"equipment": "10000000", "no_land": True}, "600000"),
    ("02-equipment", {"equipment": "10000000", "no_land": False}, "500000"),
    ("02-equipment", {"equipment": "90000000", "no_land": True}, "2000000"),
    ("02-growth", {"output": "120000000", "before": "100000000"}, "80000"),
    ("02-growth", {"output": "900000000", "before": "100000000"}, "1000000"),
    ("02-match", {"grant": "1234567.89"}, "1234567.89"),
    ("02-technicians", {"people": "12"}, "24000"),
    ("02-rent", {"area": "300", "months": "6"}, "18000"),
]
"""Claims with the sum worked by hand; the yearly limit of 1,000,000 cuts the second growth."""


@pytest.mark.parametrize(("award", "facts", "due"), SUMS)
def test_a_claim_gets_its_sum(policy: Policy, award: str, facts: Any, due: str) -> None:
    (found,) = assess(policy, {"claims": [claim(award, **facts)]})["awards"]
    assert (found["status"], found["amount"]) == ("payable", due)
    assert {"computed", "result"} <= {step["code"] for step in found["steps"]}
    for step in found["steps"]:
        assert tuple(sorted(step["params"])) == tuple(sorted(STEPS[step["code"]]))


RANGES = [
    ("02-equipment", {"equipment": "10000000"}, ["500000", "600000"]),
    ("02-equipment", {"no_land": True}, ["0", "2000000"]),
    ("02-growth", {"output": "120000000"}, ["0", "480000"]),
    ("02-growth", {}, ["0", "1000000"]),
    ("02-technicians", {}, ["0", None]),
    ("02-rent", {"months": "6"}, ["0", "18000"]),
]


@pytest.mark.parametrize(("award", "facts", "span"), RANGES)
def test_unknown_facts_leave_a_range(policy: Policy, award: str, facts: Any, span: Any) -> None:
    (found,) = assess(policy, {"claims": [claim(award, **facts)]})["awards"]
    assert (found["status"], found["range"]) == ("needs-facts", span)


def test_a_part_of_a_person_is_impossible(policy: Policy) -> None:
    (found,) = assess(policy, {"claims": [claim("02-technicians", people="1.5")]})["awards"]
    assert found["status"] == "invalid"


def test_what_is_near_is_found_in_parts(policy: Policy) -> None:
    application = {"claims": [claim("02-equipment", equipment="30000000", no_land=True)]}
    found = worthwhile(near_misses(policy, application))
    assert [(miss["fact"], miss["to"], miss["why"]) for miss in found] == [
        ("equipment", "33333333.34", "ceiling")
    ]
    assert curves(policy, application) == []


STATE = {
    "form": 3,
    "subjects": [{"id": "s0", "kind": "enterprise", "name": "示例", "same": "", "planned": {}}],
    "claims": [
        {
            "id": "c0",
            "award": "02-technicians",
            "subject": "s0",
            "date": "2021",
            "facts": {"people": {"text": "十二人", "unit": "piece"}},
        },
        {
            "id": "c1",
            "award": "02-growth",
            "subject": "s0",
            "date": "2021",
            "facts": {
                "output": {"text": "1.2亿", "unit": "wan"},
                "before": {"text": "10000", "unit": "wan"},
            },
        },
    ],
    "paid": [],
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_form_reads_counts_and_the_results_say_the_steps(
    document: Mapping[str, Any], language: str
) -> None:
    session = FormSession(json.dumps(document, ensure_ascii=False))
    read = json.loads(session.read(json.dumps(STATE), language))
    assert read["application"]["claims"][0]["facts"] == {"people": "12"}
    results = session.results(language)
    total = {"zh": "10.4万元", "en": "RMB 104,000"}[language]
    for said in (total, "120,000,000 − 100,000,000 = 20,000,000", "12 × 2,000 = 24,000"):
        assert said in results
