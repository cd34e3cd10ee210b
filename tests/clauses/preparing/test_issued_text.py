"""An issued text follows a draft: what was said of the draft and its letter is not said of it."""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from clauses.folder import CLAUSES
from clauses.loading import read_policy
from clauses.model.edition import Validity
from clauses.preparing.case_files import days_later
from clauses.preparing.proving import faults_of
from clauses.preparing.revise import Prepared, prepare
from clauses.preparing.writing import write_files
from clauses.revision.outside import state
from clauses.revision.texts import read_whole_text
from clauses.yaml12 import load
from tests.clauses.preparing.conftest import (
    FORMER,
    NEW,
    changed_source,
    former_policy,
    without_letter,
)

MARK = "(补充核心政策条款)"


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
    *before, last = (event["what"] for event in edition["status"]["history"])
    assert any("2020年3月16日文本" in one["zh"] for one in before)
    assert not any("本文本" in one["zh"] or "this text" in one["en"].lower() for one in before)
    assert last["zh"].startswith("本文本")
    assert not {"letter", "subtitle"} & set(edition)


@pytest.mark.parametrize(
    ("subtitle", "zh", "en"),
    [
        ("征求意见稿", "征求意见稿（2021年1月1日），", "Draft for comment (1 January 2021)"),
        ("草案征求意见稿", "征求意见稿（2021年1月1日）", "Draft for comment (1 January 2021)"),
        ("送审稿", "送审稿（2021年1月1日），尚未施行。", "Draft for approval (1 January 2021)"),
        ("讨论稿", "讨论稿（2021年1月1日），尚未施行。", "Draft for discussion (1 January 2021)"),
        ("草案", "草案（2021年1月1日），尚未施行。", "Draft (1 January 2021), not in force."),
    ],
)  # fmt: skip
def test_whatever_a_head_calls_a_draft_is_one_in_policy_yml(
    prepared: Callable[..., Prepared], subtitle: str, zh: str, en: str
) -> None:
    text = changed_source([])
    title = former_policy().edition.title.zh
    begin = text.rindex(f"\n{title}")
    made = prepared(text[:begin] + text[begin:].replace("征求意见稿", subtitle, 1))
    status = policy_of(made)["status"]
    assert status["state"] == "draft" == state(made.comparison.new.head)
    assert status["short"]["zh"].startswith(zh)
    assert status["short"]["en"].startswith(en)


def test_oddities_of_the_letter_go_with_the_letter(prepared: Callable[..., Prepared]) -> None:
    former = former_policy().edition
    labels = {one.label for one in former.letter}
    made = prepared(without_letter())
    kept = [one["where"]["zh"] for one in policy_of(made)["oddities"]]
    assert labels & {one.where.zh for one in former.oddities}
    assert kept == [one.where.zh for one in former.oddities if one.where.zh not in labels]
    assert [note for note in made.notes if note.key.startswith("oddities")] == []


@pytest.mark.parametrize(
    ("mark", "words"), [("", "待补充|补充核心政策条款|草案|征求意见"), (MARK, "草案|征求意见")],
    ids=["without its marks", "with its marks"],
)  # fmt: skip
def test_what_we_said_of_the_draft_waits_for_a_person(
    prepared: Callable[..., Prepared], mark: str, words: str
) -> None:
    made = prepared(without_letter().replace(MARK, mark).replace("（补充核心政策条款）", mark))
    waiting = {(note.file, note.key) for note in made.notes if note.kind == "stale"}
    speaking = set()
    for name, held in made.files.items():
        if name[:2].isdigit() or name == "readings.yml" or name.startswith("examples/"):
            data = load(held.decode() if isinstance(held, bytes) else held)
            for key, items in data.items():
                for n, item in enumerate(items if isinstance(items, list) else [items]):
                    if key not in ("paragraphs", "support") and re.search(words, str(item)):
                        id_ = item.get("id", n) if isinstance(items, list) else None
                        speaking.add((name, key if id_ is None else f"{key}[{id_}]"))
    assert ("readings.yml", "readings[A42]") in speaking
    assert len({name for name, _ in speaking}) > (10 if not mark else 1)
    assert speaking <= waiting


def test_what_we_said_of_a_draft_by_another_name_waits_too(house: Path, tmp_path: Path) -> None:
    readings = house / FORMER / "readings.yml"
    words = readings.read_text("utf-8")
    at = words.index("    point:\n      zh: ", words.index("- id: A01\n")) + len(
        "    point:\n      zh: "
    )
    readings.write_text(f"{words[:at]}送审稿说：{words[at:]}", "utf-8", newline="\n")
    path = tmp_path / "text.txt"
    path.write_text(without_letter().replace(MARK, "（补充核心政策条款）"), "utf-8")
    made = prepare(read_whole_text(path), path.name, NEW, house, read_policy(house, FORMER), ())
    stale = [note.old for note in made.notes if note.key == "readings[A01]"]
    assert any("送审稿" in old for old in stale)


