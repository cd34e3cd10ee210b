"""每增加100万元 counts an increase: `of` is one, or asks for one."""

import re

from clauses.compiled_parts import claims
from clauses.key_path import KeyPath
from clauses.proof.said_of_sum import Node, Said, asked_words, facts_in

_INCREASE = re.compile("每(?:再|净)?(?:增|提高|提升|新增|超过?|多|高出)[^，。；]*$")
_INCREASED = re.compile("增|净|提高|提升|新|超|多|高于")


def check(said: Said, at: KeyPath, node: Node) -> None:
    """Add a fault if the text counts an increase and the fact does not."""
    figure = said.first(*at, "every")
    if figure is None or not _INCREASE.search(said.before(figure)):
        return
    if {"growth", "excess"} & {*claims(node["of"])}:
        return
    facts = [fact for name in facts_in(node["of"]) if (fact := said.fact(name))]
    for fact in facts:
        if not _INCREASED.search(asked_words(fact)):
            said.tell((*at, "of"), "increase", figure=figure.figure.words, name=fact.label.zh)
