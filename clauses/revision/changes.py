"""What changed between two versions of a sentence: figures, conditions, words; by kind.

A change of substance may move money or duties; wording, titles and layout do not.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

from clauses.revision.bounds import binding, compared
from clauses.revision.change import Change
from clauses.revision.contents import Contents
from clauses.revision.figure_changes import (
    another_way,
    bound_otherwise,
    counterparts,
    figure_change,
    figure_pairs,
    staged,
    swapped,
    with_strength,
)
from clauses.revision.figures import PlacedFigure, figures
from clauses.revision.hunks import SUMS, apart, hunks_of
from clauses.revision.likeness import held
from clauses.revision.moved_words import MOVED, moved_figures, without_moved
from clauses.revision.orders import (
    Hunk,
    around,
    in_the_order_of,
    words_in_another_order,
)
from clauses.revision.roles import role
from clauses.revision.settling import settled, with_levels
from clauses.revision.ties import partners_changed, with_partners
from clauses.revision.tokens import Token, TokenRun, parted_names, tokens
from clauses.revision.word_changes import word_changes

_PART = re.compile("[，；](?:对|其中)(?:[^，；]*(?:给予|予以)[^，；]*|[^，；]{4,}，(?!对)[^，；]+)")
_INCLUDED = re.compile(
    "(?P<figure>[0-9][0-9.]*[^0-9，。；、（）]{1,4}?)(?P<how>以[上下内])?（(?P<without>不?)含(?P=figure)）"
)
"""5000万元以上（含5000万元）, which says what 5000万元以上（含） says."""
_WHOLE_WORDS = frozenset({"frequency", "stage"})
"""Kinds of a figure that says little without the words beside it: 连续三年每年."""
_ASKED = frozenset({"threshold", "condition", "frequency"})
"""Kinds of a figure that is asked for."""
_HELD = 0.5
"""A part of which the other text holds so much is no part of its own."""
_NAMED = 0.7
"""Nor is one of whose subject it holds so much."""
_REPEATED = 0.8
"""So much of a sentence without figures the other text says, where it adds nothing."""


def whole_sentence(
    old: str | None,
    new: str | None,
    there: Sequence[str],
    departments: frozenset[str] = frozenset(),
) -> Change:
    """Return the change of a sentence that one text lacks; `there` is the other text."""
    words = old or new or ""
    found = figures(words)
    # a fragment of what the other text says anyway, such as “对‘亩均论英雄’。” before its sentence
    beside = (one + other for one, other in pairwise(there))
    if not found and any(_repeats(words, other, departments) for other in (*there, *beside)):
        return Change("wording", old, new)
    value = found[0].value if len(found) == 1 else None
    if old is None:
        return Change("text-added", None, new, None, value)
    return Change("text-dropped", old, None, value, None)


def whole_tier(old: str | None, new: str | None, level: str) -> Change:
    """Return the change of a level that one text lacks, with what it is given."""
    words = old or new or ""
    sums = [one for one in figures(words) if role(words, one) in SUMS]
    said = "、".join([level, *(with_strength(words, one, one.end) for one in sums)])
    value = sums[0].value if len(sums) == 1 else None
    return Change("tier", said, None, value) if old else Change("tier", None, said, None, value)


def _repeats(words: str, other: str, departments: frozenset[str]) -> bool:
    """Tell whether a text says what some words say: most of them, and each that is in the table.

    对市外企业优先保障用地 repeats nothing of 对本市企业优先保障用地.
    """
    rows = tokens(words, departments), tokens(other, departments)
    said, there = ({t.key for t in row if t.kind != "character"} for row in rows)
    return said <= there and held(words.rstrip("。；"), other) >= _REPEATED


def sentence_changes(old: str, new: str, departments: frozenset[str] = frozenset()) -> list[Change]:
    """Return what changed in a sentence; `departments` are the names of those that are known."""
    old, new = (  # which of them ends it says nothing
        _INCLUDED.sub(r"\g<figure>\g<how>（\g<without>含）", words.rstrip("。；"))
        for words in (old, new)
    )
    # a matcher does not find the same both ways: one way is taken for both
    if old == new:
        return []
    if old > new:
        return [_turned(one) for one in sentence_changes(new, old, departments)]
    old, new, parts = _parts_of_their_own(old, new)
    new, found = in_the_order_of(new, old)
    found += parts
    a, b = tokens(old, departments), tokens(new, departments)
    a, b = parted_names(a, b), parted_names(b, a)
    blocks = SequenceMatcher(None, [t.key for t in a], [t.key for t in b], autojunk=False)
    hunks = apart(a, blocks)
    if words_in_another_order(a, b, hunks) and not partners_changed(old, new, found):
        return [*found, Change("wording", around(a, hunks, 0), around(b, hunks, 2))]
    hunks = hunks_of(old, new, a, b, blocks)
    pairs = [*counterparts(a, b, blocks), *moved_figures(old, new, a, b, hunks)]
    a, b = without_moved(a, b, hunks, {id(one) for pair in pairs for one in pair})
    contents = Contents(a, b)
    for hunk in hunks:
        found += _hunk_changes(old, new, a, b, hunk, contents)
    found = with_partners(found, partners_changed(old, new, found))
    bounds = list(bound_otherwise(old, new, pairs))
    told = any(one.substance for one in [*found, *bounds])
    told_once = settled([*found, *(one for one in bounds if one.substance or not told)])
    if not told_once and hunks:  # words that only moved
        return [Change("wording", around(a, hunks, 0) or None, around(b, hunks, 2) or None)]
    return with_levels(old, new, told_once)


def _turned(one: Change) -> Change:
    kind = {"text-added": "text-dropped", "text-dropped": "text-added"}.get(one.kind, one.kind)
    return replace(
        one, kind=kind, old=one.new, new=one.old, old_value=one.new_value, new_value=one.old_value
    )


def _names_its_words(kind: str, rows: Sequence[Sequence[PlacedFigure]]) -> bool:
    """Tell whether the only figure says little without its words.

    It is part of a name (中国软件百强) or of a condition (且纳税100万元以上).
    """
    single = len(rows) == 1 and len(rows[0]) == 1
    return single and (rows[0][0].measure == "rank" or kind in _ASKED)


def _written(run: TokenRun) -> str:
    """Return the words of a run as the text writes them, with what compares their last figure."""
    end = run.tokens[-1].end
    if last := run.tokens[-1].figures:
        end += len(compared(run.text, last[-1]).after)
    return run.text[run.tokens[0].start : end].strip("、，")


def _hunk_changes(
    old: str,
    new: str,
    a: Sequence[Token],
    b: Sequence[Token],
    hunk: Hunk,
    contents: Contents,
) -> Iterator[Change]:
    i1, i2, j1, j2 = hunk
    left, right = (
        TokenRun(text, [t for t in row if t.kind != MOVED])
        for text, row in ((old, a[i1:i2]), (new, b[j1:j2]))
    )
    removed = [t.figures for t in left if t.figures]
    added = [t.figures for t in right if t.figures]
    if (instalments := staged(left, right)) is not None:
        yield instalments
        return
    if bool(removed) != bool(added) and (other_way := another_way(left, right)):
        yield other_way
        return
    tiers = swapped(old, new, removed, added)
    if tiers:
        yield tiers
    for one, other in () if tiers else figure_pairs(removed, added):
        change = figure_change(old, new, one, other)
        single = len(removed) + len(added) == 1 and change.kind in _WHOLE_WORDS
        if other is None and not added and right:  # said another way: 自2020年起 for 自公布之日起
            change = replace(change, old=left.words if single else change.old, new=right.words)
        elif one is None and not removed and left:
            change = replace(change, old=left.words, new=right.words if single else change.new)
        elif not (left and right) and _names_its_words(change.kind, removed or added):
            words = _written(left or right)
            change = replace(change, old=words) if left else replace(change, new=words)
        yield change
    if (removed or added) and not (left and right):
        return  # a part of the sentence that is there in one text only: its figures say what it is
    if bool(removed) != bool(added) and max(len(left), len(right)) <= 8:
        return  # the few words that stand for the figure are reported with it
    beside = bool(removed or added)
    yield from word_changes(_beside_figures(left), _beside_figures(right), contents, beside=beside)


def _parts_of_their_own(old: str, new: str) -> tuple[str, str, list[Change]]:
    """Take out the parts of a sentence that one text lacks and that give something to others.

    支持小微企业上规模，对首次上规模的企业给予10万元奖励.
    """
    changes: list[Change] = []
    texts = [old, new]
    for side in (0, 1):
        for part in _PART.findall(texts[side]):
            rest, other = texts[side].replace(part, "", 1), texts[1 - side]
            sums = [one for one in figures(part) if role(part, one) in SUMS]
            subject = re.split("，|给予|予以", part[1:].removeprefix("其中"))[0]
            there = held(part, other) >= _HELD or held(subject, other) >= _NAMED
            if not sums or (there and rest != other) or not _all_there(other, rest):
                continue
            texts[side] = rest
            words, value = part.lstrip("，；"), sums[0].value if len(figures(part)) == 1 else None
            changes.append(
                Change("text-added", None, words, None, value) if side
                else Change("text-dropped", words, None, value, None)
            )  # fmt: skip
    return texts[0], texts[1], changes


def _all_there(text: str, rest: str) -> bool:
    """Tell whether a text has as many figures of each measure as the rest of the other at most."""
    own, others = (Counter(one.measure for one in figures(words)) for words in (text, rest))
    return own <= others


def _beside_figures(run: TokenRun) -> TokenRun:
    """Leave out figures and what binds them: 不低于最低价标准 binds none, and stays."""
    bound = binding(run.text, figures(run.text))
    return run.of(
        t for t in run if not t.figures and not (t.kind == "strength" and t.start in bound)
    )
