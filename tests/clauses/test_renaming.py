"""A file that is open for a moment, as Windows has it, delays a renaming and does not stop it."""

from pathlib import Path

import pytest

from clauses import renaming
from clauses.renaming import rename


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Refuse as many renamings as the first number says, as Windows does while a file is open."""
    left = [0]
    replace = Path.replace

    def refusing(self: Path, to: Path) -> Path:
        if left[0]:
            left[0] -= 1
            raise PermissionError(13, "Access is denied")
        return replace(self, to)

    monkeypatch.setattr(Path, "replace", refusing)
    monkeypatch.setattr(renaming, "PAUSES", (0.0, 0.0, 0.0))
    return left


def test_a_folder_in_use_is_tried_again(tmp_path: Path, held: list[int]) -> None:
    (tmp_path / "site").mkdir()
    held[0] = 3
    rename(tmp_path / "site", tmp_path / "old")
    assert (tmp_path / "old").is_dir()
    assert not (tmp_path / "site").exists()


def test_a_folder_that_stays_in_use_is_an_error_in_the_end(tmp_path: Path, held: list[int]) -> None:
    (tmp_path / "site").mkdir()
    held[0] = 4
    with pytest.raises(PermissionError):
        rename(tmp_path / "site", tmp_path / "old")
    assert (tmp_path / "site").is_dir()


def test_a_folder_is_never_put_over_another(tmp_path: Path, held: list[int]) -> None:
    for name in ("site", "old"):
        (tmp_path / name).mkdir()
    held[0] = 1
    with pytest.raises(PermissionError):
        rename(tmp_path / "site", tmp_path / "old")
    assert held == [0]


def test_a_file_takes_the_place_of_another(tmp_path: Path) -> None:
    (tmp_path / "fresh").write_text("new", "utf-8")
    (tmp_path / "kept").write_text("old", "utf-8")
    rename(tmp_path / "fresh", tmp_path / "kept")
    assert (tmp_path / "kept").read_text("utf-8") == "new"
