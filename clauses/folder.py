"""Lists the files of the policy; any other file is a fault, so that none is silently ignored.

Lock files, swap files and backups with ~ that an editor or system leaves beside an open file are
ignored: they come and go while staff are at work.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from clauses.faults import Fault, fault

CLAUSES = Path(__file__).parent
"""The folder with every edition and the files common to all editions."""

CLAUSE = re.compile(r"(?:[0-9]{2}|[1-9][0-9]{2})\.yml", re.ASCII)
_SMALL = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.yml", re.ASCII)
_COMMON = ("editions.yml", "glossary.yml", "deviations.yml")
_OF_EDITION = (
    "policy.yml", "readings.yml", "source.txt", "normalisations.yml", "unclaimed.yml",
    "topics.yml",
)  # fmt: skip
_EDITION = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_FOLDERS = ("examples", "cases")
_BESIDE = ("search-queries.tsv", "mutation-scores.json")
"""Files of an edition that staff need not edit: the queries that test the search, which the site
shows, and the record of how well the tests notice mistakes."""
PENDING = "pending.yml"
"""In the folder of an edition in preparation: what waits for a person before it is finished."""
_LITTER = re.compile(
    r"\.[0-9-]+\.preparing-.*|\.#.*|#.*#|.*~|~\$.*|\.~lock\..*|.*\.sw[a-px]|\..*\.kate-swp|4913|\.DS_Store|\._.*|Thumbs\.db"
    r"|desktop\.ini|\.git[a-z]*|__pycache__"
)


def is_litter(name: str) -> bool:
    """Whether a name is that of a lock file, swap file or backup that an editor makes by itself."""
    return _LITTER.fullmatch(name) is not None


def clause_paths(folder: Path) -> list[Path]:
    """Return the clause files of an edition in the order of their numbers."""
    found = [path for path in _entries(folder) if CLAUSE.fullmatch(path.name)]
    return sorted(found, key=lambda path: int(path.stem))


def named_paths(folder: Path) -> list[Path]:
    """Return the files of a folder in which names are free: examples, worked cases."""
    return [path for path in _entries(folder) if _SMALL.fullmatch(path.name)]


def all_editions(root: Path = CLAUSES) -> tuple[str, ...]:
    """Return the names of the editions below `root`, the earliest first.

    An edition is a folder named by its date.
    """
    return tuple(path.name for path in _entries(root) if _is_edition(path))


def in_preparation(edition: str, root: Path = CLAUSES) -> bool:
    """Whether an edition has a list of what waits for a person: it is not published yet."""
    return (root / edition / PENDING).exists()


def stray_in_policy(root: Path, edition: str) -> Iterator[Fault]:
    """Yield a fault for each file beside the editions, and in this one, that nothing reads."""
    for path in _entries(root):
        if not (_is_edition(path) or path.name in _COMMON or _is_code(path)):
            yield _stray(path, root, (*_COMMON, "2021-01-01/"))
    folder = root / edition
    for path in _entries(folder):
        if path.name in (*_OF_EDITION, *_BESIDE, PENDING) or CLAUSE.fullmatch(path.name):
            continue
        if path.name not in _FOLDERS or not path.is_dir():
            yield _stray(path, root, ("01.yml", *_OF_EDITION, "examples/", "cases/"))
    yield from stray_beside(folder / "examples", root, ())


def stray_beside(folder: Path, root: Path, known: tuple[str, ...]) -> Iterator[Fault]:
    """Yield a fault for each file in a folder of examples or cases that nothing reads."""
    for path in _entries(folder):
        if path.name not in known and not _SMALL.fullmatch(path.name):
            yield _stray(path, root, ("small-firm.yml", *known))


def _stray(path: Path, root: Path, allowed: tuple[str, ...]) -> Fault:
    name = path.relative_to(root).as_posix()
    return fault(name, 1, "", "stray-file", name=path.name, allowed=allowed)


def _is_edition(path: Path) -> bool:
    return _EDITION.fullmatch(path.name) is not None and path.is_dir()


def _is_code(path: Path) -> bool:
    return path.suffix in (".py", ".md") or (path / "__init__.py").is_file()


def _entries(folder: Path) -> list[Path]:
    """Return the content of a folder by name; empty if the folder cannot be read."""
    try:
        return sorted(path for path in folder.iterdir() if not is_litter(path.name))
    except OSError:
        return []
