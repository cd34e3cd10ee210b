"""What each clause and paragraph of the new edition is made from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from clauses.check.translation_whole import UNTRANSLATED
from clauses.model import Clause, Paragraph
from clauses.preparing.carried_sentences import CarriedSentences
from clauses.preparing.english import Edit, English
from clauses.preparing.received import ReceivedClause
from clauses.preparing.translation import RevisedPassage, Translator
from clauses.revision.clause_number import bare_en, bare_zh
from clauses.revision.comparison import ComparedClause, Comparison
from clauses.revision.likeness import alike, best_pairs

State = Literal["same", "proposed", "stale", "empty"]
"""`same` carried over; `proposed` ready-made; `stale` with the old English; `empty` new text."""
_CONTINUES = 0.3
"""From this likeness on a paragraph continues one of its clause: in the revised texts of the tests
those that continue one are 0.65 alike or more, and new ones 0.29 at most."""
_CONTINUES_IN_SPLIT = 0.4
"""The same for a clause that was split off: most paragraphs of the clause it left stay there."""
_MOVED = 0.75
"""From this likeness on a paragraph is one of another clause that was moved."""
OldPlace = tuple[int, int]
"""The number of a clause of the former edition, and its paragraph from 1."""


@dataclass
class ParagraphPlan:
    """A paragraph of the new edition."""

    zh: str
    """As published, with the number of its clause."""
    state: State
    origin: OldPlace | None = None
    passage: RevisedPassage | None = None
    """The two versions, without numbers; None for new text."""
    english: English | None = None
    en: str = UNTRANSLATED

    @property
    def bare(self) -> str:
        """The Chinese without the number of its clause."""
        return bare_zh(self.zh)

    @property
    def unchanged(self) -> bool:
        """Whether it says what its origin said, character for character."""
        return self.passage is not None and self.passage.old == self.passage.new


@dataclass
class ClausePlan:
    """A clause of the new edition."""

    number: int
    base: int | None
    """The clause of the former edition that it continues; None for a new one."""
    sources: list[int] = field(default_factory=list)
    """All clauses of the former edition that went into it, the base first."""
    joining: str = ""
    """`merged` or `split`; a split-off clause has no base of its own."""
    paragraphs: list[ParagraphPlan] = field(default_factory=list)

    def number_english(self) -> None:
        """Begin the translation with the number of the clause, as the text begins."""
        first = self.paragraphs[0]
        first.en = f"{self.number}. {first.en}"


@dataclass
class Plan:
    """All clauses of the new edition, and where those of the former one went."""

    clauses: list[ClausePlan]
    old: Mapping[int, Clause]

    @cached_property
    def numbers(self) -> dict[int, int]:
        """The new number of each old clause that goes on."""
        found = {plan.base: plan.number for plan in self.clauses if plan.base is not None}
        for plan in self.clauses:
            for source in plan.sources if plan.joining == "merged" else ():
                found.setdefault(source, plan.number)
        return found

    @cached_property
    def dropped(self) -> list[int]:
        """The old clauses that have no successor."""
        return [number for number in self.old if number not in self.numbers]

    def successors(self, number: int) -> list[ClausePlan]:
        """Return the new clauses into which an old one went, the main one first."""
        found = [plan for plan in self.clauses if number in plan.sources]
        return sorted(found, key=lambda plan: plan.base != number)


def plan_clauses(
    comparison: Comparison,
    old: Mapping[int, Clause],
    new: Sequence[ReceivedClause],
    translator: Translator,
) -> Plan:
    """Plan every clause of the new text, in its order."""
    plans: dict[int, ClausePlan] = {}
    for one in comparison.clauses:
        for plan in _plans_of(one, comparison, new):
            plans[plan.number] = plan
    made = Plan([plans[clause.number] for clause in new], old)
    former = {
        bare_zh(one.zh): bare_en(one.en) for clause in old.values() for one in clause.paragraphs
    }
    carried = CarriedSentences(former, translator)
    for plan, clause in zip(made.clauses, new, strict=True):
        plan.paragraphs = list(_paragraphs(plan, clause, old, carried))
    _find_moved(made, carried)
    for _, _, paragraph in texts_of(made.clauses):
        if paragraph.origin is None:
            paragraph.en, whole = carried.without_origin(paragraph.bare)
            paragraph.english = English(paragraph.en, [])
            paragraph.state = "proposed" if whole else "empty"
    for plan in made.clauses:
        plan.number_english()
    return made


def _find_moved(made: Plan, carried: CarriedSentences) -> None:
    """Find the paragraphs that went from one clause to another."""
    taken = {paragraph.origin for _, _, paragraph in texts_of(made.clauses)}
    free = {
        (number, n): paragraph
        for number, clause in made.old.items()
        for n, paragraph in enumerate(clause.paragraphs, 1)
        if (number, n) not in taken
    }
    for plan in made.clauses:
        for n, paragraph in enumerate(plan.paragraphs):
            if paragraph.origin is not None or not free:
                continue
            best = max(free, key=lambda at: alike(bare_zh(free[at].zh), paragraph.bare))
            if alike(bare_zh(free[best].zh), paragraph.bare) >= _MOVED:
                plan.paragraphs[n] = _continued(paragraph.zh, best, free.pop(best), carried)


def _plans_of(
    one: ComparedClause, comparison: Comparison, new: Sequence[ReceivedClause]
) -> Iterator[ClausePlan]:
    pair = one.pair
    if pair.new is None:
        return
    number = new[pair.new].number
    if pair.old is None:
        yield ClausePlan(number, None)
        return
    base = comparison.old.clauses[pair.old].number
    sources = [comparison.old.clauses[n].number for n in pair.olds]
    yield ClausePlan(number, base, sources, pair.joining)
    for place in pair.news[1:]:
        yield ClausePlan(new[place].number, None, [base], "split")


def _paragraphs(
    plan: ClausePlan, clause: ReceivedClause, old: Mapping[int, Clause], carried: CarriedSentences
) -> Iterator[ParagraphPlan]:
    sources = {
        (number, n): paragraph
        for number in plan.sources
        for n, paragraph in enumerate(old[number].paragraphs, 1)
    }
    origins = _origins([bare_zh(zh) for zh in clause.paragraphs], sources, split=not plan.base)
    for n, zh in enumerate(clause.paragraphs):
        origin = origins.get(n)
        if origin is None:
            yield ParagraphPlan(zh, "empty")
        else:
            yield _continued(zh, origin, sources[origin], carried)


def _origins(
    new: Sequence[str], sources: Mapping[OldPlace, Paragraph], *, split: bool
) -> dict[int, OldPlace]:
    """Find the paragraph that each new one continues: the most alike first."""
    places, old = list(sources), [bare_zh(paragraph.zh) for paragraph in sources.values()]
    partner = best_pairs(old, new, alike, _CONTINUES_IN_SPLIT if split else _CONTINUES)
    return {n: places[at] for at, n in partner.items()}


def _continued(
    zh: str, origin: OldPlace, paragraph: Paragraph, carried: CarriedSentences
) -> ParagraphPlan:
    passage = RevisedPassage(bare_zh(paragraph.zh), bare_en(paragraph.en), bare_zh(zh))
    plan = ParagraphPlan(zh, "same", origin, passage)
    edits: list[Edit] = []
    if passage.old != passage.new:
        whole = carried.translator.edits(passage)
        edits, sure = carried.into(passage) if whole is None else (whole, True)
        plan.state = "proposed" if sure else "stale"
    plan.english = English(passage.old_en, edits)
    plan.en = plan.english.whole
    return plan


def texts_of(plans: Iterable[ClausePlan]) -> Iterator[tuple[ClausePlan, int, ParagraphPlan]]:
    """Yield each paragraph with its clause and its number from 1."""
    for plan in plans:
        for n, paragraph in enumerate(plan.paragraphs, 1):
            yield plan, n, paragraph
