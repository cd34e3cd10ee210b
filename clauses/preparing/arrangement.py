"""Another order of the clauses of an edition: renumbered, merged, a paragraph moved.

An arrangement says for each clause which number it gets and which paragraphs it consists of. It
knows no files; `rearranging` writes them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from clauses.model import Award, Clause, Line
from clauses.preparing.english import Edit
from clauses.preparing.errors import PreparingError
from clauses.preparing.paragraph_parts import ended
from clauses.preparing.plan import OldPlace, bare_en, bare_zh
from clauses.preparing.translation import sentence_pairs


@dataclass(frozen=True)
class ArrangedText:
    """A paragraph, or some sentences of one, in another place; without the number of the clause."""

    origin: OldPlace
    zh: str
    cuts: tuple[Edit, ...] = ()
    """What is taken out of the English of the whole paragraph; nothing where all of it moves."""


@dataclass
class Arranged:
    """A clause: the old one whose key it keeps, all that went into it, its paragraphs."""

    base: int
    number: int
    sources: list[int]
    parts: list[ArrangedText]
    chapter_of: int
    """The old clause in whose chapter it is."""


@dataclass
class Arrangement:
    """All clauses, in the order of their new numbers."""

    clauses: list[Arranged] = field(default_factory=list)

    @staticmethod
    def of(old: Mapping[int, Clause]) -> "Arrangement":
        """Return the clauses as they are."""
        return Arrangement(
            [
                Arranged(
                    number,
                    number,
                    [number],
                    [
                        ArrangedText((number, n), bare_zh(p.zh))
                        for n, p in enumerate(clause.paragraphs, 1)
                    ],
                    number,
                )
                for number, clause in sorted(old.items())
            ]
        )

    @property
    def numbers(self) -> dict[int, int]:
        """The new number of each old clause."""
        return {source: one.number for one in self.clauses for source in one.sources}

    def clause(self, number: int) -> Arranged:
        """Return the clause that had a number; raises `PreparingError` if none had it."""
        found = next((one for one in self.clauses if one.base == number), None)
        if found is None:
            known = [one.base for one in self.clauses]
            raise PreparingError("arrange-no-clause", number=number, known=known)
        return found

    def numbered(self, to: Mapping[int, int]) -> None:
        """Give new numbers to the clauses that had these."""
        for one in self.clauses:
            one.number = to.get(one.base, one.base)
        self.clauses.sort(key=lambda one: one.number)


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
        made.clause(number).chapter_of = new
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
    parts = {number: made.clause(number).parts for number in sorted(set(numbers))}
    whole = made.clause(into)
    gone = [number for number in parts if number != into]
    # the clause begins with the paragraph that has its title
    whole.parts = [*parts[into], *(part for number in gone for part in parts[number])]
    whole.sources = [into, *gone]
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
    least = 1 if target.parts and target.parts[0].origin == (target.base, 1) else 0
    at = int(place) - 1 if place else len(target.parts)
    if not least <= at <= len(target.parts):
        raise PreparingError("arrange-to", to=to)
    target.parts.insert(at, part)
    return made


def _taken_out(made: Arrangement, old: Mapping[int, Clause], what: str) -> ArrangedText:
    number, _, place = what.partition(".")
    if number.isdecimal() and place.isdecimal():
        clause = made.clause(int(number))
        if not 1 <= int(place) <= len(clause.parts):
            raise PreparingError("arrange-no-paragraph", what=what, most=len(clause.parts))
        if place == "1":
            raise PreparingError("arrange-first", what=what)
        return clause.parts.pop(int(place) - 1)
    for held in old.values():
        entries: list[Award | Line] = [*held.awards, *held.lines]
        for entry in entries:
            if entry.id == what:
                english = bare_en(held.paragraphs[entry.paragraph - 1].en)
                return _sentence_of(made.clause(held.number), entry, english)
    raise PreparingError("arrange-nothing", what=what)


def _sentence_of(clause: Arranged, entry: Award | Line, english: str) -> ArrangedText:
    """Cut the sentence of an award out of its paragraph, in both languages."""
    place = entry.paragraph - 1
    whole = clause.parts[place]
    end = ended(whole.zh)
    pairs = sentence_pairs(end.body, english)
    found = [(zh, span) for zh, span in pairs if entry.quote.zh in zh]
    if not found or entry.quote.en not in english[slice(*found[0][1])]:
        raise PreparingError("arrange-no-sentence", what=entry.id)
    zh, (start, stop) = found[0]
    if len(pairs) == 1:
        if place == 0:
            raise PreparingError("arrange-first", what=f"{clause.base}.1")
        return clause.parts.pop(place)
    last = pairs[-1][1][1]
    start_of_next = next((a for _, (a, _) in pairs if a >= stop), last)
    clause.parts[place] = ArrangedText(
        whole.origin, whole.zh.replace(zh, "", 1), (Edit(start, start_of_next, ""),)
    )
    around = [Edit(0, start, "")] if start else []
    around += [Edit(stop, last, "")] if stop < last else []
    return ArrangedText(whole.origin, zh + end.departments + end.mark, tuple(around))
