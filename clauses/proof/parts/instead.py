"""减按 goes with a lower figure, 提高至 with a higher one; base and ceiling stay the same."""

import re
from collections.abc import Mapping

from clauses.key_path import KeyPath
from clauses.proof.said_of_sum import Node, Said, facts_in

_OF_RATE = re.compile("比例[^，。；0-9]{0,4}$")
"""补助比例提高至 changes the rate alone: the ceiling stays."""
_BY = re.compile("(?<!全额)(?:按照?|提高[至到]|降低?[至到])$")
_UNLIMITED = re.compile("不设|不封顶|不限|无上限|不受")
_LOWERING = re.compile("减[按至为到]|降|下浮|下调")
_RAISING = re.compile("提高|上浮|上调|提升|放宽|增[加至到]")


def check(said: Said, at: KeyPath, node: Node) -> None:
    """Add a fault if the text lowers to a higher figure, or raises to a lower one."""
    _check_ceiling(said, at, node)
    _check_base(said, at, node)
    base, use = said.ties.at(*at, "instead"), said.ties.at(*at, "use")
    if base is None or use is None or base.figure.measure != use.figure.measure:
        return
    before = said.before(use)
    raised = use.figure.value > base.figure.value
    if (_LOWERING if raised else _RAISING).search(before):
        said.tell((*at, "use"), "instead", figure=use.figure.words, base=base.figure.words)


def _check_base(said: Said, at: KeyPath, node: Node) -> None:
    """按超出部分的25%，其中用于大模型训练的按35%: a rate that names no base has that before it."""
    base, other = node["instead"], node["use"]
    figure = said.ties.at(*at, "use", "rate")
    if not isinstance(base, Mapping) or not isinstance(other, Mapping) or figure is None:
        return
    of = base.get("of")
    if not isinstance(of, Mapping) or not ("beyond" in of or "at_most" in of):
        return
    whole = [of.get("of"), of.get("fact")]
    if other.get("of") in whole and _BY.search(said.before(figure)):
        said.tell((*at, "use", "of"), "instead-base", figure=figure.figure.words)


def _check_ceiling(said: Said, at: KeyPath, node: Node) -> None:
    """按10%，最高50万元，其中首次合作的按15%: one ceiling of the sentence is for both."""
    base, other = node["instead"], node["use"]
    figure = said.first(*at, "use")
    if not isinstance(base, Mapping) or not isinstance(other, Mapping) or figure is None:
        return
    if "at_most" not in base or "at_most" in other or not any(facts_in(other)):
        return
    limit = said.first(*at, "instead", "at_most")
    sentence = said.sentence(figure.start)
    same = limit is not None and sentence[0] <= limit.start < figure.start
    if _OF_RATE.search(said.before(figure)) or (
        same and not _UNLIMITED.search(said.text[slice(*sentence)])
    ):
        said.tell((*at, "use"), "instead-ceiling", figure=figure.figure.words)
