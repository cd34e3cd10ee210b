"""Checks what the models cannot express: references, completeness, quotes in their paragraphs."""

from collections.abc import Collection

from clauses.check.awards import check_award
from clauses.check.clause import check_clause
from clauses.check.departments import check_departments
from clauses.check.edition import (
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
from clauses.check.without_sum import check_without_sum
from clauses.edition_files import EditionFiles
from clauses.faults import Fault


def check(files: EditionFiles, translated: Collection[str] = ()) -> frozenset[Fault]:
    """Add a fault to each file for everything that does not fit the others; changes nothing else.

    `translated` names clause files in which the two languages are not compared. Returns a fault for
    each entry of the files common to all editions that this one does not need.
    """
    edition, readings = files.edition.held, files.readings.held
    if edition is not None:
        check_chapters(files, edition)
        check_name(files.edition, edition)
        check_numbers(files, edition)
        if files.is_whole:
            check_oddities(files, edition)
    check_unique(files)
    check_notes(files.glossary)
    known_readings = {r.id for r in readings.readings} if readings else None
    known_departments = set(edition.departments) if edition else None
    for file in files.clauses:
        check_references(file, known_departments, known_readings)
    awards = {award.id: award for _, clause in files.read for award in clause.awards}
    named = AwardIds(files.clauses)
    for clause_file, clause in files.read:
        check_clause(clause_file, clause)
        check_without_sum(clause_file, clause)
        if edition is not None:
            check_departments(clause_file, clause, edition.departments)
        for index, award in enumerate(clause.awards):
            check_award(clause_file, ("awards", index), clause, award, awards, named)
    if readings is not None and files.is_whole:
        check_effects(files.readings, readings, awards)
    return check_translation(files, translated)
