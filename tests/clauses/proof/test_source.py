"""The Chinese of the clause files is the source document, character for character.

Only what the printed page did to the text is set aside: line and page breaks, blanks beside
digits and Latin letters, half-width punctuation, and the place of the footnote.
"""

import re

from clauses import read_policy
from clauses.policy import EDITION, HERE

FULL_WIDTH = str.maketrans("(),:;", "（），：；")
CONTACT = "（联系人及联系方式：个人信息，未收录）"
"""Stands in the source document where the letter named a person; never published."""


def plain(text: str) -> str:
    """Set aside what the printed page did to a text."""
    return re.sub(r"\s", "", text.translate(FULL_WIDTH))


def test_the_files_put_together_are_the_source() -> None:
    policy = read_policy()
    edition = policy.edition
    clauses = {clause.number: clause for clause in policy.clauses}
    parts = [part.zh for part in edition.letter]
    parts += [edition.annex.zh, edition.title.zh, edition.subtitle.zh, edition.preamble.zh]
    for chapter in edition.chapters:
        parts.append(chapter.title.zh)
        parts += [p.zh for number in chapter.clauses for p in clauses[number].paragraphs]
    parts += [rule.zh for rule in edition.closing]

    source = plain((HERE / EDITION / "source.txt").read_text(encoding="utf-8"))
    footnote = plain(edition.footnote.zh)
    assert source.count(CONTACT) == 1
    assert source.count(footnote) == 1
    source = source.replace(CONTACT, "").replace(footnote, "")
    assert plain("".join(parts)) == source
