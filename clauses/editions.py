"""Names the edition in front: the one that home page, wizard and command line show.

`editions.yml` beside the folders of the editions names it, so that there is one place to choose it
in and no two editions can both claim to be it.
"""

from pathlib import Path

from clauses.faults import PolicyFilesError
from clauses.files import YamlFile
from clauses.folder import CLAUSES, all_editions
from clauses.model.editions import Editions

__all__ = ["all_editions", "front_edition", "known_edition"]


def front_edition(root: Path = CLAUSES) -> str:
    """Return the name of the edition in front.

    Raises `PolicyFilesError` if `editions.yml` cannot be read or names no edition.
    """
    file = YamlFile(root / "editions.yml", root)
    chosen = file.read(Editions)
    known = all_editions(root)
    if chosen is not None and chosen.front not in known:
        file.fault(("front",), "edition-unknown", found=chosen.front, known=known)
    if file.faults or chosen is None:
        raise PolicyFilesError(file.faults)
    return chosen.front


def known_edition(name: str | None, root: Path = CLAUSES) -> str | None:
    """Return the edition of this name, the one in front for None; None if there is none."""
    if name is None:
        return front_edition(root)
    return name if name in all_editions(root) else None
