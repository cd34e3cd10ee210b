"""The departments of a paragraph are those that it names at its end, in the same order.

The index by department and every “responsible department” of the site rest on them.
"""

import re
from collections.abc import Mapping

from clauses.files import YamlFile
from clauses.model import Clause
from clauses.model.edition import Department

_NAMED_AFTER = re.compile("责任(?:部门|单位)：")
"""Clause 38 says 责任单位 where all others say 责任部门."""


def check_departments(
    file: YamlFile, clause: Clause, departments: Mapping[str, Department]
) -> None:
    """Note each paragraph that lists other departments than its text."""
    for index, paragraph in enumerate(clause.paragraphs):
        named = _named(paragraph.zh, departments)
        listed = list(paragraph.departments)
        if listed != named and all(code in departments for code in listed):
            file.fault(
                ("paragraphs", index, "departments"),
                "departments-other" if named else "departments-none",
                listed=listed,
                named=named,
                names=[departments[code].zh for code in named],
            )


def _named(text: str, departments: Mapping[str, Department]) -> list[str]:
    """Return the codes of the departments that the text makes responsible."""
    parts = _NAMED_AFTER.split(text, maxsplit=1)
    at = {code: parts[-1].find(department.zh) for code, department in departments.items()}
    found = [code for code, place in at.items() if place >= 0] if len(parts) > 1 else []
    return sorted(found, key=at.__getitem__)
