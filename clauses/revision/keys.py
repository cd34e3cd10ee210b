"""Which clause is which in two editions: by its lasting key, whatever its number or its words."""

from collections.abc import Mapping

from clauses.revision.document import WholeText
from clauses.revision.pairing import Pair, taken_in


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
