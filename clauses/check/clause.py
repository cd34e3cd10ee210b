"""Checks a clause on its own: its number, its title, the mark of pending paragraphs."""

import unicodedata

from clauses.check.places import claimable, texts
from clauses.files import YamlFile, number_of
from clauses.model import Clause


def check_clause(file: YamlFile, clause: Clause) -> None:
    """Check that the text begins with number and title, and has the mark exactly if pending."""
    number = number_of(file)
    if clause.number != number:
        file.fault(("number",), "number-of-file", number=clause.number)
    first = clause.paragraphs[0]
    for language, title, text, start in (
        ("zh", clause.title.zh, first.zh, f"{number}、"),
        ("en", clause.title.en, first.en, f"{number}. "),
    ):
        if not text.startswith(start):
            file.fault(("paragraphs", 0, language), "text-start", begins=text[:12], start=start)
        if language == "zh" and title not in text:
            file.fault(("title", "zh"), "title-elsewhere", title=title)
    for path, text in texts(clause):
        if unicodedata.normalize("NFC", text) != text:
            file.fault(path, "split-characters")
    for index, paragraph in enumerate(clause.paragraphs):
        marked = "（补充核心政策条款）" in paragraph.zh
        if marked != (paragraph.status == "pending"):
            code = "mark-without-status" if marked else "status-without-mark"
            file.fault(("paragraphs", index), code)
    for path, entry in claimable(clause):
        begin = f"{number:02d}-"
        if not entry.id.startswith(begin):
            file.fault((*path, "id"), "id-of-clause", id=entry.id, begin=begin)
