"""The template of a roster: its headings, and what to write below them, for each award."""

import csv
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from clauses.messages import say
from clauses.rosters.columns import DUE, FIXED, SUBJECT, AskedFact, Columns
from clauses.rosters.subjects import ENTERPRISE, words_of

_KINDS = ("money", "area", "count", "percentage", "years", "quantity", "date", "yes-no")
_UNITS = {"money": "（元）", "area": "（平方米）"}


def write_template(path: Path, document: Mapping[str, Any]) -> None:
    """Write a new file: CSV has the headings alone, a workbook explains them on a second sheet."""
    columns = Columns([document])
    types = {name: fact.type for name, fact in columns.facts.items()}
    headings = [
        f"{both.zh}{_UNITS.get(types.get(key, ''), '')}" for key, both in columns.headings.items()
    ]
    if path.suffix.lower() == ".csv":
        with path.open("x", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerow(headings)
        return
    path.touch(exist_ok=False)
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"created": datetime.fromisoformat(document["edition"])})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        text = book.add_format({"num_format": "@"})
        sheet = book.add_worksheet(say(("rosters", "sheet-roster"), "zh"))
        # kept as text, so that no digit of a code is lost
        sheet.set_column(0, len(headings) - 1, 18, text)
        sheet.write_row(0, 0, headings, bold)
        sheet.freeze_panes(1, 0)
        _explain(book.add_worksheet(say(("rosters", "sheet-how"), "zh")), columns, bold, document)


def _explain(sheet: Any, columns: Columns, bold: Any, document: Mapping[str, Any]) -> None:
    """Write for each award which columns it asks for, and what may be in them."""
    heads = [
        say(("rosters", f"how-{name}"), "zh") for name in ("award", "column", "question", "allowed")
    ]
    sheet.set_column(0, 3, 32)
    sheet.write_row(0, 0, heads, bold)
    every = say(("rosters", "how-every"), "zh")
    at = 0
    for at, (key, heading) in enumerate(FIXED.items(), 1):
        question, allowed = (
            say(("rosters", f"how-{part}-{key}"), "zh") for part in ("what", "filled")
        )
        sheet.write_row(at, 0, [every, heading.zh, question, allowed])
    at += 1
    for award in document["awards"]:
        name = award["name"]["zh"]
        sheet.write_row(
            at, 0, [name, FIXED[SUBJECT].zh, *_subject(columns.kinds.of(award["id"], {}))]
        )
        at += 1
        for fact in award["facts"]:
            known = columns.facts[fact["name"]]
            cells = [name, known.heading.zh, fact["ask"]["zh"], _allowed(known, award["id"])]
            sheet.write_row(at, 0, cells)
            at += 1
        for stage in award["stages"]:
            if (key := f"{DUE}{stage['code']}") in columns.stages:
                ask = say(("rosters", "how-due"), "zh", {"stage": stage["name"]["zh"]})
                allowed = say(("phrases", "cell-date"), "zh")
                sheet.write_row(at, 0, [name, columns.stages[key].zh, ask, allowed])
                at += 1


def _subject(kinds: frozenset[str]) -> list[str]:
    """Return what is asked about the subject of an award, and what may be there."""
    asked = words_of(kinds)
    how = "named" if ENTERPRISE not in kinds else "either" if asked.zh else "enterprise"
    question = say(("rosters", "how-subject"), "zh", {"kinds": asked}) if asked.zh else ""
    return [question, say(("rosters", f"how-{how}"), "zh")]


def _allowed(fact: AskedFact, award: str) -> str:
    if fact.type not in _KINDS:
        return "、".join(name.zh for name in fact.by_award[award][1].names.values())
    return say(("phrases", f"cell-{fact.type}"), "zh")
