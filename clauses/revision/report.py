"""The report on two texts: the given JSON form, and lines for people."""

from collections.abc import Iterable
from typing import Any

from clauses.revision.change import Change
from clauses.revision.comparison import ComparedClause, Comparison, Place, Placed
from clauses.revision.document import WholeText
from clauses.revision.outside import state
from clauses.revision.provisions import Provisions, provision_of
from clauses.revision.sentences import LABELS
from clauses.revision.values import day_text, value_text

Json = dict[str, Any]


def report(comparison: Comparison, old: str, new: str, provisions: Provisions) -> Json:
    """Return the report as JSON.

    `provisions` are the awards and lines of the old text.
    """
    changes = [_change(comparison, placed, provisions) for placed in _told(comparison.changes)]
    substance = sum(one["substance"] for one in changes)
    layout = sum(one["kind"] == "layout" for one in changes)
    return {
        "old": old,
        "new": new,
        "clauses": [entry for one in comparison.clauses for entry in _clauses(comparison, one)],
        "changes": changes,
        "totals": {
            "substance": substance,
            "wording": len(changes) - substance - layout,
            "layout": layout,
            "asked": comparison.asked,
        },
    }


def _told(changes: Iterable[Placed]) -> Iterable[Placed]:
    """Tell once that departments stand under another word throughout: 责任单位 for 责任部门."""
    told: set[Change] = set()
    for placed in changes:
        if placed.change.old in LABELS and placed.change.new in LABELS:
            if placed.change in told:
                continue
            told.add(placed.change)
        yield placed


def _clauses(comparison: Comparison, one: ComparedClause) -> Iterable[Json]:
    pair = one.pair
    olds = [pair.old, *(pair.joins if pair.joining == "merged" else ())]
    news = [pair.new, *(pair.joins if pair.joining == "split" else ())]
    for o in olds:
        for n in news:
            yield {
                "key": _key(comparison.old, o) or _key(comparison.new, n),
                "old": _number(comparison.old, o),
                "new": _number(comparison.new, n),
                "fate": one.fate,
                "sure": pair.sure,
            }


def _change(comparison: Comparison, placed: Placed, provisions: Provisions) -> Json:
    change, old = placed.change, comparison.old
    origin = placed.old.clause if placed.old else _origin(comparison, placed)
    number = _number(old, origin)
    of_clause = provisions.get(number, ()) if number is not None else ()
    old_value, new_value = _values(comparison, change)
    return {
        "key": placed.part or _key(old, origin) or _key_of(comparison.new, placed.new),
        "old_clause": number,
        "new_clause": _clause(comparison.new, placed.new),
        "old_paragraph": placed.old.paragraph if placed.old else None,
        "new_paragraph": placed.new.paragraph if placed.new else None,
        "award": provision_of(change, placed.sentence, of_clause),
        "kind": change.kind,
        "substance": change.substance,
        "old": change.old,
        "new": change.new,
        "old_value": old_value,
        "new_value": new_value,
        "sure": change.sure and _sure(comparison, placed),
    }


def _values(comparison: Comparison, change: Change) -> tuple[str | None, str | None]:
    """Return the values before and after; of a status, whether a head calls its text a draft."""
    if change.kind == "status":
        return state(comparison.old.head), state(comparison.new.head)
    written = day_text if change.dates else value_text
    return written(change.old_value), written(change.new_value)


def _origin(comparison: Comparison, placed: Placed) -> int | None:
    """Return the old clause whose successor holds what was added."""
    return next((one.pair.old for one in comparison.clauses if placed in one.changes), None)


def _sure(comparison: Comparison, placed: Placed) -> bool:
    return not any(placed in one.changes and not one.pair.sure for one in comparison.clauses)


def _key(text: WholeText, index: int | None) -> str | None:
    return text.clauses[index].key or None if index is not None else None


def _key_of(text: WholeText, place: Place | None) -> str | None:
    return _key(text, place.clause) if place else None


def _number(text: WholeText, index: int | None) -> int | None:
    return text.clauses[index].number if index is not None else None


def _clause(text: WholeText, place: Place | None) -> int | None:
    return text.clauses[place.clause].number if place else None
