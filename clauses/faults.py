"""What is wrong with a clause file, said so that a clerk can mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One fault: where it stands, what was found, what is allowed and how to mend it."""

    file: str
    """Path below `clauses/`, for example `2020-03-16/06.yml`."""
    line: int
    """Line in that file, counted from 1."""
    key: str
    """Path of the key, for example `awards[0].sum.at_most`."""
    found: str
    allowed: str
    mend: str

    def __str__(self) -> str:
        return (
            f"{self.file}:{self.line}  {self.key or '(whole file)'}\n"
            f"    found:   {self.found}\n"
            f"    allowed: {self.allowed}\n"
            f"    mend:    {self.mend}"
        )


class FaultyPolicy(Exception):
    """The files of an edition do not make a policy; `faults` holds all that is wrong."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = sorted(set(faults))
        super().__init__(
            "\n".join(str(fault) for fault in self.faults)
            + f"\n{len(self.faults)} fault(s); nothing was built."
        )
