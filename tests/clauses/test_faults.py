"""Each kind of fault, made on purpose, is reported by file, line and key with what is allowed."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from clauses.faults import Fault, PolicyFilesError
from clauses.loading import read_policy
from clauses.yaml12 import load


class Slip(NamedTuple):
    """A mistake and its message; all are in `faults.yml`."""

    damage: str
    file: str
    written: str
    """The words of the small edition …"""
    instead: str
    """… and the words that replace them."""
    line: int
    key: str
    code: str
    zh: str
    """The beginning of the message, in each language."""
    en: str
    told_in: str = ""
    """The reported file, if it is not the damaged one."""


ONE, TWO = "2020-03-16/01.yml", "2020-03-16/02.yml"
TABLE = Path(__file__).parent / "faults.yml"
SLIPS = {slip["damage"]: Slip(**slip) for slip in load(TABLE.read_text("utf-8"))}


def slip_in(root: Path, slip: Slip) -> None:
    file = root / slip.file
    text = file.read_text("utf-8")
    assert text.count(slip.written) >= 1, f"{slip.written!r} does not stand in {slip.file}"
    file.write_text(text.replace(slip.written, slip.instead, 1), "utf-8")


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_is_told_at_its_place_in_both_languages(
    small: Path, faults: Callable[[], list[Fault]], slip: Slip
) -> None:
    slip_in(small, slip)
    told = faults()
    at = (slip.told_in or slip.file, slip.line, slip.key, slip.code)
    found = [fault for fault in told if (fault.file, fault.line, fault.key, fault.code) == at]
    assert found, "\n".join(map(str, told)) or "nothing was told"
    assert any(fault.part("found", "zh").startswith(slip.zh) for fault in found)
    assert any(fault.part("found", "en").startswith(slip.en) for fault in found)
    if found[0].is_cause:
        assert told[0] == found[0]


def test_the_table_holds_the_faults_that_were_found_in_review() -> None:
    assert len(SLIPS) > 100
    assert len({slip.code for slip in SLIPS.values()}) > 60


def test_the_small_edition_itself_has_no_fault(faults: Callable[[], list[Fault]]) -> None:
    assert faults() == []


def test_a_fault_reads_as_four_lines(small: Path, faults: Callable[[], list[Fault]]) -> None:
    slip_in(small, SLIPS["a figure is not that of the text"])
    (fault,) = faults()
    assert str(fault).splitlines() == [
        "2020-03-16/01.yml:36  awards[0].sum.at_most",
        "    found:   “最高2000万元”",
        "    allowed: words of its quotation, to the letter; its figures: "
        "“不超过20%”, “最高3000万元”, “两个”, “30%”, “70%”",
        "    fix:     write the figure as the text does; where the text has none any more, "
        "delete its key",
    ]


def test_all_faults_are_told_at_once_in_the_order_of_the_files(small: Path) -> None:
    for name in ("a department is not in the list", "an award limits another that is not there"):
        slip_in(small, SLIPS[name])
    with pytest.raises(PolicyFilesError) as caught:
        read_policy(small)
    assert [fault.file for fault in caught.value.faults] == [ONE, TWO]
    assert str(caught.value).endswith("2 fault(s); nothing was built.")


def test_a_slip_in_the_shape_hides_no_other_slip_of_the_file(small: Path) -> None:
    slip_in(small, SLIPS["a department is not in the list"])
    file = small / ONE
    text = file.read_text("utf-8").replace("frequency: once-per-project", "frequency: sometimes")
    file.write_text(text, "utf-8")
    with pytest.raises(PolicyFilesError) as caught:
        read_policy(small)
    keys = [fault.key for fault in caught.value.faults]
    assert keys == ["paragraphs[0].departments[0]", "awards[0].frequency"]


def test_a_file_that_is_not_utf_8_is_told(small: Path, faults: Callable[[], list[Fault]]) -> None:
    file = small / ONE
    file.write_bytes(file.read_text("utf-8").encode("gb18030"))
    told = [str(fault) for fault in faults() if fault.file == ONE]
    assert "bytes that are not UTF-8" in told[0]
    assert "save the file in the encoding UTF-8" in told[0]


def test_an_empty_file_is_told(small: Path, faults: Callable[[], list[Fault]]) -> None:
    (small / TWO).write_text("", "utf-8")
    told = [fault for fault in faults() if fault.file == TWO]
    assert told[0].found == "nothing"


def test_a_missing_file_is_told(small: Path, faults: Callable[[], list[Fault]]) -> None:
    (small / "glossary.yml").unlink()
    told = [fault for fault in faults() if fault.file == "glossary.yml"]
    assert told[0].fix == "restore the file, for example from the history"


def test_an_edition_without_clauses_is_told(small: Path, faults: Callable[[], list[Fault]]) -> None:
    for file in (small / "2020-03-16").glob("[0-9][0-9].yml"):
        file.unlink()
    assert any(fault.found == "no clause files" for fault in faults())
