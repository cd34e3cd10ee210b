"""How long a sheet for approval is on paper, so that it is laid out on as few sides as it needs.

One side of A4 in both languages; else Chinese on the front and English on the back of one sheet,
which holds every award of the policy; only beyond that the front continues.
"""

from collections.abc import Iterator

from clauses.messages import Language as Code
from docs.site.approval import Sheet

SIDE = 285.0
"""Millimetres of a side of A4 for the sheet, without its margins and its signatures."""
_LINE, _ROW = 2.85, 0.9
"""The height of a line in millimetres, and what a row of the table takes besides its lines."""
_NAME, _SUM, _WHOLE = 25.0, 24.0, 74.0
"""Chinese characters that fit next to each other: in the first column, in the others, in all."""
_OTHERS = (12.0, 11.0, 24.0, 24.0)
"""The same of the columns of other changes: place, change, before, after."""
_LATIN = 0.5
_SMALLER = 0.83
"""The size of English compared with Chinese."""
_HEADINGS = 30.0
Codes = tuple[Code, ...]


def two_sided(sheet: Sheet) -> bool:
    """Whether the sheet is too long for one side in both languages."""
    return length(sheet, ("zh", "en")) > SIDE


def continues(sheet: Sheet) -> bool:
    """Whether even in Chinese alone it takes more than one side."""
    return two_sided(sheet) and length(sheet, ("zh",)) > SIDE


def length(sheet: Sheet, codes: Codes) -> float:
    """Return the length in millimetres in these languages, a little more rather than less."""
    lines = list(_rows(sheet, codes))
    return _HEADINGS + sum(_LINE * count + _ROW for count in lines)


def _rows(sheet: Sheet, codes: Codes) -> Iterator[float]:
    for award in sheet.awards:
        name = [f"{award.clause[code]} {award.name[code]}" for code in codes]
        sums = [
            _lines([sum_[code] for code in codes], codes, _SUM)
            for sum_ in (award.old, award.new)
            if sum_
        ]
        beside = max(sums, default=1.0)
        if award.further:
            more = [_told(one.told(code, "—") for one in award.further) for code in codes]
            beside += _lines(more, codes, _SUM * 2) + _ROW / _LINE
        yield max(_lines(name, codes, _NAME), beside)
    clauses = [_told(entry[code] for entry in sheet.clauses) for code in codes]
    if clauses[0]:
        yield _lines(clauses, codes, _WHOLE) + 1
    if sheet.others:
        yield 2
    for place, one in sheet.others:
        cells = zip((place, one.what, one.old, one.new), _OTHERS, strict=True)
        yield max(_lines([texts[code] for code in codes], codes, wide) for texts, wide in cells)


def _told(parts: Iterator[str]) -> str:
    return "; ".join(parts)


def _lines(words: list[str], codes: Codes, wide: float) -> float:
    """Return how many lines words take in a column of a width, in whole lines."""
    width = 0.0
    for code, text in zip(codes, words, strict=True):
        size = _SMALLER if code == "en" and len(codes) > 1 else 1.0
        width += size * sum(1.0 if ord(sign) > 0x2E80 else _LATIN for sign in text)
    return -(-width * 1.06 // wide) or 1.0
