"""Which clauses a clause mentions, and which mention it.

The text of 2020 never refers to a clause by number; the questions, hints and notes of awards and
lines do, and so do the readings.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clauses.document import Award, Line, PolicyDocument, Reading

_CLAUSE = re.compile(r"第([0-9]+)条")


@dataclass(frozen=True)
class Mention:
    """A line of one clause whose explanation names another clause."""

    source: int
    entry: Award | Line
    target: int


def mentions(policy: PolicyDocument) -> list[Mention]:
    """Return every mention of another clause once, in the order of the text."""
    found = dict.fromkeys(
        (clause.number, entry.id, int(number))
        for clause in policy.clauses
        for entry in clause.entries
        for text in _explanations(entry)
        for number in _CLAUSE.findall(text)
    )
    entries = {entry.id: entry for clause in policy.clauses for entry in clause.entries}
    return [
        Mention(source, entries[id_], target) for source, id_, target in found if source != target
    ]


def beside(reading: Reading, number: int) -> list[int]:
    """Return the other clauses that a reading touches or names."""
    said = [reading.point, reading.reason, *reading.options]
    named = {int(found) for text in said for found in _CLAUSE.findall(text.zh)}
    return sorted({*reading.clauses, *named} - {number})


def _explanations(entry: Award | Line) -> Iterator[str]:
    yield entry.payee.zh
    if isinstance(entry, Line):
        if entry.note:
            yield entry.note.zh
        return
    for fact in entry.facts:
        yield fact.ask.zh
        if fact.hint:
            yield fact.hint.zh
