"""Which clause of the new text is which of the old one, whatever its number.

Two editions tell by their lasting keys; else subject and words decide.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from clauses.revision.document import ClauseText, WholeText
from clauses.revision.likeness import Weighted, alike, held

Fate = Literal["same", "wording", "changed", "new", "dropped", "merged", "split"]

STRONG = 0.5
"""From this likeness on two clauses are one, if no other is as alike."""
POSSIBLE = 0.3
"""Below this they have nothing to do with each other."""
REMOTE = 0.2
"""From this likeness on two clauses that are left over may be one, rewritten."""
MARGIN = 0.1
"""By so much the best partner must be ahead of the next one to be sure."""
HELD = 0.6
"""A clause that holds so much of another, by its sentences, has taken it in."""
TAKEN = 0.85
"""From this likeness on, figures included, a sentence is that of the other clause."""


@dataclass(frozen=True)
class Pair:
    """A clause of the old text with its successor, by their places; None where there is none."""

    old: int | None
    new: int | None
    sure: bool = True
    joins: tuple[int, ...] = ()
    """Further old clauses that went into the new one, or further new ones of the old one."""
    joining: Literal["", "merged", "split"] = ""

    @property
    def olds(self) -> list[int]:
        """All clauses of the old text that are in it, the main one first."""
        own = [] if self.old is None else [self.old]
        return own + [n for n in self.joins if self.joining == "merged"]

    @property
    def news(self) -> list[int]:
        """All clauses of the new text that are in it, the main one first."""
        own = [] if self.new is None else [self.new]
        return own + [n for n in self.joins if self.joining == "split"]


def pairs_by_key(old: WholeText, new: WholeText) -> list[Pair]:
    """Pair the clauses of two editions, in the order of the new one, the dropped ones last.

    Returns nothing where one of the texts is no edition yet, or they share no key: likeness has to
    decide then. A key that only one edition has is a new or a dropped clause, unless its sentences
    are in a clause of the other edition, or the edition says so: then it was split off or merged.
    """
    before = {clause.key: n for n, clause in enumerate(old.clauses) if clause.key}
    after = {clause.key: n for n, clause in enumerate(new.clauses) if clause.key}
    if len(before) < len(old.clauses) or len(after) < len(new.clauses) or not {*before} & {*after}:
        return []
    same = {before[key]: after[key] for key in before if key in after}
    gone = [n for key, n in before.items() if key not in after]
    come = [n for key, n in after.items() if key not in before]
    back = {n: o for o, n in same.items()}
    # what the edition says of them: into which new clause an old one went, from which one came
    origins = [
        (before[key], n)
        for n, clause in enumerate(new.clauses)
        for key in clause.origins
        if key in before
    ]
    merged = taken_in(old.clauses, new.clauses, same, gone, dict(origins))
    split = taken_in(new.clauses, old.clauses, back, come, {n: o for o, n in origins})
    found = [
        _pair(back.get(n), n, merged, split)
        for n in range(len(new.clauses))
        if not any(n in parts_ for parts_ in split.values())
    ]
    in_others = {n for sources in merged.values() for n in sources}
    return found + [Pair(n, None) for n in gone if n not in in_others]


def _pair(
    o: int | None, n: int, merged: Mapping[int, list[int]], split: Mapping[int, list[int]]
) -> Pair:
    if n in merged:
        return Pair(o, n, joins=tuple(merged[n]), joining="merged")
    if o is not None and o in split:
        return Pair(o, n, joins=tuple(split[o]), joining="split")
    return Pair(o, n)


def pair_clauses(old: WholeText, new: WholeText) -> list[Pair]:
    """Pair the clauses of two texts, in the order of the new one, the dropped ones last."""
    return _Pairing(old.clauses, new.clauses).pairs()


class _Pairing:
    def __init__(self, old: Sequence[ClauseText], new: Sequence[ClauseText]) -> None:
        self.old, self.new = old, new
        words = Weighted(clause.whole for clause in (*old, *new))
        titles = Weighted(clause.title for clause in (*old, *new))
        self.scores = [[_score(a, b, words, titles) for b in new] for a in old]
        self.partner: dict[int, int] = {}
        self.origin: dict[int, int] = {}

    def pairs(self) -> list[Pair]:
        """Pair what is strongly alike, then find merged and split clauses, then what is left."""
        olds, news = range(len(self.old)), range(len(self.new))
        self._match(STRONG, olds, news)
        lost = [o for o in olds if o not in self.partner]
        added = [n for n in news if n not in self.origin]
        merged = taken_in(self.old, self.new, self.partner, lost)
        split = taken_in(self.new, self.old, self.origin, added)
        gone = {o for sources in merged.values() for o in sources}
        come = {n for targets in split.values() for n in targets}
        self._match(POSSIBLE, {*olds} - gone, {*news} - come)
        self._left_over(gone, come)
        found: list[Pair] = []
        for n in news:
            o = self.origin.get(n)
            if o is None:
                if n not in come:
                    found.append(Pair(None, n, self._alone((p, n) for p in olds)))
            elif n in merged:
                found.append(Pair(o, n, self._sure(o, n, merged[n]), tuple(merged[n]), "merged"))
            elif o in split:
                found.append(Pair(o, n, self._sure(o, n, (), split[o]), tuple(split[o]), "split"))
            else:
                found.append(Pair(o, n, self._sure(o, n)))
        return found + [
            Pair(o, None, self._alone((o, n) for n in news))
            for o in olds
            if o not in self.partner and o not in gone
        ]

    def _match(self, least: float, olds: Iterable[int], news: Iterable[int]) -> None:
        """Pair best with best, down to a likeness; of equals, those nearer in the order."""
        free = list(news)
        order = sorted(
            (-self.scores[o][n], abs(o - n), o, n)
            for o in olds
            for n in free
            if self.scores[o][n] >= least
        )
        for _, _, o, n in order:
            if o not in self.partner and n not in self.origin:
                self.partner[o], self.origin[n] = n, o

    def _left_over(self, gone: set[int], come: set[int]) -> None:
        """Pair what is left where nothing else that is left is nearly as alike: it is asked."""
        olds = [o for o in range(len(self.old)) if o not in self.partner and o not in gone]
        news = [n for n in range(len(self.new)) if n not in self.origin and n not in come]
        for o, n in [(o, n) for o in olds for n in news]:
            rivals = [self.scores[o][m] for m in news if m != n]
            rivals += [self.scores[p][n] for p in olds if p != o]
            if self.scores[o][n] >= max(REMOTE, MARGIN + max(rivals, default=0.0)):
                self.partner[o], self.origin[n] = n, o

    def _sure(
        self, o: int, n: int, merged: Collection[int] = (), split: Collection[int] = ()
    ) -> bool:
        """Tell whether no other clause of either text could as well be the partner.

        Old clauses that were `merged` into it, and new ones that were `split` off, are no rivals.
        """
        score = self.scores[o][n]
        taken = self.origin.keys() | {n, *split}, self.partner.keys() | {o, *merged}
        rivals = [s for m, s in enumerate(self.scores[o]) if m not in taken[0]]
        rivals += [row[n] for p, row in enumerate(self.scores) if p not in taken[1]]
        return score >= STRONG and score - max(rivals, default=0.0) >= MARGIN

    def _alone(self, places: Iterable[tuple[int, int]]) -> bool:
        """Tell whether a clause surely has no partner: whatever is like it has a surer one."""
        for o, n in places:
            score = self.scores[o][n]
            best = max(
                self.scores[o][self.partner[o]] if o in self.partner else 0.0,
                self.scores[self.origin[n]][n] if n in self.origin else 0.0,
            )
            if score >= POSSIBLE and best - score < MARGIN:
                return False
        return True


def taken_in(
    here: Sequence[ClauseText],
    there: Sequence[ClauseText],
    partners: Mapping[int, int],
    alone: Iterable[int],
    told: Mapping[int, int] = MappingProxyType({}),
) -> dict[int, list[int]]:
    """Find the clauses of one text without a partner that one of the other text has taken in.

    `partners` says which clause of `there` each clause of `here` became. What that clause says in
    its own words beside the ones taken in is left out: a sentence that both had is no sign. `told`
    says in which of them a clause went where the edition says so.
    """
    found: dict[int, list[int]] = {}
    for at in alone:
        shares = {to: _share(here[at], there[to], here[own]) for own, to in partners.items()}
        best = max(shares, key=shares.__getitem__, default=None)
        if told.get(at) in shares:
            best = told[at]
        elif best is None or shares[best] < HELD:
            continue
        found.setdefault(best, []).append(at)
    return found


def _score(a: ClauseText, b: ClauseText, words: Weighted, titles: Weighted) -> float:
    """Return how alike two clauses are; the same title is worth half of all."""
    likeness = words.alike(a.whole, b.whole)
    if a.title and a.title == b.title:
        return 0.5 + likeness / 2
    if a.title and b.title:
        likeness = max(likeness, 0.6 * likeness + 0.4 * titles.alike(a.title, b.title))
    if likeness < POSSIBLE / 2:
        return likeness
    # a clause in other words keeps its figures and its departments; one that only sounds alike has
    # others
    shares = [(0.7, likeness)]
    for one, other in ((a.figures, b.figures), (a.departments, b.departments)):
        if one and other:
            shares.append((0.15, len(one & other) / len(one | other)))
    return sum(weight * share for weight, share in shares) / sum(weight for weight, _ in shares)


def _share(part: ClauseText, whole: ClauseText, without: ClauseText) -> float:
    """Return how much of a clause, by its sentences, is in one clause but not in another."""
    stands = sum(
        len(one)
        for one in part.sentences
        if (best := _best(one, whole.sentences)) >= TAKEN and _best(one, without.sentences) < best
    )
    size = sum(map(len, part.sentences))
    return stands / size if size else 0.0


def _best(sentence: str, others: Sequence[str]) -> float:
    bare = sentence.rstrip("。；")
    whole = (alike(sentence, other, exact=True) for other in others)
    joined = (held(bare, other, exact=True) for other in others)
    return max((*whole, *joined), default=0.0)
