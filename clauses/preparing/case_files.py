"""Carries worked cases and examples over: numbers of clauses follow, gone awards are left out."""

import json
import re
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from clauses.folder import CLAUSE, named_paths
from clauses.key_path import KeyPath
from clauses.preparing.clause_references import renumbered
from clauses.preparing.new_edition import NewEdition, Written
from clauses.preparing.pending import Note
from clauses.preparing.plan import Plan, texts_of
from clauses.preparing.writing import Files
from clauses.preparing.yaml_edit import YamlEdit
from clauses.reading import read_text
from clauses.term_words import Dates, months_later

_AT = re.compile(r"""(?P<head>\bat"?: ?"?)(?P<clause>[0-9]+)\.(?P<paragraph>[0-9]+)(?="?[,}\s])""")
_DAY = re.compile(r"(?<![0-9-])(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}(?![0-9-])")


def carry_cases(new: NewEdition, span: Dates) -> Files:
    """Return the worked cases of the new edition, whose term has the days of `span`.

    Where the term begins some years later, the days of all cases do too: else most cases would
    only say that their day is outside the term.
    """
    files: Files = {}
    folder, plan, gone = new.folder / "cases", new.plan, set(new.gone)
    moved, years = _moved(plan), span[0].year - new.former.edition.validity.from_.year
    for path in named_paths(folder):
        text = days_later(_renumbered(read_text(path), plan.numbers, moved), years)
        if any(id_ in text for id_ in gone):
            edit = YamlEdit(text)
            keep = [n for n, case in enumerate(edit.data) if not _claims(case) & gone]
            if not keep:
                continue
            edit.keep((), keep)
            text = edit.written()
        files[f"cases/{_name(path, plan.numbers, files)}"] = text
    path = folder / "worked.json"
    if path.is_file():
        text = days_later(_renumbered(read_text(path), plan.numbers, moved), years)
        whole = json.loads(text)
        left = [case for case in whole["cases"] if not _claims(case["application"]) & gone]
        if len(left) < len(whole["cases"]):
            text = json.dumps({**whole, "cases": left}, ensure_ascii=False, indent=1) + "\n"
        files["cases/worked.json"] = text
    return files


def _claims(case: Mapping[str, list[Mapping[str, str]]]) -> set[str]:
    """Return the awards that a case claims, or that it says were paid before."""
    named = [*(case.get("claims") or []), *(case.get("paid") or [])]
    return {one.get("award", "") for one in named}


def _moved(plan: Plan) -> dict[tuple[int, int], tuple[int, int]]:
    return {made.origin: (one.number, n) for one, n, made in texts_of(plan.clauses) if made.origin}


def _renumbered(
    text: str, numbers: Mapping[int, int], moved: Mapping[tuple[int, int], tuple[int, int]]
) -> str:
    def place(match: re.Match[str]) -> str:
        old = (int(match["clause"]), int(match["paragraph"]))
        return match["head"] + ".".join(map(str, moved.get(old, old)))

    if all(old == new for old, new in numbers.items()) and all(a == b for a, b in moved.items()):
        return text
    return _AT.sub(place, renumbered(text, numbers))


def _name(path: Path, numbers: Mapping[int, int], files: Collection[str]) -> str:
    """Return the name of a case file: that of a clause follows its number."""
    stem = path.stem
    if CLAUSE.fullmatch(path.name):
        number = numbers.get(int(stem), int(stem))
        stem = f"{number:02d}"
        while f"cases/{stem}.yml" in files:
            stem = f"{stem}-2"
    return f"{stem}.yml"


def carry_examples(new: NewEdition, span: Dates) -> Written:
    """Return the examples of the new edition, with days within its term, of the days of `span`."""
    written = Written()
    validity = new.former.edition.validity
    years = span[0].year - validity.from_.year
    for path in named_paths(new.folder / "examples"):
        edit = YamlEdit(renumbered(read_text(path), new.plan.numbers))
        claims = edit.data.get("claims") or []
        keep = [n for n, claim in enumerate(claims) if claim.get("award") not in new.gone]
        name = f"examples/{path.name}"
        if claims and not keep:
            continue
        if len(keep) < len(claims):
            edit.keep(("claims",), keep)
            written.notes.append(Note(name, "claims", "stale"))
        days: list[KeyPath] = [("claims", n, "date") for n in keep if claims[n].get("date")]
        days += [
            ("subjects", key, "planned", stage)
            for key, subject in (edit.data.get("subjects") or {}).items()
            for stage in (subject.get("planned") or {})
        ]
        changed = span != (validity.from_, validity.to)
        if changed and any(not _within(edit.value(at), span) for at in days[: len(keep)]):
            moved = {old: _later(old, years) for at in days if (old := str(edit.value(at)))}
            for at in days:
                edit.replace_plain(at, moved[str(edit.value(at))])
            told = ["；".join(words) for words in (moved, moved.values())]
            written.notes.append(Note(name, "claims", "proposed", told[0], told[1]))
        written.files[name] = edit.written()
    return written


def _within(day: object, span: Dates) -> bool:
    try:
        when = date.fromisoformat(str(day))
    except ValueError:
        return True
    return span[0] <= when and (span[1] is None or when <= span[1])


def days_later(text: str, years: int) -> str:
    """Write every day of a text, 2021-06-30, so many years later."""
    return _DAY.sub(lambda match: _later(match[0], years), text) if years else text


def _later(day: str, years: int) -> str:
    """Return a day so many years later; what is no day of the calendar is meant so, and stays."""
    try:
        return months_later(date.fromisoformat(day), 12 * years).isoformat()
    except ValueError:
        return day
