"""A paragraph in its parts: sentences, responsible departments, and the mark of what is to come."""

from dataclasses import dataclass

from clauses.revision.sentences import DEPARTMENTS, PLACEHOLDER, department_names


@dataclass(frozen=True)
class Ended:
    """A paragraph in three parts: its sentences, its departments, its mark."""

    body: str
    departments: str
    mark: str


def ended(paragraph: str) -> Ended:
    """Split a paragraph from what follows its sentences."""
    mark = PLACEHOLDER.search(paragraph)
    departments = DEPARTMENTS.search(paragraph)
    starts = [match.start() for match in (mark, departments) if match]
    return Ended(
        paragraph[: min(starts, default=len(paragraph))],
        departments[0] if departments else "",
        mark[0] if mark else "",
    )


def names_of(departments: str) -> list[str]:
    """Return the names in （责任部门：…）, in their order."""
    match = DEPARTMENTS.fullmatch(departments)
    return department_names(match["names"]) if match else []
