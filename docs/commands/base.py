"""What the commands share: wrong use, their messages, and where the project is."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from clauses.folder import all_editions
from clauses.messages import Language, StaffError, catalogue, say

ROOT = Path(__file__).resolve().parents[2]


class UsageError(StaffError):
    """Something the user asked for that cannot be done; the exit status is 2."""

    table: ClassVar[str] = "commands"


def said(language: Language, name: str, /, **values: object) -> str:
    """Return a message of the commands, from `clauses/messages`."""
    return say(("commands", name), language, values)


def help_of(language: Language) -> Callable[[str], str]:
    """Return what gives the help of an argument by its name."""
    texts: dict[str, str] = catalogue(language)["help"]
    return texts.__getitem__


def known_edition(name: str | None) -> str | None:
    """Return the name of an edition that has a folder; None, the one in front, stays None.

    Raises `UsageError` for any other name.
    """
    known = all_editions()
    if name is not None and name not in known:
        raise UsageError("no-such-edition", name=name, known=known)
    return name


def shown(path: Path) -> str:
    """Return the path of a folder as messages show it: from here, where it is below."""
    whole = path.resolve()
    near = whole.relative_to(Path.cwd()) if whole.is_relative_to(Path.cwd()) else whole
    return f"{near.as_posix()}/"
