"""The sheet for approval: old and new of each award, in both languages, to print and sign."""

import copy
import re
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from clauses.faults import PolicyFilesError
from clauses.folder import CLAUSES
from clauses.revision.editions import edition_report
from docs.site.approval import Sheet, approval_sheet, sheet_of
from docs.site.approval_shown import approval_html, approval_text
from tests.editions.second import second
from tests.policy import compiled

SMALL = Path(__file__).parents[1] / "clauses" / "small"
OLD, NEW = "2020-03-16", "2021-01-01"
TOPICS = """roles:
  - key: maker
    name: {zh: 机器企业, en: Machine enterprise}
topics:
  - key: machines
    name: {zh: 买机器, en: Buying machines}
    awards: [01-machine, 02-title, 02-export]
only_for: {}
"""
PENDING = """pending:
  - {id: 01-1, file: 01.yml, key: "paragraphs[0]", kind: proposed, old: 3000万元, new: 2000万元}
"""


@cache
def sheet() -> Sheet:
    report = edition_report(compiled(), second())
    return approval_sheet(report, compiled(), second())


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    """Two small editions: the second with a lower ceiling, its rule and translation not revised."""
    root = Path(shutil.copytree(SMALL, tmp_path / "clauses"))
    (root / OLD / "topics.yml").write_text(TOPICS, "utf-8")
    shutil.copytree(root / OLD, root / NEW)
    for name, old, new in (
        ("policy.yml", OLD, NEW),
        ("source.txt", "3000 万元", "2000 万元"),
        ("01.yml", "3000万元", "2000万元"),
    ):
        path = root / NEW / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
    return root


def test_each_changed_award_stands_with_its_sum_before_and_after() -> None:
    sums = {
        award.id: (award.old and award.old["zh"], award.new and award.new["zh"])
        for award in sheet().awards
    }
    assert sums["03-industrial-investment"] == (
        "最高3000万元（实际投入 × 不超过20%）",
        "最高2000万元（实际投入 × 不超过15%）",
    )
    assert sums["26-world-500"] == ("最高3000万元", "3000万元")
    assert sums["04-application-scenario"][1] is None
    before, after = sums["13-green-product"]
    assert before and before.endswith("；每个企业补助产品不超过5个")
    assert after and after.endswith("；每个企业补助产品不超过3个")
    assert "06-digital-workshop" not in sums
    assert len(sums) + sheet().unchanged == len(compiled().awards)


def test_what_changed_is_told_in_both_languages_and_disputes_are_named() -> None:
    (award,) = (one for one in sheet().awards if one.id == "14-national-centre")
    (detail,) = award.details
    assert (
        detail.told("zh", "（无）") == "最高限额：最高1亿元 → 最高2亿元（存疑：词句有变，规则未变）"
    )
    assert detail.told("en", "(none)").startswith(
        "ceiling: at most RMB 100 million (最高1亿元) → at most RMB 200 million (最高2亿元)"
    )
    assert sheet().disputed == 3


def test_the_page_does_not_say_twice_what_the_sums_say() -> None:
    found = {one.id: one for one in sheet().awards}
    told = [one.told("zh", "") for one in found["03-industrial-investment"].details]
    further = [one.told("zh", "") for one in found["03-industrial-investment"].further]
    assert [one for one in told if one not in further] == [
        "比例：不超过20% → 不超过15%", "最高限额：最高3000万元 → 最高2000万元"
    ]  # fmt: skip
    assert found["14-national-centre"].further == found["14-national-centre"].details  # disputed


def test_clauses_are_named_where_their_number_says_nothing() -> None:
    report = copy.deepcopy(edition_report(compiled(), second()))
    pattern = next(one for one in report["changes"] if one["kind"] == "wording")
    places = {"old_clause": 3, "new_clause": 8, "key": "industrial-investment"}
    report["changes"].append(pattern | places | {"kind": "layout", "new": "推进5G。"})
    made = approval_sheet(report, compiled(), second())
    told = [one["zh"] for one in made.clauses]
    assert "原第4条“加快前沿技术产业化”：删去" in told
    assert "现第38条“支持设备融资租赁”：新增" in told
    assert told[-1] == "原第3条 → 现第8条：移动：推进5G。"
    gone = next(one for one in made.awards if one.id == "04-application-scenario")
    assert gone.clause == {"zh": "原第4条", "en": "former clause 4"}


