"""Which clause is which: what the comparison is not sure of is asked, and answered by staff."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from clauses.preparing.errors import PreparingError
from clauses.reading import ReadError, read_text
from clauses.revision.document import WholeText
from clauses.revision.pairing import Pair
from clauses.yaml12 import load


@dataclass(frozen=True)
class Answer:
    """The old clause and the new one that continues it, by number; None for none."""

    old: int | None
    new: int | None


def read_answers(given: Sequence[str], path: Path | None) -> list[Answer]:
    """Read answers: `12=14`, `12=none`, `none=14`; or a file with `- {old: 12, new: 14}`.

    Raises `PreparingError` for anything else.
    """
    answers = [_answer(text) for text in given]
    if path is not None:
        try:
            written = load(read_text(path))
        except (ReadError, yaml.YAMLError):
            raise PreparingError("answers-file", name=path.name) from None
        if not isinstance(written, list):
            raise PreparingError("answers-file", name=path.name)
        answers += [_written(item, path) for item in written]
    return answers


def _answer(text: str) -> Answer:
    old, sign, new = text.partition("=")
    numbers = [None if part.strip() == "none" else _number(part) for part in (old, new)]
    if not sign or -1 in numbers or numbers == [None, None]:
        raise PreparingError("answer-form", text=text)
    return Answer(*numbers)


def _number(text: str) -> int:
    return int(text) if text.strip().isdecimal() else -1


def _written(item: Any, path: Path) -> Answer:
    ok = isinstance(item, dict) and set(item) == {"old", "new"}
    if not ok or not all(v is None or type(v) is int for v in item.values()):
        raise PreparingError("answers-file", name=path.name)
    return Answer(item["old"], item["new"])


def with_answers(
    pairs: Sequence[Pair], answers: Sequence[Answer], old: WholeText, new: WholeText
) -> list[Pair]:
    """Return the pairs as answered; raises `PreparingError` for a clause that does not exist."""
    olds = {clause.number: n for n, clause in enumerate(old.clauses)}
    news = {clause.number: n for n, clause in enumerate(new.clauses)}
    found = list(pairs)
    for answer in answers:
        for number, known in ((answer.old, olds), (answer.new, news)):
            if number is not None and number not in known:
                raise PreparingError("answer-clause", number=number)
        o = olds[answer.old] if answer.old is not None else None
        n = news[answer.new] if answer.new is not None else None
        found = _answered(found, o, n)
    return found


def _answered(pairs: Sequence[Pair], o: int | None, n: int | None) -> list[Pair]:
    made: list[Pair] = []
    own = Pair(o, n)
    for pair in pairs:
        if pair.old == o and pair.new == n:
            own = replace(pair, sure=True)
            continue
        if o is not None and pair.old == o:
            if pair.new is not None:  # the new clause that it had has no origin now
                made.append(Pair(None, pair.new))
        elif n is not None and pair.new == n:
            if pair.old is not None:
                made.append(Pair(pair.old, None))
        else:
            joins = tuple(j for j in pair.joins if j != (o if pair.joining == "merged" else n))
            made.append(replace(pair, joins=joins, joining=pair.joining if joins else ""))
    made.append(own)
    return sorted(made, key=lambda pair: (pair.new is None, pair.new or 0, pair.old or 0))


def questions(pairs: Sequence[Pair], old: WholeText, new: WholeText) -> list[Answer]:
    """Return what seems the most likely where it is not sure, to be answered so or otherwise."""
    return [
        Answer(
            old.clauses[pair.old].number if pair.old is not None else None,
            new.clauses[pair.new].number if pair.new is not None else None,
        )
        for pair in pairs
        if not pair.sure and not _verbatim(pair, old, new)
    ]


def _verbatim(pair: Pair, old: WholeText, new: WholeText) -> bool:
    """Whether a clause is in the other to the letter, whatever else is like it."""
    if pair.old is None or pair.new is None:
        return False
    one, other = old.clauses[pair.old].paragraphs, new.clauses[pair.new].paragraphs
    return set(one) <= set(other) or set(other) <= set(one)
