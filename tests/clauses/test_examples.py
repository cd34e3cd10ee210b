"""The example profiles are read, and a name unknown to the policy is reported with its place."""

import shutil
from pathlib import Path

import pytest

from clauses.examples import read_examples
from clauses.faults import PolicyFilesError
from clauses.folder import CLAUSES
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
