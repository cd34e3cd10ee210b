"""What the shape alone cannot say: references, completeness, quotes in their paragraphs."""

from clauses.check.awards import check_award
from clauses.check.clause import check_clause
from clauses.check.edition import ClauseFile, check_chapters, check_unique
from clauses.check.places import readings_of
from clauses.files import YamlFile
from clauses.model import Edition, Glossary, Readings


def check(
    edition_file: YamlFile,
    edition: Edition | None,
    readings_file: YamlFile,
    readings: Readings | None,
    glossary_file: YamlFile,
    glossary: Glossary | None,
    clauses: list[ClauseFile],
    numbers: set[int],
) -> None:
    """Note on each file what does not fit the others; nothing is raised and nothing changed.

    `clauses` are the clause files that could be read, `numbers` those of all that are there.
    """
    if edition is not None:
        check_chapters(edition_file, edition, clauses, numbers)
    check_unique(clauses, readings_file, readings, glossary_file, glossary)
    known_readings = {r.id for r in readings.readings} if readings else None
    known_departments = set(edition.departments) if edition else None
    awards = {award.id: award for _, clause in clauses for award in clause.awards}
    for file, clause in clauses:
        check_clause(file, clause)
        if known_departments is not None:
            for index, paragraph in enumerate(clause.paragraphs):
                for place, code in enumerate(paragraph.departments):
                    if code not in known_departments:
                        file.fault(
                            ("paragraphs", index, "departments", place),
                            f"“{code}”",
                            "a department of policy.yml: " + ", ".join(sorted(known_departments)),
                            "correct the code, or add the department to policy.yml",
                        )
        if known_readings is not None:
            for path, reading in readings_of(clause):
                if reading not in known_readings:
                    file.fault(
                        path,
                        f"“{reading}”",
                        "a reading of readings.yml",
                        "correct the number, or add the reading",
                    )
        for index, award in enumerate(clause.awards):
            check_award(file, ("awards", index), clause, award, awards)
