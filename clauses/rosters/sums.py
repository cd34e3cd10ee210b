"""What an application comes to under one edition: its claims with sums in fen.

A claim whose award the edition does not have is not assessed; it is reported by `absent`.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from clauses.rosters.columns import is_year
from eligibility import Policy, assess

Json = dict[str, Any]


class DuePart(NamedTuple):
    """A sum that falls due: in a year, at a milestone, or at a milestone in a year."""

    year: str
    """Empty where the claim or the milestone has no date."""
    milestone: str
    """The code of the stage; empty where the sum is paid at once."""
    fen: int


class Enterprise(NamedTuple):
    """Whose application it is."""

    code: str
    name: str = ""

    @property
    def label(self) -> str:
        """Return what a list calls it."""
        return f"{self.code} {self.name}".rstrip()


class AssessedClaim(NamedTuple):
    """One claim under one edition."""

    claim: str
    award: str
    subject: str
    status: str
    fen: int
    """0 where nothing is due, or not known."""
    bucket: str
    """`exact`, `ceiling`, `reference`, or empty: the total in which it counts."""
    payee: str
    missing: tuple[str, ...]
    """The facts that it needs."""
    least: int
    most: int | None
    """What it may come to, in fen; `most` is None where nothing bounds it."""
    parts: tuple[DuePart, ...]


class Assessed(NamedTuple):
    """An application under one edition."""

    claims: tuple[AssessedClaim, ...]
    absent: tuple[str, ...]
    """Ids of the claims of awards that the edition does not have."""
    least: int
    most: int | None
    """The range of the sum payable in fen; None where nothing bounds it."""


def assessed(
    policy: Policy,
    application: Mapping[str, Any],
    due: Mapping[str, Mapping[str, str]] = {},
) -> Assessed:
    """Assess an application under an edition; raises `Refused`.

    `due` has for some claims the days of their milestones.
    """
    claims, paid = application.get("claims"), application.get("paid") or []
    fits: Mapping[str, Any] = application
    absent: tuple[str, ...] = ()
    if isinstance(claims, list) and isinstance(paid, list):
        here = [claim for claim in claims if not _is_absent(policy, claim)]
        absent = tuple(str(one.get("id")) for one in claims if _is_absent(policy, one))
        received = [one for one in paid if not _is_absent(policy, one)]
        fits = {**application, "claims": here, "paid": received}
    found = assess(policy, fits, only_sums=True)
    entries = tuple(_claimed(entry, due.get(entry["claim"], {})) for entry in found["awards"])
    totals = found["totals"]
    least, most = totals["range"] or (totals["max"], totals["max"])
    return Assessed(entries, absent, fen(least), None if most is None else fen(most))


def fen(yuan: str) -> int:
    """Return a sum of the contract in fen."""
    return int(Decimal(yuan).scaleb(2))


def _is_absent(policy: Policy, entry: Any) -> bool:
    """Whether an entry names an award of another edition; what is no entry the engine refuses."""
    named = entry.get("award") if isinstance(entry, dict) else None
    return isinstance(named, str) and named not in policy.awards


def _claimed(entry: Json, due: Mapping[str, str]) -> AssessedClaim:
    amount = 0 if entry["amount"] is None else fen(entry["amount"])
    status = entry["status"]
    bucket = ""
    if status == "payable":
        bucket = "exact" if entry["wording"] == "exact" else "ceiling"
    elif status in ("reference", "needs-review") and amount:
        bucket = "reference"
    parts: tuple[DuePart, ...] = ()
    if status == "payable":
        year = (entry["date"] or "")[:4]
        parts = tuple(
            _part(code, fen(part), year, due.get(code, "")) for code, part in entry["stages"]
        ) or (DuePart(year, "", amount),)
    low, high = entry["range"] or (entry["amount"] or "0",) * 2
    return AssessedClaim(
        entry["claim"], entry["award"], entry["subject"], status, amount, bucket,
        entry["payee"], tuple(entry["missing"]),
        fen(low), None if high is None else fen(high), parts,
    )  # fmt: skip


def _part(stage: str, amount: int, year: str, due: str) -> DuePart:
    """Return an instalment: the second year is the one after the first.

    The text gives a milestone no year; it has that of its own day, `due`, where the roster has one.
    """
    if is_year(stage) and year:
        return DuePart(str(int(year) + int(stage.rpartition("-")[2]) - 1), "", amount)
    return DuePart(due[:4], stage, amount)
