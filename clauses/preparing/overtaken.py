"""Our own words that the new text overtook: of a mark, a draft, or days of a term that are gone.

They are found by what they say, wherever they are; the words of the policy itself are left out.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Any

from clauses.draft_names import DRAFT_NAMES
from clauses.folder import CLAUSE
from clauses.key_path import KeyPath, scalars
from clauses.preparing.clause_references import follow_numbers, mentioned
from clauses.preparing.former_term import FormerTerm
from clauses.preparing.paragraph_parts import ended
from clauses.preparing.pending import Note, key_of, value_at
from clauses.preparing.plan import Plan
from clauses.preparing.writing import Files
from clauses.preparing.yaml_edit import YamlEdit
from clauses.yaml12 import load_shared

_OF_A_MARK = re.compile("补充核心政策条款|待补充|标“补充”|^pending$")
_OF_A_DRAFT = re.compile(f"{DRAFT_NAMES}|来函|该函|本稿")
_QUOTED = frozenset({"quote", "words", "paragraphs", "en"})
"""Keys below which the policy speaks, or which follow the Chinese."""
_FILES = ("readings.yml", "policy.yml", "unclaimed.yml")
_OWN = ("oddities",)
"""What of `policy.yml` is our own; its status is rewritten for each edition."""


@dataclass(frozen=True)
class Overtaken:
    """What the new text no longer has of the former one."""

    clauses: frozenset[int]
    """New clauses with a paragraph that lost its mark."""
    marks_left: bool
    issued: bool
    """Whether a draft became an issued text."""
    term: FormerTerm

    @staticmethod
    def of(plan: Plan, term: FormerTerm, *, issued: bool) -> "Overtaken":
        """Read from the plan where a mark 补充核心政策条款 is gone."""
        marks = {n: _marks(p.zh for p in one.paragraphs) for n, one in plan.old.items()}
        left = {one.number: _marks(p.zh for p in one.paragraphs) for one in plan.clauses}
        gone = (
            one.number
            for one in plan.clauses
            if left[one.number] < sum(marks[source] for source in one.sources)
        )
        return Overtaken(frozenset(gone), any(left.values()), issued, term)

    def notes(self, files: Files) -> Iterator[Note]:
        """Yield a note for each place whose words speak of what is gone.

        Where only days and years of the term are, the new ones are written.
        """
        for name, held in files.items():
            clause = CLAUSE.fullmatch(name)
            if not (clause or name in _FILES or name.startswith("examples/")):
                continue
            text = held.decode() if isinstance(held, bytes) else held
            data = load_shared(text)
            if name == "policy.yml":
                data = {key: data[key] for key in _OWN if key in data}
            edit = None
            for path, words in texts_in(data):
                gone = self._words({data["number"]} if clause else clauses_about(path, data))
                stale = gone is not None and bool(gone.search(words))
                if self.term.named_in(words):
                    edit = edit or YamlEdit(text)
                    followed = self._followed(edit, path)
                    stale = stale or not followed
                    if followed and not stale:
                        yield Note(name, key_of(path, data), "proposed", words, followed)
                if stale:
                    yield Note(name, key_of(path, data), "stale", words)
            if edit:
                files[name] = edit.written()

    def _followed(self, edit: YamlEdit, path: KeyPath) -> str:
        """Write the new days and years in both languages, and return the Chinese; "" if unsure."""
        *at, language = path
        english = (*at, "en")
        if language != "zh" or not edit.has(english):
            return ""
        made = self.term.followed(edit.value(path), edit.value(english))
        for one, now in zip((path, english), made or (), strict=False):
            edit.replace(one, now)
        return made[0] if made else ""

    def _words(self, about: set[int]) -> re.Pattern[str] | None:
        """Return what to look for in words about some clauses, or about the whole text."""
        mark = bool(self.clauses) and not (about and self.marks_left and not about & self.clauses)
        found = [_OF_A_MARK.pattern] * mark + [_OF_A_DRAFT.pattern] * self.issued
        return re.compile("|".join(found)) if found else None


def renumber_notes(files: Files, plan: Plan) -> Iterator[Note]:
    """Write the new numbers of clauses that notes and hints of clauses name.

    Yields a note where one of them is gone.
    """
    for name, held in files.items():
        text = held.decode() if isinstance(held, bytes) else held
        if not CLAUSE.fullmatch(name) or not mentioned(text):
            continue
        edit = YamlEdit(text)
        for path, words in texts_in(edit.data, but=_QUOTED - {"en"}):
            if follow_numbers(edit, path, plan):
                yield Note(name, key_of(path, edit.data), "stale", words)
        if (new := edit.written()) != text:
            files[name] = new


def _marks(paragraphs: Iterator[str]) -> int:
    return sum(bool(ended(words).mark) for words in paragraphs)


def texts_in(data: Any, but: Set[str] = _QUOTED) -> Iterator[tuple[KeyPath, str]]:
    """Yield the texts of a file with their paths, without those below some keys."""
    for path, held in scalars(data):
        if isinstance(held, str) and but.isdisjoint(path):
            yield path, held


def clauses_about(path: KeyPath, data: Any) -> set[int]:
    """Return the clauses that the entry of a list concerns: a reading, or an excused figure."""
    item = value_at(data, path[:2])
    if not isinstance(item, dict):
        return set()
    number = str(item.get("place", "")).partition(".")[0]
    return {*item.get("clauses", ()), *([int(number)] if number.isdigit() else [])}
