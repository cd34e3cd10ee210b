"""A preview shows every edition in preparation, or only the one that it names, which is faster."""

from pathlib import Path

import pytest

from clauses.folder import PENDING
from clauses.preparing.errors import PreparingError
from docs.commands.editions_to_build import editions_to_build
from tests.made_editions import DRAFT, ISSUED, LATER, small_editions


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two editions in preparation beside the one in front."""
    made = small_editions(tmp_path / "clauses")
    for name in (DRAFT, LATER):
        (made / name / PENDING).write_text("pending: []\n", "utf-8")
    return made


@pytest.mark.parametrize(
    ("preview", "shown"),
    [
        (None, [ISSUED]),
        ("", [ISSUED, DRAFT, LATER]),
        (LATER, [ISSUED, LATER]),
        (ISSUED, [ISSUED]),
    ],
)
def test_the_editions_of_a_site(root: Path, preview: str | None, shown: list[str]) -> None:
    made = editions_to_build(preview, root)
    assert [one.edition.edition for one in made] == shown


def test_an_edition_in_front_that_is_in_preparation_is_always_shown(root: Path) -> None:
    (root / "editions.yml").write_text(f'front: "{DRAFT}"\n', "utf-8")
    made = editions_to_build(LATER, root)
    assert [one.edition.edition for one in made] == [DRAFT, ISSUED, LATER]


def test_a_preview_of_no_edition_is_refused(root: Path) -> None:
    with pytest.raises(PreparingError) as told:
        editions_to_build("2031-01-01", root)
    assert LATER in told.value.told("zh")
