"""The site's own words: complete in both languages and used."""

import json
import re

from docs.site.words import FILE, pairs
from tests.policy import document

ROOT = FILE.parents[2]
_NAMED = re.compile(r"\{[a-z_]+\}")


def test_every_phrase_stands_in_both_languages_with_the_same_blanks() -> None:
    for key, (chinese, english) in pairs().items():
        assert chinese.strip() and english.strip(), key
        assert chinese.count("%s") == english.count("%s"), key
        assert set(_NAMED.findall(chinese)) == set(_NAMED.findall(english)), key


BY_CODE = ("kind_", "line_", "subject_", "nature_", "short_", "level_", "star_", "scope_",
           "confidence_", "cite_copy_", "basis_", "support_", "payee_", "column_", "chip_", "file_",
           "search_hint_", "search_list_", "search_kind_", "draft_", "text_", "state_", "standing_",
           "notice_", "cover_", "letter_", "origin_", "part_raise_", "part_lower_", "part_unit_",
           "part_")  # fmt: skip
"""Beginnings of phrases that are looked up by a code: `kind_` and the kind of an award."""


def test_every_phrase_is_used() -> None:
    """A phrase that is looked up by a code is used where its code occurs in code or data."""
    sources = [*ROOT.glob("docs/site/**/*.py"), *ROOT.glob("docs/site/**/*.html")]
    sources += [*ROOT.glob("clauses/**/*.py"), *ROOT.glob("wizard/eligibility/**/*.py")]
    sources += [*ROOT.glob("docs/site/search/*.js"), *ROOT.glob("clauses/*/search-queries.tsv")]
    text = "\n".join(source.read_text(encoding="utf-8") for source in sources)
    words = set(re.findall(r"[\w-]+", text + json.dumps(document())))
    words |= {re.sub(r"\W", "_", one.stem) for one in ROOT.glob("docs/contract/*")}
    unused = []
    for key in pairs():
        beginning = next((one for one in BY_CODE if key.startswith(one)), "")
        code = key.removeprefix(beginning).removesuffix("_note")
        if not {key, code, code.replace("_", "-")} & words:
            unused.append(key)
    assert not unused
