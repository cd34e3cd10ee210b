"""An issued text follows a draft: what was said of the draft and its letter is not said of it."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clauses.folder import CLAUSES
from clauses.preparing.case_files import days_later
from clauses.preparing.proving import faults_of
from clauses.preparing.revise import Prepared
from clauses.preparing.writing import write_files
from clauses.yaml12 import load
from tests.clauses.preparing.conftest import changed_source, former_policy, without_letter


def policy_of(made: Prepared) -> dict[str, Any]:
    """Return `policy.yml` of the prepared edition, which is text."""
    text = made.files["policy.yml"]
    assert isinstance(text, str)
    found: dict[str, Any] = load(text)
    return found


def test_nothing_of_the_draft_is_said_of_the_issued_text(prepared: Callable[..., Prepared]) -> None:
    edition = policy_of(prepared(without_letter()))
    assert former_policy().edition.status.final
    assert edition["status"]["state"] == "issued"
    assert "final" not in edition["status"]
    assert not {"letter", "subtitle"} & set(edition)


def test_oddities_of_the_letter_go_with_the_letter(prepared: Callable[..., Prepared]) -> None:
    former = former_policy().edition
    labels = {one.label for one in former.letter}
    made = prepared(without_letter())
    kept = [one["where"]["zh"] for one in policy_of(made)["oddities"]]
    assert labels & {one.where.zh for one in former.oddities}
    assert kept == [one.where.zh for one in former.oddities if one.where.zh not in labels]
    assert [note for note in made.notes if note.kind != "proposed"] == []


def test_with_the_letter_its_oddities_stay(prepared: Callable[..., Prepared]) -> None:
    made = prepared(changed_source([]))
    assert len(policy_of(made)["oddities"]) == len(former_policy().edition.oddities)


NUMBER = "甬政办发〔2021〕1号"
NOTICE = """\
宁波市人民政府办公厅关于印发《宁波市推进制造业高质量发展的实施意见》的通知
{number}
各区县（市）人民政府，市直及部省属驻甬各单位：
《宁波市推进制造业高质量发展的实施意见》已经市政府同意，现印发给你们，请认真贯彻执行。
宁波市人民政府办公厅
2021年1月1日
"""
"""Line below line, as it comes out of an office system."""
PLACES = {
    "above the title": f"{NUMBER}\n\n{{}}",
    "below the title": f"{{title}}\n{NUMBER}\n{{rest}}",
    "in the notice": NOTICE.format(number=NUMBER) + "\n{}",
    "above the notice": f"{NUMBER}\n" + NOTICE.replace("{number}\n", "") + "\n附件\n\n{}",
}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())
def test_the_number_of_the_document_is_known_wherever_it_stands(
    prepared: Callable[..., Prepared], tmp_path: Path, place: str
) -> None:
    text = without_letter().strip()
    title, _, rest = text.partition("\n")
    made = prepared(place.format(text, title=title, rest=rest))
    edition = policy_of(made)
    assert edition["number"] == NUMBER
    assert edition["title"]["zh"] == former_policy().edition.title.zh
    assert all(NUMBER not in one["zh"] for one in edition.get("letter", []))
    lines = [one["zh"] for one in edition.get("letter", [])]
    assert lines == (
        [] if "印发" not in place else NOTICE.replace("{number}\n", "").split("\n")[:-1]
    )
    write_files(tmp_path / "clauses" / made.edition, made.files)
    for name in ("glossary.yml", "deviations.yml", "editions.yml"):
        shutil.copyfile(CLAUSES / name, tmp_path / "clauses" / name)
    faults = faults_of(tmp_path / "clauses", made.edition)
    assert [one.told("en") for one in faults if one.file.endswith("source.txt")] == []


@pytest.mark.parametrize(
    ("day", "later", "years"),
    [
        ("2020-02-28", "2021-02-28", 1),
        ("2020-02-29", "2021-02-28", 1),
        ("2020-02-29", "2024-02-29", 4),
        ("2021-02-29", "2021-02-29", 3),  # meant as no day: it stays none
        ("2021-13-01", "2021-13-01", 1),
    ],
)
def test_a_day_of_a_case_moves_and_what_is_none_stays_none(
    day: str, later: str, years: int
) -> None:
    assert days_later(f"{{date: {day}}}", years) == f"{{date: {later}}}"
