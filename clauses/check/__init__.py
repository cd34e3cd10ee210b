"""Checks what the models cannot express: references, completeness, quotes in their paragraphs."""

from collections.abc import Collection

from clauses.check.awards import check_award
from clauses.check.clause import check_clause
from clauses.check.departments import check_departments
from clauses.check.edition import (
    ClauseFile,
    check_chapters,
    check_name,
    check_notes,
    check_numbers,
    check_unique,
)
from clauses.check.effects import check_effects
from clauses.check.oddities import check_oddities
from clauses.check.places import AwardIds
from clauses.check.references import check_references
from clauses.check.translation import check_translation
from clauses.faults import Fault
from clauses.files import YamlFile, number_of
from clauses.model import Deviations, Edition, Glossary, Readings


def check(
    edition_file: YamlFile,
    edition: Edition | None,
    readings_file: YamlFile,
    readings: Readings | None,
    glossary_file: YamlFile,
    glossary: Glossary | None,
    deviations_file: YamlFile,
    deviations: Deviations | None,
    clauses: list[ClauseFile],
    files: list[YamlFile],
    others: list[YamlFile],
    translated: Collection[str] = (),
) -> frozenset[Fault]:
    """Add a fault to each file for everything that does not fit the others; changes nothing else.

    Returns a fault for each entry of the files common to all editions that this one does not need.

    `clauses` are the clause files that could be read, `files` all clause files, `others` further
    files whose two languages are compared; `translated` names clause files in which they are not.
    """
    if edition is not None:
        numbers = {number_of(file) for file in files}
        check_chapters(edition_file, edition, clauses, numbers)
        check_name(edition_file, edition)
        check_numbers(edition_file, edition, readings_file, readings, numbers)
        if len(clauses) == len(files):
            check_oddities(edition_file, edition, clauses)
    check_unique(clauses, edition_file, edition, readings_file, readings, glossary_file, glossary)
    if glossary is not None:
        check_notes(glossary_file, glossary)
    known_readings = {r.id for r in readings.readings} if readings else None
    known_departments = set(edition.departments) if edition else None
    for file in files:
        check_references(file, known_departments, known_readings)
    awards = {award.id: award for _, clause in clauses for award in clause.awards}
    named = AwardIds(files)
    for file, clause in clauses:
        check_clause(file, clause)
        if edition is not None:
            check_departments(file, clause, edition.departments)
        for index, award in enumerate(clause.awards):
            check_award(file, ("awards", index), clause, award, awards, named)
    if readings is not None and len(clauses) == len(files):
        check_effects(readings_file, readings, awards)
    compared = [file for file in files if file.name not in translated]
    texts = [edition_file, readings_file, glossary_file, deviations_file, *compared, *others]
    return check_translation(texts, edition, glossary_file, glossary, deviations_file, deviations)
