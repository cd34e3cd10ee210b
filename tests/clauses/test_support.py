"""Statements of support use words of support, and no text is under two keys of a clause."""

import re
from collections import Counter

from clauses.files import YamlFile
from clauses.folder import CLAUSES
from clauses.model import Clause
from tests.policy import EDITION

_WORDS = re.compile("支持|鼓励|培育")


def clauses() -> list[Clause]:
    """Every clause of the edition, as written in its file."""
    files = sorted((CLAUSES / EDITION).glob("[0-9][0-9].yml"))
    read = [YamlFile(path, CLAUSES).read(Clause) for path in files]
    return [clause for clause in read if clause is not None]


def test_words_of_support_say_that_they_support() -> None:
    quotes = [support.quote.zh for clause in clauses() for support in clause.support]
    assert len(quotes) > 20
    assert [quote for quote in quotes if not _WORDS.search(quote)] == []


def test_no_sentence_is_a_target_an_obligation_and_support_at_once() -> None:
    quotes: Counter[tuple[int, str]] = Counter()
    for clause in clauses():
        told = [entry.quote for entry in clause.targets]
        told += [entry.quote for entry in clause.obligations]
        told += [entry.quote for entry in clause.support]
        quotes.update((clause.number, quote.zh) for quote in told)
    assert [place for place, times in quotes.items() if times > 1] == []
