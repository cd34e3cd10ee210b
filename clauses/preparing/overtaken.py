"""Our own words that the new text overtook: of a mark, a draft, or days of a term that are gone.

They are found by what they say, wherever they stand; the words of the policy itself are left out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from clauses.folder import CLAUSE
from clauses.preparing.mapping import ended
from clauses.preparing.pending import Note
from clauses.preparing.plan import Plan
from clauses.preparing.template import day_in
from clauses.yaml12 import load

_OF_A_MARK = re.compile("补充核心政策条款|待补充|标“补充”|^pending$")
_OF_A_DRAFT = re.compile("草案|征求意见稿")
_QUOTED = frozenset({"quote", "words", "paragraphs", "en"})
"""Keys below which the policy speaks, or which follow the Chinese."""
_FILES = ("readings.yml", "policy.yml")
_OWN = ("oddities",)
"""What of `policy.yml` is our own; its status is written anew for each edition."""
_NAMES = ("id", "key")
Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class Overtaken:
    """What the new text no longer has of the former one."""

    clauses: frozenset[int]
    """New clauses with a paragraph that lost its mark."""
    marks_left: bool
    issued: bool
    """Whether a draft became an issued text."""
    days: tuple[date, ...]
    """The first and the last day of the former term, where the new one has others."""

    @staticmethod
    def of(plan: Plan, *, issued: bool, days: Iterable[date]) -> "Overtaken":
        """Read from the plan where a mark 补充核心政策条款 is gone."""
        marks = {n: _marks(p.zh for p in one.paragraphs) for n, one in plan.old.items()}
        left = {one.number: _marks(p.zh for p in one.paragraphs) for one in plan.clauses}
        gone = (
            one.number
            for one in plan.clauses
            if left[one.number] < sum(marks[source] for source in one.sources)
        )
        return Overtaken(frozenset(gone), any(left.values()), issued, tuple(days))

    def notes(self, files: Mapping[str, str | bytes]) -> Iterator[Note]:
        """Yield a note for each place whose words speak of what is gone."""
        for name, held in files.items():
            clause = CLAUSE.fullmatch(name)
            if not (clause or name in _FILES or name.startswith("examples/")):
                continue
            data = load(held.decode() if isinstance(held, bytes) else held)
            if name == "policy.yml":
                data = {key: data[key] for key in _OWN if key in data}
            for path, text in _texts(data):
                about = {data["number"]} if clause else {*_item(path, data).get("clauses", ())}
                words = self._words(about)
                if words and words.search(text):
                    yield Note(name, _key(path, data), "stale", text)

    def _words(self, about: set[int]) -> re.Pattern[str] | None:
        """Return what to look for in words about some clauses, or about the whole text."""
        mark = bool(self.clauses) and not (about and self.marks_left and not about & self.clauses)
        found = [_OF_A_MARK.pattern] * mark + [_OF_A_DRAFT.pattern] * self.issued
        found += (day_in("zh", day) for day in self.days)
        return re.compile("|".join(found)) if found else None


def _marks(paragraphs: Iterator[str]) -> int:
    return sum(bool(ended(words).mark) for words in paragraphs)


def _texts(value: Any, path: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in _QUOTED:
                yield from _texts(item, (*path, key))
    elif isinstance(value, list):
        for n, item in enumerate(value):
            yield from _texts(item, (*path, n))


def _item(path: Path_, data: Any) -> dict[str, Any]:
    """Return the entry of a list in which words stand; an empty one if they stand in none."""
    if len(path) < 2 or not isinstance(path[1], int):
        return {}
    item = data[path[0]][path[1]]
    return item if isinstance(item, dict) else {}


def _key(path: Path_, data: Any) -> str:
    """Return the place as the list of what waits names it: the entry that holds the words."""
    if len(path) < 2 or not isinstance(path[1], int):
        return str(path[0])
    item = _item(path, data)
    name = next((item[name] for name in _NAMES if name in item), path[1])
    return f"{path[0]}[{name}]"
