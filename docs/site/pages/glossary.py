"""The glossary: every term in both languages, under the letter it begins with."""

from dataclasses import dataclass
from itertools import groupby

from pypinyin import Style, lazy_pinyin

from clauses.document import PolicyDocument, Term
from docs.site.language import Language


@dataclass(frozen=True)
class ShownTerm:
    """A term as the page lists it."""

    term: Term
    clauses: list[int]
    """The clauses whose Chinese text contains the term."""


def letters(policy: PolicyDocument, language: Language) -> list[tuple[str, list[ShownTerm]]]:
    """Return the terms by the first letter of their pinyin or English; digits come first."""
    shown = [
        (_key(term, language), ShownTerm(term, _clauses(policy, term))) for term in policy.glossary
    ]
    shown.sort(key=lambda pair: pair[0])
    return [
        (letter, [term for _, term in group])
        for letter, group in groupby(shown, key=lambda pair: pair[0][0])
    ]


def _key(term: Term, language: Language) -> tuple[str, str]:
    """Return the letter of a term and its sort key below that letter."""
    words = "".join(lazy_pinyin(term.zh, style=Style.TONE3)) if language.code == "zh" else term.en
    plain = "".join(c for c in words.lower() if c.isalnum() or c == " ")
    first = plain[:1].upper()
    return (first if "A" <= first <= "Z" else "0–9", plain)


def _clauses(policy: PolicyDocument, term: Term) -> list[int]:
    forms = term.zh.split(" / ")
    return [
        clause.number
        for clause in policy.clauses
        if any(form in paragraph.zh for paragraph in clause.paragraphs for form in forms)
    ]
