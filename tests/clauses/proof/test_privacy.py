"""Personal data in any file of the edition are reported, without repeating them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clauses.faults import Fault
from tests.clauses.edits import EDITION, replace

# invented numbers that nobody has
MOBILE, LINE, MAIL = "138" + "0000" + "0000", "0574-" + "00000000", "nobody" + "@" + "example.org"


@pytest.mark.parametrize(
    ("file", "written", "private", "what"),
    [
        ("source.txt", "来函。", f"来函。{MOBILE}", "a mobile number"),
        (
            "source.txt",
            "来函。",
            f"来函。{MOBILE[:3]} {MOBILE[3:7]} {MOBILE[7:]}",
            "a mobile number",
        ),
        ("policy.yml", "zh: 来函。", f"zh: 来函。{MOBILE}", "a mobile number"),
        ("01.yml", "zh: 第一阶段", f"zh: 第一阶段{MOBILE}", "a mobile number"),
        ("policy.yml", "zh: 来函。", f"zh: 来函。{LINE}", "a telephone number"),
        ("02.yml", "zh: 称号奖励", f"zh: 称号奖励 {MAIL}", "a mail address"),
        (
            "policy.yml",
            "zh: 来函。",
            "zh: 来函。联系人某某",
            "the words that name a contact person",
        ),
        ("source.txt", "（联系人：未收录）", "（联系人：未收录）联系电话某", "the words that name"),
    ],
)
def test_personal_data_are_told_without_being_repeated(
    small: Path,
    faults: Callable[[], list[Fault]],
    file: str,
    written: str,
    private: str,
    what: str,
) -> None:
    replace(small, f"{EDITION}/{file}", written, private)
    told = [fault for fault in faults() if fault.allowed == "no personal data in any file"]
    assert [fault.file for fault in told] == [f"{EDITION}/{file}"]
    assert what in told[0].found
    assert told[0].fix == "take the name and the number out"
    assert all(text not in str(told[0]) for text in (MOBILE, LINE, MAIL))
    lines = (small / EDITION / file).read_text("utf-8").splitlines()
    assert private.partition("\n")[0] in lines[told[0].line - 1]


@pytest.mark.parametrize(
    "text", ["13800元", "2020-03-16", "甬政办发〔2020〕72号", "1380000000", "138000000000"]
)
def test_other_numbers_are_no_personal_data(
    small: Path, faults: Callable[[], list[Fault]], text: str
) -> None:
    both = f"zh: 示例文本。{text}, en: A sample text “{text}”."
    replace(small, f"{EDITION}/policy.yml", "zh: 示例文本。, en: A sample text.", both)
    assert faults() == []
