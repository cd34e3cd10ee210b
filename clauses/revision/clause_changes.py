"""What changed in a clause, sentence by sentence; those of merged clauses lie in one pool."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from clauses.revision.change import Change
from clauses.revision.changes import sentence_changes, whole_sentence
from clauses.revision.document import ClauseText
from clauses.revision.figures import figures
from clauses.revision.joined import Sentence, parted_along, without_lone_titles
from clauses.revision.likeness import held
from clauses.revision.placed import Place, Placed
from clauses.revision.rewriting import is_rewritten, rewritten_changes
from clauses.revision.roles import role
from clauses.revision.sentences import Parts, paired, parts, renamed, sentences

Row = tuple[Sentence | None, Sentence | None]

_HELD = 0.5
"""So much of a sentence without figures must stand in a rewritten passage to be part of it."""

_JOINED = 0.5
"""So much of a sentence must stand in the version that took it in, and more than before."""
_NAMED = 0.85
"""So much of its subject a sentence must find in the version that it was merged with."""
_SUBJECT = 4
"""A shorter subject says too little."""


def clause_changes(
    before: Sequence[tuple[int, ClauseText]],
    after: Sequence[tuple[int, ClauseText]],
    departments: frozenset[str] = frozenset(),
) -> list[Placed]:
    """Compare clauses sentence by sentence; those of a merged or split clause lie in one pool."""
    if [one.paragraphs for _, one in before] == [one.paragraphs for _, one in after]:
        return []
    whole_old, whole_new = list(_sentences(before)), list(_sentences(after))
    old, new = without_lone_titles(whole_old, whole_new), without_lone_titles(whole_new, whole_old)
    old, new = parted_along(old, new), parted_along(new, old)
    found: list[Placed] = []
    rows = _paired(old, new)
    plain, rewritten = _parted(rows)
    for one, other in _rejoined(plain, old, new):
        found += _row_changes(one, other, old, new, departments)
    found += _rewritten(rewritten, old, new)
    if not found and (len(old), len(new)) != (len(whole_old), len(whole_new)):
        found += _joined_only(whole_old, whole_new)
    return [*_ending_changes(before, after, rows), *_beside_partners(found, rows)]


def _joined_only(old: Sequence[Sentence], new: Sequence[Sentence]) -> Iterator[Placed]:
    """Tell that sentences were only joined or parted: nothing else of the clause has changed."""
    gone, come = (
        [one for one in side if one[1] not in {words for _, words, _ in other}]
        for side, other in ((old, new), (new, old))
    )
    if gone and come:
        before, after = ("".join(words for _, words, _ in side) for side in (gone, come))
        yield Placed(Change("wording", before, after), gone[0][0], come[0][0])


def _beside_partners(found: Iterable[Placed], rows: Sequence[Row]) -> Iterator[Placed]:
    """Give what only one text has its place in the other: the paragraph that stands for its own."""
    there = _partners((one[0], other[0]) for one, other in rows if one and other)
    back = _partners((other[0], one[0]) for one, other in rows if one and other)
    for placed in found:
        if placed.old is None and placed.new is not None:
            yield replace(placed, old=back.get(placed.new))
        elif placed.new is None and placed.old is not None:
            yield replace(placed, new=there.get(placed.old))
        else:
            yield placed


def _partners(pairs: Iterable[tuple[Place, Place]]) -> dict[Place, Place]:
    """Return for each paragraph the one of the other text that holds most of its sentences."""
    places: dict[Place, list[Place]] = {}
    for one, other in pairs:
        places.setdefault(one, []).append(other)
    return {one: max(others, key=others.count) for one, others in places.items()}


def _parted(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Part rows into those compared word by word, and those that were rewritten.

    Where a sentence was rewritten, what it says may have gone into the sentences beside it.
    """
    single = [row for row in rows if None in row and not _is_title(row)]
    rewritten: list[Row] = [
        (one, other)
        for one, other in rows
        if one and other and not one[2] and one[1] != other[1]
        and (is_rewritten(one[1], other[1]) or _parted_in_two(one[1], other[1], single))
    ]  # fmt: skip
    if not rewritten:
        return list(rows), []
    passages = ["".join(one[1] for one in side if one) for side in zip(*rewritten, strict=True)]
    rewritten += [row for row in single if _belongs(row, passages)]
    return [row for row in rows if row not in rewritten], rewritten


