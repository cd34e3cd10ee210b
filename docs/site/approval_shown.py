"""The sheet for approval as text for the terminal, and as a separate page to print and sign."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from clauses.messages import Language as Code
from clauses.messages import catalogue
from docs.site.approval import ChangedAward, Sheet
from docs.site.approval_length import continues, two_sided
from docs.site.language import EN, ZH
from docs.site.pages.render import environment

STYLE = Path(__file__).with_name("styles") / "approval.css"
"""Inlined, so that the page is one file."""


def approval_text(sheet: Sheet, code: Code) -> str:
    """Return the sheet as text in one language."""
    return "\n".join(_lines(sheet, code, catalogue(code)["approval"]))


def approval_html(sheet: Sheet) -> str:
    """Return the sheet as a page in both languages, complete in one file."""
    said = {code: catalogue(code)["approval"] for code in (ZH.code, EN.code)}
    return environment().get_template("approval.html").render(
        sheet=sheet,
        said=said,
        zh=ZH,
        en=EN,
        title={code: words["title"].format(old=sheet.old, new=sheet.new)
               for code, words in said.items()},
        style=STYLE.read_text(encoding="utf-8"),
        notes={code: list(_notes(sheet, words)) for code, words in said.items()},
        two_sided=two_sided(sheet),
    )  # fmt: skip


def _lines(sheet: Sheet, code: Code, said: dict[str, Any]) -> Iterator[str]:
    yield said["title"].format(old=sheet.old, new=sheet.new)
    yield from _notes(sheet, said)
    for award in sheet.awards:
        yield ""
        yield from _award(award, code, said)
    yield ""
    yield said["unchanged"].format(count=sheet.unchanged)
    if sheet.clauses:
        yield ""
        yield said["clauses"]
        yield from (f"  {entry[code]}" for entry in sheet.clauses)
    if sheet.others:
        yield ""
        yield said["others"]
        for place, detail in sheet.others:
            yield f"  {place[code]}  {detail.told(code, said['none'])}"
    yield ""
    yield said["sign"]


def _award(award: ChangedAward, code: Code, said: dict[str, Any]) -> Iterator[str]:
    yield f"{award.clause[code]} {award.name[code]} ({award.id})"
    if award.new is not None or award.old is None:
        for label, sum_ in (("before", award.old), ("after", award.new)):
            yield f"  {said[label]}{sum_[code] if sum_ else said['none']}"
    for detail in award.details:
        yield f"  {detail.told(code, said['none'])}"


def _notes(sheet: Sheet, said: dict[str, Any]) -> Iterator[str]:
    """Say what the reader of the sheet has to know first."""
    if sheet.waiting is not None:
        yield said["preparing"].format(count=sheet.waiting)
    if not sheet.compiled:
        yield said["only-text"]
    if sheet.disputed:
        yield said["disputed"].format(count=sheet.disputed)
    if sheet.totals["asked"]:
        yield said["asked"].format(count=sheet.totals["asked"])
    if continues(sheet):
        yield said["long"].format(count=len(sheet.awards))
    elif two_sided(sheet):
        yield said["two-sided"].format(count=len(sheet.awards))
