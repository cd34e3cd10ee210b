"""The parts of a whole text: letter, head, chapters, clauses with paragraphs, closing rules."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from clauses.document import Department, PolicyDocument
from clauses.document.issuing import DISCLOSED
from clauses.revision.canonical import canonical
from clauses.revision.clause_number import HEADING, NUMBER
from clauses.revision.figures import figures, numeral
from clauses.revision.healing import CLOSING, Healed
from clauses.revision.imprint import ANNEX
from clauses.revision.sentences import ITEM, parts, responsible, sentences

FEWEST = 5
"""A text with fewer numbered clauses is no policy of this kind."""
_CLOSING_WORDS = re.compile("施行|实施|有效期|解释|从高|不重复|试行|印发之日|同一项目")
_ANNEX = re.compile("附件[0-9]?[：:]?")
_ITSELF = re.compile("本(?:政策|意见|实施意见|办法|措施|细则)")
_DAY = re.compile("(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日")
_AMENDING = re.compile(
    r"原?第[一二三四五六七八九十百0-9]+条[^。]{0,40}(?:修改为|改为|调整为)|补充(?:意见|通知|规定)|(?:增加|删除)(?:一条|第[一二三四五六七八九十百0-9]+条)"
)


@dataclass(frozen=True)
class ClauseText:
    """One clause: its number as printed, its title and its paragraphs without the number."""

    number: int
    paragraphs: tuple[str, ...]
    key: str = ""
    """The lasting name; empty in a text that is no edition yet."""
    origins: tuple[str, ...] = ()
    """Keys of other clauses that, as the edition says, went into it, or that it came out of."""

    @cached_property
    def title(self) -> str:
        """The first sentence, if the clause begins with a short one and says more."""
        first, _, rest = parts(self.paragraphs[0]).body.partition("。")
        names = (
            bool(rest or self.paragraphs[1:])
            and len(first) <= 30
            and not figures(first)
            and "给予" not in first
        )
        return first if names else ""

    @cached_property
    def figures(self) -> frozenset[object]:
        """The figures of the clause, by what they measure and their value."""
        return frozenset((one.measure, one.value) for one in figures(self.whole))

    @cached_property
    def departments(self) -> frozenset[str]:
        """The responsible departments of all paragraphs."""
        return frozenset(name for one in self.paragraphs for name in parts(one).departments)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences without the title, unless there is nothing else."""
        found = tuple(words for one in self.paragraphs for words in sentences(parts(one).body))
        return tuple(words for words in found if words.rstrip("。") != self.title) or found

    @cached_property
    def whole(self) -> str:
        """All paragraphs in a row."""
        return "".join(self.paragraphs)


@dataclass(frozen=True)
class WholeText:
    """A text in its parts, each in the one form for comparison (`canonical`)."""

    letter: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    """Title, subtitle and what else comes before the preamble, such as the document number."""
    preamble: str = ""
    chapters: tuple[str, ...] = ()
    clauses: tuple[ClauseText, ...] = ()
    closing: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()
    named: frozenset[str] = frozenset()
    """The departments that the files of an edition name, in all their names."""
    doubts: tuple[str, ...] = ()
    """Codes of what is strange in the numbering: `numbers-skip`, `numbers-repeat`."""

    @cached_property
    def departments(self) -> frozenset[str]:
        """The names of all departments: those of the edition, and those that are responsible."""
        closing = (responsible(words) for words in self.closing)
        return self.named.union(*(clause.departments for clause in self.clauses), *closing)


def of_edition(policy: PolicyDocument) -> WholeText:
    """Return the text of an edition."""
    edition = policy.edition
    return WholeText(
        letter=tuple(canonical(part.zh) for part in edition.letter),
        head=tuple(canonical(part.zh) for part in (edition.title, edition.subtitle) if part),
        preamble=canonical(edition.preamble.zh),
        chapters=tuple(without_number(canonical(one.title.zh)) for one in edition.chapters),
        clauses=tuple(
            ClauseText(
                one.number,
                tuple(without_number(canonical(p.zh)) for p in one.paragraphs),
                one.key,
                tuple(one.from_),
            )
            for one in policy.clauses
        ),
        closing=tuple(canonical(part.zh) for part in edition.closing),
        footnotes=tuple(canonical(part.zh) for part in edition.footnotes),
        named=frozenset(
            canonical(name) for one in edition.departments.values() for name in names_of(one)
        ),
    )


def names_of(department: Department) -> Iterator[str]:
    """Yield 市经信局, 宁波市经济和信息化局 and 市经济和信息化局."""
    yield department.zh
    if department.full:
        full = department.full.zh
        yield from (full, full[full.find("市") :])


