"""Walks through a clause: what stands where, with the path of its key."""

from collections.abc import Container, Iterable, Iterator

from clauses.files import YamlFile, number_of
from clauses.model import Award, Clause, Line


class Named(Container[str]):
    """The ids of the awards that the clause files name.

    An award of a file that cannot be read counts as named: the file itself is told, and not each
    reference to it. Of a file that has a slip in its shape, the ids are taken as they stand.
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


def claimable(clause: Clause) -> Iterator[tuple[tuple[str | int, ...], Award | Line]]:
    """Everything that can be claimed: awards, then lines without a sum."""
    for index, award in enumerate(clause.awards):
        yield ("awards", index), award
    for index, line in enumerate(clause.lines):
        yield ("lines", index), line


def texts(clause: Clause) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The texts whose characters are checked."""
    for index, paragraph in enumerate(clause.paragraphs):
        yield ("paragraphs", index, "zh"), paragraph.zh
        yield ("paragraphs", index, "en"), paragraph.en
    yield ("title", "zh"), clause.title.zh
    yield ("title", "en"), clause.title.en
