"""The complete text of an edition as passages, in the published order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from clauses.files import YamlFile
from clauses.key_path import KeyPath
from clauses.model import Edition


@dataclass(frozen=True)
class EditionPassage:
    """One paragraph or heading of the text."""

    label: str
    """Its name in messages and lists: 3.1 (clause 3, paragraph 1), 引言, 附则-2, 章1."""
    clause: int | None
    """The number of its clause; None outside the clauses."""
    zh: str
    file: YamlFile
    path: KeyPath
    """The path of the text in its file."""


def passages(
    file: YamlFile, edition: Edition, clauses: dict[int, YamlFile]
) -> list[EditionPassage]:
    """Return the passages, the footnotes last, without clauses whose text cannot be read."""
    return list(_passages(file, edition, clauses))


def _passages(
    file: YamlFile, edition: Edition, clauses: dict[int, YamlFile]
) -> Iterator[EditionPassage]:
    def outside(label: str, zh: str, *path: str | int) -> EditionPassage:
        return EditionPassage(label, None, zh, file, (*path, "zh"))

    for index, part in enumerate(edition.letter):
        yield outside(part.label, part.zh, "letter", index)
    if edition.annex:
        yield outside("附件", edition.annex.zh, "annex")
    yield outside("标题", edition.title.zh, "title")
    if edition.subtitle:
        yield outside("副题", edition.subtitle.zh, "subtitle")
    yield outside(edition.preamble.label, edition.preamble.zh, "preamble")
    for index, chapter in enumerate(edition.chapters):
        yield outside(f"章{chapter.number}", chapter.title.zh, "chapters", index, "title")
        for number in chapter.clauses:
            if number in clauses:
                yield from clause_passages(number, clauses[number])
    for index, part in enumerate(edition.closing):
        yield outside(part.label, part.zh, "closing", index)
    for index, part in enumerate(edition.footnotes):
        yield outside(part.label, part.zh, "footnotes", index)


def clause_passages(number: int, file: YamlFile) -> Iterator[EditionPassage]:
    """Yield the paragraphs of a clause as written in its file, even if other parts are faulty."""
    data: Any = file.data
    paragraphs = data.get("paragraphs") if isinstance(data, dict) else None
    for index, paragraph in enumerate(paragraphs if isinstance(paragraphs, list) else []):
        zh = paragraph.get("zh") if isinstance(paragraph, dict) else None
        if isinstance(zh, str):
            path = ("paragraphs", index, "zh")
            yield EditionPassage(f"{number}.{index + 1}", number, str(zh), file, path)
