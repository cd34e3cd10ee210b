"""The changes of a sentence, each reported once: with the fewest words, and nothing said twice.

A level more or less with its sum is one change: 国家级、省级 … 200万元、100万元.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from clauses.revision.bounds import enumerations
from clauses.revision.change import Change
from clauses.revision.figures import PlacedFigure, figures
from clauses.revision.hunks import SUMS
from clauses.revision.roles import role


def settled(found: Sequence[Change]) -> list[Change]:
    """Tell each change once."""
    left = list(dict.fromkeys(map(_without_commas, _apart_in_one_sentence(found))))
    left = without_repeated(left)
    left = stage_once(_how_often_once(left))
    # several words in one sentence that change nothing are one change of wording, and none beside
    # what changed there
    words = [one for one in left if one.kind == "wording"]
    words = [one for one in words if not one.sure] or words[: len(words) == len(left)]
    return [one for one in left if one.kind != "wording" or one in words[:1]]


def _apart_in_one_sentence(found: Sequence[Change]) -> list[Change]:
    """Join a figure that is gone with one that came elsewhere in the sentence and does the same."""
    left = list(found)
    for one in found:
        if one.old_value is None or one.new_value is not None or one.kind == "validity":
            continue
        come = [o for o in left if o.old_value is None and o.new_value is not None]
        same = [o for o in come if o.new_value == one.old_value and {o.kind, one.kind} <= SUMS]
        other = next((o for o in (*same, *come) if o.kind == one.kind), next(iter(same), None))
        if other is not None:
            kind = one.kind
            if other.new_value == one.old_value:  # the same sum, bound as before or otherwise
                kind = "strength" if other.kind != kind else "wording"
                kind = kind if other in same or one.old == other.new else one.kind
            joined = replace(one, kind=kind, new=other.new, new_value=other.new_value)
            left[left.index(one)] = joined
            left.remove(other)
    return left


def stage_once(found: Sequence[Change]) -> list[Change]:
    """Tell as one change of the instalments that what was paid at once is paid at stages."""
    stage = next((one for one in found if one.kind == "stage"), None)
    once = next((one for one in found if one.kind == "frequency"
                 and "一次性" in (one.old or "") + (one.new or "")), None)  # fmt: skip
    if stage is None or once is None or None not in (stage.old, stage.new):
        return list(found)
    if (stage.old is None) != (once.new is None):
        return list(found)
    told = replace(stage, old=stage.old or once.old, new=stage.new or once.new)
    return [told if one is stage else one for one in found if one is not once]


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


def without_repeated(found: Sequence[Change]) -> list[Change]:
    """Leave out a threshold that one text says twice, where it is reported once."""
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


def with_levels(old: str, new: str, found: Sequence[Change]) -> list[Change]:
    """Tell a sum of a row that only one text has, and the level or threshold that it goes with."""
    for text, side in ((old, "old"), (new, "new")):
        own = [one for one in found if _only(one, side)]
        in_rows = {(role(text, one), one.value) for row in _rows(text) for one in row}
        row = [one for one in own if (one.kind, getattr(one, f"{side}_value")) in in_rows]
        sums = [one for one in row if one.kind in SUMS]
        if not sums:
            continue
        parts = [one for one in own if one.kind == "tier" or one in row]
        if parts == sums:
            parts += [one for one in own if one.kind == "beneficiary"]
        parts.sort(key=lambda one: one.kind in SUMS)
        words = "、".join((getattr(one, side) or "").strip("、和及") for one in parts)
        value = getattr(sums[0], f"{side}_value") if len(sums) == 1 else None
        before = side == "old"
        level = Change("tier", words if before else None, None if before else words,
                       value if before else None, None if before else value)  # fmt: skip
        found = [level if one is parts[0] else one for one in found
                 if one is parts[0] or one not in parts]  # fmt: skip
    return list(found)


def _only(one: Change, side: str) -> bool:
    return (one.old is None) == (side == "new") and (one.new is None) == (side == "old")


def _rows(text: str) -> Iterator[Sequence[PlacedFigure]]:
    """Yield the enumerations of sums and of thresholds."""
    for row in enumerations(text, figures(text)):
        if len(row) > 1 and role(text, row[0]) in (*SUMS, "threshold"):
            yield row