def _rejoined(rows: Sequence[Row], old: Sequence[Sentence], new: Sequence[Sentence]) -> list[Row]:
    """Join sentences without figures to the one beside them whose other version has taken them in.

    Where several in a row were taken in, the next one is beside those that were joined before.
    """
    found = list(rows)
    spans = [{one: (n, n) for n, one in enumerate(side)} for side in (old, new)]
    while any(_joins(found, single, spans) for single in found if None in single):
        pass
    return found


def _joins(found: list[Row], single: Row, spans: Sequence[dict[Sentence, tuple[int, int]]]) -> bool:
    """Join a sentence to the one beside it, if its other version has taken it in."""
    side = 0 if single[0] else 1
    one, places = single[side], spans[side]
    assert one is not None
    if one[2] or figures(one[1]):
        return False
    for row in found:
        here, there = row[side], row[1 - side]
        if not here or not there or here[2]:
            continue
        before, after = sorted((here, one), key=lambda sentence: places[sentence])
        if places[after][0] - places[before][1] != 1:
            continue
        if held(one[1], there[1]) < max(_JOINED, held(one[1], here[1]) + _JOINED / 2):
            continue
        words = "，".join(words.rstrip("。；") for _, words, _ in (before, after))
        joined = (here[0], words, False)
        places[joined] = (places[before][0], places[after][1])
        found[found.index(row)] = (joined, there) if side == 0 else (there, joined)
        found.remove(single)
        return True
    return False


def _parted_in_two(old: str, new: str, single: Sequence[Row]) -> bool:
    """Tell whether a sentence beside has what one version lost, or is of whom one now speaks."""
    before, after = _roles(old), _roles(new)
    return any(
        bool(_roles(one[1]).keys() & lost.keys()) or _speaks_of(one[1], here, there)
        for row in single
        for one, lost, here, there in (
            (row[1], before - after, new, old), (row[0], after - before, old, new),
        )
        if one
    )  # fmt: skip


def _speaks_of(sentence: str, here: str, there: str) -> bool:
    """Tell whether the subject of a sentence is named in one version only, that of the other text.

    列入省级计划的 beside 对列入国家级计划的, which was 对列入国家级、省级计划的.
    """
    subject = sentence.partition("，")[0].removeprefix("对")
    return len(subject) >= _SUBJECT and held(subject, there) >= max(
        _NAMED, held(subject, here) + 1 / len(subject)
    )


def _roles(words: str) -> Counter[str]:
    return Counter(role(words, one) for one in figures(words))


def _belongs(row: Row, passages: Sequence[str]) -> bool:
    """Tell whether a sentence that one text lacks may stand in what was rewritten there."""
    return any(
        bool(figures(one[1])) or held(one[1], passage) >= _HELD
        for one, passage in zip(row, reversed(passages), strict=True)
        if one
    )


def _is_title(row: Row) -> bool:
    return any(one is not None and one[2] for one in row)


def _rewritten(
    rows: Sequence[Row], before: Sequence[Sentence], after: Sequence[Sentence]
) -> list[Placed]:
    old = sorted((one for one, _ in rows if one), key=before.index)
    new = sorted((one for _, one in rows if one), key=after.index)
    if not old or not new:
        return []
    words = [one[1] for one in old]
    single = {one[1] for row in rows if None in row for one in row if one}
    pairs = [(one[1], other[1]) for one, other in rows if one and other]
    if len(rows) > 1 and not single and all(_same_figures(*pair) for pair in pairs):
        return [placed for row in rows for placed in _rewritten([row], before, after)]
    merged = {
        one for one in single
        if any(_speaks_of(one, a, b) or _speaks_of(one, b, a) for a, b in pairs)
    }  # fmt: skip
    return [
        Placed(change, old[0][0], new[0][0], sentence="".join(words))
        for change in rewritten_changes(words, [one[1] for one in new], single, merged)
    ]


