"""Which files belong to the policy: any other is a fault, so that none is ignored in silence.

What an editor or a system lays down beside an open file, a lock, a swap file, a backup with ~, is
no file of the policy and is passed over: it comes and goes while a clerk is at work.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from clauses.faults import Fault, fault

CLAUSES = Path(__file__).parent
"""The folder that holds every edition, and what belongs to none."""
EDITION = "2020-03-16"
"""The current edition."""

CLAUSE = re.compile(r"[0-9]{2}\.yml", re.ASCII)
_SMALL = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.yml", re.ASCII)
_COMMON = ("readings.yml", "glossary.yml", "deviations.yml")
_OF_EDITION = ("policy.yml", "source.txt", "normalisations.yml", "unclaimed.yml", "topics.yml")
_FOLDERS = ("examples", "cases")
_BESIDE = ("search-queries.tsv", "mutation-scores.json")
"""What the site shows of an edition and staff need not edit: what is asked of the search, and how
well the tests notice a mistake."""
_LITTER = re.compile(
    r"\.#.*|#.*#|.*~|~\$.*|\.~lock\..*|.*\.sw[a-px]|\..*\.kate-swp|4913|\.DS_Store|\._.*|Thumbs\.db"
    r"|desktop\.ini|\.git[a-z]*|__pycache__"
)


def is_litter(name: str) -> bool:
    """Whether a name is that of a lock, a swap file or a backup that an editor makes by itself."""
    return _LITTER.fullmatch(name) is not None


def clause_paths(folder: Path) -> list[Path]:
    """Return the clause files of an edition in the order of their numbers."""
    return [path for path in _entries(folder) if CLAUSE.fullmatch(path.name)]


def named_paths(folder: Path) -> list[Path]:
    """Return the files of a folder where each has a name of its own: examples, worked cases."""
    return [path for path in _entries(folder) if _SMALL.fullmatch(path.name)]


def stray_in_policy(root: Path, edition: str) -> Iterator[Fault]:
    """Tell each file below `root` that nothing reads, and each further edition."""
    for path in _entries(root):
        if path.name == edition or path.name in _COMMON or _is_code(path):
            continue
        if path.is_dir() and path.name[:1].isdigit():
            name = path.relative_to(root).as_posix()
            yield fault(name, 1, "", "second-edition", name=path.name, edition=edition)
        else:
            yield _stray(path, root, _COMMON)
    folder = root / edition
    for path in _entries(folder):
        if path.name in (*_OF_EDITION, *_BESIDE) or CLAUSE.fullmatch(path.name):
            continue
        if path.name not in _FOLDERS or not path.is_dir():
            yield _stray(path, root, ("01.yml", *_OF_EDITION, "examples/", "cases/"))
    yield from stray_beside(folder / "examples", root, ())


def stray_beside(folder: Path, root: Path, known: tuple[str, ...]) -> Iterator[Fault]:
    """Tell each file of a folder of examples or cases that nothing reads."""
    for path in _entries(folder):
        if path.name not in known and not _SMALL.fullmatch(path.name):
            yield _stray(path, root, ("small-firm.yml", *known))


def _stray(path: Path, root: Path, allowed: tuple[str, ...]) -> Fault:
    name = path.relative_to(root).as_posix()
    return fault(name, 1, "", "stray-file", name=path.name, allowed=allowed)


def _is_code(path: Path) -> bool:
    return path.suffix in (".py", ".md") or (path / "__init__.py").is_file()


def _entries(folder: Path) -> list[Path]:
    """Return what lies in a folder, by name; nothing where the folder cannot be read."""
    try:
        return sorted(path for path in folder.iterdir() if not is_litter(path.name))
    except OSError:
        return []
