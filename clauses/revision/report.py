"""The report on two texts: the given JSON form, and lines for people."""

from collections.abc import Iterable, Iterator
from typing import Any

from clauses.revision.change import Change, Placed
from clauses.revision.comparison import ComparedClause, Comparison
from clauses.revision.document import WholeText
from clauses.revision.outside import state
from clauses.revision.pairing import Pair
from clauses.revision.provisions import Provisions, provision_of
from clauses.revision.sentences import LABELS
from clauses.revision.values import day_text, value_text

Json = dict[str, Any]


def report(comparison: Comparison, old: str, new: str, provisions: Provisions) -> Json:
    """Return the report as JSON.

    `provisions` are the awards and lines of the old text.
    """
    changes = [_change(comparison, *told, provisions) for told in _told(comparison)]
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


def _told(comparison: Comparison) -> Iterator[tuple[Placed, Pair | None]]:
    """Yield each change with the clauses in which it is reported; None beside the clauses.

    That departments have another label throughout, 责任单位 for 责任部门, is reported once.
    """
    every = [(placed, one.pair) for one in comparison.clauses for placed in one.changes]
    labels: set[Change] = set()
    for placed, pair in [*every, *((placed, None) for placed in comparison.beside)]:
        if placed.change.old in LABELS and placed.change.new in LABELS:
            if placed.change in labels:
                continue
            labels.add(placed.change)
        yield placed, pair


def _clauses(comparison: Comparison, one: ComparedClause) -> Iterable[Json]:
    pair = one.pair
    olds: list[int | None] = [*pair.olds] or [None]
    news: list[int | None] = [*pair.news] or [None]
    for o in olds:
        for n in news:
            yield {
                "key": _key(comparison.old, o) or _key(comparison.new, n),
                "old": _number(comparison.old, o),
                "new": _number(comparison.new, n),
                "fate": one.fate,
                "sure": pair.sure,
            }


def _change(
    comparison: Comparison, placed: Placed, pair: Pair | None, provisions: Provisions
) -> Json:
    change, old, new = placed.change, comparison.old, comparison.new
    # what was added is in the successor of an old clause
    origin = placed.old.clause if placed.old else pair.old if pair else None
    target = placed.new.clause if placed.new else None
    number = _number(old, origin)
    of_clause = provisions.get(number, ()) if number is not None else ()
    old_value, new_value = _values(comparison, change)
    return {
        "key": placed.part or _key(old, origin) or _key(new, target),
        "old_clause": number,
        "new_clause": _number(new, target),
        "old_paragraph": placed.old.paragraph if placed.old else None,
        "new_paragraph": placed.new.paragraph if placed.new else None,
        "award": provision_of(change, placed.sentence, of_clause),
        "kind": change.kind,
        "substance": change.substance,
        "old": change.old,
        "new": change.new,
        "old_value": old_value,
        "new_value": new_value,
        "sure": change.sure and (pair is None or pair.sure),
    }


def _values(comparison: Comparison, change: Change) -> tuple[str | None, str | None]:
    """Return the values before and after; of a status, whether a head calls its text a draft."""
    if change.kind == "status":
        return state(comparison.old.head), state(comparison.new.head)
    written = day_text if change.dates else value_text
    return written(change.old_value), written(change.new_value)


def _key(text: WholeText, index: int | None) -> str | None:
    return text.clauses[index].key or None if index is not None else None


def _number(text: WholeText, index: int | None) -> int | None:
    return text.clauses[index].number if index is not None else None
