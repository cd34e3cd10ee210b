"""The table of topics reaches every award and line, and narrows only by the clause's own words."""

import shutil
from pathlib import Path

import pytest

from clauses.faults import PolicyFilesError
from clauses.folder import CLAUSES
from clauses.loading import read_policy
from clauses.texts import ledgers_of
from clauses.topics import read_topics
from tests.policy import EDITION, document


def test_every_award_line_and_price_floor_stands_under_a_topic() -> None:
    topics = read_topics(document(), EDITION)
    reached = {id_ for topic in topics.topics for id_ in topic.awards}
    entries = [*document()["awards"], *document()["lines"]]
    assert entries
    assert {entry["id"] for entry in entries} == reached


def test_about_a_dozen_topics_are_left_for_one_kind_of_applicant() -> None:
    topics = read_topics(document(), EDITION)
    for role in topics.roles:
        asked = [
            topic.key
            for topic in topics.topics
            if any(
                id_ not in topics.only_for or role.key in topics.only_for[id_].roles
                for id_ in topic.awards
            )
        ]
        assert 10 <= len(asked) <= 15, role.key


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("awards: [13-green-title, ", "awards: [", "“13-green-title” under no topic"),
        ("13-green-product]", "13-green-thing]", "“13-green-thing”"),
        ("words: 软件企业", "words: 任何企业", "“任何企业”"),
        ("roles: [design-body]", "roles: [designer]", "“designer”"),
        ("key: green\n", "key: brand\n", "“brand” twice"),
        ("key: green\n", "kee: green\n", "no such key"),
    ],
)
def test_a_fault_is_named_by_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    folder = tmp_path / EDITION
    folder.mkdir()
    shutil.copy(CLAUSES / EDITION / "topics.yml", folder)
    file = folder / "topics.yml"
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(PolicyFilesError) as faulty:
        read_topics(document(), EDITION, tmp_path)
    assert said in str(faulty.value)
    assert f"{EDITION}/topics.yml:" in str(faulty.value)


def test_a_topic_that_leads_to_nothing_is_not_offered(tmp_path: Path) -> None:
    folder = tmp_path / EDITION
    folder.mkdir()
    file = folder / "topics.yml"
    empty = "  - key: empty\n    name: {zh: 空, en: empty}\n    awards: []\nonly_for:"
    text = (CLAUSES / EDITION / "topics.yml").read_text("utf-8")
    file.write_text(text.replace("only_for:", empty, 1), "utf-8")
    topics = read_topics(document(), EDITION, tmp_path)
    assert topics.topics[-1].key == "empty", "the file may have it, and examples may name it"
    offered = ledgers_of(read_policy(), topics)["topics"]["topics"]
    assert [topic["key"] for topic in offered] == [t.key for t in topics.topics[:-1]]
