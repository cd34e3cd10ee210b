"""Our own words about an award: names, questions, hints, notes; and new figures in them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from clauses.key_path import KeyPath
from clauses.model import Bilingual
from clauses.preparing.passage_diff import PassageDiff, TextUnit, pieces

_QUOTED = frozenset({"quote", "words"})
_BESIDE = 2
"""With so many characters beside it, as the text has them, a figure quotes the text."""
_STOPS = re.compile(r"[，。；：！？（）“”\s]")


def own_texts(entry: BaseModel, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Bilingual]]:
    """Yield every text in both languages that does not quote the policy, with its path."""
    for name, field in type(entry).model_fields.items():
        key = field.alias or name
        if key not in _QUOTED:
            yield from _texts(getattr(entry, name), (*path, key))


def _texts(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Bilingual]]:
    if isinstance(value, Bilingual):
        yield path, value
    elif isinstance(value, BaseModel):
        yield from own_texts(value, path)
    elif isinstance(value, list):
        for n, item in enumerate(value):
            yield from _texts(item, (*path, n))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, key))


def _in_digits(key: object) -> bool:
    """Whether a figure stands for itself in any sentence: 两个 may count anything."""
    return isinstance(key, tuple) and key[0] in ("money", "share", "points", "multiple", "date")


@dataclass(frozen=True)
class Substitution:
    """The figures that another one replaces everywhere in a passage, by what they say."""

    figures: Mapping[object, str]
    """The words of the new figure."""
    mixed: frozenset[object]
    """Figures that changed in one place and stayed, or changed otherwise, in another."""
    texts: tuple[str, ...] = ()
    """The old versions, which certain words quote."""

    @staticmethod
    def of(diff: PassageDiff, start: int = 0, end: int | None = None) -> "Substitution":
        """Read the replaced figures between two places of the old version."""
        end = len(diff.old) if end is None else end
        new: dict[object, set[str]] = {}
        changed = set()
        for pair in diff.replaced:
            if start <= pair.old.start and pair.old.end <= end and _in_digits(pair.old.key):
                changed.add(pair.old.start)
                there = diff.new[pair.new.start : pair.new.end]
                new.setdefault(pair.old.key, set()).add(there)
        stays = {
            piece.key
            for piece in diff.left
            if piece.kind == "figure" and start <= piece.start < end and piece.start not in changed
        }
        mixed = frozenset(key for key, there in new.items() if len(there) > 1 or key in stays)
        plain = {key: next(iter(there)) for key, there in new.items() if key not in mixed}
        return Substitution(plain, mixed, (diff.old,))

    @staticmethod
    def of_all(versions: Sequence[PassageDiff]) -> "Substitution":
        """Read the replaced figures of several passages; one that stays in any of them is mixed."""
        new: dict[object, set[str]] = {}
        for diff in versions:
            inside = Substitution.of(diff)
            for key, figure in inside.figures.items():
                new.setdefault(key, set()).add(figure)
            for key in inside.mixed:
                new.setdefault(key, set()).update(("", "…"))
        for diff in versions:
            changed = {pair.old.start for pair in diff.replaced}
            for piece in diff.left:
                if piece.kind == "figure" and piece.start not in changed and piece.key in new:
                    new[piece.key].update(("", "…"))
        plain = {key: next(iter(there)) for key, there in new.items() if len(there) == 1}
        mixed = frozenset(key for key in new if key not in plain)
        return Substitution(plain, mixed, tuple(diff.old for diff in versions))

    def applied(self, text: str, outside: re.Pattern[str] | None = None) -> str:
        """Return a text with the new figures, except those within what `outside` matches.

        Only figures with the words beside them that the old text has certainly quote it; where one
        does not, 60% may be that of another rule or a result, and the whole text stays as it is.
        """
        spans = [match.span() for match in outside.finditer(text)] if outside else []
        found = [
            piece
            for piece in pieces(text)
            if piece.kind == "figure"
            and (piece.key in self.figures or piece.key in self.mixed)
            and not any(start <= piece.start < end for start, end in spans)
        ]
        if any(one.key in self.mixed or not self._quotes(text, one) for one in found):
            return text
        for piece in reversed(found):
            text = text[: piece.start] + self.figures[piece.key] + text[piece.end :]
        return text

    def _quotes(self, text: str, piece: TextUnit) -> bool:
        for before in range(_BESIDE + 1):
            start, end = piece.start - before, piece.end + _BESIDE - before
            words = text[max(start, 0) : end]
            beside = text[max(start, 0) : piece.start] + text[piece.end : end]
            told = len(beside) == _BESIDE and not _STOPS.search(beside)
            if told and any(words in old for old in self.texts):
                return True
        return False

    def doubtful(self, text: str) -> bool:
        """Whether a text has a figure that changed, or of which that is not clear."""
        changed = {*self.mixed, *self.figures}
        return any(piece.kind == "figure" and piece.key in changed for piece in pieces(text))
