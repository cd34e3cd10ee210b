"""A revised text as an edition writes it: its passages, and `source.txt` with the differences."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from clauses.document.issuing import is_notice
from clauses.preparing.errors import PreparingError
from clauses.preparing.passage_diff import day_of
from clauses.print_forms import INVISIBLE, edition_form
from clauses.proof.alignment import align
from clauses.proof.privacy import private_data
from clauses.revision.document import Outline, outline
from clauses.revision.texts import ParsedText

LEFT_OUT = "（联系人及联系方式：个人信息，未收录）"
"""What `source.txt` has in the place of a line that names a person."""
_NUMBER = re.compile(r"^[^。，]{0,20}〔(?:19|20)[0-9]{2}〕[0-9]+号$")
_SUBTITLE = re.compile(r"^（[^（）]*）$")


@dataclass(frozen=True)
class ReceivedPassage:
    """One passage: its label, its words as an edition writes them, its lines in the print."""

    label: str
    zh: str
    lines: tuple[int, ...]


@dataclass(frozen=True)
class ReceivedClause:
    """A clause with its printed number and its paragraphs."""

    number: int
    paragraphs: tuple[str, ...]


@dataclass
class Received:
    """A whole text in the form of an edition."""

    letter: list[str] = field(default_factory=list)
    letter_labels: list[str] = field(default_factory=list)
    annex: str | None = None
    number: str | None = None
    title: str = ""
    subtitle: str | None = None
    preamble: str | None = None
    chapters: list[tuple[str, list[int]]] = field(default_factory=list)
    """Each chapter with the numbers of its clauses."""
    clauses: list[ReceivedClause] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    source: str = ""
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often the print differs from the passages, by kind and label."""
    moved: list[tuple[str, str]] = field(default_factory=list)
    """Footnotes: their label, and the passage behind which they are printed."""
    left_out: list[str] = field(default_factory=list)
    """The passages behind which a line that names a person was left out."""

    @property
    def days(self) -> list[date]:
        """The days that stand by themselves in the letter or at the end, as below a signature."""
        return [day for one in (*self.letter, *self.closing) if (day := day_of(one))]


def received(reading: ParsedText) -> Received:
    """Return a text as an edition writes it.

    Raises `PreparingError` if two clauses have one number, or if personal data is within the
    text.
    """
    return _Receiving(reading).receive()


class _Receiving:
    def __init__(self, reading: ParsedText) -> None:
        self.healed = reading.healed
        self.found: Outline = outline(reading.healed)
        self.raw = ["".join(c for c in line if c not in INVISIBLE) for line in self.healed.lines]
        self.text = Received()
        self.passages: list[ReceivedPassage] = []

    def receive(self) -> Received:
        numbers = [number for number, _ in self.found.clauses]
        if twice := [number for number, times in Counter(numbers).items() if times > 1]:
            raise PreparingError("prepare-numbers-twice", numbers=twice)
        self._front()
        self._clauses()
        self._end()
        self._source()
        told = private_data({"": self.text.source}, [LEFT_OUT])
        if told:
            what = dict(told[0].values)["what"]
            line = self.text.source.split("\n")[told[0].line - 1]
            where = next((n for n, raw in enumerate(self.raw, 1) if raw.strip() == line), 0)
            raise PreparingError("prepare-personal", what=what, line=where)
        return self.text

    def _front(self) -> None:
        text, found = self.text, self.found
        letter, number = list(found.letter), list[int]()
        if is_notice(self.healed.paragraphs[place] for place in letter):
            # its number is that of the document, and no letter’s own
            number = [place for place in letter if _NUMBER.match(self.healed.paragraphs[place])][:1]
        letter = [place for place in letter if place not in number]
        for n, place in enumerate(letter, 1):
            # a line that was left out keeps its number, as in the editions before
            first = self.healed.of_paragraph[place][0]
            label = f"函-{n + sum(line < first for line in self.healed.personal)}"
            text.letter.append(self._passage(label, [place]))
            text.letter_labels.append(label)
        if found.annex is not None:
            text.annex = self._passage("附件", [found.annex])
        title, subtitle = list[int](), list[int]()
        for place in found.head:
            words = self.healed.paragraphs[place]
            is_number = _NUMBER.match(words) and not number
            is_subtitle = _SUBTITLE.match(words) and title
            (number if is_number else subtitle if is_subtitle else title).append(place)
        if number:
            text.number = self._passage("文号", number)
        text.title = self._passage("标题", title) if title else ""
        text.subtitle = self._passage("副题", subtitle) if subtitle else None
        if found.preamble is not None:
            text.preamble = self._passage("引言", [found.preamble])

    def _clauses(self) -> None:
        chapters = list(self.found.chapters)
        for number, paragraphs in self.found.clauses:
            while chapters and chapters[0] < paragraphs[0][0]:
                self._chapter(chapters.pop(0))
            if self.text.chapters:
                self.text.chapters[-1][1].append(number)
            words = [
                self._passage(f"{number}.{n}", places) for n, places in enumerate(paragraphs, 1)
            ]
            self.text.clauses.append(ReceivedClause(number, tuple(words)))

    def _chapter(self, place: int) -> None:
        label = f"章{len(self.text.chapters) + 1}"
        self.text.chapters.append((self._passage(label, [place]), []))

    def _end(self) -> None:
        for n, place in enumerate(self.found.closing, 1):
            self.text.closing.append(self._passage(f"附则-{n}", [place]))
        for n, lines in enumerate(self.healed.of_footnote, 1):
            self.text.footnotes.append(self._words(f"脚注{n}", lines))

    def _passage(self, label: str, places: Iterable[int]) -> str:
        return self._words(label, [n for p in places for n in self.healed.of_paragraph[p]])

    def _words(self, label: str, lines: Sequence[int]) -> str:
        zh = edition_form("".join(self._broken(lines)))
        self.passages.append(ReceivedPassage(label, zh, tuple(lines)))
        return zh

    def _broken(self, lines: Sequence[int]) -> Iterator[str]:
        """Yield lines with the breaks between them: one, or two where something stood between."""
        for before, line in zip((None, *lines), lines, strict=False):
            if before is not None:
                yield "\n" if line == before + 1 else "\n\n"
            yield self.raw[line].strip()

    def _source(self) -> None:
        """Write the source: each passage in its lines, footnotes behind the passage above them."""
        notes = [one for one in self.passages if one.label.startswith("脚注")]
        rest = [one for one in self.passages if one not in notes]
        rest.sort(key=lambda one: one.lines[0])
        personal = list(self.healed.personal)
        blocks: list[str] = []
        for n, passage in enumerate(rest):
            blocks.append(self._print(passage))
            end = rest[n + 1].lines[0] if n + 1 < len(rest) else len(self.raw)
            if any(line < end for line in personal):
                blocks.append(LEFT_OUT)
                self.text.left_out.append(passage.label)
            personal = [line for line in personal if line >= end]
            for note in [note for note in notes if note.lines[0] < end]:
                notes.remove(note)
                if n + 1 < len(rest):
                    self.text.moved.append((note.label, passage.label))
                blocks.append(self._print(note))
        self.text.source = "\n\n".join(blocks) + "\n"

    def _print(self, passage: ReceivedPassage) -> str:
        """Return a passage as printed, and count what differs; a torn figure is put together."""
        printed = "".join(self._broken(passage.lines))
        for words in (printed, "".join(printed.split("\n")), passage.zh):
            done = align(passage.zh, words, 0)
            if done.whole and not words[done.end :].strip():
                self.text.counts.update(
                    {(kind, passage.label): n for kind, n in done.kinds.items()}
                )
                return words
        return passage.zh
