"""Four sums and the term change: a finished second edition by confirming only."""

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from clauses.folder import in_preparation
from clauses.loading import read_editions, read_policy
from clauses.preparing.confirm import Confirmed, confirm
from clauses.preparing.errors import PreparingError
from clauses.preparing.progress import progress
from clauses.preparing.revise import Prepared, revise
from clauses.preparing.telling import told_confirmed, told_progress
from clauses.yaml12 import load
from tests.clauses.preparing.conftest import FORMER, NEW, changed_source, house_in
from tests.made_editions import every

CHANGES = [
    ("不超过20%、最高3000万元补助,并按", "不超过15%、最高2500万元补助,并按"),
    ("最高 3000 万元补助。对省级园区", "最高 2000 万元补助。对省级园区"),
    ("分别给予最高 3000 万元、200 万元奖励", "分别给予最高 4000 万元、200 万元奖励"),
    ("企业核心团队最高 50 万元、100 万元", "企业核心团队最高 60 万元、100 万元"),
    ("本政策有效期 3 年，自 2020 年起实施", "本政策自公布之日起施行，有效期至2026年12月31日"),
]
EDITION = NEW.isoformat()
OWN = """\
- title: 世界500强
  working: 首次入选，按最高数
  claims:
    - {id: a, award: 26-world-500, subject: 企业甲, date: "2022-06-30", facts: {first_time: true}}
  expected:
    awards:
      - {status: payable, amount: "40000000"}
"""
"""A case that a clerk wrote for the new edition."""


@dataclass
class Steps:
    """What each step of the clerk gave, in a house of its own."""

    root: Path
    waiting: Path
    """A copy of the house before anything was confirmed."""
    prepared: Prepared
    before: str
    """The cases of clause 26 before they were confirmed."""
    proposals: Confirmed
    cases: Confirmed


def _cited(prepared: Prepared) -> list[str]:
    """Return what is not made ready: the reading that cites 不超过20%、最高3000万元 of clause 3."""
    return [entry.id for entry in prepared.pending if entry.key == "readings[A07]"]


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> Steps:
    folder = tmp_path_factory.mktemp("four-sums")
    root, cache = house_in(folder), folder / "cache"
    text = folder / "revised.txt"
    text.write_text(changed_source(CHANGES), "gb18030")
    prepared = revise(text, NEW, root, cache=cache)
    before = (root / EDITION / "cases" / "26.yml").read_text("utf-8")
    confirm(root, EDITION, _cited(prepared), cache=cache)
    waiting = Path(shutil.copytree(root, folder / "waiting" / "clauses"))
    proposals = confirm(root, EDITION, all_proposed=True, cache=cache)
    cases = confirm(root, EDITION, all_cases=True, cache=cache)
    return Steps(root, waiting, prepared, before, proposals, cases)


def test_everything_is_made_ready(steps: Steps) -> None:
    assert steps.prepared.questions == []
    others = [entry for entry in steps.prepared.pending if entry.kind != "proposed"]
    assert [(entry.key, entry.kind) for entry in others] == [("readings[A07]", "stale")]


def test_one_command_confirms_what_was_made_ready_and_shows_the_cases(steps: Steps) -> None:
    assert steps.proposals.refused == []
    assert len(steps.proposals.entries) == len(steps.prepared.pending) - 1
    assert not steps.proposals.finished
    assert steps.proposals.left.faults == []
    assert steps.proposals.left.cases


def test_a_second_command_confirms_the_cases_and_finishes_the_edition(steps: Steps) -> None:
    assert len(steps.cases.cases) == len(steps.proposals.left.cases)
    assert steps.cases.finished
    assert not in_preparation(EDITION, steps.root)
    assert [one.edition.edition for one in read_editions(steps.root)] == [FORMER, EDITION]


def test_the_term_is_that_of_the_text(steps: Steps) -> None:
    edition = read_policy(steps.root, EDITION).edition
    assert (edition.follows, edition.announced) == (FORMER, NEW)
    assert edition.validity.from_ == NEW
    assert str(edition.validity.to) == "2026-12-31"
    assert edition.validity.words.en.endswith("valid until 31 December 2026")


