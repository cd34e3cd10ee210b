"""Splits the sentences that one text joins and the other separates, before they are paired."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from clauses.revision.change import Place


class Sentence(NamedTuple):
    """A sentence of a clause with its place."""

    place: Place
    words: str
    title: bool
    """Whether it is the title of its clause."""
    level: str = ""
    """The level to which it gives something, where it was written out of a row."""
    whole: str = ""
    """The sentence of the text of which it is a part."""


_WHOLE = 6
"""A shorter sentence says too little to be known again within another."""
_COMMA = re.compile("(?<=[，；])")


def bare(words: str) -> str:
    return words.rstrip("，。；")


def parted_along(own: Sequence[Sentence], others: Sequence[Sentence]) -> list[Sentence]:
    """Split each sentence that holds whole sentences of the other text, between its commas.

    支持A；培育B。 became 支持A，培育B，建设C。: what is left between them is a sentence of its own.
    """
    whole = {bare(one.words) for one in others if not one.title and len(bare(one.words)) >= _WHOLE}
    here = {bare(one.words) for one in own}
    found: list[Sentence] = []
    for place, words, title, *_ in own:
        pieces = [words] if title else _pieces(words, whole - here)
        # one sentence with something added to it is no joining
        joins = sum(bare(one) in whole for one in pieces) > 1
        parted = pieces if joins else [words]
        found += [Sentence(place, one.rstrip("，"), title) for one in parted]
    return found


def _pieces(words: str, whole: Collection[str]) -> list[str]:
    clauses = _COMMA.split(words)
    found: list[str] = []
    rest: list[str] = []
    at = 0
    while at < len(clauses):
        run = next(
            (end for end in range(len(clauses), at, -1) if bare("".join(clauses[at:end])) in whole),
            None,
        )
        if run is None:
            rest.append(clauses[at])
            at += 1
            continue
        if rest:
            found.append("".join(rest))
            rest = []
        found.append("".join(clauses[at:run]))
        at = run
    return [*found, "".join(rest)] if rest else found


def without_lone_titles(own: Sequence[Sentence], others: Sequence[Sentence]) -> list[Sentence]:
    """Take a title for a sentence where the other text has it in one: 支持A，推荐B."""
    titles = {one.words for one in others if one.title}
    said = [one.words for one in others if not one.title]
    lone = len(titles) < sum(one.title for one in own)
    return [
        one._replace(title=False)
        if one.title and lone and one.words not in titles
        and any(bare(one.words) in words for words in said)
        else one
        for one in own
    ]  # fmt: skip
