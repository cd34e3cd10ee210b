"""Checks that what a clause file refers to exists: departments, readings, and quoted words.

The checks use the file as written, so that an error elsewhere in it does not hide others.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from clauses.files import YamlFile
from clauses.key_path import KeyPath
from clauses.model.clause import QUOTING


def check_references(
    file: YamlFile, departments: set[str] | None, readings: set[str] | None
) -> None:
    """Add a fault for each dangling reference.

    `departments` or `readings` is None if the file that defines them could not be read.
    """
    for place, code in _entries(file.data, "departments"):
        if departments is not None and code not in departments:
            file.fault(place, "department-unknown", department=code, known=sorted(departments))
    for key in ("readings", "reading"):
        for place, reading in _entries(file.data, key):
            if readings is not None and reading not in readings:
                file.fault(place, "reading-unknown", reading=reading)
    _check_quotations(file)


def _check_quotations(file: YamlFile) -> None:
    paragraphs = [p for p in _list(file.data, "paragraphs") if isinstance(p, dict)]
    for kind in QUOTING:
        for index, entry in enumerate(_list(file.data, kind)):
            number = entry.get("paragraph") if isinstance(entry, dict) else None
            if not isinstance(number, int):
                continue  # the shape is wrong, which is reported already
            if not 1 <= number <= len(paragraphs):
                at = (kind, index, "paragraph")
                file.fault(at, "paragraph-unknown", number=number, most=len(paragraphs))
                continue
            for place, quotation in _quotations(entry, (kind, index)):
                _check_quotation(file, place, quotation, number, paragraphs[number - 1])


def _check_quotation(
    file: YamlFile, place: KeyPath, quotation: Any, number: int, paragraph: Mapping[str, Any]
) -> None:
    for language in ("zh", "en"):
        words = quotation.get(language) if isinstance(quotation, dict) else None
        text = paragraph.get(language)
        if isinstance(words, str) and isinstance(text, str) and words not in text:
            file.fault((*place, language), "quote-elsewhere", words=words, number=number)


def _quotations(entry: Mapping[str, Any], place: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    yield (*place, "quote"), entry.get("quote")
    for index, condition in enumerate(_list(entry, "when")):
        if isinstance(condition, dict):
            yield (*place, "when", index, "words"), condition.get("words")
    limit = entry.get("limit")
    if isinstance(limit, dict):
        yield (*place, "limit", "words"), limit.get("words")


def _entries(node: Any, key: str, place: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Yield every text under a key of this name anywhere in the file, and each text of a list."""
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from _entries(item, key, (*place, index))
    if not isinstance(node, dict):
        return
    for name, value in node.items():
        if name != key:
            yield from _entries(value, key, (*place, name))
        elif isinstance(value, str):
            yield (*place, name), value
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, str):
                    yield (*place, name, index), item


def _list(node: Any, key: str) -> list[Any]:
    value = node.get(key) if isinstance(node, dict) else None
    return value if isinstance(value, list) else []
