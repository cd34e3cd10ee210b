"""A word joins the sums of `plus`, and each share belongs to the base named before it."""

import re
from collections.abc import Mapping

from clauses.key_path import KeyPath
from clauses.notation import Found
from clauses.proof.added_sums import check_added
from clauses.proof.said_of_sum import Node, Said, facts_in
from clauses.proof.sum_words import TOGETHER

_JOINING = re.compile(
    "[再另]|额外|(?:并|同时)[，可]?(?:一次性|按|给予|给|奖|补|安排|支付|对)|此外|叠加|追加|以及|之和|加上?|(?<![返归偿退])还(?![款贷])"
)
"""其中, ；, and 并 or 同时 between conditions join no sums: only one of the two may be due."""

_ONE_OF_TWO = re.compile("或者?(?:按|给予|对|享受|申请)|二选一|择一|任选")
"""按投资额的10%或者按利息的50%: one of the two is due."""


def check(said: Said, at: KeyPath, node: Node) -> None:
    """Add a fault if no word joins two sums that have no bases of their own."""
    found = [_first_sum(said, (*at, "plus", index)) for index in range(len(node["plus"]))]
    bases = [_base(one) for one in node["plus"]]
    for index in range(1, len(found)):
        one, other = found[index - 1], found[index]
        if one is not None and other is not None:
            check_added(said, at, index, one, other)
        if one is None or other is None:
            continue
        start, end = sorted((one.start, other.start))
        only_one = _ONE_OF_TWO.search(said.text[said.clause(start)[0] : end])
        if bases[index] and bases[index] not in bases[:index] and not only_one:
            continue
        end = max(end, said.clause(end)[1])  # 另 and 再 may follow the name: 再奖励
        after = said.text[other.end : said.whole_sentence(other.end)[1]]
        if not (_JOINING.search(said.text[start:end]) or TOGETHER.search(after)):
            said.tell((*at, "plus", index), "plus", figure=other.figure.words)
    _check_bases(said, at, node, found)


def _first_sum(said: Said, at: KeyPath) -> Found | None:
    return next((t.found for t in said.paid() if t.at[: len(at)] == at), None) or said.first(*at)


def _base(node: object) -> str:
    """Return what a sum is computed on, without its own figures.

    What is beyond a figure is of the same base: 按5%，超过1000万元的部分按8% are no two sums.
    """
    if not isinstance(node, Mapping):
        return ""
    if not any(True for _ in facts_in(node)):
        return ""
    if "only" in node:
        return _base(node["only"])
    of = node.get("of")
    if isinstance(of, Mapping) and "beyond" in of:
        of = of["of"]
    return str(of or sorted(facts_in(node)))


def _check_bases(said: Said, at: KeyPath, node: Node, found: list[Found | None]) -> None:
    """设备投资按10%、软件投资按20%: each share belongs to the base that is named before it."""
    labels: list[str] = []
    figures: list[int] = []
    for one, figure in zip(node["plus"], found, strict=True):
        base = one.get("of") if isinstance(one, Mapping) else None
        fact = said.fact(base) if isinstance(base, str) else None
        if fact is None or figure is None:
            return
        labels.append(fact.label.zh)
        figures.append(figure.start)
    text = said.text[said.ties.start : said.ties.end]
    if any(text.count(label) != 1 for label in labels):
        return  # a name that occurs twice, or is written otherwise, says nothing of the order
    in_order = sorted(range(len(labels)), key=lambda index: text.find(labels[index]))
    if [figures[index] for index in in_order] != sorted(figures):
        said.tell((*at, "plus"), "bases", figures="、".join(f.figure.words for f in found if f))