@dataclass(frozen=True)
class Outline:
    """Which paragraph of a text is what, by the places of the paragraphs."""

    letter: tuple[int, ...] = ()
    annex: int | None = None
    """The line 附件 between a letter and the text."""
    head: tuple[int, ...] = ()
    preamble: int | None = None
    chapters: tuple[int, ...] = ()
    clauses: tuple[tuple[int, tuple[tuple[int, ...], ...]], ...] = ()
    """Each clause: its number as printed, and the paragraphs of the print in each of its own."""
    closing: tuple[int, ...] = ()
    annexes: tuple[int, ...] = ()
    """What follows the text: a list of annexes, or the annexes themselves."""


def outline(healed: Healed) -> Outline:
    """Tell which paragraph is what; a text without numbered clauses has only a head."""
    end = _end(healed.paragraphs)
    paragraphs = healed.paragraphs[:end]
    starts = _clause_starts(paragraphs)
    if not starts:
        return Outline(head=tuple(range(len(paragraphs))))
    first = min(starts)
    chapters = [n for n in (first - 1,) if n >= 0 and _heads_chapter(paragraphs, n, starts)]
    letter, annex, head, preamble = _front(paragraphs[: first - len(chapters)])
    clauses: list[tuple[int, list[list[int]]]] = []
    closing: list[int] = []
    last = max((n for n in starts if not _is_closing_rule([paragraphs[n]])), default=max(starts))
    for index in range(first, len(paragraphs)):
        words = paragraphs[index]
        if index in starts:
            clauses.append((starts[index], [[index]]))
        elif _heads_chapter(paragraphs, index, starts):
            chapters.append(index)
        elif index > last and (closing or _closes(words) or _about_itself(words)):
            closing.append(index)
        elif (ITEM.match(words) and not _ended(paragraphs[clauses[-1][1][-1][-1]])) or (
            paragraphs[index - 1].endswith("：") and words.endswith("。")
        ):  # （一） … within a clause, and a table: parts of one paragraph
            clauses[-1][1][-1].append(index)
        else:
            clauses[-1][1].append([index])
    while len(clauses) > 1 and _is_closing_rule(
        [paragraphs[place] for one in clauses[-1][1] for place in one]
    ):
        _, places = clauses.pop()
        closing[:0] = [place for one in places for place in one]
        if chapters and chapters[-1] > clauses[-1][1][-1][-1]:
            chapters.pop()  # 附则
    return Outline(
        letter,
        annex,
        head,
        preamble,
        tuple(chapters),
        tuple((number, tuple(map(tuple, texts))) for number, texts in clauses),
        tuple(closing),
        tuple(range(end, len(healed.paragraphs))),
    )


def _end(paragraphs: Sequence[str]) -> int:
    """Return where the annexes of a text begin: behind a closing rule that follows its clauses."""
    clauses, closed = 0, False
    for place, words in enumerate(paragraphs):
        clauses += bool(NUMBER.match(words))
        closed = clauses >= FEWEST and (closed or _is_closing_rule([words]))
        if closed and ANNEX.match(words):
            return place
    return len(paragraphs)


def _heads_chapter(paragraphs: Sequence[str], place: int, starts: Collection[int]) -> bool:
    """Tell whether a line is the heading of a chapter, whether and however it is numbered.

    Without a number like those of chapters it comes right before a clause, after a whole sentence.
    """
    words = paragraphs[place]
    if len(words) > 40 or words.endswith("。") or HEADING.match(words):
        return len(words) <= 40 and not words.endswith("。")
    before = paragraphs[place - 1] if place else ""
    ended = before.endswith(("。", "）", "〕")) and (len(before) > 40 or NUMBER.match(before))
    return (
        place + 1 in starts and bool(ended) and not words.endswith(("；", "：", "，", "）", "〕"))
    )


def parse(healed: Healed) -> WholeText:
    """Split the paragraphs of a text; a text without numbered clauses has none."""
    found, paragraphs = outline(healed), healed.paragraphs

    def texts(places: Iterable[int]) -> tuple[str, ...]:
        return tuple(paragraphs[place] for place in places)

    return WholeText(
        texts(found.letter),
        texts(found.head),
        paragraphs[found.preamble] if found.preamble is not None else "",
        tuple(without_number(words) for words in texts(found.chapters)),
        tuple(
            ClauseText(
                number,
                tuple(
                    (words if n else without_number(words)) + "".join(map(_without_item, items))
                    for n, (words, *items) in enumerate(map(texts, places))
                ),
            )
            for number, places in found.clauses
        ),
        tuple(map(without_number, texts(found.closing))),
        tuple(healed.footnotes),
        doubts=tuple(_doubts([number for number, _ in found.clauses])),
    )


def _without_item(words: str) -> str:
    item = ITEM.match(words)
    return words[item.end() :] if item else words


