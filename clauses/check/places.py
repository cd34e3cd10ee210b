"""Finds the parts of a clause, with the path of their keys."""

from collections.abc import Container, Iterable, Iterator

from clauses.files import YamlFile, number_of
from clauses.key_path import KeyPath
from clauses.model import Award, Clause, Line


class AwardIds(Container[str]):
    """The ids of the awards in the clause files.

    Awards of an unreadable file count as existing, so that only the file itself is reported and not
    each reference to it. From a file with an error in its shape, the ids are taken as written.
    """

    def __init__(self, files: Iterable[YamlFile]) -> None:
        self._ids: set[str] = set()
        self._unread: set[str] = set()
        for file in files:
            awards = file.data.get("awards") if isinstance(file.data, dict) else None
            if isinstance(awards, list):
                self._ids |= {str(award.get("id")) for award in awards if isinstance(award, dict)}
            elif file.faults:
                self._unread.add(f"{number_of(file):02d}-")

    def __contains__(self, name: object) -> bool:
        return name in self._ids or str(name)[:3] in self._unread


def claimable(clause: Clause) -> Iterator[tuple[KeyPath, Award | Line]]:
    """Yield everything that can be claimed: awards, then lines without a sum."""
    for index, award in enumerate(clause.awards):
        yield ("awards", index), award
    for index, line in enumerate(clause.lines):
        yield ("lines", index), line


def texts(clause: Clause) -> Iterator[tuple[KeyPath, str]]:
    """Yield the texts whose characters are checked."""
    for index, paragraph in enumerate(clause.paragraphs):
        yield ("paragraphs", index, "zh"), paragraph.zh
        yield ("paragraphs", index, "en"), paragraph.en
    yield ("title", "zh"), clause.title.zh
    yield ("title", "en"), clause.title.en
