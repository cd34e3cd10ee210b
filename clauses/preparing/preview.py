"""Compiles an edition in preparation as it is, for a preview: what waits is marked and withheld."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from clauses.check.places import claimable
from clauses.document import PolicyDocument
from clauses.export import compile_checked
from clauses.faults import PolicyFilesError
from clauses.folder import CLAUSE
from clauses.loading import read_with_faults
from clauses.model.clause import Clause
from clauses.model.policy import Policy
from clauses.preparing.department_marks import beside_marks
from clauses.preparing.errors import PreparingError
from clauses.preparing.pending import PendingEntry, Waiting, path_of, read_pending

WaitingPlace = dict[str, Any]


def preview(root: Path, edition: str) -> PolicyDocument:
    """Return the document of an edition in preparation, with what waits in it.

    Raises `PreparingError` if something is wrong at another place, or so wrong that no rule can be
    read: what is shown must be right except for what is marked. Raises `PolicyFilesError` for what
    names a paragraph that its clause does not have: it has no place to be shown at.
    """
    policy, faults = read_with_faults(root, edition)
    entries = read_pending(root, edition) or []
    waiting = Waiting(root, edition, entries)
    others = [fault for fault in beside_marks(faults, entries) if waiting.entry_of(fault) is None]
    if policy is None or others:
        raise PreparingError("preview-faulty", edition=edition)
    if placeless := [fault for fault in faults if fault.code == "paragraph-unknown"]:
        raise PolicyFilesError(placeless)
    try:
        compiled = compile_checked(policy, root)
    except KeyError as error:  # a rule names an award that is not written yet
        raise PreparingError("preview-unreadable", edition=edition, name=str(error)) from None
    return PolicyDocument.read(compiled | {"preparing": list(_places(entries, policy))})


def _places(entries: list[PendingEntry], policy: Policy) -> Iterator[WaitingPlace]:
    clauses = {clause.number: clause for clause in policy.clauses}
    for entry in entries:
        named = CLAUSE.fullmatch(entry.file)
        clause = clauses.get(int(Path(entry.file).stem)) if named else None
        yield from _of_clause(entry, clause) if clause else [_place(entry)]


def _of_clause(entry: PendingEntry, clause: Clause) -> Iterator[WaitingPlace]:
    """Yield a place for the entry; a paragraph takes the awards and lines that quote it along."""
    kind, *rest = path_of(entry.key, clause.model_dump(by_alias=True)) or ("",)
    index = rest[0] if rest and isinstance(rest[0], int) else None
    if kind == "paragraphs" and index is not None:
        yield _place(entry, clause=clause.number, paragraph=index + 1)
        ids = [one.id for _, one in claimable(clause) if one.paragraph == index + 1]
        ids = [] if entry.kind == "proposed" else ids
    elif kind in ("awards", "lines") and index is not None:
        ids = [one.id for one in getattr(clause, kind)[index : index + 1]]
    else:
        yield _place(entry, clause=clause.number)
        return
    for id_ in ids:
        yield _place(entry, clause=clause.number, award=id_)


def _place(entry: PendingEntry, **where: Any) -> WaitingPlace:
    return {"clause": None, "paragraph": None, "award": None, "kind": entry.kind} | where
