"""Which entries are the same thing: a choice of the applicant, never likeness of names."""

import unicodedata
from collections.abc import Sequence

from answers.state import Subject


class Subjects:
    """Every entry of the form, by the name under which the engine compares it."""

    def __init__(self, subjects: Sequence[Subject]) -> None:
        self._subjects = {subject.id: subject for subject in subjects}
        self._names: dict[str, str] = {}
        self.renamed: dict[str, str] = {}
        """Entries whose name is another’s already, with the name that keeps them apart."""
        taken: set[str] = set()
        for id_, subject in self._subjects.items():
            if self._owner(id_) != id_:
                continue
            wanted = unicodedata.normalize("NFC", subject.name.strip()) or f"#{id_}"
            name, number = wanted, 1
            while name in taken:
                number += 1
                name = f"{wanted} ({number})"
            if number > 1:
                self.renamed[id_] = name
            taken.add(name)
            self._names[id_] = name

    def name(self, id_: str) -> str:
        """Return the name of an entry; empty for no entry."""
        return self._names[self._owner(id_)] if id_ in self._subjects else ""

    def _owner(self, id_: str) -> str:
        """Follow “the same as” to the entry that names it; a circle ends where it began."""
        seen = [id_]
        while (same := self._subjects[seen[-1]].same) in self._subjects and same not in seen:
            seen.append(same)
        return seen[-1] if same not in seen else min(seen[seen.index(same) :])
