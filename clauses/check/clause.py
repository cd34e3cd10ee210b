"""A clause by itself: its number, its title, the mark of what is pending."""

import unicodedata

from clauses.check.places import claimable, texts
from clauses.files import YamlFile
from clauses.model import Clause


def check_clause(file: YamlFile, clause: Clause) -> None:
    """The text begins with its number and title, and carries the mark where it is pending."""
    if file.name.rpartition("/")[2] != f"{clause.number:02d}.yml":
        file.fault(
            ("number",),
            str(clause.number),
            "the number in the file's name",
            "rename the file or correct the number",
        )
    first = clause.paragraphs[0]
    for language, title, text, start in (
        ("zh", clause.title.zh, first.zh, f"{clause.number}、"),
        ("en", clause.title.en, first.en, f"{clause.number}. "),
    ):
        if not text.startswith(start):
            file.fault(
                ("paragraphs", 0, language),
                f"“{text[:12]}…”",
                f"a text that begins with “{start}”",
                "write the number as in the source",
            )
        if language == "zh" and title not in text:
            file.fault(
                ("title", "zh"),
                f"“{title}”",
                "the opening words of the first paragraph",
                "copy the title from the text",
            )
    for path, text in texts(clause):
        if unicodedata.normalize("NFC", text) != text:
            file.fault(
                path, "a text with split characters", "Unicode NFC", "type the character anew"
            )
    for index, paragraph in enumerate(clause.paragraphs):
        marked = "（补充核心政策条款）" in paragraph.zh
        if marked != (paragraph.status == "pending"):
            file.fault(
                ("paragraphs", index),
                f"status {paragraph.status}",
                "`status: pending` exactly where the text has （补充核心政策条款）",
                "set or remove the status",
            )
    for path, entry in claimable(clause):
        if not entry.id.startswith(f"{clause.number:02d}-"):
            file.fault(
                (*path, "id"),
                f"“{entry.id}”",
                f"an id that begins with {clause.number:02d}-",
                "correct the id",
            )
