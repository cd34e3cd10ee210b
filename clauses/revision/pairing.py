"""Which clause of the new text is which of the old one: by subject and words, not by number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from clauses.revision.document import ClauseText, WholeText
from clauses.revision.likeness import alike
from clauses.revision.sentences import parts, sentences

Fate = Literal["same", "wording", "changed", "new", "dropped", "merged", "split"]

SURE = 0.62
"""From this likeness on two clauses are one; unlike clauses of one text are up to half alike."""
POSSIBLE = 0.33
"""Below this they have nothing to do with each other."""
MARGIN = 0.12
"""By so much the best partner must be ahead of the next one, below `SURE`."""
HELD = 0.6
"""A clause that holds so much of another, by its sentences, has taken it in."""
TAKEN = 0.7
"""From this likeness on a sentence is that of the other clause."""


@dataclass(frozen=True)
class Pair:
    """A clause of the old text with its successor, by their places; None where there is none."""

    old: int | None
    new: int | None
    sure: bool = True
    joins: tuple[int, ...] = ()
    """Further old clauses that went into the new one, or further new ones of the old one."""
    joining: Literal["", "merged", "split"] = ""


def pair_clauses(old: WholeText, new: WholeText) -> list[Pair]:
    """Pair the clauses of two texts, in the order of the new one, the dropped ones last."""
    scores = [[_score(a, b) for b in new.clauses] for a in old.clauses]
    partner = _matched(scores)
    taken = {n: o for o, n in partner.items()}
    pairs: list[Pair] = []
    merged = _merged(old.clauses, new.clauses, partner)
    split = _split(old.clauses, new.clauses, taken)
    for n in range(len(new.clauses)):
        if n in taken:
            o = taken[n]
            sure = _sure(scores, o, n)
            if n in merged:
                pairs.append(Pair(o, n, sure, tuple(merged[n]), "merged"))
            elif o in split:
                pairs.append(Pair(o, n, sure, tuple(split[o]), "split"))
            else:
                pairs.append(Pair(o, n, sure))
        elif not any(n in parts for parts in split.values()):
            column = {o: row[n] for o, row in enumerate(scores)}
            pairs.append(
                Pair(None, n, _alone(column, {o: scores[o][m] for o, m in partner.items()}))
            )
    gone = {o for parts in merged.values() for o in parts}
    pairs += [
        Pair(
            o, None, _alone(dict(enumerate(scores[o])), {n: scores[m][n] for n, m in taken.items()})
        )
        for o in range(len(old.clauses))
        if o not in partner and o not in gone
    ]
    return pairs


def _score(a: ClauseText, b: ClauseText) -> float:
    """Return how alike two clauses are; the same title is worth half of all."""
    words = alike(a.whole, b.whole)
    if not (a.title and b.title):
        return words
    title = alike(a.title, b.title)
    return max(words, 0.6 * words + 0.4 * title, 0.5 + words / 2 if a.title == b.title else 0.0)


def _matched(scores: Sequence[Sequence[float]]) -> dict[int, int]:
    """Pair best with best, down to what is still possible; near equals keep the order."""
    found: dict[int, int] = {}
    used: set[int] = set()
    order = sorted(
        (
            (-score, abs(o - n), o, n)
            for o, row in enumerate(scores)
            for n, score in enumerate(row)
            if score >= POSSIBLE
        ),
    )
    for _, _, o, n in order:
        if o not in found and n not in used:
            found[o] = n
            used.add(n)
    return found


def _sure(scores: Sequence[Sequence[float]], o: int, n: int) -> bool:
    score = scores[o][n]
    beside = [s for m, s in enumerate(scores[o]) if m != n] + [
        row[n] for p, row in enumerate(scores) if p != o
    ]
    lead = score - max(beside, default=0)
    return lead >= MARGIN or (score >= SURE and lead >= MARGIN / 2)


def _alone(likeness: Mapping[int, float], paired: Mapping[int, float]) -> bool:
    """Tell whether a clause surely has no partner: whatever is like it has a surer one."""
    return all(
        score < POSSIBLE or (paired.get(other, 0.0) >= SURE and paired[other] - score >= MARGIN)
        for other, score in likeness.items()
    )


def _merged(
    old: Sequence[ClauseText], new: Sequence[ClauseText], partner: dict[int, int]
) -> dict[int, list[int]]:
    """Find the old clauses without a successor that a new one, which has its own, has taken in."""
    found: dict[int, list[int]] = {}
    origin = {n: o for o, n in partner.items()}
    for o, clause in enumerate(old):
        if o in partner:
            continue
        shares = {n: _share(clause, new[n], old[own]) for n, own in origin.items()}
        holding = max(shares, key=lambda n: shares[n], default=None)
        if holding is not None and shares[holding] >= HELD:
            found.setdefault(holding, []).append(o)
    return found


def _split(
    old: Sequence[ClauseText], new: Sequence[ClauseText], taken: dict[int, int]
) -> dict[int, list[int]]:
    """Find the new clauses without an origin that hold what an old one has lost."""
    found: dict[int, list[int]] = {}
    for n, clause in enumerate(new):
        if n in taken:
            continue
        shares = {o: _share(clause, old[o], new[own]) for own, o in taken.items()}
        origin = max(shares, key=lambda o: shares[o], default=None)
        if origin is not None and shares[origin] >= HELD:
            found.setdefault(origin, []).append(n)
    return found


def _share(part: ClauseText, whole: ClauseText, without: ClauseText) -> float:
    """Return how much of a clause, by its sentences, stands in one clause but not in another."""
    own = _sentences(part)
    there, elsewhere = _sentences(whole), _sentences(without)
    size = sum(map(len, own))
    stands = sum(
        len(one)
        for one in own
        if _best(one, there) >= TAKEN and _best(one, elsewhere) < _best(one, there)
    )
    return stands / size if size else 0.0


def _best(sentence: str, others: Sequence[str]) -> float:
    return max((alike(sentence, other) for other in others), default=0.0)


def _sentences(clause: ClauseText) -> list[str]:
    """Return the sentences of a clause without its title."""
    found = [words for one in clause.paragraphs for words in sentences(parts(one).body)]
    return [words for words in found if words.rstrip("。") != clause.title] or found
