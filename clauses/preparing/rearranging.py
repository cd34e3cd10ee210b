"""`build.py renumber`, `move` and `merge`: writes an edition in preparation in another order.

The edition itself is the former one here, and every file is written by what `revise` uses: whatever
names a clause or a paragraph by its number follows it, ids and keys stay.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from clauses.build_cache import CACHE
from clauses.check.terms import GlossaryTerms
from clauses.editions import all_editions
from clauses.faults import PolicyFilesError
from clauses.folder import PENDING, clause_paths
from clauses.loading import read_with_faults
from clauses.model import Clause
from clauses.model.policy import Policy
from clauses.preparing.arrangement import Arrangement
from clauses.preparing.by_hand import sealed, sealed_again
from clauses.preparing.carrying import carried
from clauses.preparing.clause_files import clause_name
from clauses.preparing.edition_file import EditionWriter
from clauses.preparing.errors import PreparingError
from clauses.preparing.new_edition import NewEdition, Written
from clauses.preparing.pending import (
    Note,
    PendingEntry,
    Waiting,
    entries_of,
    read_pending,
    written,
)
from clauses.preparing.plan import OldPlace, texts_of
from clauses.preparing.proving import faults_of, list_faults
from clauses.preparing.received import Received
from clauses.preparing.source_in_order import SourceInOrder
from clauses.preparing.translation import Translator
from clauses.preparing.writing import (
    Files,
    preparing_lock,
    publish_again,
    staged_edition,
    tidy,
    write_files,
)

Arranging = Callable[[Mapping[int, Clause]], Arrangement]


@dataclass
class Rearranged:
    """What was rewritten."""

    edition: str
    numbers: list[tuple[int, int]]
    """Clauses whose number changed: the old one and the new one."""
    paragraphs: list[tuple[str, str]]
    """Paragraphs that are elsewhere, `12.2` and `14.3`, except those that went with a number."""
    files: list[str] = field(default_factory=list)
    """The files whose content changed."""
    waits: list[PendingEntry] = field(default_factory=list)
    """Places that wait for a person because of it."""


def rearrange(root: Path, edition: str, arranging: Arranging, *, cache: Path = CACHE) -> Rearranged:
    """Write an edition in preparation as `arranging` arranges its clauses.

    Raises `PreparingError` if it is finished or cannot be arranged so, `PolicyFilesError` if a file
    has not its form, and `OSError` of the disk; then nothing is written.
    """
    with preparing_lock(cache):
        tidy(root)
        if edition not in all_editions(root):
            raise PreparingError("prepare-no-edition", name=edition, known=all_editions(root))
        pending = read_pending(root, edition)
        if pending is None:
            raise PreparingError("arrange-finished", edition=edition)
        policy, faults = read_with_faults(root, edition)
        if policy is None:
            raise PolicyFilesError(faults)
        making = _Rearranger(root / edition, policy, arranging)
        made = making.make()
        files, notes = made.files, made.notes
        followed = making.followed(pending)
        every = [*filter(None, followed), *notes]
        waited = len(every) - len(notes)
        known = {(fault.code, fault.values) for fault in faults}
        with staged_edition(root, edition) as aside:
            making.copy_rest(aside / edition, files)
            write_files(aside / edition, files)
            found = faults_of(aside, edition)
            fresh = [fault for fault in found if (fault.code, fault.values) not in known]
            list_faults(aside, edition, files, every, fresh)
            folder = root / edition
            listed = entries_of(every)
            before = zip(pending, Waiting(root, edition, pending).values, followed, strict=True)
            held = {(to.file, to.key): (one, value) for one, value, to in before if to}
            values = Waiting(aside, edition, listed).values
            entries = [
                sealed_again(entry, value, *held[at])
                if (at := (entry.file, entry.key)) in held
                else entry
                for entry, value in zip(sealed(listed, values, policy), values, strict=True)
            ]
            files[PENDING] = written(entries)
            write_files(aside / edition, files)
            changed = sorted(name for name, held in files.items() if _differs(folder / name, held))
            publish_again(aside, root, edition)
    new = {(one.file, one.key) for one in every[waited:]}
    return Rearranged(
        edition,
        [(a, b) for a, b in sorted(making.plan.numbers.items()) if a != b],
        making.moved_paragraphs(),
        changed,
        [one for one in entries if (one.file, one.key) in new],
    )


class _Rearranger:
    """Makes the files; the edition is its own former one."""

    def __init__(self, folder: Path, policy: Policy, arranging: Arranging) -> None:
        self.folder, self.policy = folder, policy
        edition = policy.edition
        names = {one.zh: one.en for one in edition.departments.values()}
        translator = Translator(GlossaryTerms(policy.glossary, edition), names)
        self.plan = arranging({clause.number: clause for clause in policy.clauses})
        self.plan.write_numbers()
        self.new = NewEdition(folder, policy, self._received(), self.plan, translator)

    def make(self) -> Written:
        """Return every file that speaks of clauses, and what waits for a person because of it."""
        validity = self.policy.edition.validity
        head = EditionWriter(self.new).rearranged()
        made = carried(self.new, head, (validity.from_, validity.to))
        labels = {f"{a}.{n}": f"{c}.{m}" for c, m, (a, n) in reversed(self._origins())}
        texts = {f"{one.number}.{n}": p.zh for one, n, p in texts_of(self.plan.clauses)}
        source = SourceInOrder(self.folder, self.policy, labels, texts)
        made.files |= source.written([numbers for _, numbers in self.new.text.chapters])
        return made

    def copy_rest(self, target: Path, files: Files) -> None:
        """Copy the files that name no clause by its number; they stay as they are."""
        gone = {path.name for path in clause_paths(self.folder)}
        for path in sorted(self.folder.rglob("*")):
            name = path.relative_to(self.folder).as_posix()
            of_cases = path.parent.name == "cases" and path.suffix == ".yml"
            if path.is_file() and not (name in files or name in gone or of_cases):
                (target / name).parent.mkdir(parents=True, exist_ok=True)
                (target / name).write_bytes(path.read_bytes())

    def followed(self, pending: list[PendingEntry]) -> list[Note | None]:
        """Return each place that waited before where it is now; None where it is gone."""
        places = [(one, self._place(one)) for one in pending]
        return [place and Note(*place, one.kind, one.old, one.new) for one, place in places]

    def moved_paragraphs(self) -> list[tuple[str, str]]:
        """Return the paragraphs that are elsewhere, without those that went with a number."""
        numbers = self.plan.numbers
        bases = {one.number: one.base for one in self.plan.clauses}
        found = []
        for clause, n, origin in self._origins():
            if (clause, n) != (numbers[origin[0]], origin[1]) or bases[clause] != origin[0]:
                found.append((f"{origin[0]}.{origin[1]}", f"{clause}.{n}"))
        return found

    def _origins(self) -> list[tuple[int, int, OldPlace]]:
        parts = texts_of(self.plan.clauses)
        return [(plan.number, n, part.origin) for plan, n, part in parts if part.origin]

    def _place(self, one: PendingEntry) -> tuple[str, str] | None:
        stem, dot, _ = one.file.partition(".")
        if not (stem.isdecimal() and dot):
            folder, slash, name = one.file.rpartition("/")
            of = name.partition(".")[0]
            if folder == "cases" and of.isdecimal() and int(of) in self.plan.numbers:
                return f"{folder}{slash}{clause_name(self.plan.numbers[int(of)])}", one.key
            return one.file, one.key
        number, key = int(stem), one.key
        if number not in self.plan.numbers:
            return one.file, key
        kind, _, rest = key.partition("[")
        if kind == "paragraphs":
            at = (number, int(rest.partition("]")[0]) + 1)
            now = next(((c, n) for c, n, origin in self._origins() if origin == at), None)
            if now is None:
                return None
            return clause_name(now[0]), f"paragraphs[{now[1] - 1}]{rest.partition(']')[2]}"
        to = next((e.to for e in self.new.entries if e.id and e.id == rest.partition("]")[0]), None)
        goes_on = any(plan.base == number for plan in self.plan.clauses)
        if to is None and not goes_on:
            return None  # the title of a clause that is part of another one now
        return clause_name(to or self.plan.numbers[number]), key

    def _received(self) -> Received:
        """Return the text around the clauses as it is, with its chapters as they will be."""
        edition = self.policy.edition
        return Received(
            letter=[part.zh for part in edition.letter],
            letter_labels=[part.label for part in edition.letter],
            annex=edition.annex.zh if edition.annex else None,
            title=edition.title.zh,
            subtitle=edition.subtitle.zh if edition.subtitle else None,
            preamble=edition.preamble.zh,
            chapters=[
                (one.title.zh, self._of_chapter(n)) for n, one in enumerate(edition.chapters)
            ],
            closing=[part.zh for part in edition.closing],
            footnotes=[part.zh for part in edition.footnotes],
        )

    def _of_chapter(self, place: int) -> list[int]:
        clauses, moved = self.policy.edition.chapters[place].clauses, self.plan.chapter_of
        return [
            one.number
            for one in self.plan.clauses
            if one.base is not None and moved.get(one.base, one.base) in clauses
        ]


def _differs(path: Path, content: str | bytes) -> bool:
    new = content.encode() if isinstance(content, str) else content
    return not path.is_file() or path.read_bytes() != new
