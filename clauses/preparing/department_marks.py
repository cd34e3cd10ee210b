"""The marks that stand for the English name of a department until somebody writes it.

The name is written in one place, `departments` of `policy.yml`; `filled` puts it everywhere.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clauses.check.translation_whole import UNTRANSLATED
from clauses.faults import Fault
from clauses.preparing.pending import PendingEntry
from clauses.yaml12 import load

MARK = re.compile(rf"{UNTRANSLATED}-(new-department-[0-9]+|renamed-[a-z0-9-]+)\b")
PLACE = "departments."
"""The key of a department on the list of what waits, before its code."""
_ANY_NAME = "Bureau"
"""Stands for a name that is not written yet, where the rest of a text is proved."""
_COMMON = frozenset(
    ("the", "of", "and", "for", "ningbo", "municipal", "city", "bureau", "commission", "office",
     "department", "administration")
)  # fmt: skip


@dataclass(frozen=True)
class Name:
    """The name of a department that the former edition does not have."""

    code: str
    zh: str
    en: str
    """The mark, where nobody knows it in English."""
    former: str = ""
    """The department that has this name now, by its former name; empty for a new one."""
    former_en: str = ""

    @property
    def known(self) -> bool:
        """Whether its English is known."""
        return MARK.fullmatch(self.en) is None


def proved_as(text: str) -> str:
    """Return a text with some name in the place of each mark, for the check of all the rest."""
    return MARK.sub(_ANY_NAME, text)


def beside_marks(faults: Iterable[Fault], entries: Iterable[PendingEntry]) -> list[Fault]:
    """Return the faults without the marks of those departments whose names wait to be written."""
    waiting = {entry.key.removeprefix(PLACE) for entry in entries if entry.key.startswith(PLACE)}
    return [fault for fault in faults if _code_of(fault) not in waiting]


def _code_of(fault: Fault) -> str:
    """Return the code of the department whose mark a fault tells; empty for any other fault."""
    words = dict(fault.values).get("words", "") if fault.code == "unfinished" else ""
    match = MARK.fullmatch(str(words))
    return match[1].removeprefix("renamed-") if match else ""


def filled(files: Mapping[str, str]) -> dict[str, str]:
    """Return the files that change when the names written in `policy.yml` are put everywhere.

    A new department gets a lasting code after its name, in the place of `new-department-1`.
    """
    try:
        departments = load(files["policy.yml"])["departments"]
        written = {code: str(held["en"]).strip() for code, held in departments.items()}
    except (KeyError, TypeError, AttributeError, ValueError):
        return {}  # the check tells what is wrong with it
    made = dict(files)
    for code, name in written.items():
        if not name or UNTRANSLATED in name:
            continue
        marks = {f"{UNTRANSLATED}-{code}", f"{UNTRANSLATED}-renamed-{code}"}
        lasting = _code(name, set(written)) if code.startswith("new-department-") else code
        for file, text in made.items():
            for mark in marks:
                text = re.sub(rf"{mark}(?![a-z0-9-])", lambda _: name, text)  # noqa: B023
            if lasting != code:
                text = re.sub(rf"(?<![a-z0-9-]){code}(?![a-z0-9-])", lasting, text)
            made[file] = text
    return {file: text for file, text in made.items() if text != files[file]}


def _code(name: str, taken: set[str]) -> str:
    """Return a code after an English name, without the words that all of them have."""
    words = re.findall("[a-z0-9]+", name.lower())
    kept = [word for word in words if word not in _COMMON] or words
    code = "-".join(kept[:4])
    if not re.match("[a-z]", code):
        code = f"department-{code}".rstrip("-")
    number, unique = 2, code
    while unique in taken:
        unique, number = f"{code}-{number}", number + 1
    return unique
