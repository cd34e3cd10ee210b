"""From a case to an application as the contract has it: rows become claims and payments."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar, NamedTuple

from clauses.messages import StaffError, phrase
from clauses.rosters.columns import (
    AWARD,
    CLAIM,
    DATE,
    DUE,
    ENTERPRISE,
    FIXED,
    NAME,
    PAID,
    SUBJECT,
    UNNAMED,
    Column,
    Columns,
)
from clauses.rosters.faults import LeftOut, left_out
from clauses.rosters.sources import Case
from clauses.rosters.values import (
    CellError,
    Codes,
    code_of,
    day_of,
    fact_of,
    is_cut,
    is_error,
    is_shortened,
    is_unknown,
    money_of,
)
from eligibility import Refused, read_application

Json = dict[str, Any]
_OWN = (ENTERPRISE, NAME, CLAIM, AWARD, SUBJECT, DATE, PAID)


class UnusableError(StaffError):
    """A row or an application that cannot be used."""

    table: ClassVar[str] = "rosters"


class Read(NamedTuple):
    """What could be read of a case."""

    application: Json | None
    """None where nothing can be used."""
    wrong: list[LeftOut]
    due: Mapping[str, Mapping[str, str]] = {}
    """For claims whose milestones have days: the day of each stage."""


def application_of(case: Case, columns: Sequence[Column | None], known: Columns) -> Read:
    """Read the application of a case."""
    if not case.rows:
        try:
            return Read(_of_text(case.text), [])
        except UnusableError as bad:
            return Read(None, [case.left_out(bad.name, **bad.values)])
    claims: list[Json] = []
    paid: list[Json] = []
    wrong: list[LeftOut] = []
    due: dict[str, dict[str, str]] = {}
    taken: set[str] = set()
    for number, cells in case.rows:
        try:
            entry = _entry(number, cells, columns, known)
            if "amount" in entry:
                paid.append(entry)
                continue
            if entry["id"] in taken:
                raise UnusableError("claim-twice", claim=entry["id"])
            taken.add(entry["id"])
            if days := entry.pop(DUE):
                due[entry["id"]] = days
            claims.append(entry)
        except UnusableError as bad:
            place = (case.file, "row", number, case.enterprise)
            wrong.append(left_out(*place, bad.name, **bad.values))
    return Read({"claims": claims, "paid": paid} if claims else None, wrong, due)


def _of_text(text: str) -> Json:
    try:
        application = read_application(text)
    except Refused as refused:
        raise UnusableError("not-an-application", said=str(refused)) from None
    if not isinstance(application, dict):
        raise UnusableError("not-an-application", said="$")
    return {key: value for key, value in application.items() if key != "edition"}


def _entry(
    number: int, cells: Sequence[str], columns: Sequence[Column | None], known: Columns
) -> Json:
    """Return the claim of a row, or the payment; raises `UnusableError`."""
    if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
        raise UnusableError("too-many-cells", found=len(cells), columns=len(columns))
    given = {
        column.key: (column, cell.strip())
        for column, cell in zip(columns, cells, strict=False)
        if column is not None and cell and not is_unknown(cell)
    }
    if UNNAMED in given:
        raise UnusableError("cell-without-heading", found=given[UNNAMED][1])
    own = {key: given[key][1] for key in _OWN if key in given}
    if ENTERPRISE not in own:
        raise UnusableError("enterprise-empty")
    for key, text in own.items():
        if is_error(text):
            raise UnusableError("cell-error", heading=FIXED[key], found=text)
    if is_cut(code_of(own[ENTERPRISE])):
        raise UnusableError("code-cut", found=own[ENTERPRISE])
    for key in (ENTERPRISE, CLAIM, SUBJECT):
        if is_shortened(own.get(key, "")):
            raise UnusableError("code-shortened", heading=FIXED[key], found=own[key])
    for key in (AWARD, SUBJECT):
        if key not in own:
            raise UnusableError(f"{key}-empty")
    award = known.award(own[AWARD])
    if award is None:
        raise UnusableError("award-unknown", found=own[AWARD])
    day = _read(given, DATE, _day, known)
    amount = _read(given, PAID, lambda column, text: money_of(text, column.unit), known)
    if amount is not None and Decimal(amount):  # 0 is nothing received
        if day is None:
            raise UnusableError("payment-without-date")
        return {"award": award, "subject": own[SUBJECT], "date": day, "amount": amount}
    facts, due = {}, {}
    for name in given:
        if name.startswith(DUE):
            due[name.removeprefix(DUE)] = _read(given, name, _day, known)
        elif name not in _OWN and (asked := known.facts[name].by_award.get(award)):
            facts[name] = _read(given, name, _reading(*asked), known)
    claim = own.get(CLAIM) or f"{number}"
    return {"id": claim, "award": award, "subject": own[SUBJECT], "date": day, "facts": facts,
            DUE: due}  # fmt: skip


def _day(_: Column, text: str) -> str:
    return day_of(text)


def _reading(fact: Mapping[str, Any], codes: Codes) -> Callable[[Column, str], Any]:
    return lambda column, text: fact_of(fact["type"], text, column.unit, codes)


def _read(
    given: Mapping[str, tuple[Column, str]],
    key: str,
    read: Callable[[Column, str], Any],
    known: Columns,
) -> Any:
    """Return what the cell of a column says, None where it is unknown; raises `UnusableError`."""
    if key not in given:
        return None
    column, text = given[key]
    heading = known.heading(key)
    if is_error(text):
        raise UnusableError("cell-error", heading=heading, found=text)
    try:
        return read(column, text)
    except CellError as bad:
        raise UnusableError(
            "cell", heading=heading, found=text, allowed=phrase(bad.name, **bad.values)
        ) from None
