"""Finds the first occurrence of each glossary term in a paragraph, in both languages."""

import re
from dataclasses import dataclass
from functools import cache

from clauses.document import Paragraph, Term
from clauses.terms_forms import chinese_forms, english_forms

_EVERYWHERE = frozenset(("亿元 / 万元", "责任部门", "责任部门 / 责任单位"))
"""Terms in nearly every clause, which are not marked because they would clutter the text."""
_SHORT = 4
"""Shorter terms are marked only if the glossary has a note on them: 奖励, 试点."""


@dataclass(frozen=True)
class TermPlace:
    """The place of a term in a text."""

    start: int
    end: int
    term: int
    """The term's number in the glossary, from 1."""


class Terms:
    """The terms of a glossary, prepared for searching."""

    def __init__(self, glossary: list[Term]) -> None:
        self._chinese: dict[str, int] = {}
        self._english: dict[int, list[str]] = {}
        for number, term in enumerate(glossary, 1):
            if term.zh in _EVERYWHERE:
                continue
            for zh in term.zh.split(" / "):
                for form in chinese_forms(zh):
                    if len(form) >= _SHORT or term.note:
                        self._chinese.setdefault(form, number)
            said = [part for text in (term.en, *term.also) for part in (text, *text.split(" / "))]
            forms = dict.fromkeys(form for text in said for form in english_forms(text))
            self._english[number] = sorted(forms, key=len, reverse=True)
        longest_first = sorted(self._chinese, key=len, reverse=True)
        forms_found = "|".join(f"({_in_chinese(form)})" for form in longest_first)
        self._any = re.compile(forms_found or "(?!)")  # a glossary of short words finds none
        self._forms = longest_first

    def places(self, paragraph: Paragraph) -> tuple[list[TermPlace], list[TermPlace]]:
        """Return the places in the Chinese and in the English, in the order of each text.

        Only terms that were found in the Chinese are looked for in the English.
        """
        chinese: dict[int, TermPlace] = {}
        for found in self._any.finditer(paragraph.zh):
            assert found.lastindex is not None
            number = self._chinese[self._forms[found.lastindex - 1]]
            start, end = _balanced(paragraph.zh, found.start(), found.end())
            chinese.setdefault(number, TermPlace(start, end, number))
        english: list[TermPlace] = []
        for number in sorted(chinese, key=lambda n: -(chinese[n].end - chinese[n].start)):
            place = self._first(number, paragraph.en, english)
            if place is not None:
                english.append(place)
        return list(chinese.values()), sorted(english, key=lambda place: place.start)

    def _first(self, number: int, text: str, taken: list[TermPlace]) -> TermPlace | None:
        for form in self._english[number]:
            for found in _in_english(form).finditer(text.lower()):
                start, end = _whole(text, *found.span())
                if all(end <= other.start or start >= other.end for other in taken):
                    return TermPlace(start, end, number)
        return None


def _in_chinese(form: str) -> str:
    """Return a pattern for the form with or without quotation marks, which the text uses freely."""
    return "“?" + "[“”]?".join(map(re.escape, form)) + "”?"


def _balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out a quotation mark whose counterpart is outside."""
    words = text[start:end]
    if words.count("“") > words.count("”") and words.startswith("“"):
        return start + 1, end
    if words.count("”") > words.count("“") and words.endswith("”"):
        return start, end - 1
    return start, end


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Include the quotation mark or bracket whose counterpart is inside."""
    words = text[start:end]
    if words.count("”") > words.count("“") and text[start - 1 : start] == "“":
        start -= 1
    if words.count("(") > words.count(")") and text[end : end + 1] == ")":
        end += 1
    return start, end


@cache
def _in_english(form: str) -> re.Pattern[str]:
    """Return a pattern for a normalised form, which consists of stems: `centr` finds centres.

    It is for lower-case text, because a case-insensitive pattern takes twice as long to compile.
    """
    words = [
        "(?:[a-z’]+[ ,]+){0,12}?" if word == "…" else _stem_pattern(word.lower())
        for word in form.split(" ")
    ]
    return re.compile(r"(?<![a-z0-9])" + r"[^a-z0-9]{1,3}".join(words))


def _stem_pattern(stem: str) -> str:
    if not stem.isalpha():
        return re.escape(stem) + r"(?![0-9])"
    if stem.endswith("y"):
        return re.escape(stem[:-1]) + r"(?:y|ies)(?:’s)?(?![a-z])"
    return re.escape(stem) + r"(?:e|s|es|ed|ing|d)?(?:’s)?(?![a-z])"