@pytest.mark.parametrize(
    ("times", "said", "signed"), [(1, "", 1), (3, "背面为英文", 1), (9, "中文不止一页", 1)]
)
def test_a_longer_sheet_has_english_on_its_back_and_is_signed_once(
    times: int, said: str, signed: int
) -> None:
    long = replace(sheet(), awards=sheet().awards * times)
    text, html = approval_text(long, "zh"), approval_html(long)
    for words in ("背面为英文", "中文不止一页"):
        assert (words in text, words in html) == ((words == said),) * 2
    assert html.count("<section") == (2 if said else 0)
    assert html.count('class="sign"') == signed
    front = html.partition("</section>")[0]
    assert ("Subsidy for industrial investment projects" in front) == (not said)


@pytest.mark.parametrize("code", ["zh", "en"])
def test_the_text_for_the_terminal_holds_every_award_and_ends_with_the_signature(
    code: str,
) -> None:
    text = approval_text(sheet(), "zh" if code == "zh" else "en")
    for award in sheet().awards:
        assert f"({award.id})" in text
    assert text.count("\n\n\n") == 0
    assert "____" in text.splitlines()[-1]


def test_the_page_is_one_file_in_both_languages_on_a4_with_places_to_sign() -> None:
    html = approval_html(sheet())
    assert not re.findall(r"(?:src|href)=|url\(", html)
    assert "size: A4" in html
    assert html.count('scope="row"') == len(sheet().awards) + len(sheet().others)
    for words in ("审核（科长）", "Approved by (section chief)", "产业投资项目补助",
                  "Subsidy for industrial investment projects"):  # fmt: skip
        assert words in html
    assert html.count("<dd></dd>") == 3
    assert '<html lang="zh-CN">' in html


def test_a_change_made_in_many_places_is_one_row_with_all_of_them() -> None:
    report = copy.deepcopy(edition_report(compiled(), second()))
    changes = [one for one in report["changes"] if one["kind"] == "placeholder"]
    report["changes"] += [one | {"old_clause": n, "new_clause": n} for one in changes
                          for n in (34, 35)]  # fmt: skip
    made = approval_sheet(report, compiled(), second())
    assert len(made.others) == len(sheet().others)
    (place,) = (place["zh"] for place, _ in made.others if "第34条、第35条" in place["zh"])
    row = next(line for line in approval_html(made).split("<tr>") if place in line)
    assert row.count("<td>") == 3  # what, before, after: to be read and signed


@pytest.fixture
def unfinished(tmp_path: Path) -> Path:
    """The policy with a second edition: its text is new, its rules and translation are not."""
    root = tmp_path / "whole"
    root.mkdir()
    for path in CLAUSES.glob("*.yml"):
        shutil.copy(path, root)
    for day in (OLD, NEW):
        shutil.copytree(CLAUSES / OLD, root / day)
    for name, old, new in (
        ("policy.yml", f'edition: "{OLD}"', f'edition: "{NEW}"'),
        ("source.txt", "不超过20%、最高3000万元补助,并", "不超过20%、最高2000万元补助,并"),
    ):
        path = root / NEW / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
    return root


def test_an_edition_in_preparation_is_compared_by_its_text(unfinished: Path) -> None:
    found = sheet_of(OLD, NEW, unfinished)
    assert not found.compiled
    assert found.waiting
    (award,) = found.awards
    assert award.new is None
    assert [detail.told("zh", "") for detail in award.details] == [
        "最高限额：最高3000万元 → 最高2000万元"
    ]
    for code in ("zh", "en"):
        assert str(found.waiting) in approval_text(found, "zh" if code == "zh" else "en")
    assert "见改动" in approval_html(found)


def test_a_finished_edition_is_compared_by_its_rules(prepared: Path) -> None:
    path = prepared / NEW / "01.yml"
    text = path.read_text("utf-8")
    text = text.replace("3000万元", "2000万元").replace("RMB 30 million", "RMB 20 million")
    path.write_text(text, "utf-8")
    assert sheet_of(OLD, NEW, prepared).waiting is None
    (prepared / NEW / "pending.yml").write_text(PENDING, "utf-8")
    found = sheet_of(OLD, NEW, prepared)
    assert found.compiled
    assert found.waiting == 1
    (award,) = found.awards
    assert award.new
    assert "2000万元" in award.new["zh"]


def test_a_former_edition_with_faults_is_told(prepared: Path) -> None:
    (prepared / OLD / "01.yml").write_text("number: 1\n", "utf-8")
    with pytest.raises(PolicyFilesError):
        sheet_of(OLD, NEW, prepared)