def _same_figures(old: str, new: str) -> bool:
    values = [
        sorted(one.value for one in figures(words) if one.measure in ("money", "share"))
        for words in (old, new)
    ]
    return values[0] == values[1]


def _sentences(clauses: Iterable[tuple[int, ClauseText]]) -> Iterator[Sentence]:
    for n, clause in clauses:
        for number, paragraph in enumerate(clause.paragraphs, 1):
            for index, words in enumerate(sentences(parts(paragraph).body)):
                title = number == 1 and index == 0 and words.rstrip("。") == clause.title
                yield Place(n, number), words, title


def _paired(
    old: Sequence[Sentence], new: Sequence[Sentence]
) -> list[tuple[Sentence | None, Sentence | None]]:
    """Pair titles with titles, in their order, and all other sentences by likeness."""
    titles = [[one for one in side if one[2]] for side in (old, new)]
    rows: list[tuple[Sentence | None, Sentence | None]] = []
    for n in range(max(map(len, titles))):
        rows.append(
            (
                titles[0][n] if n < len(titles[0]) else None,
                titles[1][n] if n < len(titles[1]) else None,
            )
        )
    left, right = ([one for one in side if not one[2]] for side in (old, new))
    by_words = paired([one[1] for one in left], [one[1] for one in right])
    rest_left, rest_right = list(left), list(right)
    for a, b in by_words:
        one = next((s for s in rest_left if s[1] == a), None)
        other = next((s for s in rest_right if s[1] == b), None)
        if one:
            rest_left.remove(one)
        if other:
            rest_right.remove(other)
        rows.append((one, other))
    return rows


def _row_changes(
    one: Sentence | None,
    other: Sentence | None,
    old: Sequence[Sentence],
    new: Sequence[Sentence],
    departments: frozenset[str],
) -> Iterator[Placed]:
    if one and other:
        if one[2]:
            if one[1] != other[1]:
                change = Change("title", one[1].rstrip("。"), other[1].rstrip("。"))
                yield Placed(change, one[0], other[0])
            return
        for change in sentence_changes(one[1], other[1], departments):
            yield Placed(change, one[0], other[0], sentence=one[1])
        return
    sentence = one or other
    assert sentence is not None
    if sentence[2]:  # the title of a clause that was merged or split off
        change = Change("title", one[1] if one else None, other[1] if other else None)
        yield Placed(change, one[0] if one else None, other[0] if other else None)
        return
    there = [words for _, words, _ in (new if one else old)]
    change = whole_sentence(one[1] if one else None, other[1] if other else None, there)
    yield Placed(
        change, one[0] if one else None, other[0] if other else None, sentence=one[1] if one else ""
    )


def _ending_changes(
    before: Sequence[tuple[int, ClauseText]],
    after: Sequence[tuple[int, ClauseText]],
    rows: Sequence[tuple[Sentence | None, Sentence | None]],
) -> Iterator[Placed]:
    """Compare the departments and the marks of paragraphs whose sentences are paired."""
    pairs = [(one, other) for one, other in rows if one and other]
    # a title may stand in a paragraph by itself, and what is responsible after the rest
    titles = _partners((one[0], other[0]) for one, other in pairs if one[2])
    partner = titles | _partners((one[0], other[0]) for one, other in pairs if not one[2])
    old = {Place(n, k): parts(p) for n, c in before for k, p in enumerate(c.paragraphs, 1)}
    new = {Place(n, k): parts(p) for n, c in after for k, p in enumerate(c.paragraphs, 1)}
    groups: dict[Place, list[Place]] = {}
    for place in old:
        if place in partner:
            groups.setdefault(partner[place], []).append(place)
    for target, sources in groups.items():
        a, b = _together([old[source] for source in sources]), new[target]
        for change in ending_changes(a, b):
            yield Placed(change, sources[0], target)


def _together(all_parts: Sequence[Parts]) -> Parts:
    names = dict.fromkeys(name for one in all_parts for name in one.departments)
    mark = next((one.placeholder for one in all_parts if one.placeholder), "")
    return Parts("", tuple(names), all_parts[0].label, mark)


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
