"""What changed in a clause, sentence by sentence; those of merged clauses lie in one pool."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import zip_longest

from clauses.revision.change import Change, Place, Placed
from clauses.revision.changes import sentence_changes, whole_sentence, whole_tier
from clauses.revision.document import ClauseText
from clauses.revision.endings import Row, endings, partners
from clauses.revision.figures import figures
from clauses.revision.joined import Sentence, parted_along, without_lone_titles
from clauses.revision.likeness import held, paired
from clauses.revision.listed import items_gone
from clauses.revision.plain_words import core
from clauses.revision.rewriting import is_rewritten, rewritten_changes
from clauses.revision.roles import role
from clauses.revision.sentences import ALIKE, parts, sentences, sentences_alike
from clauses.revision.tiered import tiers_alike, written_out

_HELD = 0.5
"""So much of a sentence without figures must be in a rewritten passage to be part of it."""

_JOINED = 0.5
"""So much of a sentence must be in the version that took it in, and more than before."""
_NAMED = 0.85
"""So much of its subject a sentence must find in the version that it was merged with."""
_PLAIN = frozenset({"condition", "beneficiary", "base"})
_LONG = 6
"""Fewer characters may be in two sentences by chance."""
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
    old, new = written_out(parted_along(old, new), parted_along(new, old))
    found: list[Placed] = []
    rows = _paired(old, new)
    plain, rewritten = _parted(rows)
    for one, other in _rejoined(plain, old, new):
        found += _row_changes(one, other, old, new, departments)
    pools = [[row] for row in rewritten if _is_tier(row)]
    for pool in (*pools, [row for row in rewritten if not _is_tier(row)]):
        found += _rewritten(pool, old, new)
    found = [*_once_a_row(found, {one.whole for one in old if one.level})]
    if not found and (len(old), len(new)) != (len(whole_old), len(whole_new)):
        found += _joined_only(whole_old, whole_new)
    listed = _items_gone(rows, found)
    told = {one.sentence for one in listed}
    found = [one for one in found if one.change.kind != "wording" or one.sentence not in told]
    found += listed
    found = [_as_moved(one, old, new) for one in found]
    moved = _moved(rows, new) if len(before) == len(after) == 1 else ()
    return [*endings(before, after, rows), *_beside_partners(found, rows), *moved]


def _moved(rows: Sequence[Row], new: Sequence[Sentence]) -> Iterator[Placed]:
    """Tell which sentences of a clause come before others that they followed."""
    both = [(one, other) for one, other in rows if one and other and not (one.title or one.level)]
    followed = [other for _, other in both]
    order = SequenceMatcher(None, followed, sorted(followed, key=new.index), autojunk=False)
    for tag, start, end, _, _ in order.get_opcodes():
        if tag != "equal":
            for one, other in both[start:end]:
                yield Placed(Change("layout", one.words, other.words), one.place, other.place)


def _items_gone(rows: Sequence[Row], found: Sequence[Placed]) -> list[Placed]:
    """Tell what was taken from a list in a sentence that says something else in its place."""
    more: list[Placed] = []
    for side in (0, 1):
        whole = "".join(one[1] for one in (row[1 - side] for row in rows) if one)
        told = [(one.change.old, one.change.new)[side] or "" for one in (*found, *more)
                if one.change.substance]  # fmt: skip
        for one, other in rows:
            if one and other:
                here, there = (one, other) if side == 0 else (other, one)
                for change in items_gone(here[1], there[1], whole, told):
                    turned = change if side == 0 else replace(change, old=None, new=change.old)
                    more.append(Placed(turned, one[0], other[0], sentence=one[1]))
    return more


def _as_moved(placed: Placed, old: Sequence[Sentence], new: Sequence[Sentence]) -> Placed:
    """Tell as wording what another sentence of the clause says in the other text."""
    change = placed.change
    said = core(change.old or change.new or "")
    one_sided = (change.old is None) != (change.new is None)
    if change.kind not in _PLAIN or not one_sided or len(said) < _LONG or figures(said):
        return placed
    sides = [[core(one.words) for one in side] for side in (old, new)]
    own, other = sides if change.old else reversed(sides)
    twice = change.kind != "base" and sum(said in one for one in own) > 1
    if twice or not any(said in one for one in other):
        return placed
    return replace(placed, change=replace(change, kind="wording", sure=False))


def _said_of_another_level(
    change: Change, old: Sequence[Sentence], new: Sequence[Sentence]
) -> Change:
    """Tell as wording what the other text says of another level: 对省级的 after 对国家级企业."""
    gone, come = (core(words or "") for words in (change.old, change.new))
    said, there = (gone, new) if gone else (come, old)
    elsewhere = any(said in core(one.words) for one in there if one.level)
    if change.kind not in _PLAIN or (gone and come) or figures(said) or not elsewhere:
        return change
    return replace(change, kind="wording", sure=False)


def _once_a_row(found: Sequence[Placed], rows: Collection[str]) -> Iterator[Placed]:
    """Tell the wording of a row that was written out once, and not beside what changed there."""
    told = {one.sentence for one in found if one.change.substance}
    for one in found:
        if one.change.kind == "wording" and one.sentence in rows:
            if one.sentence in told:
                continue
            told.add(one.sentence)
        yield one


def _joined_only(old: Sequence[Sentence], new: Sequence[Sentence]) -> Iterator[Placed]:
    """Tell that sentences were only joined or parted: nothing else of the clause has changed."""
    gone, come = (
        [one for one in side if one[1] not in {each.words for each in other}]
        for side, other in ((old, new), (new, old))
    )
    if gone and come:
        before, after = ("".join(one.words for one in side) for side in (gone, come))
        yield Placed(Change("wording", before, after), gone[0][0], come[0][0])


def _beside_partners(found: Iterable[Placed], rows: Sequence[Row]) -> Iterator[Placed]:
    """Give what only one text has its place in the other: the paragraph that stands for its own."""
    there = partners((one[0], other[0]) for one, other in rows if one and other)
    back = partners((other[0], one[0]) for one, other in rows if one and other)
    for placed in found:
        if placed.old is None and placed.new is not None:
            yield replace(placed, old=back.get(placed.new))
        elif placed.new is None and placed.old is not None:
            yield replace(placed, new=there.get(placed.old))
        else:
            yield placed


def _parted(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Split rows into those compared word by word, and those that were rewritten.

    Where a sentence was rewritten, what it says may have gone into the sentences beside it.
    """
    single = [row for row in rows if None in row and not _is_title(row) and not _is_tier(row)]
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
        words = "，".join(sentence.words.rstrip("。；") for sentence in (before, after))
        joined = Sentence(here[0], words, title=False)
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
    """Tell whether a sentence that one text lacks may be in what was rewritten there."""
    return any(
        bool(figures(one[1])) or held(one[1], passage) >= _HELD
        for one, passage in zip(row, reversed(passages), strict=True)
        if one
    )


