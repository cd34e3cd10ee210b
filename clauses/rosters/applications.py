"""From a case to an application as the contract has it: rows become claims and payments."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from typing import Any, ClassVar, NamedTuple

from clauses.messages import StaffError, phrase
from clauses.rosters.columns import (
    AWARD,
    CLAIM,
    CREDIT_CODE,
    DATE,
    DUE,
    FIXED,
    NAME,
    PAID,
    SUBJECT,
    UNNAMED,
    Column,
    Columns,
)
from clauses.rosters.credit_codes import code_of, fault_of, is_cut
from clauses.rosters.faults import Remark, remark
from clauses.rosters.sources import FoundApplication
from clauses.rosters.subjects import UnsettledEntry, look_alikes, settle, words_of
from clauses.rosters.values import (
    CellError,
    Codes,
    day_of,
    fact_of,
    is_cut_month,
    is_error,
    is_shortened,
    is_unknown,
    money_of,
)
from eligibility import Refused, read_application

Json = dict[str, Any]
_OWN = (CREDIT_CODE, NAME, CLAIM, AWARD, SUBJECT, DATE, PAID)


class UnusableError(StaffError):
    """A row or an application that cannot be used."""

    table: ClassVar[str] = "rosters"


class Read(NamedTuple):
    """What could be read of a case."""

    application: Json | None
    """None where nothing can be used."""
    wrong: list[Remark]
    due: Mapping[str, Mapping[str, str]] = {}
    """For claims whose milestones have days: the day of each stage."""
    doubts: Sequence[Remark] = ()
    """What should be checked in rows that count."""
    paid: Sequence[Json] = ()
    """The payments of a roster, also where nothing is claimed."""
    name: str = ""
    """The name of the enterprise, if a row has it."""


def application_of(
    case: FoundApplication, columns: Sequence[Column | None], known: Columns
) -> Read:
    """Read the application of a case."""
    if not case.rows:
        try:
            return Read(_of_text(case.text), [])
        except UnusableError as bad:
            return Read(None, [case.left_out(bad.name, **bad.values)])
    entries: list[UnsettledEntry] = []
    wrong: list[Remark] = []
    doubts: list[Remark] = []
    due: dict[str, dict[str, str]] = {}
    names: list[str] = []
    taken: set[str] = set()
    for number, cells in case.rows:
        place = (case.file, "row", number, case.enterprise)
        try:
            row = _row(number, cells, columns, known)
            entry = row.named.entry
            if "id" in entry:
                if entry["id"] in taken:
                    raise UnusableError("claim-twice", claim=entry["id"])
                taken.add(entry["id"])
                if row.due:
                    due[entry["id"]] = row.due
        except UnusableError as bad:
            wrong.append(remark(*place, bad.name, **bad.values))
            continue
        if not entries and (fault := fault_of(case.enterprise)):
            doubts.append(remark(*place, fault, found=case.enterprise))
        doubts += [remark(*place, name, **values) for name, values in row.doubts]
        entries.append(row.named)
        names.append(row.name)
    settle(case.enterprise, names, entries)
    doubts += look_alikes(case.file, case.enterprise, entries)
    claims = [one.entry for one in entries if "id" in one.entry]
    paid = [one.entry for one in entries if "id" not in one.entry]
    application = {"claims": claims, "paid": paid} if claims else None
    return Read(application, wrong, due, doubts, paid, next(filter(None, names), ""))


def _of_text(text: str) -> Json:
    try:
        application = read_application(text)
    except Refused as refused:
        raise UnusableError("not-an-application", said=str(refused)) from None
    if not isinstance(application, dict):
        raise UnusableError("not-an-application", said="$")
    return {key: value for key, value in application.items() if key != "edition"}


Doubt = tuple[str, Mapping[str, Any]]
"""What should be checked: the name of a message, and its values."""


class _Row(NamedTuple):
    """The claim of a row, or the payment, which has no `id`."""

    named: UnsettledEntry
    name: str
    """Of the enterprise; may be empty."""
    due: dict[str, str]
    doubts: Sequence[Doubt] = ()


def _row(
    number: int, cells: Sequence[str], columns: Sequence[Column | None], known: Columns
) -> _Row:
    """Return what a row states; raises `UnusableError`."""
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
    if CREDIT_CODE not in own:
        raise UnusableError("enterprise-empty")
    for key, text in own.items():
        if is_error(text):
            raise UnusableError("cell-error", heading=FIXED[key], found=text)
    if is_cut(code_of(own[CREDIT_CODE])):
        raise UnusableError("code-cut", found=own[CREDIT_CODE])
    for key in (CREDIT_CODE, CLAIM, SUBJECT):
        if is_shortened(own.get(key, "")):
            raise UnusableError("code-shortened", heading=FIXED[key], found=own[key])
    if AWARD not in own:
        raise UnusableError("award-empty")
    award = known.award(own[AWARD])
    if award is None:
        near = known.near(own[AWARD])
        name = "award-unknown-near" if near else "award-unknown"
        raise UnusableError(name, found=own[AWARD], near=near)
    day = _read(given, DATE, _day, known)
    amount = _read(given, PAID, lambda column, text: money_of(text, column.unit), known)
    if amount is not None and Decimal(amount):  # 0 is nothing received
        if day is None:
            raise UnusableError("payment-without-date")
        entry = {"award": award, "subject": own.get(SUBJECT, ""), "date": day, "amount": amount}
        return _payment(number, entry, given, known)
    facts, due = {}, {}
    for name in given:
        if name.startswith(DUE):
            due[name.removeprefix(DUE)] = _read(given, name, _day, known)
        elif name not in _OWN and (asked := known.facts[name].by_award.get(award)):
            facts[name] = _read(given, name, _reading(*asked), known)
    claim = {"id": own.get(CLAIM) or f"{number}", "award": award,
             "subject": own.get(SUBJECT, ""), "date": day, "facts": facts}  # fmt: skip
    doubts = list(_cut_months(given, award, known))
    return _Row(_named(number, claim, facts, known), own.get(NAME, ""), due, doubts)


def _payment(
    number: int, entry: Json, given: Mapping[str, tuple[Column, str]], known: Columns
) -> _Row:
    """Return a payment; of the facts beside it only that counts which says what it was for."""
    deciding, unused = {}, []
    for name in given:
        asked = name in known.facts and known.facts[name].by_award.get(entry["award"])
        if asked and name in known.kinds.asked(entry["award"]):
            with suppress(UnusableError):
                deciding[name] = _read(given, name, _reading(*asked), known)
        elif asked or name.startswith(DUE):
            unused.append(known.heading(name))
    own_name = given[NAME][1] if NAME in given else ""
    doubts = list(_cut_months({DATE: given[DATE]}, entry["award"], known))
    if unused:
        doubts.append(("payment-with-facts", {"headings": unused}))
    return _Row(_named(number, entry, deciding, known), own_name, {}, doubts)


def _cut_months(
    given: Mapping[str, tuple[Column, str]], award: str, known: Columns
) -> Iterator[Doubt]:
    """Yield the dates of which a spreadsheet may have dropped a 0."""
    for name, (_, text) in given.items():
        if is_cut_month(text) and known.is_date(name, award):
            yield "month-cut", {"heading": known.heading(name), "found": text}


def _named(number: int, entry: Json, facts: Json, known: Columns) -> UnsettledEntry:
    """Return an entry with the kinds of its subject; raises `UnusableError` without a name."""
    named = known.kinds.named(number, entry, facts)
    if not (entry["subject"] or named.may_be_enterprise):
        asked = words_of(named.kinds)
        raise UnusableError("subject-empty", heading=FIXED[SUBJECT], kinds=asked)
    return named


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
