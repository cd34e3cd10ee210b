"""The example profiles are read, and a name unknown to the policy is reported with its place."""

import shutil
from pathlib import Path
from typing import get_args

import pytest

from clauses.document import PolicyDocument
from clauses.examples import read_examples
from clauses.export import compile_edition
from clauses.faults import PolicyFilesError
from clauses.folder import CLAUSES
from clauses.messages import catalogue
from eligibility.rules import CODES, FactType
from tests import invented_policy
from tests.policy import EDITION, compiled


def test_the_four_examples_mean_the_same_in_both_languages() -> None:
    profiles = read_examples(compiled())
    assert [profile.key for profile in profiles] == [
        "equipment-maker", "industrial-internet", "park-operator", "small-specialist",
    ]  # fmt: skip
    for profile in profiles:
        zh, en = (profile.applications[language]["claims"] for language in ("zh", "en"))
        assert [{**claim, "subject": ""} for claim in zh] == [
            {**claim, "subject": ""} for claim in en
        ]


@pytest.mark.parametrize(
    ("right", "wrong", "key"),
    [
        ("actual_input: 8600万元", "input: 8600万元", "claims[0].facts.input"),
        ("actual_input: 8600万元", "actual_input: 8600", "claims[0].facts.actual_input"),
        ("scope: provincial", "scope: regional", "claims[2].facts.scope"),
        ("selected: true", "selected: 1", "claims[0].facts.selected"),
        ("about: machine", "about: engine", "claims[2].about"),
        ("21-first-set", "21-no-such-award", "claims[2].award"),
        ("[manufacturer]", "[maker]", "roles[0]"),
        ("[investment,", "[no-topic,", "topics[0]"),
    ],
)
def test_what_the_policy_does_not_know_is_told_by_file_line_and_key(
    tmp_path: Path, right: str, wrong: str, key: str
) -> None:
    folder = tmp_path / EDITION / "examples"
    folder.mkdir(parents=True)
    file = folder / "equipment-maker.yml"
    shutil.copy(CLAUSES / EDITION / "examples" / file.name, file)
    text = file.read_text("utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong, 1), "utf-8")
    with pytest.raises(PolicyFilesError) as faulty:
        read_examples(compiled(), tmp_path)
    assert [fault.key for fault in faulty.value.faults] == [key]
    assert faulty.value.faults[0].file == f"{EDITION}/examples/equipment-maker.yml"


_KILN = """name: {{zh: 窑炉, en: Kiln}}
enterprise: {{zh: 甲公司, en: Firm A}}
about: {{zh: 一家窑炉企业。, en: A firm with a kiln.}}
roles: []
topics: []
subjects: {{}}
claims:
  - award: 07-kiln
    about: enterprise
    facts: {{started: {started}, saved: {saved}, clean: true}}
"""


def _kiln(folder: Path, started: str, saved: str) -> dict[str, object]:
    """Return the facts of an example about a day and a quantity."""
    policy = PolicyDocument.read(compile_edition(invented_policy.CLAUSES, invented_policy.EDITION))
    file = folder / invented_policy.EDITION / "examples" / "kiln.yml"
    file.parent.mkdir(parents=True)
    file.write_text(_KILN.format(started=started, saved=saved), "utf-8")
    (profile,) = read_examples(policy, folder)
    facts: dict[str, object] = profile.applications["zh"]["claims"][0]["facts"]
    return facts


def test_an_example_answers_with_a_day_and_a_quantity(tmp_path: Path) -> None:
    facts = _kiln(tmp_path, "2024-06-30", "120")
    assert facts == {"started": "2024-06-30", "saved": "120", "clean": True}


@pytest.mark.parametrize(
    ("started", "saved", "key"),
    [("2024年6月", "120", "started"), ("2024-06-30", "many", "saved")],
)
def test_no_day_and_no_quantity_are_told(
    tmp_path: Path, started: str, saved: str, key: str
) -> None:
    with pytest.raises(PolicyFilesError) as faulty:
        _kiln(tmp_path, started, saved)
    (told,) = faulty.value.faults
    assert told.key == f"claims[0].facts.{key}"
    assert told.allowed in ("a day, like 2021-06-30", "a whole number")


def test_what_a_fact_of_each_type_takes_can_be_said() -> None:
    for kind in get_args(FactType):
        listed = kind == "code" or kind in CODES
        assert listed or f"value-of-{kind}" in catalogue("en")["phrases"], kind
