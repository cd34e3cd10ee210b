"""Reads a Word file (.docx): its paragraphs as Word shows them, with computed numbers.

A file whose tracked changes were neither accepted nor rejected is refused: it holds two texts at
once. Hidden text is left out and named; text boxes, tables and footnotes are kept and named.
"""

import io
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from clauses.revision.plain_text import LARGEST, TextError
from clauses.revision.word_numbering import Numbering, W

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TRACKED = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
_MARKS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_OFF = ("0", "false", "off")


@dataclass
class WordText:
    """The text of a Word file, a line for each paragraph, and what it holds beside plain text."""

    lines: list[str] = field(default_factory=list)
    beside: Counter[str] = field(default_factory=Counter)
    """How many of these it has: `table`, `text-box`, `footnote`, `numbered`, `comment`."""
    hidden: list[str] = field(default_factory=list)
    """Hidden words, which were left out."""

    @property
    def text(self) -> str:
        """All lines, with a blank line between two paragraphs."""
        return "\n\n".join(self.lines)


def read_word(content: bytes, name: str) -> WordText:
    """Read a Word file; raises `TextError` where it is none, or has tracked changes."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except zipfile.BadZipFile:
        raise TextError("word-damaged", name=name) from None
    with archive:
        names = set(archive.namelist())
        if "OFD.xml" in names:
            raise TextError("text-is-an-ofd-file", name=name)
        if "word/document.xml" not in names:
            raise TextError("word-no-document", name=name)
        if sum(entry.file_size for entry in archive.infolist()) > 10 * LARGEST:
            raise TextError("text-too-large", name=name, most=f"{LARGEST // 1_000_000} MB")
        parts = {
            part: _xml(archive, f"word/{part}.xml", name)
            for part in ("document", "styles", "numbering", "footnotes")
            if f"word/{part}.xml" in names
        }
    for part in ("document", "footnotes"):
        if part in parts:
            _refuse_tracked(parts[part], name)
    return _WordReader(parts).read()


def _xml(archive: zipfile.ZipFile, part: str, name: str) -> Element:
    try:
        return ElementTree.fromstring(archive.read(part))
    except (ElementTree.ParseError, zipfile.BadZipFile, OSError):
        raise TextError("word-damaged", name=name) from None


def _refuse_tracked(root: Element, name: str) -> None:
    found = [element for tag in _TRACKED for element in root.iter(tag)]
    # a mark in the properties of a paragraph is the paragraph's own end, inserted or deleted
    words = ["".join(t.text or "" for t in one.iter() if t.tag in (f"{W}t", f"{W}delText"))
             for one in found]  # fmt: skip
    if found:
        first = next((word for word in words if word), "")
        raise TextError("word-tracked", name=name, count=str(len(found)), first=first[:40])


class _WordReader:
    def __init__(self, parts: dict[str, Element]) -> None:
        self.parts = parts
        self.numbering = Numbering(parts.get("numbering"), parts.get("styles"))
        self.word = WordText()
        self.notes: dict[str, tuple[str, str]] = {}
        self.mark = 0
        self.boxes: list[str] = []

    def read(self) -> WordText:
        body = self.parts["document"].find(f"{W}body")
        for block in body if body is not None else ():
            self._block(block)
        for words in self.boxes:  # a box lies beside the text, not between its paragraphs
            self._add(words)
        if "footnotes" in self.parts:
            self._footnotes(self.parts["footnotes"])
        return self.word

    def _block(self, block: Element) -> None:
        if block.tag == f"{W}p":
            self._paragraph(block)
        elif block.tag == f"{W}tbl":
            self.word.beside["table"] += 1
            for row in block.iter(f"{W}tr"):
                cells = [" ".join(self._inline(p) for p in cell.iter(f"{W}p")).strip()
                         for cell in row.iter(f"{W}tc")]  # fmt: skip
                self._add("　".join(cell for cell in cells if cell))
        elif block.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml"):
            for child in block:
                self._block(child)

    def _paragraph(self, paragraph: Element) -> None:
        number = self.numbering.number(paragraph)
        if number:
            self.word.beside["numbered"] += 1
        boxes = list(self._boxes(paragraph))
        self._add(number + self._inline(paragraph))
        for box in boxes:
            self.word.beside["text-box"] += 1
            self.boxes += [self._inline(inner) for inner in box.iter(f"{W}p")]

    def _add(self, words: str) -> None:
        if words.strip():
            self.word.lines.append(words)

    def _boxes(self, element: Element) -> Iterator[Element]:
        for child in element:
            if child.tag == _FALLBACK:
                continue
            if child.tag == f"{W}txbxContent":
                yield child
            else:
                yield from self._boxes(child)

    def _inline(self, element: Element) -> str:
        return "".join(self._pieces(element))

    def _pieces(self, element: Element) -> Iterator[str]:
        for child in element:
            if child.tag == f"{W}r":
                yield from self._run(child)
            elif child.tag not in (_FALLBACK, f"{W}txbxContent", f"{W}pPr"):
                yield from self._pieces(child)

    def _run(self, run: Element) -> Iterator[str]:
        properties = run.find(f"{W}rPr")
        words = "".join(self._run_words(run))
        if properties is not None and _on(properties.find(f"{W}vanish")):
            if words.strip():
                self.word.hidden.append(words)
            return
        raised = properties.find(f"{W}vertAlign") if properties is not None else None
        if raised is not None and raised.get(f"{W}val") == "superscript":
            words = words.translate(_MARKS)
        yield words

    def _run_words(self, run: Element) -> Iterator[str]:
        own = ""
        for child in run:
            if child.tag == f"{W}t":
                words = child.text or ""
                yield words.removeprefix(own)
                own = own.removeprefix(words)
            elif child.tag in (f"{W}tab", f"{W}br", f"{W}cr"):
                yield " "
            elif child.tag == f"{W}noBreakHyphen":
                yield "-"
            elif child.tag == f"{W}footnoteReference":
                self.mark += 1
                if _on_value(child.get(f"{W}customMarkFollows", "0")):
                    own = _text(run)  # the mark that the author typed, in place of Word’s
                plain = unicodedata.normalize("NFKC", own.strip())
                mark = (plain if plain.isdecimal() else str(self.mark)).translate(_MARKS)
                self.notes[child.get(f"{W}id") or ""] = mark, own
                yield mark
            elif child.tag == f"{W}commentReference":
                self.word.beside["comment"] += 1

    def _footnotes(self, root: Element) -> None:
        for note in root.iter(f"{W}footnote"):
            mark, own = self.notes.get(note.get(f"{W}id") or "", ("", ""))
            if not mark:
                continue
            self.word.beside["footnote"] += 1
            words = "".join(self._inline(p) for p in note.iter(f"{W}p")).strip()
            self._add(mark + words.removeprefix(own.strip()).removeprefix(mark).strip())


def _on(switch: Element | None) -> bool:
    return switch is not None and _on_value(switch.get(f"{W}val", "1"))


def _on_value(value: str) -> bool:
    return value not in _OFF


def _text(run: Element) -> str:
    return "".join(child.text or "" for child in run if child.tag == f"{W}t")
