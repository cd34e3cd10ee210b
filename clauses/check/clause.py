"""Checks a clause on its own: its number, its title, the mark of pending paragraphs."""

import re
import unicodedata

from clauses.check.places import texts
from clauses.files import YamlFile, number_of
from clauses.model import Clause
from clauses.numerals import chinese

_MARK = "（补充核心政策条款）"
_MARK_EN = re.compile(r"core provisions to be \w+", re.IGNORECASE)


def check_clause(file: YamlFile, clause: Clause) -> None:
    """Check that the text begins with number and title, and has the mark exactly if pending."""
    number = number_of(file)
    if clause.number != number:
        file.fault(("number",), "number-of-file", number=clause.number)
    first = clause.paragraphs[0]
    for language, text, starts in (
        ("zh", first.zh, _starts(number)),
        ("en", first.en, (f"{number}. ", f"Article {number}. ")),
    ):
        if not text.startswith(starts):
            at = ("paragraphs", 0, language)
            file.fault(at, "text-start", begins=text[:12], start=starts[0])
    if clause.title.zh not in first.zh:
        file.fault(("title", "zh"), "title-elsewhere", title=clause.title.zh)
    for path, text in texts(clause):
        if unicodedata.normalize("NFC", text) != text:
            file.fault(path, "split-characters")
    for index, paragraph in enumerate(clause.paragraphs):
        marked = _MARK in paragraph.zh
        if marked != (paragraph.status == "pending"):
            code = "mark-without-status" if marked else "status-without-mark"
            file.fault(("paragraphs", index), code)
        left = _MARK_EN.search(paragraph.en)
        if left and "核心政策条款" not in paragraph.zh:
            file.fault(("paragraphs", index, "en"), "mark-only-english", words=left[0])
    for index, line in enumerate(clause.lines):
        paragraph = clause.paragraphs[min(line.paragraph, len(clause.paragraphs)) - 1]
        if line.kind == "pending" and _MARK not in paragraph.zh:
            file.fault(("lines", index, "kind"), "pending-without-mark")


def _starts(number: int) -> tuple[str, ...]:
    """Return the ways in which texts number a clause: 3、 3. 第三条 第3条 （三）."""
    words = chinese(number)
    return (
        f"{number}、",
        f"{number}.",
        f"{number}．",
        f"第{words}条",
        f"第{number}条",
        f"（{words}）",
    )
