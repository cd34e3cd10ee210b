"""The term of the new text: its words, its days, and its English."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clauses.english_figures import spelled_number
from clauses.model import Edition
from clauses.preparing.english import English
from clauses.preparing.translation import RevisedPassage, Translator
from clauses.preparing.words import day_in, words
from clauses.term_words import Dates, TermWords, read_term

_TERM = re.compile("有效期|有效|施行|实施|试行|执行|起")
_SUBJECT = re.compile("本[^自从，。有试于]{1,6}")


@dataclass(frozen=True)
class NewTerm:
    """The term of the new text."""

    zh: str
    en: str | None
    """None where the words cannot be put into English by rule."""
    label: str
    """The closing paragraph in which it is."""
    read: TermWords

    def days(self, announced: date, former: date) -> Dates:
        """Return the first and the last day; it begins on `former` where it does not say."""
        first = self.read.first(announced) or former
        return first, self.read.last(first)


def new_term(edition: Edition, closing: list[str], translator: Translator) -> NewTerm | None:
    """Find the words of the term in the closing rules; None if they name none."""
    for n, paragraph in enumerate(closing, 1):
        label = f"附则-{n}"
        for sentence in re.split("(?<=[。；])", paragraph):
            zh = _words(sentence)
            if zh is None:
                continue
            old = edition.validity.words
            if zh == old.zh or old.zh in sentence:
                return NewTerm(old.zh, old.en, label, read_term(old.zh))
            made = RevisedPassage(old.zh, old.en, zh)
            edits = translator.edits(made)
            english = English(old.en, edits).whole if edits is not None else _english(zh)
            return NewTerm(zh, english, label, read_term(zh))
    return None


def _words(sentence: str) -> str | None:
    """Return the words of a sentence from the first part that names a day or time to the last."""
    parts = sentence.rstrip("。；").split("，")
    telling = [
        n
        for n, part in enumerate(parts)
        if _TERM.search(part) and (read_term(part).begin or read_term(part).end)
    ]
    return "，".join(parts[telling[0] : telling[-1] + 1]) if telling else None


def _english(zh: str) -> str | None:
    """Say a term in English by rule: it begins on a day or with publication, and ends or lasts."""
    said, read = words()["term"], read_term(zh)
    subject = _SUBJECT.match(zh)
    name = said["subjects"].get(subject[0]) if subject else None
    if subject is not None and name is None:
        return None
    verb = "is" if name is None or name.startswith("This") else "are"
    parts = []
    if read.end is not None:
        trial = "试行" in zh
        if read.end.day is not None:
            parts.append(f"valid until {day_in('en', read.end.day)}")
        else:
            length = _length(read.end.months)
            if length is None:
                return None
            parts.append(
                f"implemented on a trial basis for {length}" if trial else f"valid for {length}"
            )
    if read.begin is not None:
        begin = _begin(read, said["begin"])
        if begin is None:
            return None
        parts.append(f"implemented {begin}")
    if zh.find("起") < zh.find(read.end.words if read.end else "起"):
        parts.reverse()
    joined = f" and {verb} ".join(parts)
    return f"{name or 'The policy'} {verb} {joined}"


def _begin(read: TermWords, said: dict[str, str]) -> str | None:
    begin = read.begin
    assert begin is not None
    if begin.day is not None:
        day = str(begin.day.year) if begin.whole_year else day_in("en", begin.day)
        return said["day"].format(day=day)
    what = next((word for word in said if word in begin.words), None)
    if what is None:
        return None
    if begin.days or begin.months:
        wait = f"{begin.days} days" if begin.days else f"{begin.months} months"
        return f"{wait} after {said[what].removeprefix('from ')}"
    return said[what]


def _length(months: int) -> str | None:
    number, unit = (months // 12, "year") if months % 12 == 0 else (months, "month")
    words_ = spelled_number(Decimal(number), "two")
    return None if words_ is None else f"{words_} {unit}{'s' if number != 1 else ''}"