def is_amending(paragraphs: Sequence[str]) -> bool:
    """Tell whether a text says what to change in another, and is no whole text itself."""
    text = "".join(paragraphs)
    return bool(_AMENDING.search(text)) and len(_clause_starts(paragraphs)) < 20


def _clause_starts(paragraphs: Sequence[str]) -> dict[int, int]:
    """Return where clauses start, with their numbers, by the one way of numbering that is used.

    Where one of the ways runs through (1、 to 41、, or 第一条 to 第四十一条), numbers of the other
    ways are parts of a clause, of the letter, or headings.
    """
    ways: dict[str, dict[int, int]] = {"figure": {}, "numeral": {}, "bracket": {}}
    for index, words in enumerate(paragraphs):
        if match := NUMBER.match(words):
            name = match.lastgroup or "figure"
            value = match[name]
            number = int(value) if value.isdigit() else numeral(value)
            ways[name][index] = number
    found = _without_lists(max(ways.values(), key=len), paragraphs)
    annex = max((n for n, words in enumerate(paragraphs) if _ANNEX.fullmatch(words)), default=-1)
    after = {index: number for index, number in found.items() if index > annex}
    # what a letter numbers before the line 附件, such as a list of what is enclosed, is no clause
    return after if 2 * len(after) > len(found) else found


def _without_lists(found: dict[int, int], paragraphs: Sequence[str]) -> dict[int, int]:
    """Leave out lists within a clause: numbers that begin again, where the clauses then go on.

    Where they begin again below the heading of a chapter, they are those of clauses.
    """
    kept: dict[int, int] = {}
    open_: dict[int, int] = {}  # of the last list, until the clauses go on
    number = item = 0
    for index, value in found.items():
        begins_again = value == 1 and number and not HEADING.match(paragraphs[index - 1])
        if value != number + 1 and (begins_again or (open_ and value == item + 1)):
            open_[index] = item = value
            continue
        if value == number + 1:
            open_ = {}
        kept[index] = number = value
    return dict(sorted((kept | open_).items()))


def _front(
    paragraphs: Sequence[str],
) -> tuple[tuple[int, ...], int | None, tuple[int, ...], int | None]:
    """Split what comes before the first chapter: letter, annex line, head, preamble."""
    rest = list(paragraphs)
    preamble = None
    if rest and len(rest[-1]) > 40:
        rest.pop()
        preamble = len(rest)
    places = range(len(rest))
    at = next((n for n in reversed(places) if _ANNEX.fullmatch(rest[n])), None)
    if at is not None:
        return tuple(places[:at]), at, tuple(places[at + 1 :]), preamble
    # a letter has sentences and an addressee; the head is titles and numbers only
    last = max((n for n in places if rest[n].endswith(("。", "："))), default=-1)
    if not any(rest[n].endswith("。") for n in places):  # an addressee below the title, no letter
        to = tuple(n for n in places if rest[n].endswith("："))
        return to, None, tuple(n for n in places if n not in to), preamble
    if last >= 0:  # and its day, below the name of the office, and whether it is made public
        below = (n for n in places if _DAY.fullmatch(rest[n]) or DISCLOSED.match(rest[n]))
        last = max(below, default=last)
    return tuple(places[: last + 1]), None, tuple(places[last + 1 :]), preamble


def _closes(words: str) -> bool:
    rule = CLOSING.match(words) and _CLOSING_WORDS.search(words)
    return bool(rule) and not parts(words).departments


def _is_closing_rule(paragraphs: Sequence[str]) -> bool:
    """Tell whether a numbered clause is a closing rule: 第四十二条 本意见自公布之日起施行."""
    words = "".join([without_number(paragraphs[0]), *paragraphs[1:]])
    return _closes(words) or _about_itself(words)


def _ended(words: str) -> bool:
    """Tell whether a paragraph has ended: with its departments or its mark."""
    found = parts(words)
    return bool(found.departments or found.placeholder) and words.endswith(("）", "〕"))


def _about_itself(words: str) -> bool:
    """Tell whether a paragraph after the last clause speaks of the policy, and of nobody's duty."""
    rule = _ITSELF.search(words) and _CLOSING_WORDS.search(words)
    return bool(rule) and not parts(words).departments


def without_number(words: str) -> str:
    """Leave out the number with which a paragraph or a heading begins."""
    number = NUMBER.match(words) or HEADING.match(words)
    return words[number.end() :] if number else words


def _doubts(numbers: Sequence[int]) -> list[str]:
    doubts = []
    if len(set(numbers)) < len(numbers):
        doubts.append("numbers-repeat")
    if sorted(set(numbers)) != list(range(1, len(set(numbers)) + 1)):
        doubts.append("numbers-skip")
    return doubts
