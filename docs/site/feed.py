"""The Atom feed of editions, one for each language.

Entries need absolute addresses, so a site is built with feeds only if its address is known.
"""

from pathlib import Path
from typing import Any

from clauses.document import PolicyDocument
from docs.site.edition_names import site_name
from docs.site.editions import Editions, date_of
from docs.site.language import LANGUAGES, Language
from docs.site.pages.changed_clauses import change_entries
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
        entries.append(edition_entry(policy, language, home))
        entries += change_entries(editions, policy, language, home)
    return {
        "language": language.tag,
        "title": f"{name}{'：' if language.code == 'zh' else ': '}{w['feed_title']}",
        "home": home,
        "address": home + NAME,
        "author": w["feed_author"],
        "updated": max(entry["updated"] for entry in entries),
        "entries": entries,
    }


def edition_entry(policy: PolicyDocument, language: Language, home: str) -> dict[str, str]:
    """Return the entry of an edition; `home` is the absolute address of the language's folder."""
    of, edition = language.of, policy.edition
    return {
        "name": f"{of(edition.full_title)} ({edition.edition})",
        "url": f"{home}{edition.edition}/status/",
        "updated": day(date_of(policy)),
        "summary": f"{of(edition.status.short)} {of(edition.status.prevails)}",
    }


def day(date: str) -> str:
    """Return the first instant of a day in Ningbo, as Atom writes it."""
    return f"{date}T00:00:00+08:00"
