"""Any damage to a file is read or reported quickly: by file and line, in both languages."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clauses.document_cache import policy_document_cached
from clauses.faults import Fault, PolicyFilesError
from clauses.loading import read_policy
from clauses.reading import LARGEST
from tests.clauses.edits import EDITION
from tests.damage.looking import SMALL, copy_to, look

BLOCK = 40
"""Seeds per test; `python -m tests.damage` tries more, and also the real policy."""
FIRST, LAST = 0, 400
FOUND = [1467, 20588]
"""Seeds that once found a fault: an address searched in an endless text, an empty sum."""


def _blocks() -> Iterator[range | list[int]]:
    yield from (range(start, start + BLOCK) for start in range(FIRST, LAST, BLOCK))
    yield FOUND


@pytest.mark.no_cover
@pytest.mark.parametrize("seeds", [*_blocks()], ids=lambda seeds: str(seeds[0]))
def test_no_damage_ends_in_a_traceback_or_goes_on_without_end(
    tmp_path: Path, seeds: range | list[int]
) -> None:
    root = copy_to(tmp_path, SMALL)
    said = [f"seed {seed}: {told}" for seed in seeds for told in look(root, seed, SMALL)]
    assert said == []


ONE = f"{EDITION}/01.yml"
LAUGHS = "a: &a [x, x, x]\n" + "".join(
    f"{name}: &{name} [*{before}, *{before}, *{before}, *{before}]\n"
    for before, name in zip("abcdefghijklmn", "bcdefghijklmno", strict=True)
)
CONTENTS: dict[str, tuple[bytes, int, str]] = {
    "another encoding": ("number: 1\ntitle: 标题\n".encode("gb18030"), 2, "not-utf-8"),
    "UTF-16": ("number: 1\n".encode("utf-16"), 1, "not-utf-8"),
    "a NUL": (b"number: 1\nkey: a\x00b\n", 2, "odd-character"),
    "a byte order mark within": ("number: 1\n\ufeffkey: a\n".encode(), 2, "odd-character"),
    "a blank without width": ("number: 1\nkey: a\u200bb\n".encode(), 2, "odd-character"),
    "no line ends but those of old Macs": (b"number: 1\rkey: a\r", 1, "odd-character"),
    "merge marks": (b"number: 1\n<<<<<<< HEAD\nkey: a\n=======\n", 2, "merge-mark"),
    "a comment of 200 MB": (b"#" * (LARGEST + 1), 1, "file-too-large"),
    "a line without end": (b"# " + b"x" * 30_000, 1, "text-too-long"),
    "a folded text without end": (b"key: >-\n" + b"  xxxxxxx\n" * 30_000, 1, "yaml-text"),
    "a number of 5,000 digits": (b"number: 1\nkey: " + b"9" * 5000, 2, "number-too-long"),
    "20,000 brackets": (b"number: 1\nkey: " + b"[" * 15_000, 2, "bracket-open"),
    "brackets too deep": (b"number: 1\nkey: " + b"[" * 99 + b"]" * 99, 2, "yaml-deep"),
    "an anchor in itself": (b"number: 1\nkey:\n  - &x [*x]\n", 3, "yaml-anchor"),
    "billions of laughs": (LAUGHS.encode(), 1, "yaml-mark"),
    "laughs in lists": (b"- &a [x]\n- [*a, *a]\n- [*a]\n", 2, "yaml-anchor"),
    "an alias in a list": (b"k: [&a x, *a]\n", 1, "yaml-anchor"),
    "an impossible day": (b"number: 1\nkey: 2022-02-30\n", 2, "no-such-day"),
    "a tag": (b"number: 1\nkey: !!binary x\n", 2, "yaml-mark"),
    "a tag in a list": (b"number: 1\nkey: [!!int x]\n", 2, "yaml-tag"),
    "a key that is a list": (b"? [a]\n: 1\n", 1, "yaml-key"),
    "a key that is a date": (b"2020-01-01: 1\n", 1, "yaml-key"),
    "two documents": (b"number: 1\n---\nnumber: 2\n", 2, "yaml-documents"),
    "nothing": (b"", 1, "file-empty"),
    "nothing but comments": (b"# number: 1\n", 1, "file-empty"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "line", "code"), CONTENTS.values(), ids=CONTENTS.keys())
@pytest.mark.parametrize("name", [ONE, f"{EDITION}/policy.yml", "glossary.yml"])
def test_what_is_no_such_file_is_told_first_and_by_line(
    small: Path, faults: Callable[[], list[Fault]], name: str, content: bytes, line: int, code: str
) -> None:
    (small / name).write_bytes(content)
    first = faults()[0]
    assert (first.file, first.line, first.code) == (name, line, code), str(first)


def test_a_mark_of_byte_order_and_line_ends_of_windows_are_no_fault(
    small: Path, faults: Callable[[], list[Fault]]
) -> None:
    for path in (small / ONE, small / EDITION / "source.txt"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert faults() == []


OTHERS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a folder": (Path.mkdir, "no-file"),
    "a pipe": (os.mkfifo, "no-file"),
    "a link to a device": (lambda path: path.symlink_to("/dev/zero"), "no-file"),
    "a link that leads nowhere": (lambda path: path.symlink_to("nowhere"), "link-broken"),
    "a link to itself": (lambda path: path.symlink_to(path), "link-broken"),
    "nothing": (lambda path: None, "file-missing"),
}


@pytest.mark.parametrize(("make", "code"), OTHERS.values(), ids=OTHERS.keys())
@pytest.mark.parametrize("name", ["glossary.yml", f"{EDITION}/source.txt", f"{EDITION}/policy.yml"])
def test_what_stands_in_the_place_of_a_file_is_told(
    small: Path, faults: Callable[[], list[Fault]], name: str, make: Callable[[Path], object],
    code: str,
) -> None:  # fmt: skip
    (small / name).unlink()
    make(small / name)
    first = faults()[0]
    assert (first.file, first.code) == (name, code)
    with pytest.raises(PolicyFilesError):
        policy_document_cached(small, small.parent / "cache")


@pytest.mark.parametrize("make", [make for make, code in OTHERS.values() if code != "file-missing"])
def test_the_name_of_a_clause_is_told_whatever_bears_it(
    small: Path, faults: Callable[[], list[Fault]], make: Callable[[Path], object]
) -> None:
    make(small / EDITION / "07.yml")
    assert faults()[0].file == f"{EDITION}/07.yml"


@pytest.mark.parametrize(
    "name",
    [
        "6.yml", "06 - 副本.yml", "06.yaml", "06.YML", "006.yml",
        "０６.yml", "06.yml.bak", "06.yml.orig",
        "06.txt", "notes.txt", "06", ".hidden.yml", "source (1).txt", "examples/My Firm.yml",
        "examples/firm.yaml", "../glossary.yml.orig", "../readings-2.yml", "../extra.yml",
    ],
)  # fmt: skip
def test_a_file_that_nothing_reads_is_a_fault(
    small: Path, faults: Callable[[], list[Fault]], name: str
) -> None:
    path = small / EDITION / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("number: 6\n", "utf-8")
    (fault,) = faults()
    assert fault.code == "stray-file"
    assert fault.file == path.resolve().relative_to(small.resolve()).as_posix()


@pytest.mark.parametrize(
    "name",
    [
        ".#06.yml", "#06.yml#", "06.yml~", ".06.yml.swp", ".06.yml.swo", "~$06.yml", "4913",
        ".~lock.06.yml#", ".DS_Store", "Thumbs.db", "desktop.ini", ".06.yml.kate-swp",
        "examples/.#a.yml",
    ],
)  # fmt: skip
def test_what_an_editor_lays_beside_an_open_file_is_passed_over(
    small: Path, faults: Callable[[], list[Fault]], name: str
) -> None:
    path = small / EDITION / name
    path.parent.mkdir(exist_ok=True)
    path.symlink_to("somebody@a-machine.1234")
    assert faults() == []
    assert policy_document_cached(small, small.parent / "cache")


def test_a_folder_named_otherwise_than_its_edition_is_told(
    small: Path, faults: Callable[[], list[Fault]]
) -> None:
    path = small / EDITION / "policy.yml"
    path.write_text(path.read_text("utf-8").replace('"2020-03-16"', '"2020-03-17"', 1), "utf-8")
    (fault,) = faults()
    assert (fault.code, fault.key) == ("edition-name", "edition")


def test_the_policy_is_read_again_when_a_stray_file_comes(small: Path, tmp_path: Path) -> None:
    policy_document_cached(small, tmp_path / "cache")
    (small / EDITION / "6.yml").write_text("number: 6\n", "utf-8")
    with pytest.raises(PolicyFilesError):
        policy_document_cached(small, tmp_path / "cache")
    with pytest.raises(PolicyFilesError):
        read_policy(small)
