"""What is at the end of paragraphs: the departments and the mark 补充核心政策条款, compared."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from clauses.revision.change import Change, Place, Placed
from clauses.revision.document import ClauseText
from clauses.revision.joined import Sentence
from clauses.revision.sentences import Parts, parts, renamed

Row = tuple[Sentence | None, Sentence | None]
Clauses = Sequence[tuple[int, ClauseText]]


def partners(pairs: Iterable[tuple[Place, Place]]) -> dict[Place, Place]:
    """Return for each paragraph the one of the other text that holds most of its sentences."""
    places: dict[Place, list[Place]] = {}
    for one, other in pairs:
        places.setdefault(one, []).append(other)
    return {one: max(others, key=others.count) for one, others in places.items()}


def endings(before: Clauses, after: Clauses, rows: Sequence[Row]) -> Iterator[Placed]:
    """Compare the departments and the marks of paragraphs whose sentences are paired.

    One text may part what is a single paragraph in the other, and name who is responsible below.
    """
    pairs = [(one, other) for one, other in rows if one and other]
    # a title may be in a paragraph by itself, and what is responsible after the rest
    titles, others = (
        [pair for pair in pairs if pair[0][2] is is_title] for is_title in (True, False)
    )
    there = partners((one[0], other[0]) for one, other in titles)
    there |= partners((one[0], other[0]) for one, other in others)
    back = partners((other[0], one[0]) for one, other in others)
    old, new = _parts(before), _parts(after)
    for sources, targets in _groups(old, new, there, back):
        a, b = (
            _together([side[one] for one in some])
            for side, some in ((old, sources), (new, targets))
        )
        target = next((one for one in targets if new[one].departments), targets[0])
        for change in ending_changes(a, b):
            yield Placed(change, sources[0], target)


def _parts(clauses: Clauses) -> dict[Place, Parts]:
    return {Place(n, k): parts(p) for n, c in clauses for k, p in enumerate(c.paragraphs, 1)}


def _groups(
    old: Mapping[Place, Parts],
    new: Mapping[Place, Parts],
    there: Mapping[Place, Place],
    back: Mapping[Place, Place],
) -> list[tuple[list[Place], list[Place]]]:
    """Return which paragraphs of both texts are the same text, in the order of the old one."""
    found: list[tuple[list[Place], list[Place]]] = []
    links = [(one, there[one]) for one in old if one in there]
    links += [(back[one], one) for one in new if one in back]
    for one, other in links:
        joined = [group for group in found if one in group[0] or other in group[1]]
        sources = [place for group in joined for place in group[0]]
        targets = [place for group in joined for place in group[1]]
        found = [group for group in found if group not in joined]
        found.append((sorted({*sources, one}, key=[*old].index),
                      sorted({*targets, other}, key=[*new].index)))  # fmt: skip
    for group in found:
        for places, every in zip(group, (old, new), strict=True):
            places[:] = _with_lines(places, every)
    return found


def _with_lines(places: Sequence[Place], every: Mapping[Place, Parts]) -> list[Place]:
    """Add the lines below a paragraph that only name who is responsible."""
    found = list(places)
    for place in places:
        below = Place(place.clause, place.paragraph + 1)
        while below in every and not every[below].body and below not in found:
            found.append(below)
            below = Place(below.clause, below.paragraph + 1)
    return found


def _together(all_parts: Sequence[Parts]) -> Parts:
    names = dict.fromkeys(name for one in all_parts for name in one.departments)
    mark = next((one.placeholder for one in all_parts if one.placeholder), "")
    label = next((one.label for one in all_parts if one.label), "")
    return Parts("", tuple(names), label, mark)


def ending_changes(a: Parts, b: Parts) -> Iterator[Change]:
    """Compare the departments and the mark 补充核心政策条款 of two paragraphs."""
    gone = [name for name in a.departments if name not in b.departments]
    come = [name for name in b.departments if name not in a.departments]
    for before, after in renamed(gone, come):
        yield Change("department", before, after)
    if not gone and not come and a.departments != b.departments:
        # by custom the first that is named leads, which the text does not say
        leads = a.departments[0] != b.departments[0]
        kind = "department" if leads else "wording"
        yield Change(kind, "、".join(a.departments), "、".join(b.departments), sure=not leads)
    if a.label and b.label and a.label != b.label:
        yield Change("wording", a.label, b.label)
    if bool(a.placeholder) != bool(b.placeholder):
        yield Change("placeholder", a.placeholder or None, b.placeholder or None)
