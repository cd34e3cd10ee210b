"""What changed between two versions of a sentence: figures, conditions, words; by kind.

A change of substance may move money or duties; wording, titles and layout do not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from clauses.revision.bounds import Compared, Strength, compared, series, strength
from clauses.revision.change import Change
from clauses.revision.figures import Figure, figures
from clauses.revision.likeness import held
from clauses.revision.orders import (
    Hunk,
    around,
    levels_in_another_order,
    same_with_their_sums,
    words_in_another_order,
)
from clauses.revision.roles import role
from clauses.revision.tokens import Token, tokens, words_of
from clauses.revision.word_changes import word_changes


def whole_sentence(old: str | None, new: str | None, there: Sequence[str]) -> Change:
    """Return the change of a sentence that one text lacks; `there` is the other text."""
    words = old or new or ""
    found = figures(words)
    # a fragment of what the other text says anyway, such as “对‘亩均论英雄’。” before its sentence
    if not found and any(held(words.rstrip("。；"), other) >= 0.8 for other in there):
        return Change("wording", old, new)
    value = found[0].value if len(found) == 1 else None
    if old is None:
        return Change("text-added", None, new, None, value)
    return Change("text-dropped", old, None, value, None)


def sentence_changes(old: str, new: str) -> list[Change]:
    """Return what changed in a sentence."""
    # a matcher does not find the same both ways: one way is taken for both
    if old > new:
        return [_turned(one) for one in sentence_changes(new, old)]
    a, b = tokens(old), tokens(new)
    if same_with_their_sums(old, new):
        return [Change("wording", old, new)]
    blocks = SequenceMatcher(None, [t.key for t in a], [t.key for t in b], autojunk=False)
    hunks = _hunks(a, blocks)
    if levels_in_another_order(a, b, hunks):
        return [Change("tier", around(a, hunks, 0), around(b, hunks, 2))]
    if words_in_another_order(a, b, hunks):
        return [Change("wording", around(a, hunks, 0), around(b, hunks, 2))]
    found: list[Change] = []
    for hunk in hunks:
        found += _hunk_changes(old, new, a, b, hunk)
    bounds = list(_bound_otherwise(old, new, a, b, blocks))
    told = any(one.substance for one in [*found, *bounds])
    return _settled([*found, *(one for one in bounds if one.substance or not told)])


def _turned(one: Change) -> Change:
    kind = {"text-added": "text-dropped", "text-dropped": "text-added"}.get(one.kind, one.kind)
    return Change(kind, one.new, one.old, one.new_value, one.old_value, one.sure)


def _settled(found: Sequence[Change]) -> list[Change]:
    """Tell each change once."""
    # what a figure says already, the words beside it need not say again
    told = {change.kind for change in found if change.figure}
    left = [one for one in found if one.figure or one.kind not in told]
    left = _levels_with_their_sums(list(dict.fromkeys(map(_without_commas, left))))
    # several words in one sentence that change nothing are one change of wording
    words = [one for one in left if one.kind == "wording"]
    return [one for one in left if one.kind != "wording" or one is words[0]]


def _without_commas(one: Change) -> Change:
    """Leave out the commas around words that only one text has."""
    if (one.old is None) == (one.new is None):
        return one
    old, new = ((words or "").strip("、，；。") or words for words in (one.old, one.new))
    return replace(one, old=old, new=new)


_NAMED = frozenset({"tier", "beneficiary", "condition"})


def _levels_with_their_sums(found: list[Change]) -> list[Change]:
    """Join a level that came or went with the sum that came or went with it."""
    for side, other in (("new", "old"), ("old", "new")):
        levels = [one for one in found if one.kind in _NAMED and not one.figure
                  and getattr(one, side) and not getattr(one, other)]  # fmt: skip
        sums = [one for one in found if one.kind in ("ceiling", "amount")
                and getattr(one, f"{side}_value") is not None
                and getattr(one, f"{other}_value") is None]  # fmt: skip
        if levels and len(levels) == len(sums):
            for level, one in zip(levels, sums, strict=True):
                found.remove(one)
                joined = replace(level, **{f"{side}_value": getattr(one, f"{side}_value")})
                found[found.index(level)] = joined
    return found


def _hunks(a: Sequence[Token], matcher: SequenceMatcher[object]) -> list[Hunk]:
    """Return the runs of tokens that differ; runs with one character between them are one."""
    hunks: list[Hunk] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        if hunks and _close(a[hunks[-1][1] : i1]):
            start_i, _, start_j, _ = hunks.pop()
            hunks.append((start_i, i2, start_j, j2))
        else:
            hunks.append((i1, i2, j1, j2))
    return hunks


def _close(between: Sequence[Token]) -> bool:
    return len(between) <= 1 and all(
        t.kind == "character" and t.words not in "，、；。" for t in between
    )


def _hunk_changes(
    old: str, new: str, a: Sequence[Token], b: Sequence[Token], hunk: Hunk
) -> Iterator[Change]:
    i1, i2, j1, j2 = hunk
    left, right = list(a[i1:i2]), list(b[j1:j2])
    removed = [t for t in left if t.figure]
    added = [t for t in right if t.figure]
    if (staged := _staged(old, new, left, right)) is not None:
        yield staged
        return
    for one, other in _figure_pairs(removed, added):
        change = _figure_change(old, new, one, other)
        if other is None and right:  # another way to say it: 自2020年起 for 自公布之日起
            change = replace(change, new=words_of(right))
        elif one is None and left:
            change = replace(change, old=words_of(left))
        yield change
    if (removed or added) and not (left and right):
        return  # a part of the sentence that is there in one text only: its figures say what it is
    if bool(removed) != bool(added) and max(len(left), len(right)) <= 8:
        return  # the few words that stand for the figure are told with it
    left = [t for t in left if not t.figure and t.kind != "strength"]
    right = [t for t in right if not t.figure and t.kind != "strength"]
    yield from word_changes(old, new, left, right, beside=bool(removed or added))


def _staged(old: str, new: str, left: Sequence[Token], right: Sequence[Token]) -> Change | None:
    """Return the change of a rule for instalments that only one text has."""
    if bool(left) == bool(right):
        return None
    text, side = (old, left) if left else (new, right)
    roles = [role(text, t.figure) for t in side if t.figure]
    if len(roles) < 2 or set(roles) != {"stage"}:
        return None
    words = words_of(side).strip("，。；")
    return Change("stage", words, None) if left else Change("stage", None, words)


def _figure_pairs(
    removed: Sequence[Token], added: Sequence[Token]
) -> Iterator[tuple[Token | None, Token | None]]:
    """Pair the figures of a hunk in their order, like with like."""
    rest = list(added)
    for one in removed:
        assert one.figure is not None
        other = next((t for t in rest if t.figure and t.figure.measure == one.figure.measure), None)
        if other is not None:
            rest.remove(other)
        yield one, other
    for other in rest:
        yield None, other


def _figure_change(old: str, new: str, one: Token | None, other: Token | None) -> Change:
    before = one.figure if one else None
    after = other.figure if other else None
    kind = role(old, before) if before else role(new, after) if after else "wording"
    return Change(
        kind,
        _with_strength(old, before) if before else None,
        _with_strength(new, after) if after else None,
        before.value if before else None,
        after.value if after else None,
    )


def _with_strength(text: str, figure: Figure) -> str:
    word = strength(text, figure).words
    return (
        text[figure.start - len(word) : figure.end]
        if text[: figure.start].endswith(word)
        else figure.words
    )


def _bound_otherwise(
    old: str, new: str, a: Sequence[Token], b: Sequence[Token], matcher: SequenceMatcher[object]
) -> Iterator[Change]:
    """Figures that stay, but are a ceiling no more, or compared in another way.

    An enumeration is told once.
    """
    said: set[tuple[str, int]] = set()
    for before, after in _counterparts(a, b, matcher):
        place = series(old, before)[0]
        was, is_ = compared(old, before), compared(new, after)
        one, other = strength(old, before), strength(new, after)
        floors = {one.meaning, other.meaning} == {"floor", "exact"}
        words = _bounded(old, before, was, one), _bounded(new, after, is_, other)
        if was.meaning != is_.meaning:
            as_floor = {was.meaning, is_.meaning} == {"", "or-more"} and floors
            change = Change("strength" if as_floor else "comparison", *words)
        elif one.meaning != other.meaning and not (floors and was.meaning):
            single = words[0].endswith(before.words) and words[1].endswith(after.words)
            values = (before.value, after.value) if single else (None, None)
            change = Change("strength", *words, *values)
        elif (was.before, was.after) != (is_.before, is_.after):
            change = Change("wording", *words)
        else:
            continue
        if (change.kind, place) not in said:
            said.add((change.kind, place))
            yield change


def _counterparts(
    a: Sequence[Token], b: Sequence[Token], matcher: SequenceMatcher[object]
) -> Iterator[tuple[Figure, Figure]]:
    """Yield the figures that stay, and those that one change of a figure names together."""
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        left = [t.figure for t in a[i1:i2] if t.figure]
        right = [t.figure for t in b[j1:j2] if t.figure]
        alike = [f.measure for f in left] == [f.measure for f in right]
        if tag == "equal" or alike:
            yield from zip(left, right, strict=True)


def _bounded(text: str, figure: Figure, how: Compared, bound: Strength) -> str:
    """Return the enumeration of a figure with the words beside it that bind or compare it."""
    start, end = series(text, figure)
    for word in (how.before, bound.words):
        if word and text[:start].endswith(word):
            start -= len(word)
    if how.after and text.startswith(how.after, end):
        end += len(how.after)
    return text[start:end]
