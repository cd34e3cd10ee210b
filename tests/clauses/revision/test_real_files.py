"""Files as offices send them: a real Word file is read whole, what is no whole text is refused."""

from pathlib import Path
from typing import Any

import pytest

from clauses.revision.comparison import compare
from clauses.revision.differences import differences
from clauses.revision.plain_text import TextError
from clauses.revision.texts import read_whole_text
from clauses.yaml12 import load

MADE = Path(__file__).with_name("made")


def test_a_word_file_with_automatic_numbers_is_read_whole() -> None:
    old, read = read_whole_text(MADE / "old.txt"), read_whole_text(MADE / "numbered.docx")
    assert read.hidden == ("（内部：此处待会商）",)
    assert read.beside == {"numbered": 47, "table": 1, "text-box": 1, "footnote": 1}
    kinds = {one["kind"]: one for one in read.noticed}
    assert kinds["annexes"] == {"kind": "annexes", "first": "附表：部门职责分工", "count": 3}
    changes = [one for one in compare(old.text, read.text).changes if one.part != "letter"]
    expected: list[dict[str, Any]] = load((MADE / "numbered.yml").read_text(encoding="utf-8"))
    assert [
        {
            "key": one.part or str(old.text.clauses[one.old.clause].number if one.old else ""),
            "kind": one.change.kind,
            "old": one.change.old,
            "new": one.change.new,
        }
        for one in changes
    ] == expected


REFUSED = {
    "amending.txt": "amends another",
    "supplementing.txt": "amends another",
    "another.txt": "another policy",
    "tracked.docx": "4 tracked changes",
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_revised_whole_text_is_refused(name: str) -> None:
    with pytest.raises(TextError, match=REFUSED[name]):
        differences(str(MADE / "old.txt"), str(MADE / name))


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_encoding_and_the_ends_of_lines_are_no_change(
    tmp_path: Path, encoding: str, end: str
) -> None:
    text = (MADE / "old.txt").read_text(encoding="utf-8")
    file = tmp_path / "text.txt"
    file.write_bytes(text.replace("\n", end).encode(encoding))
    assert compare(read_whole_text(MADE / "old.txt").text, read_whole_text(file).text).changes == []
