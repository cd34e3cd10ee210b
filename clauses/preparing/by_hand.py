"""What staff changed by hand at a place that was proposed: their words count, and it is reported.

The list keeps the texts that were made for a proposal, and a hash of all else at its place.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from clauses.build_cache import fingerprint
from clauses.files import spell
from clauses.key_path import scalars
from clauses.model.policy import Policy
from clauses.preparing.pending import PendingEntry

_LENGTH = 12


@dataclass(frozen=True)
class HandChange:
    """A text at a place that is not as it was proposed."""

    path: str
    """Where at the place: `sum.maximum`; empty for all that the proposal only carried over."""
    proposed: str = ""
    now: str = ""
    """Empty where it was taken out."""


def _texts(value: Any) -> dict[str, str]:
    """Return every scalar of a value by its path: `quote.zh`, `stages[0].share`."""
    return {spell(path): str(held) for path, held in scalars(value)}


def sealed(
    entries: Iterable[PendingEntry], values: Iterable[Any], former: Policy
) -> list[PendingEntry]:
    """Return the entries, the proposals with the texts that the former edition has nowhere.

    `values` are what their places hold.
    """
    models = (former.edition, *former.clauses, former.readings)
    known = {text for one in models for text in _texts(one.model_dump(by_alias=True)).values()}
    return [
        _sealed(entry, value, {path for path, text in _texts(value).items() if text not in known})
        for entry, value in zip(entries, values, strict=True)
    ]


def sealed_again(entry: PendingEntry, value: Any, before: PendingEntry, was: Any) -> PendingEntry:
    """Return a proposal whose place was rewritten; what was changed by hand stays known.

    `before` is the proposal as it was listed, `was` what stood at its place.
    """
    if entry.kind != "proposed" or not before.rest:
        return entry
    changed = {one.path: one.proposed for one in hand_changes(before, was)}
    made = _sealed(entry, value, before.made)
    rest = before.rest if changed.pop("", None) is not None else made.rest
    return made.model_copy(update={"made": made.made | changed, "rest": rest})


def hand_changes(entry: PendingEntry, value: Any) -> list[HandChange]:
    """Return what is not as it was proposed any more; nothing for any other entry."""
    if entry.kind != "proposed" or not entry.rest:
        return []
    now = _texts(value)
    found = [
        HandChange(path, text, now.get(path, ""))
        for path, text in entry.made.items()
        if now.get(path) != text
    ]
    return found if _rest(now, entry.made) == entry.rest else [*found, HandChange("")]


def _sealed(entry: PendingEntry, value: Any, paths: Collection[str]) -> PendingEntry:
    if entry.kind != "proposed":
        return entry
    texts = _texts(value)
    made = {path: text for path, text in texts.items() if path in paths}
    return entry.model_copy(update={"made": made, "rest": _rest(texts, paths)})


def _rest(texts: Mapping[str, str], but: Collection[str]) -> str:
    parts = [part for path, text in texts.items() if path not in but for part in (path, text)]
    return fingerprint(parts)[:_LENGTH]
