"""Puts the paragraphs of a printed text together again: page breaks, page numbers, footnotes.

A paragraph of the print may be cut by the end of a line or of a page, in the middle of a sentence,
with a page number or a footnote between its parts.
"""

import re
from dataclasses import dataclass, field

from clauses.revision.canonical import LookAlike, canonical, look_alikes

_PAGE_NUMBER = re.compile(
    r"[-–—―－·•\s]*(第?\s*[0-9０-９]{1,3}\s*页?(\s*[/共]\s*[0-9]{1,3}\s*页?)?)[-–—―－·•\s]*"
)
_RULE = re.compile(r"[-–—―─_＿]{3,}")
_FOOTNOTE = re.compile(r"^\s*(?:[¹²³⁴⁵⁶⁷⁸⁹①②③④⑤⑥⑦⑧⑨]|\[[0-9]\]|［[0-9]］|注[0-9]?[：:])")
_NUMERALS = "一二三四五六七八九十百"
HEADING = re.compile(rf"^(?:[{_NUMERALS}]+、|第[{_NUMERALS}0-9]+章)")
CLAUSE = re.compile(
    rf"^(?:(?P<figure>[0-9]{{1,3}})[、.．](?![0-9])|第(?P<numeral>[{_NUMERALS}]+|[0-9]+)条|（(?P<bracket>[{_NUMERALS}]+)）)"
)
_ENDS = tuple("。；：！？…")
_ENDING_BRACKET = re.compile(
    r"[（〔][^（）〔〕]*(?:（[^（）]*）)?[^（）〔〕]*(?:部门|单位|条款|征求意见|稿|收录)[^（）〔〕]*(?:（[^（）]*）)?[^（）〔〕]*[）〕]$"
)
_PERSONAL = re.compile("联系人|联系电话|联系方式|电话[:：]|手机")
_DEPARTMENT = re.compile(r"^[（〔]\s*(?:责任|牵头|主管)(?:部门|单位)")


@dataclass
class Healed:
    """The paragraphs of a text in the one form for comparison, and what was set aside."""

    paragraphs: list[str] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    joined: int = 0
    """Breaks within a paragraph."""
    page_numbers: int = 0
    left_out: int = 0
    """Lines with a person's name or telephone number: they are never kept."""
    look_alikes: list[LookAlike] = field(default_factory=list)


def heal(text: str) -> Healed:
    """Return the paragraphs of a printed text."""
    healed = Healed(look_alikes=look_alikes(text))
    into: list[str] | None = None  # where the line directly before went
    text = re.sub(r"(?<=[^\s])\f(?=[^\s])", "", text)  # a page that ends within a line
    lines = text.replace("\f", "\n\n").split("\n")
    full = _full_line(lines)
    filled = False  # whether the line directly before was as long as a line of the print is
    for line in lines:
        words = canonical(line)
        if not words or _RULE.fullmatch(words):
            into = None
        elif _PAGE_NUMBER.fullmatch(line) and not CLAUSE.match(words):
            healed.page_numbers += 1
        elif _PERSONAL.search(words) and not CLAUSE.match(words) and len(words) < 60:
            healed.left_out += 1
        elif _FOOTNOTE.match(line) and len(words) > 3:
            healed.footnotes.append(words)
            into = healed.footnotes
        elif into is healed.footnotes and not CLAUSE.match(words) and not HEADING.match(words):
            healed.footnotes[-1] += words
        elif healed.paragraphs and (
            _continues(healed.paragraphs[-1], words, into is not None)
            or (filled and into is healed.paragraphs and not _begins(words))
        ):
            healed.paragraphs[-1] += words
            healed.joined += 1
            into = healed.paragraphs
        else:
            healed.paragraphs.append(words)
            into = healed.paragraphs
        filled = bool(full) and len(line.strip()) >= full
    # what a break cut in two, such as 3,|000万元, is only whole now
    for index, words in enumerate(healed.paragraphs):
        healed.look_alikes += look_alikes(words)
        healed.paragraphs[index] = canonical(words)
    return healed


def _full_line(lines: list[str]) -> int:
    """Return the least length of a full line in a text with lines of one width; 0 in others."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    if not lengths:
        return 0
    width = lengths[len(lengths) * 9 // 10]
    near = sum(width - 3 <= length <= width + 2 for length in lengths)
    return width - 3 if width <= 70 and near * 5 >= len(lengths) * 2 else 0


def _begins(words: str) -> bool:
    return bool(CLAUSE.match(words) or HEADING.match(words))


def _continues(before: str, words: str, directly: bool) -> bool:
    """Tell whether a line goes on with the paragraph before it."""
    if _DEPARTMENT.match(words) or before.endswith(("，", "、")) or _opened(before):
        return True
    if before.endswith(_ENDS) or _ENDING_BRACKET.search(before):
        return False
    if _begins(words):
        # a number at the break of a page may belong to a sum: “不超过200万” / “元、100万元”
        return _body(before) and len(words) <= 6
    return _body(before) or (directly and len(before) > 25)


def _body(before: str) -> bool:
    """Tell whether a paragraph has sentences, so that without a full stop it must go on."""
    return bool(CLAUSE.match(before)) or len(before) > 40


def _opened(before: str) -> bool:
    """Tell whether a bracket or a quotation mark is still open."""
    return any(before.count(a) > before.count(b) for a, b in ("（）", "“”", "《》", "〔〕"))
