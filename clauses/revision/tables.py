"""Writes a table as the sentence that a person would read from it, row by row.

档次 | 奖励（万元） above 国家级 | 300 reads 档次：国家级，奖励：300万元. A table that only lays out
a page, such as the lines below a document, stays in its lines.
"""

import re
from collections.abc import Iterator, Sequence

from clauses.revision.imprint import is_imprint

_NUMBERS = re.compile("序号|编号|No\\.?|#")
_UNIT = re.compile(
    "(?P<name>.+?)[（(](?:单位[：:])?(?P<unit>[万亿]?元|%|％|‰|[万亿]?[个家项名人吨套台年月]|倍|平方米|亩)"
    "(?P<each>/[^（）()]{1,4})?[）)]"
)
_BARE = re.compile(
    "[^0-9]{0,5}[0-9][0-9,.]*(?:[-—–~～至][0-9][0-9,.]*)?(?:[（(]含[）)])?(?:以[上下]|以内)?"
)
_TABBED = re.compile(r"\S[^\t\n]*(?:\t+[^\t\n]*)*\t+[^\t\n]*\S")
_END = "。；，、：:;,."


def sentence(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines of a table: one sentence, or a line for each row of one that is no table."""
    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    lines = ["　".join(cell for cell in row if cell) for row in cells]
    data = [row for row in cells if sum(map(bool, row)) > 1]
    if len(data) < 2 or any(is_imprint(line) for line in lines):
        return lines
    title = [line for row, line in zip(cells, lines, strict=True) if row not in data and line]
    head = data[0] if _is_head(data) else None
    said = ["，".join(_said(row, head)) for row in (data[1:] if head else data)]
    return [*title, "；".join(said) + "。"]


def with_sentences(text: str) -> str:
    """Return a text in which lines with tabs between cells, two or more in a row, are sentences."""
    found, rows = list[str](), list[list[str]]()
    for line in [*text.split("\n"), ""]:
        if _TABBED.fullmatch(line.strip(" \u3000")):
            rows.append(re.split(r"\t+", line.strip(" \u3000")))
            continue
        found += sentence(rows) if len(rows) > 1 else ["\t".join(row) for row in rows]
        rows = []
        found.append(line)
    return "\n".join(found[:-1])


def _is_head(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row names the columns: it has no figures, and those below have."""
    first, *rest = rows
    return (
        all(first[: len(max(rest, key=len))])
        and not any(re.search("[0-9一二三四五六七八九十]", _UNIT.sub("", cell)) for cell in first)
        and any(re.search("[0-9]", cell) for row in rest for cell in row)
    )


def _said(row: Sequence[str], head: Sequence[str] | None) -> Iterator[str]:
    for place, cell in enumerate(row):
        cell = cell.rstrip(_END)
        name = head[place] if head and place < len(head) else ""
        if not cell or _NUMBERS.fullmatch(name):
            continue
        unit = _UNIT.fullmatch(name)
        if unit:
            name = unit["name"]
            cell = _with_unit(cell, unit["unit"] + (unit["each"] or ""))
        yield f"{name}：{cell}" if name else cell


def _with_unit(cell: str, unit: str) -> str:
    """Put the unit of a column behind the figure of a cell that has none."""
    if not _BARE.fullmatch(cell):
        return cell
    end = list(re.finditer("[0-9]", cell))[-1].end()
    return cell[:end] + unit + cell[end:]