def _is_title(row: Row) -> bool:
    return any(one is not None and one[2] for one in row)


def _is_tier(row: Row) -> bool:
    return any(one is not None and one.level != "" for one in row)


def _rewritten(
    rows: Sequence[Row], before: Sequence[Sentence], after: Sequence[Sentence]
) -> list[Placed]:
    old = sorted((one for one, _ in rows if one), key=before.index)
    new = sorted((one for _, one in rows if one), key=after.index)
    if not old or not new:
        return []
    words = [one[1] for one in old]
    sentence = "".join(dict.fromkeys(one.whole or one.words for one in old))
    single = {one[1] for row in rows if None in row for one in row if one}
    pairs = [(one[1], other[1]) for one, other in rows if one and other]
    if len(rows) > 1 and not single and all(_same_figures(*pair) for pair in pairs):
        return [placed for row in rows for placed in _rewritten([row], before, after)]
    merged = {
        one for one in single
        if any(_speaks_of(one, a, b) or _speaks_of(one, b, a) for a, b in pairs)
    }  # fmt: skip
    return [
        Placed(change, old[0][0], new[0][0], sentence=sentence)
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
                yield Sentence(Place(n, number), words, title)


def _paired(
    old: Sequence[Sentence], new: Sequence[Sentence]
) -> list[tuple[Sentence | None, Sentence | None]]:
    """Pair titles with titles, in their order, and all other sentences by likeness."""
    before, after = ([one for one in side if one.title] for side in (old, new))
    left, right = ([one for one in side if not one.title] for side in (old, new))

    def likeness(one: Sentence, other: Sentence) -> float:
        return sentences_alike(one.words, other.words) * tiers_alike(one, other)

    return [*zip_longest(before, after), *paired(left, right, likeness, ALIKE)]


def _row_changes(
    one: Sentence | None,
    other: Sentence | None,
    old: Sequence[Sentence],
    new: Sequence[Sentence],
    departments: frozenset[str],
) -> Iterator[Placed]:
    places = one.place if one else None, other.place if other else None
    words = one.words if one else None, other.words if other else None
    if one and other:
        if one.title and one.words != other.words:
            before, after = (words_.rstrip("。") for words_ in (one.words, other.words))
            yield Placed(Change("title", before, after), *places)
        elif not one.title:
            for change in sentence_changes(one.words, other.words, departments):
                if one.level:
                    change = _said_of_another_level(change, old, new)
                yield Placed(change, *places, sentence=one.whole or one.words)
    elif any(side and side.title for side in (one, other)):  # of a clause merged or split off
        yield Placed(Change("title", *words), *places)
    elif (single := one or other) and single.level:
        yield Placed(whole_tier(*words, single.level), *places, sentence=one.whole if one else "")
    else:
        there = [sentence.words for sentence in (new if one else old)]
        yield Placed(whole_sentence(*words, there, departments), *places, sentence=words[0] or "")
