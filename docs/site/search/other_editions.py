"""The search data of the editions that are not in front, one file for each language.

It is loaded after the first results are shown. A clause with the same words as one of the edition
in front is a number only; `editions.js` fills it in.
"""

import json
from pathlib import Path
from typing import Any

from clauses.document import PolicyDocument
from docs.site.edition_names import edition_name
from docs.site.editions import Editions
from docs.site.language import LANGUAGES, Language
from docs.site.search.index import OTHERS, Doc, clause_docs

_PLACE = ("number", "chapter")


def write_other_indexes(editions: Editions, out: Path) -> None:
    """Write the data of all editions except the one in front; a site of one edition has none."""
    if not editions.several:
        return
    for language in LANGUAGES:
        data = other_indexes(editions, language)
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        (out / language.folder / OTHERS).write_text(text, encoding="utf-8", newline="\n")


def other_indexes(editions: Editions, language: Language) -> list[dict[str, Any]]:
    """Return the data of each edition but the one in front, the latest first."""
    front = editions.front
    docs = dict(zip((c.key for c in front.clauses), clause_docs(front, language), strict=True))
    return [_index(policy, language, docs) for policy in editions.others]


def _index(policy: PolicyDocument, language: Language, front: dict[str, Doc]) -> dict[str, Any]:
    """Return the data of one edition; `front` has what the front edition shows, by lasting keys."""
    docs = []
    for clause, doc in zip(policy.clauses, clause_docs(policy, language), strict=True):
        there = front.get(clause.key)
        if there is None:
            docs.append(doc)
        elif _words(doc) == _words(there):
            docs.append({name: doc[name] for name in _PLACE} | {"same": there["number"]})
        else:
            docs.append(doc | {"like": there["number"]})
    return {
        "edition": policy.edition.edition,
        "name": edition_name(policy.edition, language),
        "chapters": [language.of(of.title) for of in policy.edition.chapters],
        "docs": docs,
    }


def _words(doc: Doc) -> Doc:
    return {name: value for name, value in doc.items() if name not in _PLACE}
