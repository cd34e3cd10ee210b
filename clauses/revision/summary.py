"""The report on two texts in lines for people, in Chinese or English."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from clauses.messages import Language, catalogue, in_words, say, shortened

Json = Mapping[str, Any]
_LONGEST = 60
_SIDES = ("old", "new")
_MOST = 20
"""So many look-alikes of a file are reported in words."""


def summary(report: Json, language: Language) -> str:
    """Return the report as text: by clause, substance first, then the totals."""
    return "\n".join(_lines(report, catalogue(language)["revision"], language))


def _lines(report: Json, said: Json, language: Language) -> Iterator[str]:
    yield said["title"].format(old=report["old"], new=report["new"])
    for entry in report["clauses"]:
        if entry["fate"] not in ("same", "changed", "wording") or entry["old"] != entry["new"]:
            fate = said["fates"][entry["fate"]] if entry["fate"] != "same" else said["renumbered"]
            yield said["fate"].format(
                old=_number(entry["old"], said), new=_number(entry["new"], said), fate=fate
            ) + ("" if entry["sure"] else said["unsure"])
    for substance in (True, False):
        changes = [one for one in report["changes"] if one["substance"] is substance]
        if changes:
            yield ""
            yield said["substance" if substance else "no-substance"]
        for one in changes:
            yield _line(one, said)
    totals = report["totals"]
    yield ""
    yield said["totals"].format(**totals)
    if found := report.get("noticed"):
        yield ""
        yield from _noticed(found, language)


def _noticed(entries: Iterable[Json], language: Language) -> Iterator[str]:
    """Tell what was noticed in reading a file, a line each."""
    look_alikes = 0
    for one in entries:
        look_alikes += one["kind"] == "look-alike"
        if one["kind"] == "look-alike" and look_alikes > _MOST:
            continue
        values = {key: value for key, value in one.items() if key != "kind"}
        if "what" in values:
            values["what"] = catalogue(language)["preparing"]["kinds"][values["what"]]
        yield say(("preparing", one["kind"]), language, values)


def _line(one: Json, said: Json) -> str:
    where = said["parts"].get(one["key"]) or _where(one, said)
    award = f" {one['award']}" if one["award"] else ""
    kind = said["kinds"][one["kind"]]
    old, new = (
        shortened(in_words(one[side] or "", said["codes"]), _LONGEST) or said["nothing"]
        for side in _SIDES
    )
    marks = ("" if one["sure"] else said["unsure"]) + _disputed(one, said)
    return f"  {where}{award}  {kind}{said['colon']}{old} → {new}{marks}"


def _disputed(one: Json, said: Json) -> str:
    """Say where words and rules of two editions disagree."""
    if not one.get("disputed"):
        return ""
    if one["signals"] != ["rules"]:
        return str(said["disputed-words"])
    old, new = (
        one[f"{side}_value"] or in_words(one[side] or "", said["codes"]) or said["nothing"]
        for side in _SIDES
    )
    return str(said["disputed-rule"]).format(old=old, new=new)


def _where(one: Json, said: Json) -> str:
    """Name the clause by its new number; what only the former text has, by its former one."""
    if one["new_clause"] is None and one["old_clause"] is not None:
        return str(said["former"].format(number=one["old_clause"]))
    return _number(one["new_clause"], said)


def _number(number: int | None, said: Json) -> str:
    return said["none"] if number is None else said["clause"].format(number=number)
