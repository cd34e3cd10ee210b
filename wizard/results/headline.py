"""The sums at the head of the page: the range first while facts are open, then who is paid."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from results.view import LabelledValue, ResultsView

_MAIN = ("range", "max", "exact", "ceiling")


def headline(view: ResultsView, words: Mapping[str, Any]) -> list[LabelledValue]:
    """Return the rows in their order, without those that say nothing; `words` are a catalogue.

    A dash is never the headline: while facts are open it is the range, and where nothing counts a
    sentence. Exact sums and ceilings are separate only if there are both.
    """
    labels, none = words["labels"], words["marks"]["none"]
    rows = {row.key: row for row in view.totals}
    said = {key for key, row in rows.items() if row.value != none}
    found: list[LabelledValue] = []
    if "range" in rows:
        found.append(rows["range"])
        if "max" in said:
            found.append(replace(rows["max"], label=labels["now"]))
    elif "max" in said:
        found.append(rows["max"])
    else:
        found.append(replace(rows["max"], value=labels["nothing"]))
    if {"exact", "ceiling"} <= said:
        found += [rows["exact"], rows["ceiling"]]
    found += [
        replace(row, label=labels["paid-to"].format(payee=row.label), key=f"to-{row.key}")
        for row in view.payees
    ]
    return found + [row for key, row in rows.items() if key in said and key not in _MAIN]
