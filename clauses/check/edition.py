"""Checks that every clause is in a chapter and every name is unique."""

import re

from clauses.check.places import claimable
from clauses.files import YamlFile, number_of
from clauses.key_path import KeyPath
from clauses.messages import phrase
from clauses.model import Clause, Edition, Glossary, Readings

ClauseFile = tuple[YamlFile, Clause]
_OF_ONE_EDITION = re.compile(
    r"(?<![》法])第[0-9]+(?:[、和至][0-9]+)*条|草案|征求意见稿|\b[Cc]lauses? [0-9]+|\bdraft\b"
)
"""Words for what another edition may number or call otherwise."""


def check_chapters(
    file: YamlFile, edition: Edition, clauses: list[ClauseFile], numbers: set[int]
) -> None:
    """Check that each clause is in one chapter, in ascending order, and that listed ones exist."""
    listed = [number for chapter in edition.chapters for number in chapter.clauses]
    for number in sorted(set(listed) - numbers):
        index = next(i for i, c in enumerate(edition.chapters) if number in c.clauses)
        file.fault(
            ("chapters", index, "clauses"),
            "chapter-without-file",
            number=number,
            numbers=sorted(numbers),
            name=f"{number:02d}.yml",
        )
    for clause_file, clause in clauses:
        number = number_of(clause_file)
        if clause.number == number and number not in listed:
            clause_file.fault(("number",), "clause-in-no-chapter", number=number)
    if listed != sorted(set(listed)):
        file.fault(("chapters",), "chapter-order", numbers=listed)


def check_name(file: YamlFile, edition: Edition) -> None:
    """Check that the edition has the name of its folder."""
    folder = file.name.partition("/")[0]
    if edition.edition != folder:
        file.fault(("edition",), "edition-name", found=edition.edition, folder=folder)


def check_numbers(
    file: YamlFile,
    edition: Edition,
    readings_file: YamlFile,
    readings: Readings | None,
    numbers: set[int],
) -> None:
    """Check that readings and oddities name existing clauses; `numbers` are those of the files."""
    known = numbers | {number for chapter in edition.chapters for number in chapter.clauses}
    lists = [(file, "oddities", [entry.clauses for entry in edition.oddities])]
    if readings is not None:
        lists.append((readings_file, "readings", [r.clauses for r in readings.readings]))
    for where, key, entries in lists:
        for index, named in enumerate(entries):
            for place, number in enumerate(named):
                if known and number not in known:
                    where.fault(
                        (key, index, "clauses", place),
                        "clause-unknown",
                        found=number,
                        least=min(known),
                        most=max(known),
                    )


def check_unique(
    clauses: list[ClauseFile],
    edition_file: YamlFile,
    edition: Edition | None,
    readings_file: YamlFile,
    readings: Readings | None,
    glossary_file: YamlFile,
    glossary: Glossary | None,
) -> None:
    """Check that keys of clauses and chapters, award ids, readings and terms are unique."""
    seen: dict[str, str] = {}

    def once(file: YamlFile, path: KeyPath, what: str, name: str) -> None:
        first = seen.setdefault(f"{what} {name}", f"{file.name}:{file.line(path)}")
        if first != f"{file.name}:{file.line(path)}":
            file.fault(path, "name-twice", name=name, first=first, what=phrase(what))

    for file, clause in clauses:
        once(file, ("key",), "clause-key", clause.key)
        for path, entry in claimable(clause):
            once(file, (*path, "id"), "award-id", entry.id)
    for index, chapter in enumerate(edition.chapters if edition else []):
        once(edition_file, ("chapters", index, "key"), "chapter-key", chapter.key)
    for index, reading in enumerate(readings.readings if readings else []):
        once(readings_file, ("readings", index, "id"), "reading", reading.id)
        if reading.recommended > len(reading.options):
            readings_file.fault(
                ("readings", index, "recommended"),
                "option-unknown",
                number=reading.recommended,
                most=len(reading.options),
            )
    for index, term in enumerate(glossary.terms if glossary else []):
        once(glossary_file, ("terms", index, "key"), "term-key", term.key)
        once(glossary_file, ("terms", index, "zh"), "term", term.zh)


def check_notes(file: YamlFile, glossary: Glossary) -> None:
    """Check that the notes of the glossary, which all editions share, speak of no single one."""
    for index, term in enumerate(glossary.terms):
        note = term.note
        for language, words in (("zh", note.zh), ("en", note.en)) if note else ():
            if match := _OF_ONE_EDITION.search(words):
                path = ("terms", index, "note", language)
                file.fault(path, "note-of-one-edition", words=match[0])
