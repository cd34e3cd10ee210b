"""The automatic numbers of a Word file: 一、 1. （一） 第一条, counted as Word counts them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from clauses.numerals import chinese

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHINESE = frozenset({
    "chineseCounting", "chineseCountingThousand", "ideographTraditional", "japaneseCounting",
    "taiwaneseCounting", "taiwaneseCountingThousand", "ideographDigital",
    "japaneseDigitalTenThousand",
})  # fmt: skip


@dataclass(frozen=True)
class _Level:
    form: str
    text: str
    start: int


class Numbering:
    """Counts the numbered paragraphs of a document, in their order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self.levels: dict[str, dict[int, _Level]] = {}
        self.lists: dict[str, str] = {}  # number of a list → what it is counted by
        self.starts: dict[tuple[str, int], int] = {}
        self.counts: dict[str, dict[int, int]] = {}
        self.styles = _styles(styles)
        if numbering is not None:
            self._read(numbering)

    def _read(self, numbering: Element) -> None:
        for abstract in numbering.iter(f"{W}abstractNum"):
            id_ = abstract.get(f"{W}abstractNumId") or ""
            self.levels[id_] = {
                int(level.get(f"{W}ilvl") or 0): _Level(
                    _value(level.find(f"{W}numFmt"), "decimal"),
                    _value(level.find(f"{W}lvlText"), ""),
                    int(_value(level.find(f"{W}start"), "1")),
                )
                for level in abstract.iter(f"{W}lvl")
            }
        for number in numbering.iter(f"{W}num"):
            id_ = number.get(f"{W}numId") or ""
            self.lists[id_] = _value(number.find(f"{W}abstractNumId"), "")
            for override in number.iter(f"{W}lvlOverride"):
                start = override.find(f"{W}startOverride")
                if start is not None:
                    self.starts[id_, int(override.get(f"{W}ilvl") or 0)] = int(_value(start, "1"))

    def number(self, paragraph: Element) -> str:
        """Return the number that Word writes before a paragraph; empty where it writes none."""
        place = self._place(paragraph)
        if place is None:
            return ""
        list_, level = place
        abstract = self.lists.get(list_, "")
        levels = self.levels.get(abstract, {})
        if level not in levels or levels[level].form in ("none", "bullet"):
            return ""
        counts = self.counts.setdefault(abstract, {})
        own = self.starts.pop((list_, level), None)
        if own is not None:
            counts[level] = own
        else:
            counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]

        def written(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            form = levels[at] if at in levels else levels[level]
            return _written(counts.get(at, form.start), form.form)

        return re.sub(r"%([1-9])", written, levels[level].text)

    def _place(self, paragraph: Element) -> tuple[str, int] | None:
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return None
        own = _list_of(properties)
        style = properties.find(f"{W}pStyle")
        inherited = self.styles.get(style.get(f"{W}val") or "") if style is not None else None
        list_ = own[0] if own and own[0] is not None else inherited[0] if inherited else None
        level = own[1] if own and own[1] is not None else (inherited[1] if inherited else None) or 0
        return None if list_ in (None, "0") else (str(list_), level)


_ListPlace = tuple[str | None, int | None]


def _list_of(properties: Element) -> _ListPlace | None:
    found = properties.find(f"{W}numPr")
    if found is None:
        return None
    list_, level = found.find(f"{W}numId"), found.find(f"{W}ilvl")
    return (
        list_.get(f"{W}val") if list_ is not None else None,
        int(level.get(f"{W}val") or 0) if level is not None else None,
    )


def _styles(styles: Element | None) -> Mapping[str, _ListPlace]:
    """Return the list of each paragraph style that numbers, its own or that of its base."""
    own: dict[str, _ListPlace] = {}
    bases: dict[str, str] = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        id_ = style.get(f"{W}styleId") or ""
        base = style.find(f"{W}basedOn")
        if base is not None:
            bases[id_] = base.get(f"{W}val") or ""
        properties = style.find(f"{W}pPr")
        place = _list_of(properties) if properties is not None else None
        if place is not None:
            own[id_] = place
    found: dict[str, _ListPlace] = {}
    for id_ in {*own, *bases}:
        at, seen = id_, set[str]()
        while at not in own and at in bases and at not in seen:
            seen.add(at)
            at = bases[at]
        if at in own:
            found[id_] = own[at]
    return found


def _value(element: Element | None, default: str) -> str:
    return element.get(f"{W}val", default) if element is not None else default


def _written(number: int, form: str) -> str:
    if form in _CHINESE or form.startswith("chinese") or form.startswith("ideograph"):
        return chinese(number)
    if form == "decimalZero":
        return f"{number:02}"
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (number - 1) % 26)
        return letter if form == "upperLetter" else letter.lower()
    if form == "decimalEnclosedCircle" and number <= 20:
        return chr(ord("①") + number - 1)
    return str(number)
