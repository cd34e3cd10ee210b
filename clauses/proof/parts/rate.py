"""A share of a sum of the text is due only to those whom the text names before it."""

import re
from collections.abc import Mapping

from clauses.key_path import KeyPath
from clauses.proof.said_of_sum import Node, Said

_OF_SOME = re.compile("[^，。；]{2,}的(?:企业|单位|项目|机构|产品)?，?(?:均|则|可)?按")
_DECIDING = ("instead", "use", "only", "cases", "plus")


def check(said: Said, at: KeyPath, node: Node) -> None:
    """Add a fault if all are paid the share: 参与制定的，按主导制定标准的30%执行."""
    if isinstance(node["of"], Mapping):
        check_share(said, (*at, "rate"), (*at, "of"))


def check_share(said: Said, at: KeyPath, of: KeyPath) -> None:
    """Add a fault if all are paid the share at one key of the sum at the other."""
    share = said.first(*at)
    if share is None or any(key in at for key in _DECIDING):
        return
    sums = [one.found for one in said.ties.under(*of) if one.found.figure.measure == "money"]
    ends = [one.end for one in sums if one.end <= share.start]
    if ends and (some := _OF_SOME.search(said.text, max(ends), share.start)):
        said.tell(at, "share-to-all", figure=share.figure.words, words=some[0])
