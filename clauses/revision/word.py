"""Reads a Word file (.docx): its paragraphs as Word shows them, with computed numbers.

A file whose tracked changes were neither accepted nor rejected is refused: it holds two texts at
once. Words hidden or struck through are left out and named; text boxes, tables, notes and formulas
are kept and named; a symbol or a picture that cannot be read is named.
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
from clauses.revision.tables import sentence
from clauses.revision.word_numbering import Numbering, W
from clauses.revision.word_styles import Styles, is_on
from clauses.revision.word_symbols import UNREAD, M, formula, symbol

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FALLBACK, _CHOICE = f"{_COMPATIBLE}Fallback", f"{_COMPATIBLE}Choice"
_TRACKED = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
_MARKS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOTES = ("footnote", "endnote")
_PICTURES = (f"{W}drawing", f"{W}pict", f"{W}object")
_UNREAD = "\ue000"
"""Stands for a symbol that cannot be read until its place in the paragraph is known."""
_AROUND = 8


@dataclass
class WordText:
    """The text of a Word file, a line for each paragraph, and what it holds beside plain text."""

    lines: list[str] = field(default_factory=list)
    beside: Counter[str] = field(default_factory=Counter)
    """How many of these it has: `table`, `text-box`, `footnote`, `endnote`, `numbered`, `comment`,
    `picture`."""
    hidden: list[str] = field(default_factory=list)
    """Hidden words, which were left out."""
    struck: list[str] = field(default_factory=list)
    """Words struck through, which were left out."""
    formulas: list[str] = field(default_factory=list)
    """Formulas, as they were read in one line."""
    tables: list[str] = field(default_factory=list)
    """Tables as they were read, row by row, behind the end of what stands above each."""
    unread: list[str] = field(default_factory=list)
    """The words around each symbol that cannot be read, with □ in its place."""

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
            for part in ("document", "styles", "numbering", "footnotes", "endnotes")
            if f"word/{part}.xml" in names
        }
    for part in ("document", "footnotes", "endnotes"):
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
        self.styles = Styles(parts.get("styles"))
        self.word = WordText()
        self.marks: dict[tuple[str, str], tuple[str, str]] = {}
        self.mark = 0
        self.boxes: list[str] = []

    def read(self) -> WordText:
        body = self.parts["document"].find(f"{W}body")
        for block in body if body is not None else ():
            self._block(block)
        for words in self.boxes:  # a box lies beside the text, not between its paragraphs
            self._add(words)
        for kind in _NOTES:
            if f"{kind}s" in self.parts:
                self._notes(kind, self.parts[f"{kind}s"])
        return self.word

    def _block(self, block: Element) -> None:
        if block.tag == f"{W}p":
            self._paragraph(block)
        elif block.tag == f"{W}tbl":
            self._table(block)
        elif block.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml"):
            for child in block:
                self._block(child)

    def _table(self, table: Element) -> None:
        self.word.beside["table"] += 1
        rows = list[list[str]]()
        for row in table.iter(f"{W}tr"):
            cells = list[str]()
            for cell in row.findall(f"{W}tc"):
                wide, merged = (cell.find(f"{W}tcPr/{W}{one}") for one in ("gridSpan", "vMerge"))
                words = " ".join(self._inline(p) for p in cell.iter(f"{W}p")).strip()
                if merged is not None and merged.get(f"{W}val") != "restart" and rows:
                    above = rows[-1][len(cells) : len(cells) + 1]  # one cell through several rows
                    words = words or "".join(above)
                span = int(wide.get(f"{W}val") or 1) if wide is not None else 1
                cells += [words, *[""] * (span - 1)]
            rows.append(cells)
        before = (self.word.lines or [""])[-1]
        lines = sentence(rows)
        for words in lines:
            self._add(words)
        if len(lines) < len(rows):
            self.word.tables.append(f"{before[-_AROUND:]}│{lines[-1]}")

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
        for at in (at for at, sign in enumerate(words) if sign == _UNREAD):
            around = words[max(at - _AROUND, 0) : at + _AROUND]
            self.word.unread.append(around.replace(_UNREAD, UNREAD).strip())
        if words.strip():
            self.word.lines.append(words.replace(_UNREAD, UNREAD))

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
            elif child.tag == f"{M}oMath":
                self.word.formulas.append(formula(child))
                yield self.word.formulas[-1]
            elif child.tag not in (_FALLBACK, f"{W}txbxContent", f"{W}pPr"):
                yield from self._pieces(child)

    def _run(self, run: Element) -> Iterator[str]:
        properties = run.find(f"{W}rPr")
        words = "".join(self._run_words(run))
        for left_out, names in (
            (self.word.hidden, ("vanish",)),
            (self.word.struck, ("strike", "dstrike")),
        ):
            if self.styles.on(run, *names):
                if words.strip():
                    left_out.append(words.replace(_UNREAD, UNREAD))
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
            elif child.tag == f"{W}sym":
                yield symbol(child).replace(UNREAD, _UNREAD)
            elif child.tag == f"{W}ruby":  # the words, without how they are spoken
                yield from (self._inline(base) for base in child.iter(f"{W}rubyBase"))
            elif child.tag == f"{_COMPATIBLE}AlternateContent":
                yield self._one_of(child)
            elif child.tag in _PICTURES:
                self._picture(child)
            elif child.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                self.mark += 1
                if is_on(child.get(f"{W}customMarkFollows", "0")):
                    own = _text(run)  # the mark that the author typed, in place of Word’s
                plain = unicodedata.normalize("NFKC", own.strip())
                mark = (plain if plain.isdecimal() else str(self.mark)).translate(_MARKS)
                kind = child.tag.removeprefix(W).removesuffix("Reference")
                self.marks[kind, child.get(f"{W}id") or ""] = mark, own
                yield mark
            elif child.tag == f"{W}commentReference":
                self.word.beside["comment"] += 1

    def _one_of(self, alternatives: Element) -> str:
        """Return the words of the first of some ways to show one thing that has any."""
        for way in (one for one in alternatives if one.tag in (_CHOICE, _FALLBACK)):
            words = "".join(self._run_words(way))
            if words or any(one.tag in _PICTURES for one in way):
                return words
        return ""

    def _picture(self, drawing: Element) -> None:
        """Count a picture, of whose words nothing is known; a text box is read elsewhere."""
        if not any(one.tag == f"{W}txbxContent" for one in drawing.iter()):
            self.word.beside["picture"] += 1

    def _notes(self, kind: str, root: Element) -> None:
        for note in root.iter(f"{W}{kind}"):
            mark, own = self.marks.get((kind, note.get(f"{W}id") or ""), ("", ""))
            if not mark:
                continue
            self.word.beside[kind] += 1
            words = "".join(self._inline(p) for p in note.iter(f"{W}p")).strip()
            self._add(mark + words.removeprefix(own.strip()).removeprefix(mark).strip())


def _text(run: Element) -> str:
    return "".join(child.text or "" for child in run if child.tag == f"{W}t")
