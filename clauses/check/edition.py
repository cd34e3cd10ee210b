"""Checks that every clause is in a chapter and every name is unique."""

import re

from clauses.check.places import claimable
from clauses.draft_names import DRAFT_NAMES
from clauses.edition_files import EditionFiles, ModelFile
from clauses.files import YamlFile, number_of
from clauses.key_path import KeyPath
from clauses.messages import phrase
from clauses.model import Edition, Glossary

_OF_ONE_EDITION = re.compile(
    rf"(?<![》法])第[0-9]+(?:[、和至][0-9]+)*条|{DRAFT_NAMES}|\b[Cc]lauses? [0-9]+|\bdraft\b"
)
"""Words for what another edition may number or call otherwise."""


def check_chapters(files: EditionFiles, edition: Edition) -> None:
    """Check that each clause is in one chapter, in ascending order, and that listed ones exist."""
    file, numbers = files.edition, files.numbers
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
    for clause_file, clause in files.read:
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


def check_numbers(files: EditionFiles, edition: Edition) -> None:
    """Check that readings and oddities name existing clauses."""
    listed = {number for chapter in edition.chapters for number in chapter.clauses}
    known = files.numbers | listed
    lists: list[tuple[YamlFile, str, list[list[int]]]] = [
        (files.edition, "oddities", [entry.clauses for entry in edition.oddities])
    ]
    if (readings := files.readings.held) is not None:
        lists.append((files.readings, "readings", [r.clauses for r in readings.readings]))
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


def check_unique(files: EditionFiles) -> None:
    """Check that keys of clauses and chapters, award ids, readings and terms are unique."""
    edition, readings, glossary = files.edition.held, files.readings.held, files.glossary.held
    seen: dict[str, str] = {}

    def once(file: YamlFile, path: KeyPath, what: str, name: str) -> None:
        first = seen.setdefault(f"{what} {name}", f"{file.name}:{file.line(path)}")
        if first != f"{file.name}:{file.line(path)}":
            file.fault(path, "name-twice", name=name, first=first, what=phrase(what))

    for file, clause in files.read:
        once(file, ("key",), "clause-key", clause.key)
        for path, entry in claimable(clause):
            once(file, (*path, "id"), "award-id", entry.id)
    for index, chapter in enumerate(edition.chapters if edition else []):
        once(files.edition, ("chapters", index, "key"), "chapter-key", chapter.key)
    for index, reading in enumerate(readings.readings if readings else []):
        once(files.readings, ("readings", index, "id"), "reading", reading.id)
        if reading.recommended > len(reading.options):
            files.readings.fault(
                ("readings", index, "recommended"),
                "option-unknown",
                number=reading.recommended,
                most=len(reading.options),
            )
    for index, term in enumerate(glossary.terms if glossary else []):
        once(files.glossary, ("terms", index, "key"), "term-key", term.key)
        once(files.glossary, ("terms", index, "zh"), "term", term.zh)


def check_notes(file: ModelFile[Glossary]) -> None:
    """Check that the notes of the glossary, which all editions share, speak of no single one."""
    for index, term in enumerate(file.held.terms if file.held else ()):
        note = term.note
        for language, words in (("zh", note.zh), ("en", note.en)) if note else ():
            if match := _OF_ONE_EDITION.search(words):
                path = ("terms", index, "note", language)
                file.fault(path, "note-of-one-edition", words=match[0])
