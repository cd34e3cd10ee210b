"""The published policy as a whole text for the tests of revisions, and ways to print it."""

import re
from dataclasses import dataclass, replace
from functools import cache

from hypothesis import strategies as st

from clauses.revision.document import WholeText, of_edition
from tests.policy import compiled

NUMERALS = "一二三四五六七八九十"


@cache
def policy_text() -> WholeText:
    """The edition, in the one form for comparison."""
    return of_edition(compiled())


def without_letter(text: WholeText) -> WholeText:
    return replace(text, letter=())


@dataclass(frozen=True)
class Print:
    """How a text is printed."""

    indent: str = ""
    width: int = 0
    """Characters in a line; 0 for a line a paragraph."""
    page: int = 0
    """Lines of a page; 0 for one page."""
    page_number: str = "— {} —"
    running_head: str = ""
    """A line at the top of each page but the first; of two pages it stands once, like the text."""
    blank: bool = False
    """A blank line after each paragraph."""
    number: str = "{}、"
    chapter: str = "{}、"
    footnote_after: str = "招商服务机构给予一定奖励"
    """The paragraph after which the footnote stands: the one with these words."""


PRINTS = st.builds(
    Print,
    indent=st.sampled_from(["", "\u3000\u3000", "    "]),
    width=st.sampled_from([0, 20, 25, 28, 30, 33, 38, 44, 60]),
    page=st.sampled_from([0, 15, 22, 30]),
    page_number=st.sampled_from(["— {} —", "- {} -", "{}", "第 {} 页", "第{}页 共20页", "－{}－"]),
    running_head=st.sampled_from(
        ["", "宁波市推进制造业高质量发展的实施意见", "宁波市人民政府公报 2020年第3期"]
    ),
    blank=st.booleans(),
    number=st.sampled_from(["{}、", "{}.", "{}．", "第{}条\u3000"]),
    chapter=st.sampled_from(["{}、", "（{}）", "第{}章\u3000", "第{}部分：", "{}．"]),
    footnote_after=st.sampled_from(["招商服务机构给予一定奖励", "负责解释"]),
)


def printed(text: WholeText, way: Print) -> str:
    """Print a text without its letter."""
    lines: list[str] = []
    for words in _paragraphs(text, way):
        indented = words if words in text.head or words in text.footnotes else way.indent + words
        width = way.width or len(indented)
        lines += [indented[at : at + width] for at in range(0, len(indented), width)]
        if way.blank:
            lines.append("")
    return "\n".join(_paged(lines, way)) + "\n"


def _paragraphs(text: WholeText, way: Print) -> list[str]:
    found = [*text.head, text.preamble]
    # the chapters stand before the clauses that begin them, evenly spread: their place says nothing
    every = -(-len(text.clauses) // max(len(text.chapters), 1))
    for n, clause in enumerate(text.clauses):
        if n % every == 0 and n // every < len(text.chapters):
            place = n // every
            found.append(way.chapter.format(NUMERALS[place]) + text.chapters[place])
        first, *others = clause.paragraphs
        found += [way.number.format(clause.number) + first, *others]
    found += text.closing
    at = next(n for n, words in enumerate(found) if way.footnote_after in words)
    return [*found[: at + 1], *text.footnotes, *found[at + 1 :]]


def _paged(lines: list[str], way: Print) -> list[str]:
    if not way.page:
        return lines
    found: list[str] = []
    for n, line in enumerate(lines, 1):
        found.append(line)
        if n % way.page == 0:
            head = way.running_head if len(lines) >= 2 * way.page else ""
            found += ["", way.page_number.format(n // way.page), head, ""]
    return found


HALF_WIDTH = str.maketrans("（），：；", "(),:;")
FULL_WIDTH = str.maketrans("0123456789%", "０１２３４５６７８９％")


def spaced(text: str) -> str:
    """Put blanks beside figures, as word processors do."""
    return re.sub(r"(?<=[\u4e00-\u9fff])([0-9]+)(?=[\u4e00-\u9fff])", r" \1 ", text)
