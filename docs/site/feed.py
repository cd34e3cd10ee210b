"""The Atom feed of editions, one for each language.

Entries need absolute addresses, so a site is built with feeds only if its address is known.
"""

from pathlib import Path
from typing import Any

from clauses.document import PolicyDocument
from docs.site.language import LANGUAGES, Language
from docs.site.pages.render import environment
from docs.site.words import words

NAME = "feed.xml"
"""The file in the folder of each language."""


def write_feeds(policy: PolicyDocument, out: Path, address: str) -> None:
    """Write the feeds of the site at `address`, which ends in a slash."""
    for language in LANGUAGES:
        text = environment().get_template("feed.xml").render(feed(policy, language, address))
        (out / language.folder / NAME).write_text(text, encoding="utf-8")


def feed(policy: PolicyDocument, language: Language, address: str) -> dict[str, Any]:
    """Return the values for the template: the feed of one language, with one entry."""
    of, w, edition = language.of, words(language), policy.edition
    home = address + language.folder
    return {
        "language": language.tag,
        "title": f"{language.site_name}{'：' if language.code == 'zh' else ': '}{w['feed_title']}",
        "home": home,
        "address": home + NAME,
        "author": w["feed_author"],
        "edition": edition,
        "url": f"{home}{edition.edition}/status/",
        # the date of an edition is a day in Ningbo
        "updated": f"{edition.edition}T00:00:00+08:00",
        "name": of(edition.full_title),
        "summary": f"{of(edition.status.short)} {of(edition.status.prevails)}",
    }
