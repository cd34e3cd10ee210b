"""Names the entries of a file, a link or stored answers that the form could not hold."""

from collections.abc import Mapping, Sequence
from typing import Any

from results.naming import subject_name
from results.words import Words

Json = Mapping[str, Any]

_NAMED = 10
"""How many entries are named; for the others only their number is given."""


def left_out(document: Json, lost: Sequence[Json], language: str) -> list[str]:
    """Return a sentence for each entry that was left out, at most ten, and one for the rest.

    An entry of `lost` has a `code` (`award`, `fact`, `subject`, `same`, `entry`, `form`), what was
    `found`, and if known the `award`, the `subject` and the `fact` (`answers.restoring`).
    """
    words = Words(document, language)
    said = [_sentence(words, one) for one in lost[:_NAMED]]
    if len(lost) > _NAMED:
        said.append(words.say("left", "more", count=f"{len(lost) - _NAMED:,}"))
    return said


def _sentence(words: Words, one: Json) -> str:
    line = words.lines.get(one.get("award", ""))
    award = words.of(line.name) if line else ""
    subject = subject_name(one.get("subject", ""), words.language)
    where = words.catalogue["left"]["joint"].join(part for part in (award, subject) if part)
    where = where or words.part("left", "somewhere")
    fact = one.get("fact", "")
    for asked in line.entry.get("facts", []) if line else ():
        if asked["name"] == fact:
            fact = words.of(asked["label"])
    fact = words.catalogue["left"]["fields"].get(fact, fact)
    found = "".join(c if c.isprintable() else "�" for c in one.get("found", ""))
    return words.say("left", one["code"], where=where, fact=fact, found=found)
