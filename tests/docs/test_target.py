"""The folder that a build replaces: at every moment a whole site, and nothing else ever goes."""

import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from clauses import folder_exchange
from docs.site import target
from docs.site.target import SUMS, TargetError, check_target, staged
from tests.docs.small_build import FILES, build, start


def words_of(out: Path) -> set[str]:
    """Return what the pages say; every page must be there."""
    check_target(out)  # every file as its build wrote it
    pages = [out / f"{number:02d}" / "index.html" for number in range(FILES)]
    return {page.read_text("utf-8") for page in pages}


def beside(out: Path) -> list[str]:
    return sorted(path.name for path in out.parent.iterdir() if path != out)


def test_a_build_replaces_the_former_one_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    out = tmp_path / "site"
    for word in ("one", "two"):
        build(out, word)
        assert words_of(out) == {word}
    assert beside(out) == []


def test_a_build_that_fails_leaves_the_former_site(tmp_path: Path) -> None:
    out = tmp_path / "site"
    build(out, "one")
    with pytest.raises(RuntimeError), staged(out) as fresh:
        (fresh / "index.html").write_text("half", "utf-8")
        raise RuntimeError
    assert words_of(out) == {"one"}
    assert beside(out) == []


def test_without_an_exchange_of_folders_it_is_replaced_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_exchange, "exchange", lambda one, other: False)
    test_a_build_replaces_the_former_one_and_leaves_nothing_beside_it(tmp_path)


