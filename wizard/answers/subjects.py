"""Which entries are about the same thing: a choice of the applicant, never likeness of names."""

import unicodedata

from answers.state import State, Subject


class Subjects:
    """The subject of every entry, by the name under which the engine compares them."""

    def __init__(self, state: State) -> None:
        self._subjects: dict[str, Subject] = {entry.id: entry.subject for entry in state.entries}
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
        """Return the name of what an entry is about."""
        return self._names[self._owner(id_)]

    def _owner(self, id_: str) -> str:
        """Follow “the same as” to the entry that names it; a circle ends where it began."""
        seen = [id_]
        while (same := self._subjects[seen[-1]].same) in self._subjects and same not in seen:
            assert same is not None
            seen.append(same)
        return seen[-1] if same is None or same not in seen else min(seen[seen.index(same) :])
