"""Which entries are the same subject: the applicant decides, never a similarity of names."""

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence

from answers.state import ENTERPRISE, FormSubject

_LONGEST = 960
"""Characters of a name for the engine, so that a number still fits behind it (`LONGEST_TEXT`)."""


class Subjects:
    """Every entry of the form, by the name that the engine compares.

    A subject without a name gets a code that is the same in every language: `#enterprise`, or its
    kind and its number within the kind, `#project-2`. The results put it into words
    (`results.naming`).
    """

    def __init__(self, subjects: Sequence[FormSubject]) -> None:
        self._owners = owners({subject.id: subject.same for subject in subjects})
        self._names: dict[str, str] = {}
        self.renamed: dict[str, str] = {}
        """Entries whose name was already taken, with the name that distinguishes them."""
        taken: set[str] = set()
        last: Counter[str] = Counter()
        counts: Counter[str] = Counter()
        for subject in subjects:
            unnamed = f"#{ENTERPRISE}"
            if subject.id != ENTERPRISE:
                counts[subject.kind] += 1
                unnamed = f"#{subject.kind}-{counts[subject.kind]}"
            if self._owners[subject.id] != subject.id:
                continue
            wanted = unicodedata.normalize("NFC", subject.name.strip())[:_LONGEST] or unnamed
            name = wanted
            while name in taken:
                last[wanted] += 1
                name = f"{wanted} ({last[wanted] + 1})"
            if name != wanted:
                self.renamed[subject.id] = name
            taken.add(name)
            self._names[subject.id] = name

    def name(self, id_: str) -> str:
        """Return the name of an entry, or an empty string if there is none."""
        return self._names[self._owners[id_]] if id_ in self._owners else ""


def owners(same: Mapping[str, str]) -> dict[str, str]:
    """Return, for each entry, the entry that “the same as” leads to; in a cycle, its first id.

    `same` maps each entry to the entry that it is the same as, or to an id that does not exist.
    """
    found: dict[str, str] = {}
    for id_ in same:
        path: dict[str, None] = {}
        at = id_
        while at not in found and at not in path and same[at] in same:
            path[at] = None
            at = same[at]
        if at in path:
            way = list(path)
            owner = min(way[way.index(at) :])
        else:
            owner = found.get(at, at)
        found |= dict.fromkeys([*path, at], owner)
    return found
