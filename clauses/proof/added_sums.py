"""Checks that who is paid an added sum is who the text names, among those with the sum before.

对国家级、省级基地分别奖励40万元、20万元，其中运营满5年的再奖励10万元: without five years there are
no 10万元, and without a level neither.
"""

import re
from collections.abc import Iterator, Mapping

from clauses.key_path import KeyPath
from clauses.notation import Found
from clauses.proof.said_of_sum import Node, Said, asked_words, facts_in

_KINDS = "(?:企业|单位|项目|机构|平台|园区|基地|产品|团队|人才)"
_ADDED_TO_SOME = re.compile(
    f"(?:[^，。；]{{2,}}的{_KINDS}?|对[^，。；]{{2,}}{_KINDS})，?(?:每.)?(?:均|可|则)?(?:再|另|额外|追加)"
)
_ON_TOP = re.compile("其中|再(?!次)")
"""另 and 叠加 may add a sum that is due by itself."""
_ADDS = re.compile("再(?!次)|另|额外|追加|叠加|加奖")
_WITHOUT = re.compile("以外|之外|除|其他|其余|不含|不包括|非")
_DECIDES = ("when", "brackets", "cases", "beyond", "first_time")
"""Keys of a part that is not due to everybody."""


def check_added(said: Said, at: KeyPath, index: int, one: Found, other: Found) -> None:
    """Add a fault if a term of `plus` is due to more than the text adds it for."""
    place: KeyPath = (*at, "plus", index)
    if one.start > other.start:
        return
    between = said.text[one.end : other.start]
    before = {name for term in said.node((*at, "plus"))[:index] for name in facts_in(term)}
    own = {*facts_in(said.node(place))}
    some = _ADDED_TO_SOME.search(between)
    if some and own <= before and not any(_decided(said, place)):
        said.tell(place, "added-to-all", figure=other.figure.words, words=some[0])
    elif "其中" in between and not _ADDS.search(between) and _of_all(said, at, index, own):
        said.tell(place, "added-part", figure=other.figure.words, before=one.figure.words)
    elif _ON_TOP.search(between):
        conditions = {condition.fact for condition in said.award.when}
        for gate in _gates(said, (*at, "plus", index - 1), "其中" in between):
            if gate not in {*conditions, *own, *_asked(said, place)}:
                fact = said.fact(gate)
                name = fact.label.zh if fact else gate
                said.tell(place, "added-gate", figure=other.figure.words, name=name)
                return


def _of_all(said: Said, at: KeyPath, index: int, own: set[str]) -> bool:
    """Return whether the term before is of a whole fact, of which 其中 names a part.

    按10%补助，其中工业软件按20%: the software is not paid for twice. A base without that part
    (`less`, `at_most`, 工业软件以外的投资) is none.
    """
    base = said.node((*at, "plus", index - 1))
    of = base.get("of") if isinstance(base, Mapping) else None
    if isinstance(of, Mapping) and "beyond" in of:
        of = of["of"]
    fact = said.fact(of) if isinstance(of, str) else None
    if fact is None or not own or _WITHOUT.search(asked_words(fact)):
        return False
    name = fact.label.zh.partition("（")[0]
    return "（含" in fact.label.zh or name in said.text


def _decided(said: Said, place: KeyPath) -> Iterator[bool]:
    return (any(key in node for key in _DECIDES) for node in _parts(said, place))


def _parts(said: Said, place: KeyPath) -> Iterator[Node]:
    return (node for at, node in said.award.sum.parts() if at[: len(place)] == place)


def _asked(said: Said, place: KeyPath) -> Iterator[str]:
    """Yield the facts that decide on a term."""
    for node in _parts(said, place):
        yield from node.get("when", ())
        for key in ("by", "size"):
            if isinstance(node.get(key), str):
                yield node[key]


def _gates(said: Said, place: KeyPath, among: bool) -> Iterator[str]:
    """Yield the facts without which a term is nothing: of a level below all, of a size below."""
    for node in _parts(said, place):
        by, size = said.fact(str(node.get("by"))), node.get("size", node.get("reached"))
        if by and "cases" in node and not {*by.answers} <= {*node["cases"]}:
            yield by.name
        if size is not None and all(
            "from" in one or "beyond" in one or "range" in one for one in node["brackets"]
        ):
            yield from facts_in(size)
        if among and "only" in node:
            yield from node["when"]
