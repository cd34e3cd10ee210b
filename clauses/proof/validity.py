"""Checks the term against the closing rules, in the words in which cities write it.

自2020年起，有效期3年 names years only: they are read as calendar years, which another reader may
doubt, so that a reading has to be named (A41 of 2020).
"""

from clauses.files import YamlFile
from clauses.model import Edition
from clauses.term_words import TermWords, read_term


def check_validity(file: YamlFile, edition: Edition) -> None:
    """Add a fault if the dates of the term do not follow from its words, or the text differs."""
    validity = edition.validity
    words = validity.words.zh
    if not any(words in part.zh for part in edition.closing):
        file.fault(("validity", "words", "zh"), "validity-words", words=words)
        return
    term = read_term(words)
    if term.begin is None and term.end is None:
        file.fault(("validity", "words", "zh"), "validity-unread", words=words)
        return
    if term.needs_publication and edition.announced is None:
        begins = term.begin.words if term.begin else ""
        file.fault(("validity", "words", "zh"), "validity-announced", words=begins)
        return
    if term.by_calendar_years and validity.reading is None:
        file.fault(("validity",), "validity-reading", words=words)
    _compare(file, edition, term)


def _compare(file: YamlFile, edition: Edition, term: TermWords) -> None:
    validity, words = edition.validity, edition.validity.words.zh
    first = term.first(edition.announced)
    if first is not None and term.begin and validity.from_ != first:
        file.fault(
            ("validity", "from"), "validity-from",
            found=validity.from_, words=term.begin.words, should=first,
        )  # fmt: skip
    last = term.last(first or validity.from_)
    if term.end is None and validity.to is not None:
        file.fault(("validity", "to"), "validity-no-end", found=validity.to, words=words)
    elif term.end is not None and validity.to != last:
        file.fault(
            ("validity", "to"), "validity-to",
            found=validity.to, words=term.end.words, should=last,
        )  # fmt: skip
