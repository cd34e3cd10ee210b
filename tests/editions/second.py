"""The made second edition: the document of the real one, with the edits of `second.yml`."""

import copy
import re
from functools import cache
from pathlib import Path
from typing import Any

from clauses.document import PolicyDocument
from clauses.yaml12 import load
from tests.policy import compiled

Json = dict[str, Any]
FILE = Path(__file__).with_name("second.yml")


@cache
def edits() -> Json:
    """Return the edits as the file has them."""
    found: Json = load(FILE.read_text("utf-8"))
    return found


@cache
def second() -> PolicyDocument:
    """Return the made edition; the clauses are numbered again in their order."""
    return PolicyDocument.read(revised(compiled().data, edits()))


def revised(first: Any, told: Json) -> Json:
    """Return a compiled document with edits."""
    data: Json = copy.deepcopy(dict(first))
    edition = data["edition"]
    edition |= {
        "edition": told["edition"],
        "follows": edition["edition"],
        "subtitle": told["subtitle"],
    }
    edition["status"] = edition["status"] | {
        "state": told["state"],
        "short": told["status"],
        "long": told["status"],
    }
    for clause in told["clauses"]:
        _edit(data, clause)
    closing, term = edition["closing"], told["term"]
    edition["closing"] = _said(closing, term["words"])
    edition["validity"] = _said(edition["validity"], term["words"]) | {"to": term["to"]}
    for split in told["split"]:
        _split(data, split)
    for gone, into in told["merge"].items():
        _merge(data, gone, into)
    for key in told["drop"]:
        _drop(data, _number(data, key))
    for entry in told["new"]:
        _add(data, entry)
    renumber(data)
    _tidy_topics(data)
    return data


def _tidy_topics(data: Json) -> None:
    """Take what is gone out of the topics, and a topic that leads to nothing."""
    known = {one["id"] for name in ("awards", "lines") for one in data[name]}
    topics = data["topics"]
    for topic in topics["topics"]:
        topic["awards"] = [id_ for id_ in topic["awards"] if id_ in known]
    topics["topics"] = [topic for topic in topics["topics"] if topic["awards"]]
    topics["only_for"] = {id_: one for id_, one in topics["only_for"].items() if id_ in known}


def _number(data: Json, key: str) -> Any:
    return next(one["number"] for one in data["clauses"] if one["key"] == key)


def _said(value: Any, words: dict[str, str]) -> Any:
    """Replace words in every text of a value."""
    if isinstance(value, str):
        for old, new in words.items():
            value = value.replace(old, new)
        return value
    if isinstance(value, dict):
        return {key: _said(one, words) for key, one in value.items()}
    return [_said(one, words) for one in value] if isinstance(value, list) else value


def _ruled(value: Any, rule: Json, award: str) -> Any:
    """Replace whole figures and codes in the rules; `20 26-x` names a figure of one award."""
    if isinstance(value, dict):
        return {key: _ruled(one, rule, award) for key, one in value.items()}
    if isinstance(value, list):
        return [_ruled(one, rule, award) for one in value]
    if isinstance(value, str | int) and not isinstance(value, bool):
        named = f"{value} {award}"
        return next((new for old, new in rule.items() if old in (named, value)), value)
    return value


def _edit(data: Json, told: Json) -> None:
    number, words, rule = _number(data, told["key"]), told.get("words", {}), told.get("rule", {})
    for name, of in (("clauses", "number"), ("awards", "clause"), ("lines", "clause")):
        data[name] = [_said(one, words) if one[of] == number else one for one in data[name]]
    clause = next(one for one in data["clauses"] if one["number"] == number)
    for award in data["awards"]:
        if award["clause"] == number:
            for part in ("sum", "stages", "limit", "conditions"):
                award[part] = _ruled(award[part], rule, award["id"])
            award["wording"] = told.get("wording", {}).get(award["id"], award["wording"])
    renamed = told.get("departments", {})
    for paragraph in clause["paragraphs"]:
        paragraph["departments"] = [renamed.get(one, one) for one in paragraph["departments"]]
        if "status" in told:
            paragraph["status"] = told["status"]
    for line in data["lines"]:
        if line["clause"] == number and "status" in told:
            line["pending"] = False
    for passage in data["passages"]:
        if passage["place"].split(".")[0] == str(number):
            passage["figures"] = _said(passage["figures"], words)