def test_a_site_whose_files_a_program_holds_is_kept_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So Windows answers while a page of the former site is open."""
    out = tmp_path / "site"
    build(out, "one")
    replace = Path.replace

    def refusing(self: Path, to: Path) -> Path:
        if self == out:
            raise PermissionError(13, "Access is denied")
        return replace(self, to)

    monkeypatch.setattr(folder_exchange, "exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "replace", refusing)
    with pytest.raises(TargetError, match="close the programs"):
        build(out, "two")
    assert words_of(out) == {"one"}
    assert beside(out) == []


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    build(out, "one")
    assert words_of(out) == {"one"}


def test_a_link_to_a_folder_leads_to_the_folder_that_is_replaced(tmp_path: Path) -> None:
    out = tmp_path / "releases" / "site"
    build(out, "one")
    (tmp_path / "site").symlink_to(out, target_is_directory=True)
    build((tmp_path / "site").resolve(), "two")
    assert words_of(tmp_path / "site") == {"two"}


# what is not ours


def add_a_file(out: Path) -> Path:
    file = out / "00" / "letter.txt"
    file.write_text("dear", "utf-8")
    return file


def change_a_page(out: Path) -> Path:
    file = out / "03" / "index.html"
    file.write_text("by hand", "utf-8")
    return file


def add_a_link(out: Path) -> Path:
    file = out / "elsewhere"
    file.symlink_to(out.parent, target_is_directory=True)
    return file


def turn_a_page_into_a_link(out: Path) -> Path:
    file = out / "04" / "index.html"
    file.unlink()
    file.symlink_to(out.parent / "nowhere")
    return file


@pytest.mark.parametrize("meddle", [add_a_file, change_a_page, add_a_link, turn_a_page_into_a_link])
def test_a_site_with_anything_added_or_changed_is_not_replaced(
    tmp_path: Path, meddle: Callable[[Path], Path]
) -> None:
    out = tmp_path / "site"
    build(out, "one")
    file = meddle(out)
    with pytest.raises(TargetError, match=file.name):
        build(out, "two")
    assert file.is_symlink() or file.is_file()
    assert (out / "05" / "index.html").read_text("utf-8") == "one"


def test_what_is_added_while_it_builds_is_not_lost_either(tmp_path: Path) -> None:
    out = tmp_path / "site"
    build(out, "one")
    with pytest.raises(TargetError), staged(out) as fresh:
        (fresh / "index.html").write_text("two", "utf-8")
        added = add_a_file(out)
    assert added.read_text("utf-8") == "dear"


@pytest.mark.parametrize(
    "names",
    [
        ["letters.txt"],
        ["index.html", "en/index.html"],  # looks like a site, and no build made it
        [SUMS],
    ],
)
def test_a_folder_that_no_build_made_is_never_touched(tmp_path: Path, names: list[str]) -> None:
    out = tmp_path / "site"
    for name in names:
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text("mine", "utf-8")
    with pytest.raises(TargetError) as refused:
        build(out, "two")
    assert refused.value.reason == "unmarked"
    assert all((out / name).read_text("utf-8") == "mine" for name in names)


def test_a_file_and_a_mount_point_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    with pytest.raises(TargetError, match="is a file"):
        build(tmp_path / "file", "two")
    (tmp_path / "mounted").mkdir()
    monkeypatch.setattr(os.path, "ismount", lambda path: path == tmp_path / "mounted")
    with pytest.raises(TargetError, match="mount point"):
        build(tmp_path / "mounted", "two")


def test_folders_beside_it_that_look_like_leftovers_are_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "site"
    for name in (".site.old", ".site.build", ".site.build-mine", ".site.new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "letters.txt").write_text("dear", "utf-8")
    build(out, "one")
    build(out, "two")
    kept = [".site.build", ".site.build-mine", ".site.new", ".site.old"]
    assert beside(out) == kept
    assert all((tmp_path / name / "letters.txt").is_file() for name in kept)


def test_litter_of_file_managers_hinders_nothing(tmp_path: Path) -> None:
    out = tmp_path / "site"
    build(out, "one")
    (out / "00" / ".DS_Store").write_bytes(b"\0")
    build(out, "two")
    assert words_of(out) == {"two"}


# killed


@pytest.mark.parametrize("exchange", [True, False])
def test_killed_at_any_moment_there_is_a_whole_site(tmp_path: Path, exchange: bool) -> None:
    """A build is killed at moments that a seed chooses; what it left is gone after the next."""
    out = tmp_path / "site"
    build(out, "0")
    chance = random.Random(int(exchange))
    for number in range(1, 26):
        process = start(out, str(number), 40, exchange=exchange)
        time.sleep(chance.uniform(0, 0.07))
        process.kill()
        process.join()
        if exchange:
            assert len(words_of(out)) == 1
    build(out, "last")
    assert words_of(out) == {"last"}
    assert beside(out) == []


def test_killed_between_two_renames_the_site_comes_back_though_the_next_build_fails(
    tmp_path: Path,
) -> None:
    out = tmp_path / "site"
    build(out, "one")
    process = start(out, "two", dies=True)
    process.join()
    assert process.exitcode == 9
    assert not out.exists()
    with pytest.raises(RuntimeError), staged(out):
        raise RuntimeError
    assert words_of(out) == {"one"}
    assert beside(out) == []


def test_two_at_once_give_one_of_both_whole(tmp_path: Path) -> None:
    out = tmp_path / "site"
    build(out, "0")
    both = [start(out, word, 100) for word in ("one", "two")]
    while any(process.is_alive() for process in both):
        assert (out / "07" / "index.html").is_file(), "there was a moment without a site"
    assert [process.exitcode for process in both] == [0, 0]
    assert words_of(out) in ({"one"}, {"two"})
    assert beside(out) == []


def test_a_site_that_another_build_replaces_meanwhile_is_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, files = tmp_path / "site", target._files
    build(out, "one")

    def replaced(folder: Path) -> list[str]:
        monkeypatch.setattr(target, "_files", files)
        build(out, "two")
        return files(folder)

    monkeypatch.setattr(target, "_files", replaced)
    check_target(out)
    assert words_of(out) == {"two"}


def test_a_place_where_nothing_can_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    with pytest.raises(TargetError, match="no folder can be made"):
        build(tmp_path / "file" / "deeper" / "site", "two")