def test_a_confirmed_case_expects_the_new_sum_and_says_that_it_was_computed_again(
    steps: Steps,
) -> None:
    after = load((steps.root / EDITION / "cases" / "26.yml").read_text("utf-8"))
    was, now = (cases[0]["expected"]["awards"][0] for cases in (load(steps.before), after))
    assert (was["amount"], now["amount"]) == ("30000000", "40000000")
    assert "30000000 → 40000000" in after[0]["working"]


def test_the_former_edition_is_untouched(steps: Steps) -> None:
    original = Path(__file__).parents[3] / "clauses" / FORMER
    for path in original.rglob("*"):
        if path.is_file():
            copy = steps.root / FORMER / path.relative_to(original)
            assert copy.read_bytes() == path.read_bytes(), path.name


def test_the_report_says_what_waits(steps: Steps) -> None:
    report = json.loads(json.dumps(steps.prepared.report))
    assert report["totals"]["substance"] >= 5
    assert len(report["pending"]) == len(steps.prepared.pending)


def test_a_finished_edition_is_not_confirmed_again(steps: Steps, tmp_path: Path) -> None:
    with pytest.raises(PreparingError) as told:
        confirm(steps.root, EDITION, cache=tmp_path)
    assert told.value.name == "confirm-finished"


def test_after_a_correction_of_the_text_the_cases_of_a_finished_edition_are_confirmed(
    steps: Steps, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(steps.root, tmp_path / "clauses"))
    for name in ("03.yml", "source.txt"):
        path = root / EDITION / name
        text = path.read_text("utf-8")
        path.write_text(text.replace("成长性好、产业带动性强", "成长性强、产业带动性强"), "utf-8")
    assert progress(root, EDITION).cases
    done = confirm(root, EDITION, all_cases=True, cache=tmp_path)
    assert done.finished
    assert done.cases
    assert not in_preparation(EDITION, root)


def test_a_correction_computes_the_clerks_own_cases_anew_in_their_language(
    steps: Steps, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(steps.root, tmp_path / "clauses"))
    path = root / EDITION / "cases" / "own.yml"
    path.write_text(OWN, "utf-8")
    assert not progress(root, EDITION).cases
    for name in ("26.yml", "source.txt"):
        text = (root / EDITION / name).read_text("utf-8")
        text = text.replace("最高4000万元", "最高4100万元").replace(
            "最高 4000 万元", "最高 4100 万元"
        )
        text = text.replace("RMB 40 million", "RMB 41 million")
        (root / EDITION / name).write_text(text, "utf-8")
    now = progress(root, EDITION)
    assert now.faults == []
    assert "更正以后尚有" in told_progress(now, "zh")
    assert "正在制作" not in told_progress(now, "zh")
    done = confirm(root, EDITION, all_cases=True, cache=tmp_path)
    assert done.finished
    (own,) = load(path.read_text("utf-8"))
    assert own["expected"]["awards"][0]["amount"] == "41000000"
    assert own["working"] == f"按{EDITION}版重新计算：a: 金额 40000000 → 41000000"


@pytest.mark.parametrize("broken", ["deleted", "gb18030"])
def test_nothing_is_confirmed_in_a_file_that_cannot_be_read(
    steps: Steps, tmp_path: Path, broken: str
) -> None:
    root = Path(shutil.copytree(steps.root, tmp_path / "clauses"))
    waits = "pending:\n  - {id: 03-1, file: 03.yml, key: 'paragraphs[0]', kind: proposed}\n"
    (root / EDITION / "pending.yml").write_text(waits, "utf-8")
    path = root / EDITION / "03.yml"
    text = path.read_text("utf-8")
    path.unlink()
    if broken == "gb18030":
        path.write_text(text, "gb18030")
    done = confirm(root, EDITION, all_proposed=True, cache=tmp_path)
    assert [one.entry.id for one in done.refused] == ["03-1"]
    assert done.refused[0].faults
    assert (root / EDITION / "pending.yml").read_text("utf-8") == waits
    told = told_progress(done.left, "zh")
    assert told.count("问题：") == 1 or broken == "deleted"


def test_a_file_stands_for_all_of_its_places(steps: Steps, tmp_path: Path) -> None:
    root = Path(shutil.copytree(steps.waiting, tmp_path / "clauses"))
    with pytest.raises(PreparingError) as told:
        confirm(root, EDITION, ["3.yml"], cache=tmp_path)
    assert "03.yml" in told.value.told("zh")
    done = confirm(root, EDITION, ["03.yml"], cache=tmp_path)
    expected = [one.id for one in steps.prepared.pending if one.file == "03.yml"]
    assert done.entries == expected != []
    assert len(done.left.work) == len(steps.prepared.pending) - len(expected) - 1