def test_a_term_that_begins_with_publication_is_read_anew(tmp_path: Path) -> None:
    words = "本政策自公布之日起施行，有效期至2026年12月31日"
    policy = former_policy()
    text = changed_source([("本政策有效期 3 年，自 2020 年起实施", words)])
    term = Validity.model_validate(
        policy.edition.validity.model_dump(by_alias=True)
        | {"from": date(2020, 3, 16), "to": date(2026, 12, 31)}
        | {"words": {"zh": words, "en": "This policy is valid from publication."}}
    )
    closing = [
        one.model_copy(update={"zh": one.zh.replace("本政策有效期3年，自2020年起实施", words)})
        for one in policy.edition.closing
    ]
    edition = policy.edition.model_copy(update={"validity": term, "closing": closing})
    path = tmp_path / "text.txt"
    path.write_text(text, "utf-8")
    former = replace(policy, edition=edition)
    made = prepare(read_whole_text(path), path.name, NEW, CLAUSES, former, ())
    keys = {note.key: note for note in made.notes}
    assert "2020-03-16" in keys["validity"].old
    assert "2021-01-01" in keys["validity"].new
    assert "readings[A41]" in keys
    readings = made.files["readings.yml"]
    assert isinstance(readings, str)
    assert "2021年1月1日至2026年12月31日" in readings
    (told,) = (one for one in made.report["changes"] if one["kind"] == "validity")
    assert (told["old"], told["new"]) == ("2020-03-16 – 2026-12-31", "2021-01-01 – 2026-12-31")
    assert not told["disputed"]
    assert made.report["totals"]["substance"] == sum(c["substance"] for c in made.report["changes"])


@pytest.mark.parametrize(
    ("words", "last"), [("有效期至2025年12月31日", "2025-12-31"), ("有效期五年", "2024-12-31")]
)
def test_a_term_that_names_only_its_end_has_one_and_its_first_day_waits(
    prepared: Callable[..., Prepared], words: str, last: str
) -> None:
    made = prepared(changed_source([("本政策有效期 3 年，自 2020 年起实施", f"本政策{words}")]))
    validity = policy_of(made)["validity"]
    assert (validity["from"], validity["to"]) == ("2020-01-01", last)
    assert made.term and made.term[1] == (date(2020, 1, 1), date.fromisoformat(last))
    assert [note.kind for note in made.notes if note.key == "validity"] == ["stale"]


def test_days_and_years_of_the_former_term_become_those_of_the_new_one(
    prepared: Callable[..., Prepared],
) -> None:
    term = "本政策自2021年1月1日起施行，有效期至2025年12月31日"
    made = prepared(without_letter([("本政策有效期 3 年，自 2020 年起实施", term)]))
    waiting = {f"{note.kind} {note.file} {note.key}" for note in made.notes}
    places = {
        "readings.yml readings[A15]",
        "readings.yml readings[A16]",
        "26.yml awards[26-core-team]",
    }
    assert {f"proposed {place}" for place in places} <= waiting
    readings, clause = str(made.files["readings.yml"]), str(made.files["26.yml"])
    assert "至多为2021年至2025年" in readings
    assert "at most 2021 to 2025" in readings
    assert "2021年以前的年度" in clause
    assert "years before 2021" in clause
    same = prepared(without_letter())
    assert not places & {f"{note.file} {note.key}" for note in same.notes}


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
DISCLOSED = "（此件公开发布）"
PLACES = {
    "above the title": f"{NUMBER}\n\n{{}}",
    "below the title": f"{{title}}\n{NUMBER}\n{{rest}}",
    "in the notice": NOTICE.format(number=NUMBER) + "\n{}",
    "above the notice": f"{NUMBER}\n" + NOTICE.replace("{number}\n", "") + "\n附件\n\n{}",
    "before a line on publication": NOTICE.format(number=NUMBER) + DISCLOSED + "\n\n{}",
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
    letter = edition.get("letter", [])
    assert [one["zh"] for one in letter] == (
        []
        if "印发" not in place
        else NOTICE.replace("{number}\n", "").split("\n")[:-1] + [DISCLOSED] * (DISCLOSED in place)
    )
    # what every notice says is put into English, and the check agrees to it
    assert all("TODO" not in one["en"] for one in letter)
    waits = [note for note in made.notes if note.key.startswith("letter")]
    assert {note.kind for note in waits} <= {"proposed"}
    write_files(tmp_path / "clauses" / made.edition, made.files)
    for name in ("glossary.yml", "deviations.yml", "editions.yml"):
        shutil.copyfile(CLAUSES / name, tmp_path / "clauses" / name)
    faults = faults_of(tmp_path / "clauses", made.edition)
    assert [one.told("en") for one in faults
            if one.file.endswith("source.txt") or one.key.startswith("letter")] == []  # fmt: skip


@pytest.mark.parametrize(
    ("signed", "told"),
    [("2021年1月1日", []), ("2021 年 5 月 4 日", ["2021-05-04"]), ("2021年2月30日", [])],
)
def test_another_day_below_the_signature_is_told(
    prepared: Callable[..., Prepared], signed: str, told: list[str]
) -> None:
    notice = NOTICE.format(number=NUMBER).replace("2021年1月1日", signed)
    made = prepared(notice + "\n" + without_letter().strip())
    assert made.report["other_days"] == told


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
