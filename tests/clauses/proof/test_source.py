"""The clause files together match the source document; every difference is listed."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from clauses.faults import Fault, PolicyFilesError
from clauses.folder import CLAUSES
from clauses.loading import read_policy
from clauses.proof.alignment import align
from tests.clauses.edits import EDITION, replace


class Slip(NamedTuple):
    """A mistake in one file of the small edition, and its message."""

    file: str
    written: str
    instead: str
    at: str
    found: str
    allowed: str


DIFFERENCES = {
    # the words
    "a character differs in a clause": Slip(
        "02.yml", "支持机器出口。（补充", "支持机械出口。（补充",
        "02.yml:8  paragraphs[1].zh", "“支持机械出口。（补充核心…”",
        "the words of the source: “支持机器出口。（补充核心…”"),
    "a word is missing in a clause": Slip(
        "01.yml", "支持新机器。对列入名单、投入", "支持新机器。对列入名单、",
        "01.yml:5  paragraphs[0].zh", "“…器。对列入名单、超过200万元的…”",
        "“…器。对列入名单、投入超过200万元的…”"),
    "a figure differs in the source": Slip(
        "source.txt", "最高3000 万元", "最高4000 万元",
        "01.yml:5  paragraphs[0].zh", "“…超过20%、最高3000万元补助，…”",
        "“…超过20%、最高4000万元补助，…”"),
    "a word is added to a closing rule": Slip(
        "policy.yml", "zh: 从高、不重复。本意见", "zh: 从高、不重复。本实施意见",
        "policy.yml:29  closing[0].zh", "“从高、不重复。本实施意见有效期3年，…”",
        "“从高、不重复。本意见有效期3年，…”"),
    "a heading differs": Slip(
        "policy.yml", "zh: 一、支持机器", "zh: 二、支持机器",
        "policy.yml:22  chapters[0].title.zh", "“二、支持机器”", "“一、支持机器”"),
    "the source has a sentence that no file has": Slip(
        "source.txt", "支持机器出口。", "机器出口给予奖励。\n\n支持机器出口。",
        "source.txt:24  (whole file)", "“机器出口给予奖励。”",
        "words that are in a file, after 2.1 and before 2.2"),
    "the source goes on after the last passage": Slip(
        "source.txt", "自2020年起。\n", "自2020年起。\n\n另行通知。\n",
        "source.txt:28  (whole file)", "“另行通知。”",
        "words that are in a clause file or in policy.yml"),
    "a file has a passage that the source has not": Slip(
        "policy.yml", "letter:\n",
        "letter:\n  - {label: 函-0, zh: 又一函。, en: Another letter.}\n",
        "policy.yml:32  letter[0].zh", "“又一函。”", "passages of the source; it has none here"),
    "a sentence is left off at the end of a clause": Slip(
        "02.yml", "每个企业不超过5个。（责任部门：市经信局、市科技局）", "每个企业不超过5个。",
        "source.txt:22  (whole file)", "“（责任部门：市经信局、市科技局）”",
        "after 2.1 and before 2.2"),
    "words differ before the sentence in place of the person": Slip(
        "policy.yml", "zh: 来函。", "zh: 来文。",
        "policy.yml:32  letter[0].zh", "“来文。”", "the words of the source: “来函。”"),
    # typographical differences
    "a blank between two words": Slip(
        "source.txt", "支持机器出口。", "支持 机器出口。",
        "02.yml:8  paragraphs[1].zh", "blank, 1 times in 2.2, which is not listed",
        "only the differences that normalisations.yml lists"),
    "a blank beside a digit more than listed": Slip(
        "source.txt", "投入超过 200 万元", "投入超过 200万元",
        "normalisations.yml:10  normalisations[2].places.1.1",
        "blank-beside-latin 3 times in 1.1", "2 times, as the source has it"),
    "a bracket of half width that is not listed": Slip(
        "source.txt", "（补充核心政策条款）", "(补充核心政策条款）",
        "02.yml:8  paragraphs[1].zh", "half-width, 1 times in 2.2, which is not listed",
        "only the differences that normalisations.yml lists"),
    "a line break that is not listed": Slip(
        "source.txt", "每个企业不超过5个", "每个企业\n不超过5个",
        "02.yml:5  paragraphs[0].zh", "line-break, 1 times in 2.1, which is not listed",
        "only the differences"),
    "a page break that is listed has gone": Slip(
        "source.txt", "给予不超\n\n过20%", "给予不超过20%",
        "normalisations.yml:7  normalisations[1].places.1.1", "page-break 1 times in 1.1",
        "0 times, as the source has it"),
    "a listed difference does not occur": Slip(
        "normalisations.yml", "places: {副题: 2, ", "places: {函-1: 1, 副题: 2, ",
        "normalisations.yml:16  normalisations[4].places.函-1", "half-width 1 times in 函-1",
        "0 times"),
    "a listed number is wrong": Slip(
        "normalisations.yml", "副题: 2", "副题: 3",
        "normalisations.yml:16  normalisations[4].places.副题", "half-width 3 times in 副题",
        "2 times"),
    "a difference is listed for no passage": Slip(
        "normalisations.yml", "副题: 2", "副标题: 2",
        "normalisations.yml:16  normalisations[4].places.副标题", "“副标题”",
        "a passage of the text"),
    "a kind that there is not": Slip(
        "normalisations.yml", "kind: half-width", "kind: full-width",
        "normalisations.yml:14  normalisations[4].kind", "“full-width”", "one of line-break"),
    # the footnote and the contact line
    "the footnote stands elsewhere in the source": Slip(
        "normalisations.yml", 'after: "1.1"', 'after: "2.1"',
        "policy.yml:30  footnotes[0].zh", "脚注1, which the source has before 2.1",
        "the order of the source"),
    "the footnote moves after no passage": Slip(
        "normalisations.yml", 'after: "1.1"', 'after: "8.1"',
        "normalisations.yml:19  moved[0].after", "“8.1”", "a passage of the text"),
    "the sentence in place of the person has gone": Slip(
        "source.txt", "（联系人：未收录）\n", "",
        "source.txt:4  (whole file)", "“附件”", "the words left out here: “（联系人：未收录）”"),
    "the sentence in place of the person reads otherwise": Slip(
        "source.txt", "（联系人：未收录）", "（联系方式：未收录）",
        "source.txt:3  (whole file)", "“（联系方式：未收录）",
        "the words left out here: “（联系人：未收录）”"),
}  # fmt: skip


@pytest.mark.parametrize("slip", DIFFERENCES.values(), ids=DIFFERENCES.keys())
def test_a_difference_from_the_source_is_told(
    small: Path, faults: Callable[[], list[Fault]], slip: Slip
) -> None:
    replace(small, f"{EDITION}/{slip.file}", slip.written, slip.instead)
    told = [str(fault) for fault in faults()]
    assert any(
        text.startswith(f"{EDITION}/{slip.at}\n") and slip.found in text and slip.allowed in text
        for text in told
    ), "\n".join(told) or "nothing was told"


def test_a_difference_reads_as_four_lines(small: Path, faults: Callable[[], list[Fault]]) -> None:
    replace(small, f"{EDITION}/source.txt", "支持机器出口", "支持机器进出口")
    (fault,) = faults()
    assert str(fault).splitlines() == [
        "2020-03-16/02.yml:8  paragraphs[1].zh",
        "    found:   “支持机器出口。（补充核心…”",
        "    allowed: the words of the source: “支持机器进出口。（补充核心…”",
        "    fix:     write the text as source.txt has it",
    ]


def test_the_differences_of_all_clauses_are_told_at_once(
    small: Path, faults: Callable[[], list[Fault]]
) -> None:
    replace(small, f"{EDITION}/source.txt", "支持新机器", "支持旧机器")
    replace(small, f"{EDITION}/source.txt", "30%、70%", "70%、30%")
    replace(small, f"{EDITION}/source.txt", "奖励好机器", "奖励旧机器")
    replace(small, f"{EDITION}/source.txt", "从高、不重复", "从高且不重复")
    assert [(fault.file, fault.key) for fault in faults()] == [
        ("2020-03-16/01.yml", "paragraphs[0].zh"),
        ("2020-03-16/01.yml", "paragraphs[0].zh"),
        ("2020-03-16/02.yml", "paragraphs[0].zh"),
        ("2020-03-16/policy.yml", "closing[0].zh"),
    ]


def test_a_file_that_cannot_be_read_is_the_only_one_told(
    small: Path, faults: Callable[[], list[Fault]]
) -> None:
    (small / EDITION / "01.yml").write_text("number: [1\n", "utf-8")
    assert {fault.file for fault in faults()} == {"2020-03-16/01.yml"}


def test_a_slip_in_the_shape_hides_no_difference(
    small: Path, faults: Callable[[], list[Fault]]
) -> None:
    replace(small, f"{EDITION}/02.yml", "wording: exact", "wording: sure")
    replace(small, f"{EDITION}/02.yml", "支持机器出口。（补充", "支持机械出口。（补充")
    assert [fault.key for fault in faults()] == [
        "paragraphs[1].zh",
        "awards[0].wording",
        "lines[0].quote.zh",
    ]


def test_a_missing_source_is_told(small: Path, faults: Callable[[], list[Fault]]) -> None:
    (small / EDITION / "source.txt").unlink()
    (fault,) = faults()
    assert (fault.file, fault.allowed) == (
        "2020-03-16/source.txt",
        "a readable file",
    )


def test_a_source_that_is_not_utf_8_is_told(small: Path, faults: Callable[[], list[Fault]]) -> None:
    file = small / EDITION / "source.txt"
    file.write_bytes(file.read_text("utf-8").encode("gb18030"))
    (fault,) = faults()
    assert "bytes that are not UTF-8" in fault.found


@pytest.mark.parametrize(
    ("passage", "source", "kinds"),
    [
        ("给予20%补助", "给予20%补助", {}),
        ("给予20%补助", "给予 20%补助", {"blank-beside-latin": 1}),
        ("给予20%补助", "给予 20% 补\n助", {"blank-beside-latin": 2, "line-break": 1}),
        ("给予补助", "给予\n\n补助", {"page-break": 1}),
        ("（含）补助：", "(含)补助:", {"half-width": 3}),
        ("给予，补助", "给予, 补助", {"half-width": 1, "blank-after-punctuation": 1}),
        ("包括“5G”", "包括 “5G”", {"blank-beside-latin": 1}),
        ("工业 APP", "工业 APP", {}),
        ("给予补助", "给予 补助", {"blank": 1}),
        ("给予20%补助", "给予２０％补助", {"other-form": 3}),
        ("最高3000万元", "最高3,000万元", {"other-form": 1}),
        ("最高3000万元", "最高3O OO万元", {"other-form": 3, "blank-beside-latin": 1}),
        ("“机器换人”", '"机器换人"', {"other-form": 2}),
        ("2020-2022年", "2020—2022年", {"other-form": 1}),
    ],
)
def test_what_the_printed_page_did_is_counted(
    passage: str, source: str, kinds: dict[str, int]
) -> None:
    done = align(passage, source, 0)
    assert (done.whole, done.end) == (True, len(source))
    assert dict(done.kinds) == kinds


@pytest.mark.parametrize(
    ("passage", "source"),
    [
        ("给予补助", "给予奖励"),
        ("给予补助", "给予"),
        ("给 予", "给予"),
        ("（含）", "[含]"),
        ("3000万元", "3,00万元"),
    ],
)
def test_any_other_difference_ends_the_alignment(passage: str, source: str) -> None:
    assert not align(passage, source, 0).whole


def test_the_edition_is_told_where_its_source_differs(tmp_path: Path) -> None:
    """Change one character in clause 41 of the real edition, read as `build.py check` reads it."""
    for name in ("editions.yml", "glossary.yml", "deviations.yml"):
        (tmp_path / name).write_bytes((CLAUSES / name).read_bytes())
    shutil.copytree(CLAUSES / EDITION, tmp_path / EDITION)
    replace(
        tmp_path,
        f"{EDITION}/source.txt",
        "先进区县（市），予以倾斜支持",
        "先进区县(市)，予以倾斜扶持",
    )
    with pytest.raises(PolicyFilesError) as caught:
        read_policy(tmp_path)
    assert [str(fault).splitlines()[1] for fault in caught.value.faults] == [
        "    found:   “…（市），予以倾斜支持。（责任部门：…”"
    ]
    assert caught.value.faults[0].file == f"{EDITION}/41.yml"
