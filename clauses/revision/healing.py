"""Puts the paragraphs of a printed text together again: page breaks, page numbers, footnotes.

A paragraph of the print may be cut by the end of a line or of a page, in the middle of a sentence,
with a page number or a footnote between its parts.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from unicodedata import east_asian_width

from clauses.revision.canonical import LookAlike, canonical, canonical_line, look_alikes
from clauses.revision.clause_number import HEADING, NUMBER
from clauses.revision.imprint import apart, imprint, running_heads
from clauses.revision.tables import with_sentences

_PAGE_NUMBER = re.compile(
    r"[-–—―－·•\s]*(?:第?\s*[0-9０-９]{1,3}\s*页?|第[一二三四五六七八九十百]{1,5}页)"
    r"(?:[\s，,]*[/／共]\s*[0-9０-９一二三四五六七八九十百]{1,5}\s*页?)?[-–—―－·•\s]*"
)
_UNIT = re.compile("[万亿元%％个家项台套户人年强倍亩]")
_RULE = re.compile(r"[-–—―─_＿]{3,}")
_FOOTNOTE = re.compile(
    r"^\s*(?:[¹²³⁴⁵⁶⁷⁸⁹]|(?P<circled>[①-⑨])|\[[0-9]\]|［[0-9]］|注[0-9]?[：:])(?!\s*[，。、；：])"
)
_MARK = re.compile(r"(?<=[^\s：；。，、（])[①-⑨]")
"""A circled number after a word: the mark of a footnote. Without one, ① begins an item."""
CLOSING = re.compile(
    r"^(?:[0-9]{1,3}、|第[一二三四五六七八九十百0-9]+条)?(?:本(?:政策|意见|实施意见|办法|措施|细则|若干意见|规定|通知)"
    r"|同一(?:项目|企业|单位|产品|事项|主体)|自[^，。]{2,12}起(?:施行|实施|试行)|以上(?:政策|条款|意见))"
)
"""The beginning of a closing rule: 本政策有效期…."""
_ENDS = tuple("。；：！？…")
_ENDING_BRACKET = re.compile(
    r"[（〔][^（）〔〕]*(?:（[^（）]*）)?[^（）〔〕]*(?:部门|单位|条款|征求意见|稿|收录)[^（）〔〕]*(?:（[^（）]*）)?[^（）〔〕]*[）〕]$"
)
_SUBTITLE = re.compile("（[^（）]{0,8}(?:稿|试行|暂行|草案)）")
_APART = re.compile(
    "(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日|[^。，]{1,20}〔(?:19|20)[0-9]{2}〕[0-9]+号|.{2,60}："
)
"""What no title goes on with, in a letter without indents: a day, a number, whom it is to."""
_CONTACT = re.compile("联系人|联系电话|联系方式|电话|手机")
_NAMED = re.compile(
    "(?:联系人|联系电话|联系方式|电话|手机(?:号码?)?)(?:（[^）]*）)?[:：]"
    "|^(?:联系人|联系电话|联系方式)(?!制度|机制)"
)
"""联系人：王某; not 建立联系人制度, or 手机终端 of a clause."""
_TELEPHONE = re.compile("[0-9][0-9-]{6,}")
_DEPARTMENT = re.compile(r"^[（〔]\s*(?:(?:责任|牵头|主管)(?:部门|单位)|[^（）]{2,4}核心政策条款)")


@dataclass
class Healed:
    """The paragraphs of a text in the one form for comparison, and what was set aside."""

    paragraphs: list[str] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    look_alikes: list[LookAlike] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    """The lines of the text as they were."""
    of_paragraph: list[list[int]] = field(default_factory=list)
    """The lines, by their places, of each paragraph, and in the same way those `of_footnote`."""
    of_footnote: list[list[int]] = field(default_factory=list)
    personal: list[int] = field(default_factory=list)
    """The lines with a person’s name or telephone number: they are never kept."""
    imprint: list[int] = field(default_factory=list)
    """The lines beside the text: 抄送, who printed it and when, and running heads."""


def heal(text: str) -> Healed:
    """Return the paragraphs of a printed text."""
    healed = Healed(look_alikes=look_alikes(text))
    into: list[str] | None = None  # where the line directly before went
    last: list[str] | None = None  # where the last line of words went
    text = re.sub(r"(?<=[^\s])\f(?=[^\s])", "", text)  # a page that ends within a line
    lines = with_sentences(apart(text.replace("\f", "\n\f\n"))).split("\n")
    ends = {n for n, line in enumerate(lines) if line == "\f" or _PAGE_NUMBER.fullmatch(line)}
    lines = [line.replace("\f", "") for line in lines]
    full, wide = _full_line(lines, len), _full_line(lines, _width)
    indents = bool(full or wide) and _indents(lines)
    filled = False  # whether the last line of words was as long as a line of the print is
    turned = False  # whether a page ended since
    healed.lines = lines
    marks = frozenset(_MARK.findall(text))
    plain = [canonical_line(line) for line in lines]
    clauses = [n for n, words in enumerate(plain) if NUMBER.match(words)]
    heads = running_heads(plain, ends, clauses)
    beside = imprint(plain, clauses)
    healed.imprint = sorted(beside | heads)
    for number, (line, words) in enumerate(zip(lines, plain, strict=True)):
        begins = _indented(line) if indents else _begins(words)
        if not words or _RULE.fullmatch(words) or number in beside:
            into = None
            continue
        figure = into is not None and _is_figure(
            healed.paragraphs, words, lines[number + 1 : number + 2]
        )
        if number in heads or (
            _PAGE_NUMBER.fullmatch(line) and not NUMBER.match(words) and not figure
        ):
            turned = True
            continue
        if _names_a_person(words):
            healed.personal.append(number)
        elif _is_footnote(line, marks) and len(words) > 3:
            healed.footnotes.append(words)
            healed.of_footnote.append([number])
            into = healed.footnotes
        elif last is healed.footnotes and _in_footnote(
            healed, words, into is not None, filled, turned, begins
        ):
            healed.footnotes[-1] += words
            healed.of_footnote[-1].append(number)
            into = healed.footnotes
        elif healed.paragraphs and _joins(
            healed.paragraphs[-1], words, into is healed.paragraphs, filled, turned,
            begins if indents else None,
        ):  # fmt: skip
            healed.paragraphs[-1] += words
            healed.of_paragraph[-1].append(number)
            into = healed.paragraphs
        else:
            healed.paragraphs.append(words)
            healed.of_paragraph.append([number])
            into = healed.paragraphs
        line = line.rstrip()
        filled = bool(full and len(line) >= full) or bool(wide and _width(line) >= wide)
        turned = False
        last = into
    # what a break cut in two, such as 3,|000万元, is only whole now
    for index, words in enumerate(healed.paragraphs):
        healed.look_alikes += look_alikes(words)
        healed.paragraphs[index] = canonical(words)
    healed.footnotes = [_footnote(words) for words in healed.footnotes]
    return healed


def _names_a_person(words: str) -> bool:
    """Tell whether a line gives whom to ask: a short one with a name or a telephone number."""
    if len(words) >= 60 or NUMBER.match(words) or not _CONTACT.search(words):
        return False
    bare = len(words) < 16 and not any(sign in words for sign in "，、。；")
    return bare or bool(_NAMED.search(words) or _TELEPHONE.search(words))


def _is_figure(paragraphs: Sequence[str], words: str, following: Sequence[str]) -> bool:
    """Tell whether a number on a line of its own is a figure: 最高, 500, 万元补助."""
    return (
        words.isdigit()
        and bool(paragraphs)
        and bool(re.search("[最高过于少到按的给、，予及和]$", paragraphs[-1]))
        and bool(following)
        and bool(_UNIT.match(following[0].strip()))
    )


def _joins(
    before: str, words: str, directly: bool, filled: bool, turned: bool, indented: bool | None
) -> bool:
    """Tell whether a line goes on with a paragraph; `indented` is None in a print without indents.

    Where each paragraph begins with an indent, a line without one goes on, whatever it begins with.
    """
    if _DEPARTMENT.match(words):
        return True
    if _SUBTITLE.fullmatch(words):
        return False
    if indented:
        return _opened(before) and not _begins(words)
    whole_line = filled and (directly or turned)
    if indented is False and whole_line:
        return True
    ended = _ended(before)
    begins = _begins(words) or (ended and bool(CLOSING.match(words)))
    if whole_line and not begins and not (turned and _ENDING_BRACKET.search(before)):
        return True
    return _continues(before, words, directly)


def _indents(lines: list[str]) -> bool:
    """Tell whether the paragraphs of a text with lines of one width begin with an indent."""
    starts = [_indented(line) for line in lines if line.strip()]
    return len(starts) / 10 <= sum(starts) <= len(starts) * 2 / 3


def _indented(line: str) -> bool:
    return line.startswith(("\u3000", "  ", "\t"))


def _is_footnote(line: str, marks: frozenset[str]) -> bool:
    note = _FOOTNOTE.match(line)
    return note is not None and (note["circled"] is None or note["circled"] in marks)


def _footnote(words: str) -> str:
    """Return a footnote in the form for comparison, without the 注： before its mark."""
    return re.sub("^注：(?=[¹²³⁴⁵⁶⁷⁸⁹])", "", canonical(words))


def _in_footnote(
    healed: Healed, words: str, directly: bool, filled: bool, turned: bool, begins: bool
) -> bool:
    """Tell whether a line goes on with the footnote before it.

    After the end of a page the paragraph above the footnote goes on, unless it was complete.
    """
    if begins or _begins(words) or CLOSING.match(words):
        return False
    if turned:
        above = healed.paragraphs[-1] if healed.paragraphs else ""
        return filled and _ended(above)
    return directly


def _full_line(lines: list[str], size: Callable[[str], int]) -> int:
    """Return the least size of a full line in a text with lines of one width; 0 in others."""
    sizes = sorted(size(line.rstrip()) for line in lines if line.strip())
    if not sizes:
        return 0
    width = sizes[len(sizes) * 9 // 10]
    near = sum(width - 3 <= one <= width + 2 for one in sizes)
    return width - 3 if width <= 140 and near * 5 >= len(sizes) * 2 else 0


def _width(line: str) -> int:
    """Return how wide a line is: a Chinese character is as wide as two Latin ones."""
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in line)


def _ended(before: str) -> bool:
    return before.endswith(_ENDS) or bool(_ENDING_BRACKET.search(before))


def _begins(words: str) -> bool:
    return bool(NUMBER.match(words) or HEADING.match(words))


def _continues(before: str, words: str, directly: bool) -> bool:
    """Tell whether a line goes on with the paragraph before it."""
    if before.endswith(("，", "、")) or (_opened(before) and not NUMBER.match(words)):
        return True
    if _ended(before) or (_heads(before) and _APART.fullmatch(words)):
        return False
    if _begins(words):
        # a number at the break of a page may belong to a sum: “不超过200万” / “元、100万元”
        return _body(before) and len(words) <= 6
    return _body(before) or (directly and len(before) > 25)


def _heads(before: str) -> bool:
    """Tell whether a paragraph is a title or a name, without any sentence."""
    return not (NUMBER.match(before) or any(sign in before for sign in "，。；"))


def _body(before: str) -> bool:
    """Tell whether a paragraph has sentences, so that without a full stop it must go on."""
    return bool(NUMBER.match(before)) or len(before) > 40


def _opened(before: str) -> bool:
    """Tell whether a bracket or a quotation mark was opened not long before, and is still open."""
    straight = before.count('"') % 2 == 1
    before = before[-120:]
    brackets = zip("（“《〔", "）”》〕", strict=True)
    return straight or any(before.count(a) > before.count(b) for a, b in brackets)
