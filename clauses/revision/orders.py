"""The same words in another order: levels with their sums, levels alone, words of a name."""

import re
from collections import Counter
from collections.abc import Sequence

from clauses.revision.figures import figures
from clauses.revision.tokens import Token, words_of

Hunk = tuple[int, int, int, int]
"""A run of tokens that differ: from and to in the old row, from and to in the new one."""

_SUM = r"[0-9]+(?:\.[0-9]+)?[百千]?[万亿]?元?"
_STAR = re.compile("[一二三四五]星|[一二三特]等")
_LEVEL = re.compile("国家|省|市|区|县|国")
_ROW = re.compile(
    r"(?P<levels>[^，。；、]{1,6}(?:、[^，。；、的]{1,6})+?)(?P<middle>[^；。]*?(?:最高不超过|最高|不超过|给予))"
    rf"(?P<sums>{_SUM}(?:、{_SUM})+)"
)


def same_with_their_sums(old: str, new: str) -> bool:
    """Tell whether levels and sums only stand in another order: 省级、国家级 … 50万、100万."""
    rows = [_ROW.search(text) for text in (old, new)]
    if rows[0] is None or rows[1] is None:
        return False
    maps, rests = [], []
    for row in rows:
        assert row is not None
        text = row.string
        names = _level_names(row["levels"])
        sums = row["sums"].split("、")
        if len(names) != len(sums) or len(set(names)) != len(names):
            return False
        maps.append(dict(zip(names, (figures(one) for one in sums), strict=True)))
        rests.append(
            text[: row.start("levels")]
            + "".join(sorted(row["levels"]))
            + row["middle"]
            + text[row.end() :]
        )
    values = [
        {name: [(one.measure, one.value) for one in found] for name, found in one.items()}
        for one in maps
    ]
    return values[0] == values[1] and list(values[0]) != list(values[1]) and rests[0] == rests[1]


def _level_names(words: str) -> list[str]:
    """Return the levels that a row names: 五星 before 省, since 省五星 is a star."""
    names = [_STAR.search(one) or _LEVEL.search(one) for one in words.split("、")]
    return [match[0] for match in names if match]


def levels_in_another_order(a: Sequence[Token], b: Sequence[Token], hunks: Sequence[Hunk]) -> bool:
    """Tell whether levels changed places and nothing else did."""
    sides = [
        Counter(t.key for t in side if t.words not in "、和及与") for side in _changed(a, b, hunks)
    ]
    levels = all(
        t.kind == "tier" or t.words in "、和及与级" for s in _changed(a, b, hunks) for t in s
    )
    return bool(sides[0]) and levels and sides[0] == sides[1]


def words_in_another_order(a: Sequence[Token], b: Sequence[Token], hunks: Sequence[Hunk]) -> bool:
    """Tell whether words only changed places: 解决示范方案, 示范解决方案."""
    removed, added = _changed(a, b, hunks)
    letters = [sorted(words_of(side)) for side in (removed, added)]
    plain = all(t.kind == "character" for t in (*removed, *added))
    return bool(removed) and plain and letters[0] == letters[1] and len(letters[0]) <= 8


def around(row: Sequence[Token], hunks: Sequence[Hunk], side: int) -> str:
    """Return the words from the first to the last hunk; `side`: 0 in the old row, 2 in the new."""
    first = min(hunk[side] for hunk in hunks)
    last = max(hunk[side + 1] for hunk in hunks)
    return words_of(row[first:last])


def _changed(
    a: Sequence[Token], b: Sequence[Token], hunks: Sequence[Hunk]
) -> tuple[list[Token], list[Token]]:
    removed = [t for i1, i2, _, _ in hunks for t in a[i1:i2]]
    added = [t for _, _, j1, j2 in hunks for t in b[j1:j2]]
    return removed, added
