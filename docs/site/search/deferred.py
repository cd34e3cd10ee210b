"""Delays the download of the search data until the first query.

Material fetches `search/search_index.json` with every page, even if nobody searches. That file now
only names the data, which `start.js` fetches with the first query.
"""

import json
from pathlib import Path

from docs.site.language import LANGUAGES

ASKED, DATA = "search/search_index.json", "search/data.json"


def defer_indexes(out: Path) -> None:
    """Move the data of each language below `out`, and update their links to each other."""
    for language in LANGUAGES:
        asked = out / language.folder / ASKED
        text = asked.read_text(encoding="utf-8")
        data = out / language.folder / DATA
        data.write_text(text.replace(ASKED, DATA), encoding="utf-8", newline="\n")
        small = {"config": {"data": language.folder + DATA}, "docs": []}
        asked.write_text(json.dumps(small, ensure_ascii=False), encoding="utf-8", newline="\n")
