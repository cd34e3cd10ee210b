"""What the text adds or takes off after a row of figures is for each of them.

国家级、省级分别奖励100万元、50万元；考核优秀的，再奖励20万元: not only at the national level.
"""

from clauses.key_path import KeyPath
from clauses.notation import Found
from clauses.proof.named import name_of
from clauses.proof.said_of_sum import Node, Said, is_ceiling

_CHANGED = (("raise",), ("lower",))


def check(said: Said, at: KeyPath, node: Node) -> None:
    """Add a fault for a sum that is added, or taken off, in some of the cases alone."""
    row = {code: said.first(*at, "cases", code) for code in node["cases"]}
    figures = [found for found in row.values() if found is not None]
    if len(figures) < len(row) or len({found.series for found in figures}) > 1 or len(row) < 2:
        return
    end = max(found.end for found in figures)
    names = {code: name_of(said.award, node["by"], code) for code in row}
    added = {code: found for code in row if (found := _added(said, (*at, "cases", code), end))}
    for code, found in added.items() if len(added) < len(row) else ():
        if not any(name in said.text[end : found.start] for name in names.values()):
            figure = found.figure.words
            said.tell((*at, "cases", code), "added-one", figure=figure, name=names[code])
    _check_less(said, at, row, names)


def _added(said: Said, at: KeyPath, end: int) -> Found | None:
    """Return the first figure of a case that stands after the row and adds to its own."""
    for one in said.ties.under(*at):
        within = one.at[len(at) :]
        adds = ("plus" in within and not is_ceiling(within)) or within[-1:] in _CHANGED
        if adds and one.found.start > end:
            return one.found
    return None


def _check_less(
    said: Said, at: KeyPath, row: dict[str, Found | None], names: dict[str, str]
) -> None:
    """Check that what was paid before is taken off each figure: 已获奖励的，补足差额.

    Nothing was paid before the lowest, and 升级为国家级的补足差额 takes it off the highest alone.
    """
    places = [one for one, part in said.award.sum.parts() if "less" in part]
    less = {c for c in row if any(one[: len(at) + 2] == (*at, "cases", c) for one in places)}
    value = {code: found.figure.value for code, found in row.items() if found is not None}
    lowest, *_, highest = sorted(value, key=lambda code: value[code])
    end = max(found.end for found in row.values() if found is not None)
    named = names[highest] in said.text[end : said.whole_sentence(end)[1]]
    if not less or {*row} - less <= {lowest} or (less == {highest} and named):
        return
    name = "、".join(names[code] for code in row if code in less)
    said.tell((*at, "cases"), "less-one", name=name)
