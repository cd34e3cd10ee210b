"""What is wrong with a roster: as a whole, which stops the run, or in one place."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from clauses.messages import Language, StaffError, Value, frozen, say


class RosterError(StaffError):
    """A roster that cannot be used at all; the exit status is 2."""

    table: ClassVar[str] = "rosters"


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Raise `RosterError` where the system cannot read a file in the block."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise RosterError("cannot-read", file=path, reason=reason) from None


class Remark(NamedTuple):
    """A row or an application that was left out, or that should be checked, and why."""

    file: str
    kind: str
    """`row` or `line`; empty for a whole file."""
    number: int
    enterprise: str
    reason: str
    """A message of the table `rosters`."""
    values: tuple[tuple[str, Value], ...] = ()

    def where(self, language: Language) -> str:
        """Return the place in the file in a language."""
        return say(("rosters", self.kind), language, {"number": self.number}) if self.kind else ""

    def told(self, language: Language) -> str:
        """Return the reason in a language."""
        return say(("rosters", self.reason), language, dict(self.values))


def remark(
    file: str, kind: str, number: int, enterprise: str, reason: str, **values: Any
) -> Remark:
    """Return a remark; the values are those of the message."""
    return Remark(file, kind, number, enterprise, reason, frozen(values))
