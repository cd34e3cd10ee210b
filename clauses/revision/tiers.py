"""A level more or less with its sum is one change: 国家级、省级 … 200万元、100万元."""

from collections.abc import Iterator, Sequence

from clauses.revision.bounds import enumerations
from clauses.revision.change import Change
from clauses.revision.figures import Figure, figures
from clauses.revision.hunks import SUMS
from clauses.revision.roles import role


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


def _rows(text: str) -> Iterator[Sequence[Figure]]:
    """Yield the enumerations of sums and of thresholds."""
    for row in enumerations(text, figures(text)):
        if len(row) > 1 and role(text, row[0]) in (*SUMS, "threshold"):
            yield row