def _drop(data: Json, number: Any) -> None:
    for name, of in (("clauses", "number"), ("awards", "clause"), ("lines", "clause")):
        data[name] = [one for one in data[name] if one[of] != number]
    data["passages"] = [
        one for one in data["passages"] if one["place"].split(".")[0] != str(number)
    ]
    for chapter in data["edition"]["chapters"]:
        chapter["clauses"] = [one for one in chapter["clauses"] if one != number]


def _merge(data: Json, gone: str, into: str) -> None:
    source, target = (
        next(one for one in data["clauses"] if one["key"] == key) for key in (gone, into)
    )
    shift = len(target["paragraphs"])
    target["from"] = [*target.get("from", []), gone]
    source["paragraphs"][0] |= {
        "zh": re.sub(r"^\d+、", "", source["paragraphs"][0]["zh"]),
        "en": re.sub(r"^\d+\. ", "", source["paragraphs"][0]["en"]),
    }
    target["paragraphs"] += source["paragraphs"]
    for name in ("awards", "lines"):
        for one in data[name]:
            if one["clause"] == source["number"]:
                one |= {"clause": target["number"], "paragraph": one["paragraph"] + shift}
    for passage in data["passages"]:
        clause, _, paragraph = passage["place"].partition(".")
        if clause == str(source["number"]):
            passage["place"] = f"{target['number']}.{int(paragraph) + shift}"
    _drop(data, source["number"])


def _split(data: Json, told: Json) -> None:
    """Make a clause of its own out of the last paragraph of another."""
    source = next(one for one in data["clauses"] if one["key"] == told["from"])
    number, paragraph = source["number"] + 0.5, source["paragraphs"].pop()
    title = told["title"]
    new = copy.deepcopy(source) | {"number": number, "key": told["key"], "title": title}
    new["from"] = [source["key"]]
    zh, en = (f"0、{title['zh']}。{paragraph['zh']}", f"0. {title['en']}. {paragraph['en']}")
    new["paragraphs"] = [paragraph | {"zh": zh, "en": en}]
    for part in ("targets", "obligations", "support"):
        new[part] = [one | {"paragraph": 1} for one in source[part]
                     if one["paragraph"] == told["paragraph"]]  # fmt: skip
        source[part] = [one for one in source[part] if one["paragraph"] != told["paragraph"]]
    for one in data["lines"]:
        if one["clause"] == source["number"] and one["paragraph"] == told["paragraph"]:
            one |= {"clause": number, "paragraph": 1}
    for passage in data["passages"]:
        if passage["place"] == f"{source['number']}.{told['paragraph']}":
            passage["place"] = f"{number}.1"
    _insert(data, new, source["number"], after=True)


def _add(data: Json, told: Json) -> None:
    before = _number(data, told["before"])
    number = before - 0.5
    paragraph = {
        "zh": f"0、{told['zh']}",
        "en": f"0. {told['en']}",
        "departments": told["departments"],
        "status": None,
    }
    new = {
        "number": number,
        "key": told["key"],
        "title": told["title"],
        "paragraphs": [paragraph],
        "targets": [],
        "obligations": [],
        "support": [],
    }
    _insert(data, new, before, after=False)


def _insert(data: Json, new: Json, beside: Any, *, after: bool) -> None:
    at = next(n for n, one in enumerate(data["clauses"]) if one["number"] == beside)
    data["clauses"].insert(at + after, new)
    for chapter in data["edition"]["chapters"]:
        if beside in chapter["clauses"]:
            chapter["clauses"].insert(chapter["clauses"].index(beside) + after, new["number"])


def renumber(data: Json) -> None:
    numbers = {one["number"]: n for n, one in enumerate(data["clauses"], 1)}
    for clause in data["clauses"]:
        number = clause["number"] = numbers[clause["number"]]
        first = clause["paragraphs"][0]
        first["zh"] = re.sub(r"^\d+、", f"{number}、", first["zh"])
        first["en"] = re.sub(r"^\d+\. ", f"{number}. ", first["en"])
    for name in ("awards", "lines"):
        for one in data[name]:
            one["clause"] = numbers[one["clause"]]
    for chapter in data["edition"]["chapters"]:
        chapter["clauses"] = [numbers[one] for one in chapter["clauses"]]
    for listed in (data["readings"], data["edition"]["oddities"]):
        for one in listed:
            one["clauses"] = [numbers[n] for n in one["clauses"] if n in numbers]
    for passage in data["passages"]:
        clause, _, paragraph = passage["place"].rpartition(".")
        renumbered = next((numbers[n] for n in numbers if str(n) == clause), None)
        if renumbered:
            passage["place"] = f"{renumbered}.{paragraph}"
