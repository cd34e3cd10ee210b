"""The search data of one language: what each page is found by, and what a result shows."""

import json
import re
from pathlib import Path
from typing import Any

from clauses import Policy
from clauses.model import Award, Clause, Line
from docs.language import LANGUAGES, Language
from docs.pages.facts import Facts, facts_of
from docs.search.lexicon import Lexicon
from docs.words import words

Doc = dict[str, Any]
FOOTNOTE = "¹"
"""Where this mark stands in a clause, the footnote belongs to it."""


def write_indexes(policy: Policy, out: Path) -> None:
    """Write `search/search_index.json` below the folder of each language of the site `out`."""
    lexicon = Lexicon(policy)
    for language in LANGUAGES:
        path = out / language.folder / "search" / "search_index.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        index = search_index(policy, language, lexicon)
        data = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        path.write_text(data, encoding="utf-8")


def search_index(policy: Policy, language: Language, lexicon: Lexicon) -> dict[str, Any]:
    """Return the data as Material hands it to the worker: `config` and `docs`."""
    facts = facts_of(policy, language)
    docs = [_clause(policy, clause, language, lexicon, facts) for clause in policy.clauses]
    docs += _others(policy, language)
    return {
        "config": {
            # Material marks the words of ?h= on the page that a result leads to
            "lang": [language.code],
            "separator": "[\\s\\-]+",
            "pipeline": [],
            "language": language.code,
            "simplified": lexicon.simplified,
            "pinyin": lexicon.pinyin,
        },
        "docs": docs,
    }


def _clause(
    policy: Policy, clause: Clause, language: Language, lexicon: Lexicon, facts: dict[str, Facts]
) -> Doc:
    code, other = language.code, language.other.code
    names: list[Award | Line] = [*clause.awards, *clause.lines]
    texts = {
        of: "\n".join(getattr(paragraph, of) for paragraph in clause.paragraphs)
        for of in ("zh", "en")
    }
    if FOOTNOTE in texts["zh"]:
        for of in texts:
            texts[of] += "\n" + getattr(policy.edition.footnote, of)
    heading = f"第{clause.number}条 " if code == "zh" else f"Clause {clause.number}. "
    edition = policy.edition.edition
    url = f"{edition}/{clause.number:02d}/"
    return {
        "location": url,
        "title": heading + language.of(clause.title),
        "text": _plain(texts[code], clause.number),
        "number": clause.number,
        "name": language.of(clause.title),
        "awards": "\n".join(language.of(entry.name) for entry in names),
        "labels": "\n".join(_labels(clause, language)),
        "other": "\n".join(
            [getattr(clause.title, other), *(getattr(e.name, other) for e in names), texts[other]]
        ),
        "keys": lexicon.words_for(clause.title.zh + "\n" + "\n".join(e.name.zh for e in names)),
        "more": lexicon.words_for(texts["zh"]),
        "parts": [
            {
                "location": f"{url}#{e.id}",
                "title": language.of(e.name),
                "text": _sum(e, facts, language),
            }
            for e in names
        ],
    }


def _labels(clause: Clause, language: Language) -> list[str]:
    """Return what the wizard calls and asks, in the words of applicants."""
    found: list[str] = []
    for award in clause.awards:
        found.append(language.of(award.payee))
        for fact in award.facts:
            found += [language.of(fact.label), language.of(fact.ask)]
            found += [language.of(option) for option in (fact.options or {}).values()]
    return list(dict.fromkeys(found))


def _sum(entry: Award | Line, facts: dict[str, Facts], language: Language) -> str:
    if isinstance(entry, Award):
        shown = facts[entry.id].payment
        return shown.short
    return words(language)[f"line_{entry.kind}"]


def _plain(text: str, number: int) -> str:
    """Leave out the number that the paragraph begins with."""
    return re.sub(rf"^{number}(、|\. )", "", text)


def _others(policy: Policy, language: Language) -> list[Doc]:
    """Return the pages beside the clauses, each by a few words of its own."""
    edition, w = policy.edition, words(language)
    root = f"{edition.edition}/"
    status = [language.of(edition.status.long), language.of(edition.status.prevails)]
    closing = [getattr(entry, language.code) for entry in (*edition.closing, edition.preamble)]
    pages = [
        (f"{root}status/", w["status_title"], " ".join(status + closing)),
        (f"{root}awards/", w["awards_title"], w["awards_lead"]),
        (f"{root}targets/", w["targets_title"], w["targets_lead"]),
        (
            f"{root}departments/",
            w["departments_title"],
            " ".join(language.of(d) for d in edition.departments.values()),
        ),
        ("readings/", w["readings_title"], w["readings_lead"]),
        ("coverage/", w["coverage_title"], w["coverage_lead"]),
        ("glossary/", w["glossary_title"], w["glossary_lead"]),
        ("licences/", w["licences_title"], w["licences_lead"]),
        *(
            (f"{root}chapter-{chapter.number}/", language.of(chapter.title), "")
            for chapter in edition.chapters
        ),
    ]
    return [
        {"location": url, "title": title, "text": text, "name": title} for url, title, text in pages
    ]
