"""Checks that a bound is the end of the text: 超过 begins a bracket, 不超过 ends one.

500万元至1000万元 is both ends: the bracket has it whole.
"""

from itertools import pairwise

from clauses.compiled_brackets import ends_of
from clauses.key_path import KeyPath
from clauses.proof.said_of_sum import Node, Said
from clauses.proof.unpaid_parts import unpaid_parts

_BEGINS, _ENDS = ("at-least", "more-than"), ("at-most", "less-than")
_AGAINST = {"from": _ENDS, "beyond": _ENDS, "up_to": _BEGINS}
"""By the key of a bound, the meanings that belong to the other end."""


def check_ends(said: Said) -> None:
    """Add a fault for a lower bound that the text makes an upper one, or the reverse.

    不足2万元的不予奖励 and 500万元以内部分不予奖励 leave out what is below, so that they begin.
    """
    left_out = [found for found, _ in unpaid_parts(said.ties)]
    for tied in said.ties.under("sum"):
        key = str(tied.at[-1])
        if key != "beyond" and "brackets" not in tied.at[-3:-2]:
            continue  # less: …, from: is what something is taken from
        figure = tied.found.figure
        if figure.least is not None and key in ("from", "beyond", "up_to"):
            said.tell(tied.at, "two-ends", figure=figure.words, key=key)
        elif figure.meaning in _AGAINST.get(key, ()) and tied.found not in left_out:
            should = "up_to" if key != "up_to" else _should(figure.meaning)
            said.tell(tied.at, "bracket-end", figure=figure.words, key=key, should=should)


def _should(meaning: str) -> str:
    return "from" if meaning == "at-least" else "beyond"


def check_brackets(said: Said, at: KeyPath, node: Node) -> None:
    """Check that `from` is a figure that counts and `beyond` one that does not.

    After 500万元（含）以内 it is the bracket before that says so of 500万元以上. No figure is in
    two brackets by the words of both.
    """
    entries = node["brackets"]
    ordered = ends_of(entries)
    kept = {index for (_, one), (index, other) in pairwise(ordered) if one.keeps_from(other)}
    for index, entry in enumerate(entries):
        key = "from" if "from" in entry else "beyond"
        found = said.ties.at(*at, "brackets", index, key)
        if found is None or index in kept:
            continue
        if found.figure.meaning == ("more-than" if key == "from" else "at-least"):
            should = "beyond" if key == "from" else "from"
            said.tell(
                (*at, "brackets", index, key), "bracket", figure=found.figure.words, should=should
            )
    for (place, one), (index, other) in pairwise(ordered):
        if one.overlaps(other):
            words = [_words_of(entries[which]) for which in (place, index)]
            said.tell((*at, "brackets", index), "overlap", one=words[0], other=words[1])


def _words_of(entry: Node) -> str:
    """Return the words of a bracket: from where, and up to where."""
    keys = ("from", "beyond", "range", "up_to")
    return "，".join(entry[key] for key in keys if key in entry)
