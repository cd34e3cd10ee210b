"""The search data of one language: the words of each page, and what a result shows.

They are kept small for phones: what `engine.js` can derive (titles, the search words of each
clause) is left out, and the other language has its own file (`searches.js`). Material fetches
`search/search_index.json` with every page, even if nobody searches: that file only names the data,
which `start.js` fetches with the first query.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from clauses.document import Award, Clause, Line, PolicyDocument
from docs.site.edition_names import edition_words
from docs.site.editions import Editions
from docs.site.language import LANGUAGES, ZH, Language
from docs.site.pages.facts import Facts, facts_of
from docs.site.pages.indexes import funds_and_goals
from docs.site.search.lexicon import Lexicon, Synonyms, text_of
from docs.site.words import words

Doc = dict[str, Any]
DATA = "search/data.json"
"""The path of the data below the folder of its language."""
_ASKED = "search/search_index.json"
OTHERS = "search/editions.json"
"""The same for the editions that are not in front (`other_editions.py`)."""


def search_indexes(editions: Editions) -> dict[str, dict[str, Any]]:
    """Return the data of each language by its code: that of the edition in front.

    Where there are others, it names the file with theirs.
    """
    policy = editions.front
    lexicon = Lexicon(policy)
    found: dict[str, dict[str, Any]] = {
        language.code: search_index(policy, language, lexicon) for language in LANGUAGES
    }
    if editions.several:
        for language in LANGUAGES:
            found[language.code]["config"]["editions"] = language.folder + OTHERS
    return found


def write_indexes(indexes: Mapping[str, dict[str, Any]], out: Path) -> None:
    """Write the data of each language below its folder of the site `out`."""
    for language in LANGUAGES:
        folder = out / language.folder
        (folder / DATA).parent.mkdir(parents=True, exist_ok=True)
        data = json.dumps(indexes[language.code], ensure_ascii=False, separators=(",", ":"))
        (folder / DATA).write_text(data, encoding="utf-8", newline="\n")
        named = json.dumps({"config": {"data": language.folder + DATA}, "docs": []})
        (folder / _ASKED).write_text(named, encoding="utf-8", newline="\n")


def search_index(policy: PolicyDocument, language: Language, lexicon: Lexicon) -> dict[str, Any]:
    """Return the data in the form that Material passes to the worker: `config` and `docs`."""
    simplified = lexicon.simplified if language is ZH else {}
    return {
        "config": {
            "language": language.code,
            "other": language.other.folder + DATA,
            "edition": policy.edition.edition,
            "heading": words(language)["search_heading"],
            "lacking": words(language)["search_lacking"],
            "chapters": [language.of(of.title) for of in policy.edition.chapters],
            "lexicon": _entries(lexicon.entries(language)),
            "simplified": ["".join(simplified), "".join(simplified.values())],
            "pinyin": "".join(map("".join, lexicon.pinyin.items())) if language is ZH else "",
        },
        "docs": clause_docs(policy, language) + _others(policy, language),
    }


def clause_docs(policy: PolicyDocument, language: Language) -> list[Doc]:
    """Return what is searched and shown of each clause."""
    facts = facts_of(policy, language)
    return [_clause(policy, clause, language, facts) for clause in policy.clauses]


def _entries(entries: Iterable[Synonyms]) -> list[str]:
    """Return words of readers, and on a separate line the clauses: those named, then others.

    Numbers are characters from “0” on (`ids.js`). Words with the same clauses are one entry.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        told = [number for number in entry.told if number not in entry.named]
        found[" ".join("".join(chr(48 + n) for n in of) for of in (entry.named, told))] += [
            entry.words
        ]
    return ["\n".join([*words, f" {numbers}"]) for numbers, words in found.items()]


def _short(id_: str, number: int) -> str:
    """Leave out the number that an id begins with, as `engine.js` puts it there again.

    Where the clause has another number now, the whole id follows `=`.
    """
    start = f"{number:02d}-"
    return id_.removeprefix(start) if id_.startswith(start) else f"={id_}"


def _clause(
    policy: PolicyDocument, clause: Clause, language: Language, facts: dict[str, Facts]
) -> Doc:
    chapters = policy.edition.chapters
    return {
        "number": clause.number,
        "chapter": next(of.number for of in chapters if clause.number in of.clauses),
        "name": language.of(clause.title),
        "parts": [
            [_short(entry.id, clause.number), language.of(entry.name), _sum(entry, facts, language)]
            for entry in clause.entries
        ],
        "text": _untitled(text_of(policy, clause, language), language.of(clause.title)),
    }


def _sum(entry: Award | Line, facts: dict[str, Facts], language: Language) -> str:
    if isinstance(entry, Award):
        return facts[entry.id].payment.short
    return words(language)[f"line_{entry.kind}"]


def _untitled(text: str, title: str) -> str:
    """Remove number and title from the beginning of a clause."""
    return re.sub(rf"^\d+(、|\. )({re.escape(title)}[。.]\s?)?", "", text)


def _others(policy: PolicyDocument, language: Language) -> list[Doc]:
    """Return the pages other than clauses, each with a few search words."""
    edition, w = policy.edition, edition_words(policy, language)
    root = f"{edition.edition}/"
    status = [language.of(edition.status.long), language.of(edition.status.prevails)]
    closing = [getattr(entry, language.code) for entry in (*edition.closing, edition.preamble)]
    funds = [language.of(target.meaning) for _, target in funds_and_goals(policy.clauses)[0]]

    def lead(name: str) -> str:
        """Return the first sentence of what a page says of itself."""
        return re.split(r"(?<=[。.])", w[name])[0]

    pages = [
        (f"{root}status/", "status_title", " ".join(status + closing)),
        (f"{root}", "clauses_title", ""),
        (f"{root}text/", "whole_title", ""),
        (f"{root}topics/", "topics_title", w["topics_overview"]),
        (f"{root}awards/", "awards_title", lead("awards_lead")),
        (f"{root}kinds/", "kinds_title", lead("kinds_lead")),
        (f"{root}beneficiaries/", "payees_title", lead("payees_lead")),
        (f"{root}departments/", "departments_title", ""),
        (f"{root}undecided/", "undecided_title", f"{w['undecided']} {w['undecided_lead']}"),
        (f"{root}targets/", "targets_title", " ".join(funds)),
        ("guide/", "guide", ""),
        ("how-to-read/", "how_to_read_title", lead("how_to_read_lead")),
        ("readings/", "readings_title", lead("readings_lead")),
        ("glossary/", "glossary_title", lead("glossary_lead")),
        ("data/", "data_title", lead("data_lead")),
        ("coverage/", "coverage_title", lead("coverage_lead")),
        ("licences/", "licences_title", ""),
    ]
    found: list[Doc] = [
        {"location": url, "name": w[name], "text": text} for url, name, text in pages
    ]
    departments = next(doc for doc in found if doc["location"] == f"{root}departments/")
    departments["parts"] = [[code, language.of(d)] for code, d in edition.departments.items()]
    return found
