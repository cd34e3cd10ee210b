"""A report the other way round: what was new is dropped, what was merged is split."""

from typing import Any

Json = dict[str, Any]

_FATES = {"new": "dropped", "dropped": "new", "merged": "split", "split": "merged"}
_KINDS = {"text-added": "text-dropped", "text-dropped": "text-added"}
_PAIRS = (("old", "new"), ("old_value", "new_value"), ("old_clause", "new_clause"),
          ("old_paragraph", "new_paragraph"), ("old_clauses", "new_clauses"))  # fmt: skip
_OPS = {"old": "new", "new": "old", "same": "same"}


def mirrored(report: Json) -> Json:
    """Return the report on the same two editions, from the second to the first.

    What is listed stays in its order. Mirrored twice, a report is itself again.
    """
    return {
        **_turned(report),
        "clauses": [_clause(one) for one in report["clauses"]],
        "changes": [_change(one) for one in report["changes"]],
        "editions": _turned(report["editions"]),
        "redlines": [_redline(one) for one in report["redlines"]],
    }


def _turned(one: Json) -> Json:
    swapped = {name: one[other] for pair in _PAIRS for name, other in (pair, pair[::-1])
               if name in one}  # fmt: skip
    return one | swapped


def _clause(one: Json) -> Json:
    key, successor = one["key"], one["successor"]
    if one["fate"] == "new":
        successor = None
    elif one["fate"] == "dropped":
        successor = key
    else:
        key, successor = successor, key
    return _turned(one) | {
        "key": key,
        "successor": successor,
        "fate": _FATES.get(one["fate"], one["fate"]),
    }


def _change(one: Json) -> Json:
    rules = [_turned(rule) | {"kind": _KINDS.get(rule["kind"], rule["kind"])}
             for rule in one["rules"]]  # fmt: skip
    return _turned(one) | {"kind": _KINDS.get(one["kind"], one["kind"]), "rules": rules}


def _redline(one: Json) -> Json:
    return _turned(one) | {
        "paragraphs": [
            _turned(row) | {language: _pieces(row[language]) for language in ("zh", "en")}
            for row in one["paragraphs"]
        ]
    }


def _pieces(pieces: list[list[str]]) -> list[list[str]]:
    """Turn a redline; what is struck comes before what is inserted."""
    found: list[list[str]] = []
    for op, words in pieces:
        turned = [_OPS[op], words]
        if op == "new" and found and found[-1][0] == "new":
            found.insert(len(found) - 1, turned)
        else:
            found.append(turned)
    return found
