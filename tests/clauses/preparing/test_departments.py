"""A renamed or a new department: its English is asked in one place and put everywhere."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clauses.preparing.confirm import confirm
from clauses.preparing.pending import read_pending
from clauses.preparing.progress import progress
from clauses.preparing.revise import Prepared, revise
from clauses.yaml12 import load
from tests.clauses.preparing.conftest import NEW, changed_source

FORMER_NAME, NAME = "市金融办", "市地方金融局"
ENGLISH = "Ningbo Municipal Local Finance Bureau"
WAS = "Ningbo Municipal Financial Affairs Office"
AT = "departments.financial-affairs"


def renamed() -> str:
    return changed_source([]).replace(FORMER_NAME, NAME)


def new_one() -> str:
    return changed_source([("市金融办", "市金融办、市海洋局")])


def folder_text(folder: Path, *but: str) -> str:
    files = [*folder.glob("*.yml"), *folder.glob("examples/*.yml")]
    return "\n".join(path.read_text("utf-8") for path in files if path.name not in but)


def test_a_renamed_department_keeps_its_code_and_waits_in_one_place(house: Path) -> None:
    text = house.parent / "text.txt"
    text.write_text(renamed(), "utf-8")
    revise(text, NEW, house, cache=house.parent / "cache")
    edition = NEW.isoformat()
    waits = {(one.file, one.key): one.kind for one in read_pending(house, edition) or []}
    assert waits["policy.yml", AT] == "empty"
    assert {kind for at, kind in waits.items() if at[1] != AT} == {"proposed"}
    assert FORMER_NAME not in folder_text(house / edition, "policy.yml", "pending.yml")
    assert WAS not in folder_text(house / edition, "policy.yml", "pending.yml")
    assert progress(house, edition).compiled, "a name that is not written yet hides no rule"

    asked = next(one.id for one in read_pending(house, edition) or [] if one.key == AT)
    refused = confirm(house, edition, [asked], all_proposed=True, cache=house.parent / "cache")
    assert [one.entry.id for one in refused.refused] == [asked]
    assert not refused.finished
    policy = house / edition / "policy.yml"
    written = policy.read_text("utf-8").replace(
        "en: TODO-renamed-financial-affairs", f"en: {ENGLISH}"
    )
    policy.write_text(written, "utf-8")
    done = confirm(house, edition, [asked], all_cases=True, cache=house.parent / "cache")
    assert done.finished, [fault.told("en") for fault in done.left.faults]
    assert "TODO" not in folder_text(house / edition)
    clause = load((house / edition / "33.yml").read_text("utf-8"))
    assert ENGLISH in clause["paragraphs"][0]["en"]


def test_a_new_department_gets_a_lasting_code_after_its_name(house: Path) -> None:
    text = house.parent / "text.txt"
    text.write_text(new_one(), "utf-8")
    revise(text, NEW, house, cache=house.parent / "cache")
    edition = NEW.isoformat()
    policy = house / edition / "policy.yml"
    named = policy.read_text("utf-8").replace(
        "en: TODO-new-department-1", "en: Ningbo Municipal Bureau of Oceans"
    )
    policy.write_text(named, "utf-8")
    asked = [one.id for one in read_pending(house, edition) or [] if one.kind == "empty"]
    done = confirm(
        house, edition, asked, all_proposed=True, all_cases=True, cache=house.parent / "cache"
    )
    assert done.finished, [fault.told("en") for fault in done.left.faults]
    assert "new-department" not in folder_text(house / edition)
    assert load(policy.read_text("utf-8"))["departments"]["oceans"]["zh"] == "市海洋局"


@pytest.mark.parametrize("name", [NAME, "市科技局"])
def test_a_department_that_stays_somewhere_or_was_there_before_is_not_renamed(
    prepared: Callable[[str], Prepared], name: str
) -> None:
    text = changed_source([]).replace(FORMER_NAME, name, 1)
    made = prepared(text)
    policy = made.files["policy.yml"]
    assert isinstance(policy, str)
    assert load(policy)["departments"]["financial-affairs"]["zh"] == FORMER_NAME
