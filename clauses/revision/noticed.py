"""What was noticed in reading a file: characters that look like others, hidden words, tables."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from clauses.messages import Language, catalogue, say
from clauses.revision.texts import Reading

Json = dict[str, Any]

_MOST = 20
"""So many look-alikes of a file are told in words."""


def noticed(reading: Reading) -> list[Json]:
    """Return what a person should compare with the print, each with its `kind` and values."""
    found: list[Json] = [
        {"kind": "look-alike", "found": one.found, "meant": one.meant, "around": one.around}
        for one in reading.look_alikes
    ]
    if reading.hidden:
        found.append({"kind": "hidden", "words": list(reading.hidden)})
    found += [{"kind": "beside", "what": k, "count": n} for k, n in reading.beside.items()]
    if reading.personal:
        found.append({"kind": "personal", "count": reading.personal})
    return found


def told(entries: Iterable[Mapping[str, Any]], language: Language) -> Iterator[str]:
    """Tell what was noticed, a line each."""
    look_alikes = 0
    for one in entries:
        look_alikes += one["kind"] == "look-alike"
        if one["kind"] == "look-alike" and look_alikes > _MOST:
            continue
        values = {key: value for key, value in one.items() if key != "kind"}
        if "what" in values:
            values["what"] = catalogue(language)["preparing"]["kinds"][values["what"]]
        yield say(("preparing", one["kind"]), language, values)
