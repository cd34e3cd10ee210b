"""Checks that a paragraph lists the departments that it names at its end, in the same order.

The index by department and every “responsible department” on the site are based on this list.
"""

import re
from collections.abc import Mapping

from clauses.files import YamlFile
from clauses.model import Clause
from clauses.model.edition import Department

_NAMED_AFTER = re.compile("[（〔]责任(?:部门|单位)：")
"""Clause 38 says 责任单位, all others say 责任部门."""


def check_departments(
    file: YamlFile, clause: Clause, departments: Mapping[str, Department]
) -> None:
    """Add a fault for each paragraph whose list differs from its text, or names an unknown one."""
    known = {department.zh for department in departments.values()}
    for index, paragraph in enumerate(clause.paragraphs):
        for name in _names(paragraph.zh):
            if name not in known:
                file.fault(
                    ("paragraphs", index, "zh"),
                    "department-not-listed",
                    name=name,
                    known=[department.zh for department in departments.values()],
                )
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


def _names(text: str) -> list[str]:
    """Return the names in the bracket （责任部门：…）; a name may itself contain a bracket."""
    start = _NAMED_AFTER.search(text)
    if start is None:
        return []
    depth, names = 0, [""]
    for sign in text[start.end() :]:
        if sign in "）〕" and depth == 0:
            break
        depth += (sign == "（") - (sign == "）")
        if sign == "、" and depth == 0:
            names.append("")
        else:
            names[-1] += sign
    return names


def _named(text: str, departments: Mapping[str, Department]) -> list[str]:
    """Return the codes of the known departments that the text makes responsible, in its order."""
    at = {department.zh: code for code, department in departments.items()}
    return [at[name] for name in _names(text) if name in at]