def test_a_case_that_cannot_be_computed_is_told_with_what_to_do(
    steps: Steps, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(steps.waiting, tmp_path / "clauses"))
    every(root / EDITION / "cases" / "26.yml", ("award: 26-world-500", "award: 26-gone"))
    told = told_progress(progress(root, EDITION), "zh")
    assert "从该行起删去这个算例" in told
    with pytest.raises(PreparingError) as refused:
        confirm(root, EDITION, ["case-26-1"], cache=tmp_path)
    assert f"{EDITION}/cases/26.yml:" in refused.value.told("zh")


def test_the_cases_of_the_first_edition_are_worked_by_hand_only(
    steps: Steps, tmp_path: Path
) -> None:
    with pytest.raises(PreparingError) as told:
        confirm(steps.root, FORMER, all_cases=True, cache=tmp_path)
    assert told.value.name == "confirm-finished"


def test_a_second_run_leaves_the_edition_as_it_is(steps: Steps, tmp_path: Path) -> None:
    text = tmp_path / "revised.txt"
    text.write_text(changed_source(CHANGES), "utf-8")
    before = (steps.root / EDITION / "03.yml").stat().st_mtime_ns
    with pytest.raises(PreparingError) as told:
        revise(text, NEW, steps.root, cache=tmp_path)
    assert told.value.name == "prepare-exists"
    assert (steps.root / EDITION / "03.yml").stat().st_mtime_ns == before


def test_hand_work_at_a_proposed_place_is_told_checked_and_kept(
    steps: Steps, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(steps.waiting, tmp_path / "clauses"))
    every(root / EDITION / "06.yml", ("capped at RMB 20 million", "up to RMB 20 million"))
    every(root / EDITION / "26.yml", ("最高4000万元", "最高4100万元"))
    every(root / EDITION / "cases" / "26.yml", ("30000000", "41000000"))
    done = confirm(root, EDITION, all_proposed=True, cache=tmp_path)
    told = told_confirmed(done, "zh")
    assert {one.entry.id for one in done.refused} == {"26-1", "26-2", "26-3"}
    assert {(one.entry.id, change.path) for one in done.by_hand for change in one.by_hand} == {
        ("06-1", "en"), ("06-2", "quote.en"),
    }  # fmt: skip
    assert "capped at RMB 20 million" in told
    assert "，现为“…" in told
    assert "最高4100万元" in told
    every(root / EDITION / "26.yml", ("最高4100万元", "最高4000万元"))
    done = confirm(root, EDITION, all_proposed=True, all_cases=True, cache=tmp_path)
    left = {one.id: one.by_hand for one in done.left.cases}
    assert left
    assert all(left.values())
    assert "4,100万元 → 4,000万元" in told_confirmed(done, "zh")
    assert "41000000" in (root / EDITION / "cases" / "26.yml").read_text("utf-8")
    done = confirm(root, EDITION, [*left], cache=tmp_path)
    assert done.finished
    assert "up to RMB 20 million" in (root / EDITION / "06.yml").read_text("utf-8")


def test_nothing_waits_in_the_end(steps: Steps) -> None:
    now = progress(steps.root, EDITION)
    assert (now.work, now.cases, now.faults) == ([], [], [])


def test_the_cases_are_told_by_file_with_those_of_the_term_apart(steps: Steps) -> None:
    told = told_confirmed(steps.proposals, "zh").splitlines()
    files = [line for line in told if line.startswith(f"  {EDITION}/cases/")]
    assert len(files) == len({one.case.file for one in steps.proposals.left.cases})
    numbers = [tuple(map(int, re.findall(r"(\d+)个", line))) for line in files]
    assert sum(map(sum, numbers)) == len(steps.proposals.left.cases)
    (of_26,) = [n for line, n in zip(files, numbers, strict=True) if "/26.yml" in line]
    assert of_26[0] > 2
    assert len([line for line in told if line.startswith("    case-26-")]) == 2
    assert any("金额: 3,000万元 → 4,000万元" in line for line in told)
