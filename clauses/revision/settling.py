"""The changes of a sentence told once each: with the fewest words, and nothing said twice."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from clauses.revision.change import Change
from clauses.revision.words import VAGUE, evened


def settled(found: Sequence[Change]) -> list[Change]:
    """Tell each change once."""
    left = list(dict.fromkeys(map(_without_commas, _apart_in_one_sentence(found))))
    left = _without_vague(_without_moved(left))
    left = _put_otherwise(left)
    left = without_repeated(left)
    left = _how_often_once(left)
    # several words in one sentence that change nothing are one change of wording
    words = [one for one in left if one.kind == "wording"]
    return [one for one in left if one.kind != "wording" or one is words[0]]


def _apart_in_one_sentence(found: Sequence[Change]) -> list[Change]:
    """Join a figure that is gone with one that came elsewhere in the sentence and does the same."""
    left = list(found)
    for one in found:
        if one.old_value is None or one.new_value is not None or one.kind == "validity":
            continue
        other = next((o for o in left if o.kind == one.kind and o.old_value is None
                      and o.new_value is not None), None)  # fmt: skip
        if other is not None:
            joined = replace(one, new=other.new, new_value=other.new_value)
            same = one.old_value == other.new_value and one.old == other.new
            left[left.index(one)] = replace(joined, kind="wording") if same else joined
            left.remove(other)
    return left


_OF_A_LIST = frozenset({"condition", "beneficiary", "instrument", "text-added", "text-dropped"})


def _without_moved(found: Sequence[Change]) -> list[Change]:
    """Tell words that only stand elsewhere in the sentence as wording: an item of a list."""
    here = [one for one in found if one.kind in _OF_A_LIST and not one.figure]
    sides = [
        {_core(getattr(one, side)) for one in here if getattr(one, other) is None}
        for side, other in (("old", "new"), ("new", "old"))
    ]
    moved = (sides[0] & sides[1]) - {""}
    return [
        replace(one, kind="wording", plain=False)
        if one in here and None in (one.old, one.new) and _core(one.old or one.new) in moved
        else one
        for one in found
    ]


def _without_vague(found: Sequence[Change]) -> list[Change]:
    """Leave out 一定, 适当 where a figure stands for it now."""
    added, gone = (
        any(one.figure and getattr(one, side) is None for one in found) for side in ("old", "new")
    )
    return [
        one for one in found
        if not (one.plain and {*(one.old or one.new or "x")} <= VAGUE)
        or not (added if one.new is None else gone)
    ]  # fmt: skip


def _core(words: str | None) -> str:
    return evened(words or "").strip("、和及与，")


def _how_often_once(found: Sequence[Change]) -> list[Change]:
    """Tell 连续三年 … 每年 as one change of how often."""
    often = [one for one in found if one.kind == "frequency"]
    for side, other in (("old", "new"), ("new", "old")):
        own = [one for one in often if getattr(one, other) is None]
        if len(own) == len(often) > 1:
            words = " … ".join(getattr(one, side) for one in own)
            valued = next((one for one in own if one.figure), own[0])
            said = replace(valued, old=words) if side == "old" else replace(valued, new=words)
            return [said if one is own[0] else one for one in found
                    if one is own[0] or one not in own]  # fmt: skip
    return list(found)


_MANY = 3
"""So many changes in plain words, and the sentence was put in other words."""


def _put_otherwise(found: Sequence[Change]) -> list[Change]:
    """Tell many plain words that changed, or words that only moved, as one change of wording.

    What a sentence in other words says cannot be counted: a person must confirm it.
    """
    plain = [one for one in found if one.plain and one.substance]
    if len(plain) < 2:
        return list(found)
    sides = ["".join(evened(getattr(one, side) or "") for one in plain) for side in ("old", "new")]
    gone, come = Counter(sides[0]), Counter(sides[1])
    moved = len(sides[0]) >= 3 and (gone - come).total() + (come - gone).total() <= 2
    if not moved and len(plain) < _MANY:
        return list(found)
    words = [" … ".join(words) or None for words in (
        [one.old for one in plain if one.old], [one.new for one in plain if one.new]
    )]  # fmt: skip
    return [*(one for one in found if one not in plain),
            Change("wording", words[0], words[1], sure=False)]  # fmt: skip


def without_repeated(found: Sequence[Change]) -> list[Change]:
    """Leave out a threshold that one text says twice, where it is told once."""
    told = [
        (one.old_value, one.new_value)
        for one in found
        if one.kind == "threshold" and one.old_value is not None and one.new_value is not None
    ]
    return [
        one
        for one in found
        if one.kind != "threshold"
        or (one.old_value is None) == (one.new_value is None)
        or not any((one.old_value or old, one.new_value or new) == (old, new) for old, new in told)
    ]


def _without_commas(one: Change) -> Change:
    """Leave out the commas around words that only one text has."""
    if (one.old is None) == (one.new is None):
        return one
    old, new = ((words or "").strip("、，；。") or words for words in (one.old, one.new))
    return replace(one, old=old, new=new)
