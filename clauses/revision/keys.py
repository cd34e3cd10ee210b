"""Which clause is which in two editions: by its lasting key, whatever its number or its words."""

from collections.abc import Iterable, Mapping

from clauses.revision.document import ClauseText, WholeText
from clauses.revision.likeness import exactly_alike
from clauses.revision.pairing import HELD, TAKEN, Pair
from clauses.revision.sentences import parts, sentences

_NEAR = 0.6


def pairs_by_key(old: WholeText, new: WholeText) -> list[Pair]:
    """Pair the clauses of two editions, in the order of the new one, the dropped ones last.

    Returns nothing where one of the texts is no edition yet, or they share no key: likeness has to
    decide then. A key that only one edition has is a new or a dropped clause, unless its sentences
    stand in a clause of the other edition, or the edition says so: then it was split off or merged.
    """
    before = {clause.key: n for n, clause in enumerate(old.clauses) if clause.key}
    after = {clause.key: n for n, clause in enumerate(new.clauses) if clause.key}
    if len(before) < len(old.clauses) or len(after) < len(new.clauses) or not {*before} & {*after}:
        return []
    same = {before[key]: after[key] for key in before if key in after}
    gone = [n for key, n in before.items() if key not in after]
    come = [n for key, n in after.items() if key not in before]
    back = {n: o for o, n in same.items()}
    merged = _taken_in(old, new, gone, same, _told_merged(new, before, gone))
    split = _taken_in(new, old, come, back, _told_split(new, before, come))
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


def _taken_in(
    here: WholeText,
    there: WholeText,
    alone: Iterable[int],
    partners: Mapping[int, int],
    told: Mapping[int, int],
) -> dict[int, list[int]]:
    """Find the clauses of one text without a partner that a clause of the other has taken in.

    `partners` says which clause of `there` each clause of `here` became, `told` in which of them,
    as the edition says, a clause without a partner went. What such a clause says in
    its own words beside the ones taken in is left out: a sentence that both had is no sign.
    """
    own = {to: _sentences(here.clauses[at]) for at, to in partners.items()}
    theirs = {to: _sentences(there.clauses[to]) for to in own}
    found: dict[int, list[int]] = {}
    for at in alone:
        if told.get(at) in own:
            found.setdefault(told[at], []).append(at)
            continue
        words = _sentences(here.clauses[at])
        shares = {to: _share(words, theirs[to], own[to]) for to in own}
        best = max(shares, key=lambda to: shares[to], default=None)
        if best is not None and shares[best] >= HELD:
            found.setdefault(best, []).append(at)
    return found


def _told_merged(new: WholeText, before: Mapping[str, int], gone: Iterable[int]) -> dict[int, int]:
    """Return the old clauses without their key that, as the edition says, went into a new one."""
    told = {before[key]: n for n, clause in enumerate(new.clauses)
            for key in clause.origins if key in before}  # fmt: skip
    return {o: told[o] for o in gone if o in told}


def _told_split(new: WholeText, before: Mapping[str, int], come: Iterable[int]) -> dict[int, int]:
    """Return the new clauses that, as the edition says, came out of an old one."""
    return {n: before[key] for n in come for key in new.clauses[n].origins if key in before}


def _share(words: list[str], there: list[str], own: list[str]) -> float:
    size = sum(map(len, words))
    stands = 0
    for one in words:
        likeness = _best(one, there)
        if likeness >= TAKEN and likeness > _best(one, own):
            stands += len(one)
    return stands / size if size else 0.0


def _best(sentence: str, others: list[str]) -> float:
    if sentence in others:
        return 1.0
    size = len(sentence)
    # of very different length, two sentences are far from alike
    near = [other for other in others if _NEAR * size <= len(other) <= size / _NEAR]
    return max((exactly_alike(sentence, other) for other in near), default=0.0)


def _sentences(clause: ClauseText) -> list[str]:
    """Return the sentences of a clause without its title."""
    found = [words for one in clause.paragraphs for words in sentences(parts(one).body)]
    return [words for words in found if words.rstrip("。") != clause.title] or found
