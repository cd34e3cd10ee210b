"""Walks through a clause: what stands where, with the path of its key."""

from collections.abc import Iterator, Sequence

from clauses.model import Award, Bilingual, Clause, Line, Obligation, Support, Target


def claimable(clause: Clause) -> Iterator[tuple[tuple[str | int, ...], Award | Line]]:
    """Everything that can be claimed: awards, then lines without a sum."""
    for index, award in enumerate(clause.awards):
        yield ("awards", index), award
    for index, line in enumerate(clause.lines):
        yield ("lines", index), line


def quotes(clause: Clause) -> Iterator[tuple[int, tuple[tuple[str | int, ...], Bilingual]]]:
    """Every quotation, with the paragraph that it must stand in and its place in the file."""
    quoted: dict[str, Sequence[Award | Line | Target | Obligation | Support]] = {
        "awards": clause.awards,
        "lines": clause.lines,
        "targets": clause.targets,
        "obligations": clause.obligations,
        "support": clause.support,
    }
    for kind, entries in quoted.items():
        for index, entry in enumerate(entries):
            yield entry.paragraph, ((kind, index, "quote"), entry.quote)
    for index, award in enumerate(clause.awards):
        for place, condition in enumerate(award.when):
            yield award.paragraph, (("awards", index, "when", place, "words"), condition.words)
        if award.limit:
            yield award.paragraph, (("awards", index, "limit", "words"), award.limit.words)


def texts(clause: Clause) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The texts whose characters are checked."""
    for index, paragraph in enumerate(clause.paragraphs):
        yield ("paragraphs", index, "zh"), paragraph.zh
        yield ("paragraphs", index, "en"), paragraph.en
    yield ("title", "zh"), clause.title.zh
    yield ("title", "en"), clause.title.en


def readings_of(clause: Clause) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every reading that the clause refers to."""
    for path, entry in claimable(clause):
        for place, reading in enumerate(entry.readings):
            yield (*path, "readings", place), reading
        if isinstance(entry, Award):
            for place, review in enumerate(entry.review):
                yield (*path, "review", place, "reading"), review.reading
            for place, condition in enumerate(entry.when):
                if condition.reading:
                    yield (*path, "when", place, "reading"), condition.reading
            if entry.limit:
                yield (*path, "limit", "reading"), entry.limit.reading
