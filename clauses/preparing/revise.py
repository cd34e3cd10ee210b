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
from clauses.preparing.by_hand import sealed
from clauses.preparing.case_files import carry_cases, carry_examples
from clauses.preparing.clause_files import ClauseWriter
from clauses.preparing.department_names import everywhere, names_in
from clauses.preparing.edition_file import EditionWriter
from clauses.preparing.entries import EntryPlan, plan_entries
from clauses.preparing.errors import PreparingError
from clauses.preparing.former_term import FormerTerm
from clauses.preparing.ledgers import Excuses, normalisations, passages_of, queries, topics
from clauses.preparing.overtaken import Overtaken, renumber_notes
from clauses.preparing.pairing import Answer, questions, with_answers
from clauses.preparing.pending import Note, PendingEntry, Waiting, entries_of, written
from clauses.preparing.plan import Plan, plan_clauses
from clauses.preparing.proving import proved
from clauses.preparing.readings_file import ReadingsWriter
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
from clauses.reading import read_text
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
        _EditionMaker(made, root, policy, new, day, announced).make()
    return made


def _values(award: Any) -> frozenset[Fraction]:
    """Return the figures of an award’s sum, as its file has them: it is not compiled."""
    said = [words for at, words in figures(award) if at[0] == "sum"]
    return frozenset(Fraction(one.figure.value) for words in said for one in scan(words))


class _EditionMaker:
    def __init__(
        self,
        made: Prepared,
        root: Path,
        policy: Policy,
        new: Received,
        day: date,
        announced: date | None,
    ) -> None:
        self.made, self.policy, self.new = made, policy, new
        self.day, self.announced = day, announced
        self.folder = root / made.former
        edition = policy.edition
        names = {one.zh: one.en for one in edition.departments.values()}
        self.named = names_in(made.comparison, new.clauses, edition, policy.glossary)
        self.translator = Translator(GlossaryTerms(policy.glossary, edition), names, self.named)
        numbered = {clause.number: clause for clause in policy.clauses}
        self.plan: Plan = plan_clauses(made.comparison, numbered, new.clauses, self.translator)
        self.entries: list[EntryPlan] = plan_entries(self.plan, self.translator)

    def make(self) -> None:
        """Make every file of the new edition."""
        made, policy = self.made, self.policy
        made.gone = [entry.id for entry in self.entries if entry.id and entry.to is None]
        self._clauses()
        term = new_term(policy.edition, self.new.closing, self.translator)
        former = policy.edition.validity
        first, last = former.from_, former.to
        if term is not None:
            begins, ends = term.days(self.announced or self.day)
            first, last = begins or first, ends if begins else last
        head = EditionWriter(
            self._read("policy.yml"), policy.edition, self.new, self.plan, self.translator
        )
        made.files["policy.yml"] = head.write(self.day, self.announced, term, self.named)
        readings = ReadingsWriter(
            self._read("readings.yml"), policy.readings, self.plan, made.gone, self.translator
        )
        made.files["readings.yml"] = readings.write(former, term, (first, last))
        made.notes += head.notes + readings.notes
        self._beside()
        if (self.folder / "examples").is_dir():
            examples = carry_examples(
                self.folder / "examples",
                self.plan,
                made.gone,
                (former.from_, former.to),
                (first, last),
            )
            made.files |= examples.files
            made.notes += examples.notes
        if (self.folder / "cases").is_dir():
            years = first.year - former.from_.year
            cases = carry_cases(self.folder / "cases", self.plan, made.gone, years)
            made.files |= cases.files
        self._renamed()
        made.term = (former.from_, former.to), (first, last)
        self._overtaken(*made.term)

    def _overtaken(self, former: Dates, new: Dates) -> None:
        """List our own words that speak of what the new text no longer has, file by file."""
        self.made.notes += renumber_notes(self.made.files, self.plan)
        made, issued = self.made, state(self.made.comparison.new.head) != "draft"
        issued = issued and self.policy.edition.status.state == "draft"
        term = FormerTerm(former, new, self.translator)
        made.notes += Overtaken.of(self.plan, term, issued=issued).notes(made.files)
        order = {name: n for n, name in enumerate(made.files)}
        made.notes.sort(key=lambda note: order[note.file])

    def _renamed(self) -> None:
        """Give renamed departments their new names in our own words too; the text has them."""
        for name, held in self.made.files.items():
            text = held.decode() if isinstance(held, bytes) else held
            if name.startswith(_OWN_WORDS) or CLAUSE.fullmatch(name):
                renamed = everywhere(text, self.named)
                self.made.files[name] = held if renamed == text else renamed

    def _read(self, name: str) -> str:
        return read_text(self.folder / name)

    def _clauses(self) -> None:
        departments = self.policy.edition.departments
        codes = {one.zh: code for code, one in departments.items()}
        codes |= {name.zh: name.code for name in self.named}
        writer = ClauseWriter(self.folder, self.plan, self.entries, codes, self.translator)
        written_ = writer.write()
        self.made.files |= written_.files
        self.made.notes += written_.notes

    def _beside(self) -> None:
        made, policy = self.made, self.policy
        made.files["source.txt"] = self.new.source
        made.files["normalisations.yml"] = normalisations(self.new)
        excuses = Excuses(self.plan, self.new, passages_of(policy))
        made.files["unclaimed.yml"] = excuses.write(self._read("unclaimed.yml"), policy.unclaimed)
        made.notes += excuses.notes
        if (self.folder / "topics.yml").is_file():
            said: dict[str, str] = {}
            for clause in policy.clauses:
                said |= {one.id: f"{one.name.zh} {one.quote.zh}" for one in clause.awards}
                said |= {one.id: f"{one.name.zh} {one.quote.zh}" for one in clause.lines}
            gone = {id_: said.pop(id_) for id_ in made.gone}
            made.files["topics.yml"], notes = topics(
                self._read("topics.yml"), gone, self._quotes(), said
            )
            made.notes += notes
        if (self.folder / "search-queries.tsv").is_file():
            made.files["search-queries.tsv"] = queries(self._read("search-queries.tsv"), self.plan)

    def _quotes(self) -> dict[str, str]:
        """Return the new words of the awards whose quotation or payee changed, by their ids."""
        quotes = {}
        for entry in self.entries:
            clause = self.plan.old[entry.old_clause]
            held = getattr(clause, entry.kind)[entry.index]
            for change in entry.changes:
                if change.path == ("quote", "zh") and entry.id:
                    quotes[entry.id] = f"{change.value} {held.payee.zh}"
        return quotes
