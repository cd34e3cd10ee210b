"""The site's own words: complete in both languages and used."""

import re
from pathlib import Path

from docs.site.words import FILE, pairs

DOCS = FILE.parent
_NAMED = re.compile(r"\{[a-z_]+\}")


def test_every_phrase_stands_in_both_languages_with_the_same_blanks() -> None:
    for key, (chinese, english) in pairs().items():
        assert chinese.strip() and english.strip(), key
        assert chinese.count("%s") == english.count("%s"), key
        assert set(_NAMED.findall(chinese)) == set(_NAMED.findall(english)), key


def test_every_phrase_is_used() -> None:
    sources = [*DOCS.rglob("*.py"), *DOCS.rglob("*.html")]
    text = "\n".join(Path(source).read_text(encoding="utf-8") for source in sources)
    by_code = ("kind_", "line_", "subject_", "nature_", "short_", "level_", "star_", "scope_",
               "confidence_", "cite_copy_", "file_",
               "once", "yearly", "per-", "with-", "basis_",
               "support_", "payee_", "column_", "chip_", "file_",
                   "search_hint_", "search_list_", "search_kind_")  # fmt: skip
    unused = [
        key
        for key in pairs()
        if not key.startswith(by_code) and not re.search(rf"\b{re.escape(key)}\b", text)
    ]
    assert not unused
