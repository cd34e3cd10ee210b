"""Another order of the clauses of an edition: renumbered, merged, a paragraph moved.

An arrangement plans for each clause which number it gets and which paragraphs it consists of. It
knows no files; `rearranging` writes them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from clauses.model import Award, Clause, Line, Paragraph
from clauses.preparing.english import Edit, English
from clauses.preparing.errors import PreparingError
from clauses.preparing.paragraph_parts import ended
from clauses.preparing.plan import ClausePlan, OldPlace, ParagraphPlan, Plan
from clauses.preparing.sentence_pairs import sentence_pairs
from clauses.preparing.translation import RevisedPassage
from clauses.revision.clause_number import bare_en, bare_zh, number_zh


@dataclass
class Arrangement(Plan):
    """All clauses in the order of their new numbers; their paragraphs are not numbered yet."""

    chapter_of: dict[int, int] = field(default_factory=dict)
    """The old clauses that go to the chapter of another one."""

    @staticmethod
    def of(old: Mapping[int, Clause]) -> "Arrangement":
        """Return the clauses as they are."""
        plans = [ClausePlan(number, number, [number]) for number in sorted(old)]
        for plan in plans:
            paragraphs = old[plan.number].paragraphs
            plan.paragraphs = [
                _part((plan.number, n), one, bare_zh(one.zh)) for n, one in enumerate(paragraphs, 1)
            ]
        return Arrangement(plans, old)

    def clause(self, number: int) -> ClausePlan:
        """Return the clause that had a number; raises `PreparingError` if none had it."""
        found = next((one for one in self.clauses if one.base == number), None)
        if found is None:
            known = [one.base for one in self.clauses]
            raise PreparingError("arrange-no-clause", number=number, known=known)
        return found

    def numbered(self, to: Mapping[int, int]) -> None:
        """Give new numbers to the clauses that had these."""
        for one in self.clauses:
            one.number = to.get(one.number, one.number)
        self.clauses.sort(key=lambda one: one.number)

    def write_numbers(self) -> None:
        """Begin each clause with its number, written as before."""
        for one in self.clauses:
            assert one.base is not None
            first = one.paragraphs[0]
            first.zh = number_zh(self.old[one.base].paragraphs[0].zh, one.number) + first.zh
            one.number_english()


def _part(origin: OldPlace, old: Paragraph, zh: str, cuts: Sequence[Edit] = ()) -> ParagraphPlan:
    """Plan a paragraph, or those of its sentences that are left after `cuts` in the English."""
    was = bare_en(old.en)
    english = English(was, cuts)
    return ParagraphPlan(
        zh,
        "proposed" if cuts else "same",
        origin,
        RevisedPassage(bare_zh(old.zh), was, zh),
        english,
        " ".join(english.whole.split()) if cuts else was,
    )


def renumbered(old: Mapping[int, Clause], number: int, new: int, *, onwards: bool) -> Arrangement:
    """Give a clause another number.

    If another clause has it, those between move by one place, so that no number is left empty or
    used twice; with `onwards` all clauses from this one on move as far as it does. Raises
    `PreparingError` if it does not exist, or if the new numbers are not free.
    """
    made = Arrangement.of(old)
    made.clause(number)
    known = sorted(old)
    if onwards:
        to = {one: one + new - number for one in known if one >= number}
        taken = [one for one in to.values() if one in known and one not in to]
        if taken or new < 1:
            raise PreparingError("arrange-taken", numbers=taken or [new])
    elif new not in old:
        if new < 1:
            raise PreparingError("arrange-taken", numbers=[new])
        to = {number: new}
    else:
        to = dict(_turned(known, number, new))
        made.chapter_of[number] = new
    made.numbered(to)
    return made


def _turned(known: Sequence[int], number: int, new: int) -> Iterator[tuple[int, int]]:
    low, high = sorted((number, new))
    between = [one for one in known if low <= one <= high]
    others = [one for one in between if one != number]
    yield number, new
    free = [one for one in between if one != new]
    yield from zip(others, free, strict=True)


def merged(old: Mapping[int, Clause], numbers: Sequence[int], into: int) -> Arrangement:
    """Make one clause of several, with the key and the title of `into`; later ones move up.

    Raises `PreparingError` if one of them does not exist, or `into` is not among them.
    """
    made = Arrangement.of(old)
    if into not in numbers or len(set(numbers)) < 2:
        raise PreparingError("arrange-into", into=into, numbers=sorted(set(numbers)))
    parts = {number: made.clause(number).paragraphs for number in sorted(set(numbers))}
    whole = made.clause(into)
    gone = [number for number in parts if number != into]
    # the clause begins with the paragraph that has its title
    whole.paragraphs = [*parts[into], *(part for number in gone for part in parts[number])]
    whole.sources, whole.joining = [into, *gone], "merged"
    made.clauses = [one for one in made.clauses if one.base not in gone]
    made.numbered({one: one - sum(other < one for other in gone) for one in old})
    return made


def moved(old: Mapping[int, Clause], what: str, to: str) -> Arrangement:
    """Move a paragraph, `12.2`, or an award or line with its sentence, by its id.

    `to` is a clause, at the end of which it is put, or a place in it, `14.2`. A sentence that is
    not its whole paragraph becomes a paragraph with the departments of the one that it leaves.
    Raises `PreparingError` if either does not exist, or if the paragraph has the clause's title.
    """
    made = Arrangement.of(old)
    number, _, place = to.partition(".")
    if not number.isdecimal() or (place and not place.isdecimal()):
        raise PreparingError("arrange-to", to=to)
    target = made.clause(int(number))
    part = _taken_out(made, old, what)
    parts = target.paragraphs
    least = 1 if parts and parts[0].origin == (target.base, 1) else 0
    at = int(place) - 1 if place else len(parts)
    if not least <= at <= len(parts):
        raise PreparingError("arrange-to", to=to)
    parts.insert(at, part)
    return made


def _taken_out(made: Arrangement, old: Mapping[int, Clause], what: str) -> ParagraphPlan:
    number, _, place = what.partition(".")
    if number.isdecimal() and place.isdecimal():
        parts = made.clause(int(number)).paragraphs
        if not 1 <= int(place) <= len(parts):
            raise PreparingError("arrange-no-paragraph", what=what, most=len(parts))
        if place == "1":
            raise PreparingError("arrange-first", what=what)
        return parts.pop(int(place) - 1)
    for held in old.values():
        entries: list[Award | Line] = [*held.awards, *held.lines]
        for entry in entries:
            if entry.id == what:
                parts = made.clause(held.number).paragraphs
                return _sentence_of(parts, entry, held.paragraphs[entry.paragraph - 1])
    raise PreparingError("arrange-nothing", what=what)


def _sentence_of(
    parts: list[ParagraphPlan], entry: Award | Line, paragraph: Paragraph
) -> ParagraphPlan:
    """Cut the sentence of an award out of its paragraph, in both languages."""
    place, english = entry.paragraph - 1, bare_en(paragraph.en)
    whole = parts[place]
    assert whole.origin is not None
    end = ended(whole.zh)
    pairs = sentence_pairs(end.body, english)
    found = [pair for pair in pairs if entry.quote.zh in pair.zh]
    if not found or entry.quote.en not in english[found[0].start : found[0].end]:
        raise PreparingError("arrange-no-sentence", what=entry.id)
    zh, start, stop = found[0]
    if len(pairs) == 1:
        if place == 0:
            raise PreparingError("arrange-first", what=f"{whole.origin[0]}.1")
        return parts.pop(place)
    last = pairs[-1].end
    start_of_next = next((pair.start for pair in pairs if pair.start >= stop), last)
    left = whole.zh.replace(zh, "", 1)
    parts[place] = _part(whole.origin, paragraph, left, [Edit(start, start_of_next, "")])
    around = [Edit(0, start, "")] if start else []
    around += [Edit(stop, last, "")] if stop < last else []
    return _part(whole.origin, paragraph, zh + end.departments + end.mark, around)
