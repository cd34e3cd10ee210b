"""Carries the files of the former edition over to the new one, where they follow its clauses."""

from clauses.preparing.beside_clauses import Excuses, queries, topics
from clauses.preparing.case_files import carry_cases, carry_examples
from clauses.preparing.clause_files import ClauseWriter
from clauses.preparing.new_edition import NewEdition, Written
from clauses.preparing.overtaken import renumber_notes
from clauses.preparing.readings_file import ReadingsWriter
from clauses.preparing.term import NewTerm
from clauses.term_words import Dates


def carried(new: NewEdition, head: Written, span: Dates, term: NewTerm | None = None) -> Written:
    """Return every file of the new edition but its source, and what waits in them.

    `head` is its `policy.yml`; `span` has the first and the last day, which are those of the former
    edition where there is no new `term`.
    """
    made = ClauseWriter(new).write()
    made.notes += renumber_notes(made.files, new.plan)
    made.add(head)
    made.add(ReadingsWriter(new).write(term, span))
    made.add(Excuses(new).write())
    if (new.folder / "topics.yml").is_file():
        made.add(topics(new))
    if (new.folder / "search-queries.tsv").is_file():
        made.files["search-queries.tsv"] = queries(new.read("search-queries.tsv"), new.plan)
    if (new.folder / "examples").is_dir():
        made.add(carry_examples(new, span))
    if (new.folder / "cases").is_dir():
        made.files |= carry_cases(new, span)
    return made
