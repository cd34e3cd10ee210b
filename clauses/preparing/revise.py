"""`build.py revise`: makes a new edition from a revised text and the edition that it revises."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

from clauses.build_cache import CACHE
from clauses.check.terms import GlossaryTerms
from clauses.document import PolicyDocument
from clauses.faults import PolicyFilesError
from clauses.folder import CLAUSE, PENDING
from clauses.loading import read_with_faults
from clauses.model.policy import Policy
from clauses.notation import scan
from clauses.preparing.beside_clauses import normalisations
from clauses.preparing.by_hand import sealed
from clauses.preparing.carrying import carried
from clauses.preparing.department_marks import Name
from clauses.preparing.department_names import everywhere, names_in
from clauses.preparing.edition_file import EditionWriter
from clauses.preparing.errors import PreparingError
from clauses.preparing.former_term import FormerTerm
from clauses.preparing.new_edition import NewEdition
from clauses.preparing.outdated import Outdated
from clauses.preparing.overtaken import Overtaken
from clauses.preparing.pairing import Answer, questions, with_answers
from clauses.preparing.pending import Note, PendingEntry, Waiting, entries_of, written
from clauses.preparing.plan import plan_clauses
from clauses.preparing.proving import proved
from clauses.preparing.received import Received, received
from clauses.preparing.term import new_term
from clauses.preparing.translation import Translator
from clauses.preparing.writing import (
    Files,
    new_name,
    preparing_lock,
    publish,
    staged_edition,
    write_files,
)
from clauses.proof.rule import figures
from clauses.revision.comparison import Comparison, compare
from clauses.revision.differences import refuse_strangers
from clauses.revision.document import of_edition
from clauses.revision.outside import state
from clauses.revision.pairing import pair_clauses
from clauses.revision.provisions import Provisions, provisions_of
from clauses.revision.report import report
from clauses.revision.signals import with_term
from clauses.revision.texts import ParsedText, read_whole_text
from clauses.term_words import Dates

Json = dict[str, Any]
_OWN_WORDS = ("readings.yml", "topics.yml", "examples/")


@dataclass
class Prepared:
    """What `revise` made, or would make."""

    edition: str
    former: str
    comparison: Comparison
    reading: ParsedText
    provisions: Provisions
    questions: list[Answer] = field(default_factory=list)
    """Which clause is which, where it is not sure; nothing is written until they are answered."""
    files: Files = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    pending: list[PendingEntry] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    """Awards and lines whose clauses were dropped."""
    term: tuple[Dates, Dates] | None = None
    """The first and last day before and after."""
    other_days: list[date] = field(default_factory=list)
    """The days below a signature of the text, where that of the edition is none of them."""

    @property
    def report(self) -> Json:
        """The report of the comparison, with what waits and what is asked."""
        made = report(self.comparison, self.former, self.edition, self.provisions)
        if self.term and self.term[0] != self.term[1]:
            made = with_term(made, *self.term)
        return made | {
            "noticed": self.reading.noticed,
            "questions": [{"old": one.old, "new": one.new} for one in self.questions],
            "pending": [one.model_dump() for one in self.pending],
            "gone": self.gone,
            "other_days": [one.isoformat() for one in self.other_days],
        }


def revise(
    text: Path,
    day: date,
    root: Path,
    *,
    former: str | None = None,
    answers: Sequence[Answer] = (),
    announced: date | None = None,
    dry: bool = False,
    cache: Path = CACHE,
) -> Prepared:
    """Prepare the edition of `day` from a revised text, and write its folder unless `dry`.

    Raises `TextError` for a text that cannot be used, `PreparingError` for anything else in the
    way, `PolicyFilesError` for faults of the former edition, and `OSError` of the disk; then
    nothing is written.
    """
    edition, former = new_name(day, former, root)
    with preparing_lock(cache):
        if (root / edition).exists() and not dry:
            raise PreparingError("prepare-exists", edition=edition)
        policy, faults = read_with_faults(root, former, shapes_only=True)
        if policy is None:
            raise PolicyFilesError(faults)
        made = prepare(read_whole_text(text), text.name, day, root, policy, answers, announced)
        if made.questions:
            return made
        with staged_edition(root, edition) as aside:
            proved(aside, edition, made.files, made.notes)
            write_files(aside / edition, made.files)
            entries = entries_of(made.notes)
            values = Waiting(aside, edition, entries).values
            made.pending = sealed(entries, values, policy)
            write_files(aside / edition, {PENDING: written(made.pending)})
            if not dry:
                publish(aside, root, edition)
    return made


def prepare(
    reading: ParsedText,
    name: str,
    day: date,
    root: Path,
    policy: Policy,
    answers: Sequence[Answer],
    announced: date | None = None,
) -> Prepared:
    """Make every file of the edition of `day`, unproved; or the questions to be answered first."""
    new = received(reading)
    document = cast(PolicyDocument, policy)  # the models have the same attributes
    old = of_edition(document)
    pairs = with_answers(pair_clauses(old, reading.text), answers, old, reading.text)
    comparison = compare(old, reading.text, pairs=pairs)
    refuse_strangers(comparison, name)
    provisions = provisions_of(document, _values)
    made = Prepared(day.isoformat(), policy.edition.edition, comparison, reading, provisions)
    made.other_days = [] if {day, announced} & {*new.days} else new.days
    made.questions = questions(pairs, old, reading.text)
    if not made.questions:
        _make(made, root, policy, new, announced)
    return made


def _values(award: Any) -> frozenset[Fraction]:
    """Return the figures of an award’s sum, as its file has them: it is not compiled."""
    said = [words for at, words in figures(award) if at[0] == "sum"]
    return frozenset(Fraction(one.figure.value) for words in said for one in scan(words))


def _make(
    made: Prepared, root: Path, policy: Policy, text: Received, announced: date | None
) -> None:
    """Make every file of the new edition, and list what waits in them."""
    former, day = policy.edition, date.fromisoformat(made.edition)
    named = names_in(made.comparison, text.clauses, former, policy.glossary)
    departments = {one.zh: one.en for one in former.departments.values()}
    translator = Translator(GlossaryTerms(policy.glossary, former), departments, named)
    numbered = {clause.number: clause for clause in policy.clauses}
    plan = plan_clauses(made.comparison, numbered, text.clauses, translator)
    new = NewEdition(root / made.former, policy, text, plan, translator, named)
    term = new_term(former, text.closing, translator)
    before: Dates = (former.validity.from_, former.validity.to)
    span = term.days(announced or day, before[0]) if term else before
    head = EditionWriter(new).write(day, announced, term, span)
    written_ = carried(new, head, span, term)
    files = written_.files | {"source.txt": text.source, "normalisations.yml": normalisations(text)}
    _rename_departments(files, named)
    issued = former.status.state == "draft" and state(made.comparison.new.head) != "draft"
    overtaken = Overtaken.of(plan, FormerTerm(before, span, translator), issued=issued)
    order = {name: n for n, name in enumerate(files)}
    notes = [*written_.notes, *overtaken.notes(files), *Outdated(new).notes(files)]
    made.files, made.notes = files, sorted(notes, key=lambda note: order[note.file])
    made.gone, made.term = new.gone, (before, span)


def _rename_departments(files: Files, named: Sequence[Name]) -> None:
    """Give renamed departments their new names in our own words too; the text has them."""
    for name, held in files.items():
        if name.startswith(_OWN_WORDS) or CLAUSE.fullmatch(name):
            text = held.decode() if isinstance(held, bytes) else held
            renamed = everywhere(text, named)
            files[name] = held if renamed == text else renamed
