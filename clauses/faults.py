"""Faults in policy files, with messages that tell staff how to fix them."""

from collections.abc import Iterable
from dataclasses import dataclass

from clauses.messages import Language, StaffError, Value, catalogue, frozen, say

MOST = 300
"""The most faults reported at once."""


@dataclass(frozen=True)
class Fault:
    """One fault: its place, and the message that says what is wrong and how to fix it."""

    file: str
    """Path below `clauses/`, for example `2020-03-16/06.yml`."""
    line: int
    """Line in that file, counted from 1."""
    key: str
    """Path of the key, for example `awards[0].sum.at_most`."""
    code: str
    """The message under `faults` of the catalogues: what was found, what is allowed, the fix."""
    values: tuple[tuple[str, Value], ...] = ()

    @property
    def found(self) -> str:
        """What was found, in English."""
        return self.part("found", "en")

    @property
    def allowed(self) -> str:
        """What is allowed, in English."""
        return self.part("allowed", "en")

    @property
    def fix(self) -> str:
        """What to do, in English."""
        return self.part("fix", "en")

    @property
    def is_cause(self) -> bool:
        """Whether others may follow from it: the file, or a part of it, could not be read."""
        return bool(catalogue("en")["faults"][self.code].get("cause"))

    def part(self, part: str, language: Language) -> str:
        """Return `found`, `allowed` or `fix` in a language."""
        return say(("faults", self.code, part), language, dict(self.values))

    def told(self, language: Language) -> str:
        """Return the complete fault: its place, what is wrong, what is allowed, what to do."""
        said = catalogue(language)["labels"]
        parts = (said[part] + self.part(part, language) for part in ("found", "allowed", "fix"))
        place = f"{self.file}:{self.line}  {self.key or said['whole-file']}"
        return "\n    ".join([place, *parts])

    def __str__(self) -> str:
        return self.told("en")


def fault(file: str, line: int, key: str, code: str, /, **values: Value) -> Fault:
    """Return the fault of this code with the values of its message."""
    return Fault(file, line, key, code, frozen(values))


class PolicyFilesError(StaffError):
    """The files of an edition do not make a policy; `faults` holds all that is wrong.

    What may be the cause of others comes first, the rest in the order of the files.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = sorted(set(faults), key=_order)
        Exception.__init__(self, len(self.faults))  # `told` writes the message from the faults

    def told(self, language: Language) -> str:
        """Return the faults, the first hundreds of them, and how many there are."""
        said = catalogue(language)["labels"]
        shown = self.faults[:MOST]
        causes = [fault.told(language) for fault in shown if fault.is_cause]
        others = [fault.told(language) for fault in shown if not fault.is_cause]
        blocks = [*causes, *others]
        if causes and others:
            blocks = [said["causes"], *causes, said["others"], *others]
        if len(self.faults) > MOST:
            blocks.append(said["more"].format(count=len(self.faults) - MOST))
        count = said["count"].format(count=len(self.faults))
        return "\n".join([*blocks, count])

    def __str__(self) -> str:
        return self.told("en")


def _order(fault: Fault) -> tuple[bool, str, int, str, str, str]:
    return (
        not fault.is_cause,
        fault.file,
        fault.line,
        fault.key,
        fault.code,
        repr(fault.values),
    )
