"""Departments that a new text names: known, renamed or new.

A department that the glossary or the former edition has in English is ready-made; of any other the
English is asked once.
"""

from collections.abc import Iterator, Sequence

from clauses.check.translation_whole import UNTRANSLATED
from clauses.model import Edition, Glossary
from clauses.preparing.department_marks import Name
from clauses.preparing.paragraph_parts import ended, names_of
from clauses.preparing.received import ReceivedClause
from clauses.revision.canonical import canonical
from clauses.revision.comparison import Comparison
from clauses.terms_forms import chinese_forms


def names_in(
    comparison: Comparison, new: Sequence[ReceivedClause], edition: Edition, glossary: Glossary
) -> list[Name]:
    """Return each name that the new text makes responsible and the former edition does not know.

    A department is renamed where the text has its old name nowhere any more, and each clause that
    had it has the same new one in its place.
    """
    codes = {one.zh: code for code, one in edition.departments.items()}
    english = {form: term.en for term in glossary.terms for form in chinese_forms(term.zh)}
    keys = {form: term.key for term in glossary.terms for form in chinese_forms(term.zh)}
    came = dict.fromkeys(
        name for clause in new for name in _responsible(clause.paragraphs) if name not in codes
    )
    former = _renamed(comparison, new, list(codes), list(came))
    found = list[Name]()
    for number, zh in enumerate(came, 1):
        old = former.get(zh, "")
        code = codes[old] if old else keys.get(zh, f"new-department-{number}")
        mark = f"{UNTRANSLATED}-renamed-{code}" if old else f"{UNTRANSLATED}-{code}"
        was = edition.departments[code].en if old else ""
        found.append(Name(code, zh, english.get(zh, mark), old, was))
    return found


def _responsible(paragraphs: Sequence[str]) -> Iterator[str]:
    for paragraph in paragraphs:
        yield from names_of(ended(paragraph).departments)


def _renamed(
    comparison: Comparison, new: Sequence[ReceivedClause], known: list[str], came: list[str]
) -> dict[str, str]:
    """Return the former name of each department that was renamed throughout."""
    text = canonical("".join(paragraph for clause in new for paragraph in clause.paragraphs))
    pairs = list(_both(comparison))
    gone = [name for name in known if canonical(name) not in text]
    fits = [
        (old, now)
        for old in gone
        for now in came
        if any(canonical(old) in before for before, _ in pairs)
        and all((canonical(old) in one) == (canonical(now) in other) for one, other in pairs)
    ]
    olds, nows = [old for old, _ in fits], [now for _, now in fits]
    return {now: old for old, now in fits if olds.count(old) == 1 and nows.count(now) == 1}


def _both(comparison: Comparison) -> Iterator[tuple[set[str], set[str]]]:
    """Yield the departments of each pair of clauses, before and after."""
    for one in comparison.clauses:
        if one.pair.old is None or one.pair.new is None:
            continue
        yield (
            {name for n in one.pair.olds for name in comparison.old.clauses[n].departments},
            {name for n in one.pair.news for name in comparison.new.clauses[n].departments},
        )


def everywhere(text: str, names: Sequence[Name]) -> str:
    """Return our own words with the new names of renamed departments."""
    for name in names:
        if name.former:
            text = text.replace(name.former, name.zh).replace(name.former_en, name.en)
    return text
