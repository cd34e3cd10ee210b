"""The Atom feed of editions and of the clauses that each changed, one for each language.

Entries need absolute addresses, so a site is built with feeds only if its address is known.
"""

from pathlib import Path
from typing import Any

from clauses.document import PolicyDocument
from docs.site.differences import ChangeRow, Side
from docs.site.edition_names import site_name
from docs.site.editions import Editions, date_of
from docs.site.history import step_into
from docs.site.language import LANGUAGES, Language
from docs.site.pages.changes import ChangedClause, Shown, clause_url, shown_step
from docs.site.pages.citation import clause_heading
from docs.site.pages.render import environment
from docs.site.words import words

NAME = "feed.xml"
"""The file in the folder of each language."""


def write_feeds(editions: Editions, out: Path, address: str) -> None:
    """Write the feeds of the site at `address`, which ends in a slash."""
    for language in LANGUAGES:
        text = environment().get_template("feed.xml").render(feed(editions, language, address))
        (out / language.folder / NAME).write_text(text, encoding="utf-8", newline="\n")


def feed(editions: Editions, language: Language, address: str) -> dict[str, Any]:
    """Return the values for the template: the feed of one language, the latest entry first."""
    w, home = words(language), address + language.folder
    name = site_name(editions.front.edition, language)
    entries = []
    for policy in reversed(editions.all):
        entries.append(_edition_entry(policy, language, home))
        entries += change_entries(editions, policy, language, home)
    return {
        "language": language.tag,
        "title": name + language.colon + w["feed_title"],
        "home": home,
        "address": home + NAME,
        "author": w["feed_author"],
        "updated": max(entry["updated"] for entry in entries),
        "entries": entries,
    }


def _edition_entry(policy: PolicyDocument, language: Language, home: str) -> dict[str, str]:
    """Return the entry of an edition; `home` is the absolute address of the language's folder."""
    of, edition = language.of, policy.edition
    return {
        "name": f"{of(edition.full_title)} ({edition.edition})",
        "url": f"{home}{edition.edition}/status/",
        "updated": _day(policy),
        "summary": f"{of(edition.status.short)} {of(edition.status.prevails)}",
    }


def change_entries(
    editions: Editions, policy: PolicyDocument, language: Language, home: str
) -> list[dict[str, str]]:
    """Return an entry for each clause that an edition changed, in the order of its text.

    `home` is the absolute address of the folder of the language.
    """
    step = step_into(editions, policy)
    if step is None:
        return []
    shown = shown_step(step, language)
    return [_entry(shown, changed, home) for changed in shown.clauses]


def _entry(shown: Shown, changed: ChangedClause, home: str) -> dict[str, str]:
    step, language, w = shown.step, shown.language, shown.words
    if changed.new:
        url = home + clause_url(step.new, changed.new[0])
    else:  # what was dropped is on the page of the whole change
        url = f"{home}{step.url}#{changed.key}"
    stop = language.semicolon
    named = stop.join(clause_heading(clause, language) for clause in changed.new or changed.old)
    rows = [*changed.awards, *changed.difference.rows]
    changes = [_row(row, w["feed_row"], w["not_there"]) for row in rows]
    return {
        "name": w["feed_clause"].format(
            clause=named,
            fate=shown.said["fates"][changed.fate],
            old=date_of(step.old),
            new=date_of(step.new),
        ),
        "url": url,
        "updated": _day(step.new),
        "summary": stop.join(changes) or shown.said["fates"][changed.fate],
    }


def _row(row: ChangeRow, form: str, none: str) -> str:
    what = f"{row.what} ({row.award})" if row.award else row.what
    return form.format(what=what, old=_side(row.old, none), new=_side(row.new, none))


def _side(side: Side | None, none: str) -> str:
    return none if side is None else " ".join((side.text or side.chinese).split())


def _day(policy: PolicyDocument) -> str:
    """Return the first instant of the day of an edition in Ningbo, as Atom writes it."""
    return f"{date_of(policy)}T00:00:00+08:00"
