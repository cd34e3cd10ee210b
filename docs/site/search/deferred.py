"""Keeps the data of the search out of a page's first view.

Material fetches `search/search_index.json` with every page, used or not. It gets the
address of the data there, and `start.js` fetches them with the first query.
"""

import json
from pathlib import Path

from docs.site.language import LANGUAGES

ASKED, DATA = "search/search_index.json", "search/data.json"


def defer_indexes(out: Path) -> None:
    """Move the data of each language below `out`; data that name each other keep doing so."""
    for language in LANGUAGES:
        asked = out / language.folder / ASKED
        text = asked.read_text(encoding="utf-8")
        (out / language.folder / DATA).write_text(text.replace(ASKED, DATA), encoding="utf-8")
        small = {"config": {"data": language.folder + DATA}, "docs": []}
        asked.write_text(json.dumps(small, ensure_ascii=False), encoding="utf-8")
