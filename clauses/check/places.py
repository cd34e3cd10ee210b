"""Walks through a clause: what stands where, with the path of its key."""

from collections.abc import Iterator

from clauses.model import Award, Clause, Line


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
