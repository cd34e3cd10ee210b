"""The cache makes a thing once, keeps the last few, and never shows half of one."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from clauses.build_cache import KEEP, BuildCache


@pytest.fixture
def cache(tmp_path: Path) -> BuildCache:
    return BuildCache(tmp_path / "cache")


def test_a_folder_is_made_once_for_what_it_is_made_from(cache: BuildCache) -> None:
    made: list[Path] = []
    folders = [cache.folder("style", [part], made.append) for part in ("a", b"a", "b", "a")]
    assert len(made) == 2
    assert folders[0] == folders[1] == folders[3] != folders[2]


def test_no_two_lists_of_parts_are_taken_for_one(cache: BuildCache) -> None:
    parts = (["ab", "c"], ["a", "bc"], ["abc"])
    assert len({cache.folder("style", one, lambda _: None) for one in parts}) == 3


def test_the_entries_used_last_are_kept_and_no_more(cache: BuildCache) -> None:
    for number in range(KEEP):
        folder = cache.folder("style", [str(number)], lambda _: None)
        os.utime(folder, (number, number))
    oldest = cache.folder("style", ["0"], lambda _: None)  # used again
    cache.folder("style", ["new"], lambda _: None)
    other = cache.content("style-of-others", ["x"], lambda: b"")
    assert other == b""
    assert oldest.is_dir()
    assert len(list(cache.root.glob("style-[0-9a-f]*"))) == KEEP
    assert len(list(cache.root.iterdir())) == KEEP + 1


def test_what_could_not_be_made_leaves_nothing(cache: BuildCache) -> None:
    def fails(folder: Path) -> None:
        (folder / "half").write_text("", "utf-8")
        raise ValueError

    for _ in range(2):
        with pytest.raises(ValueError):
            cache.folder("style", ["a"], fails)
        assert list(cache.root.iterdir()) == []


def test_a_disk_that_fails_while_something_is_made_is_told(cache: BuildCache) -> None:
    def full(folder: Path) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        cache.folder("style", ["a"], full)


def test_two_that_make_the_same_at_once_both_get_the_whole(cache: BuildCache) -> None:
    both = Barrier(2)

    def make(folder: Path) -> None:
        (folder / "file").write_text("made", "utf-8")
        both.wait(10)

    with ThreadPoolExecutor(2) as pool:
        folders = list(pool.map(lambda _: cache.folder("style", ["a"], make), range(2)))
    assert folders[0] == folders[1]
    assert (folders[0] / "file").read_text("utf-8") == "made"
    assert list(cache.root.iterdir()) == [folders[0]]


def test_what_a_killed_process_left_is_swept_up_after_a_day(cache: BuildCache) -> None:
    cache.root.mkdir()
    old, young = cache.root / ".style-1.1.1.new", cache.root / ".style-2.1.1.new"
    for left in (old, young):
        left.mkdir()
    os.utime(old, (0, 0))
    cache.folder("style", ["a"], lambda _: None)
    assert not old.exists()
    assert young.exists()


def test_a_value_goes_through_json_and_is_made_once(cache: BuildCache) -> None:
    made = []

    def make() -> list[object]:
        made.append(1)
        return [{"字": (1, None)}]

    for _ in range(2):
        assert cache.value("words", ["a"], make) == [{"字": [1, None]}]
    assert made == [1]


def test_content_that_was_changed_or_cut_is_made_anew(cache: BuildCache) -> None:
    cache.content("copy", ["a"], lambda: b"content\nof two lines")
    (file,) = cache.root.iterdir()
    for spoilt in (b"", file.read_bytes()[:-1], file.read_bytes() + b"x"):
        file.write_bytes(spoilt)
        assert cache.content("copy", ["a"], lambda: b"anew") == b"anew"
        assert cache.content("copy", ["a"], lambda: b"never asked") == b"anew"
