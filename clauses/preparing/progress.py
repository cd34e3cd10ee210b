"""How far an edition in preparation is: what waits, and which cases come out otherwise."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from clauses.cases import Case, all_cases, cases_folder
from clauses.check.translation_whole import UNTRANSLATED
from clauses.document import PolicyDocument
from clauses.editions import all_editions, front_edition
from clauses.examples import read_examples
from clauses.export import compile_checked
from clauses.faults import Fault, PolicyFilesError, fault
from clauses.folder import in_preparation
from clauses.key_path import scalars
from clauses.loading import read_with_faults
from clauses.messages import Both
from clauses.preparing.by_hand import HandChange, hand_changes
from clauses.preparing.department_marks import beside_marks
from clauses.preparing.errors import PreparingError
from clauses.preparing.expectations import is_computed, place_of
from clauses.preparing.overtaken import texts_in
from clauses.preparing.pending import PendingEntry, Waiting, read_pending
from clauses.preparing.unanswered import Unanswered, unanswered
from clauses.worked import Contradicted, contradicted, without_cases

OUTSIDE = "outside-validity"


@dataclass
class Work:
    """An entry that waits, with its line and what the check finds there."""

    entry: PendingEntry
    line: int
    by_hand: list[HandChange] = field(default_factory=list)
    """What is not as it was proposed."""
    faults: list[Fault] = field(default_factory=list)
    unwritten: bool = False
    """True where what `revise` put there until somebody writes it is still there."""
    held: list[str] = field(default_factory=list)
    """Figures and other words of the former text that are still there."""


@dataclass
class CaseWork:
    """A worked case that comes out otherwise than in the former edition."""

    id: str
    case: Case
    found: Contradicted
    awards: tuple[Both, ...] = ()
    """The names of the awards that it claims."""
    by_hand: bool = False
    """Whether what it expects was changed by hand since it was carried over."""
    asks: tuple[tuple[str, Both], ...] = ()
    """The facts that it does not state and that its result waits for: their names and labels."""


@dataclass
class Progress:
    """An edition in preparation."""

    edition: str
    work: list[Work]
    cases: list[CaseWork] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    """Faults at other places: they are no work of this edition."""
    finished: bool = False
    """True for a finished edition whose text was corrected: its own cases may be computed again."""
    compiled: bool = False
    """True if the rules are complete, so that the cases could be computed."""

    without_cases: list[str] = field(default_factory=list)
    """The awards whose sum no worked case shows, once the rules are complete."""

    unanswered: list[Unanswered] = field(default_factory=list)
    """What examples leave open that the former edition did not ask."""

    @property
    def count(self) -> int:
        """How many places and cases wait for a person."""
        return len(self.work) + len(self.cases)

    @property
    def done(self) -> bool:
        """Whether nothing stands in the way of publishing the edition."""
        return self.compiled and not (self.work or self.cases or self.faults)


def left_out(root: Path, *, preview: bool = False) -> list[tuple[str, int]]:
    """Return the editions in preparation, each with the number of places and cases that wait.

    Raises `PreparingError` if the edition in front is one of them: without a preview the site would
    have no front.
    """
    front = front_edition(root)
    found = []
    for edition in all_editions(root):
        if in_preparation(edition, root):
            count = progress(root, edition).count
            if edition == front and not preview:
                raise PreparingError("front-in-preparation", edition=edition, count=count)
            found.append((edition, count))
    return found


def progress(root: Path, edition: str) -> Progress:
    """Look at an edition in preparation.

    Raises `PolicyFilesError` if its list cannot be read.
    """
    entries = read_pending(root, edition) or []
    waiting = Waiting(root, edition, entries)
    work = [
        Work(
            entry,
            line,
            hand_changes(entry, value),
            unwritten=_is_unwritten(entry, value),
            held=[words for words in entry.held if _says(value, words)],
        )
        for entry, line, value in zip(entries, waiting.lines, waiting.values, strict=True)
    ]
    made = Progress(edition, work, finished=not in_preparation(edition, root))
    document, faults = _compiled(root, edition, entries)
    for found in faults:
        at = waiting.entry_of(found)
        # what is wrong with a file as a whole is wrong at every place in it
        at_file = [one for one in work if not found.key and found.file == _name(edition, one.entry)]
        for one in at_file or ([work[at]] if at is not None else []):
            one.faults.append(found)
        if at is None and not at_file:
            made.faults.append(found)
    for one in work:
        if not any((folder / one.entry.file).is_file() for folder in (root / edition, root)):
            one.faults.append(fault(_name(edition, one.entry), 1, "", "file-missing"))
    if document is not None:
        made.compiled = True
        made.cases = _cases(root, document, finished=made.finished)
        folder = cases_folder(document.edition.edition, root)
        made.without_cases = without_cases(document.wizard, folder) if folder.is_dir() else []
        made.unanswered = unanswered(root, document)
    return made


def _name(edition: str, entry: PendingEntry) -> str:
    """Return the name that faults give the file of an entry."""
    return f"{edition}/{entry.file}"


def _compiled(
    root: Path, edition: str, entries: list[PendingEntry]
) -> tuple[PolicyDocument | None, list[Fault]]:
    policy, faults = read_with_faults(root, edition)
    faults = beside_marks(faults, entries)
    if faults or policy is None:
        return None, faults
    try:
        document = PolicyDocument.read(compile_checked(policy, root))
        read_examples(document, root)
    except PolicyFilesError as faulty:
        return None, faulty.faults
    return document, []


def _cases(root: Path, document: PolicyDocument, *, finished: bool) -> list[CaseWork]:
    folder = cases_folder(document.edition.edition, root)
    if not folder.is_dir():
        return []
    all_cases.cache_clear()  # a confirmed case is in its file
    found = contradicted(document.wizard, folder)
    names = {award["id"]: Both(**award["name"]) for award in document.wizard["awards"]}
    labels = {
        (award["id"], fact["name"]): Both(**fact["label"])
        for award in document.wizard["awards"]
        for fact in award["facts"]
    }
    former = root / (document.edition.follows or "") / "cases"
    carried = {_expectation(case) for case in (all_cases(former) if former.is_dir() else ())}
    return [
        CaseWork(
            _case_id(one.case),
            one.case,
            one,
            _claimed(one.case, names),
            by_hand=bool(carried)
            and not finished  # then every case came to what it expects, whoever wrote it
            and _expectation(one.case) not in carried
            and not is_computed(one.case),
            asks=tuple(_asked(one, labels)),
        )
        for one in found
    ]


def _expectation(case: Case) -> str:
    """Return what a case expects in money and how it was worked, without days and numbers."""
    awards = case.expected["awards"]
    told = [[one.get(key) for key in ("status", "amount", "range")] for one in awards]
    claims = [claim["award"] for claim in case.application["claims"]]
    return f"{claims} {told} {case.expected.get('totals')} {re.sub('[0-9-]+', '', case.working)}"


def _claimed(case: Case, names: Mapping[str, Both]) -> tuple[Both, ...]:
    claims = case.application.get("claims") or []
    ids = dict.fromkeys(str(claim.get("award")) for claim in claims)
    return tuple(names[id_] for id_ in ids if id_ in names)


def _asked(one: Contradicted, labels: Mapping[tuple[str, str], Both]) -> Iterator[tuple[str, Both]]:
    """Yield the facts for which a case waits that expects another result.

    One whose day was outside the former term was not asked for them.
    """
    waits = {
        key.rpartition(": ")[0]
        for key, computed, expected in one.differences
        if key.endswith(": status") and computed == "needs-facts" and expected != OUTSIDE
    }
    found = dict[str, Both]()
    for entry in (one.assessment or {"awards": []})["awards"]:
        for name in entry.get("missing", ()) if entry["claim"] in waits else ():
            found.setdefault(name, labels.get((entry["award"], name), Both(name, name)))
    yield from found.items()


def _case_id(case: Case) -> str:
    """Name a case by its file and its place in it, from 1: `case-26-3`."""
    stem = case.file.rpartition("/")[2].rpartition(".")[0]
    return f"case-{stem}-{place_of(case) + 1}"


def _says(value: Any, words: str) -> bool:
    """Whether our own words at a place still have some words: 20%, but not 120%."""
    found = re.compile(rf"(?<![0-9.]){re.escape(words)}")
    return any(found.search(text) for _, text in texts_in(value))


def _is_unwritten(entry: PendingEntry, value: Any) -> bool:
    """Whether a place still has what `revise` put there for somebody to write."""
    if entry.kind != "empty":
        return False
    if entry.key == "key":
        return bool(value == entry.new)
    return any(UNTRANSLATED in str(held) for _, held in scalars(value))
