"""Checks that a figure is computed on the fact that the text names before it.

按设备投资额的20%，不超过总投资的10%: the words before each figure name its base. Where they name
another fact that is asked, and not the base, the two are exchanged. 博士、硕士分别5万元、2万元: the
names come in the order of the figures.
"""

import re
from collections.abc import Iterator

from clauses.compiled_parts import part_of_keys
from clauses.key_path import KeyPath
from clauses.model.award import Fact
from clauses.notation import Found, scan
from clauses.proof.said_of_sum import Node, Said, asked_words, facts_in

_COUNTED = ("money", "count", "quantity", "area", "percentage")
BOUNDS = ("from", "beyond", "range", "up_to")
_COMMON = re.compile("[年当本上月]度?[年度]|企业|项目|实际|（[^（）]*）")
"""Words that tell no base from another."""
_REST = re.compile("以外|其他|其余|除")
"""What is left beside another fact is known by that fact's name: 小微企业以外的担保额."""

_SHARE_OF = re.compile("(?:最高|不(?:超过?|高于|低于|少于))*(?P<base>[^，。；、：按]{2,24})的$")
_KINDS = [
    re.compile(kind)
    for kind in (
        "税|贡献|留成|财力",
        "收入|营收|销售|零售|营业额|交易|成交|出口",
        "利润|收益|盈利",
        "贷款?|借款|融资|担保",
        "工资|薪|报酬",
        "租",
        "利息",
    )
]
"""Words for one kind of figure, of which a text may use any."""
_NUMBER = re.compile("[0-9]|百分|千分|[一二三四五六七八九十]+成")
_BY_REFERENCE = re.compile(
    "分别|最高|不超过?|不高于|给予|按|补(?!贴)|[0-9.]+[^，。；的]{0,2}元?|其|该|此|上述|以上|前款|标准|超[出过]|部分|增量|总额|金额|比例|合计"
)
"""Words that mean a base that was named before."""

_ALL_TOLD = re.compile("累计(?!不|最|奖|补|资助|给予)")
_OF_ONE_YEAR = re.compile("年度|当年|本年|^年(?!限)")


def check_bases_said(said: Said) -> None:
    """Add a fault where the words before a figure name another fact."""
    based = list(_based(said))
    for at, fact, found in based:
        own = {fact.name, *facts_in(said.node(at))}
        if other := named_instead(said, fact, own, words_before(said, found)):
            words = found.figure.words
            said.tell((*at, "of"), "base", figure=words, name=other, base=fact.label.zh)
    _check_series(said, based)
    _check_shares(said)
    _check_all_told(said)


def _based(said: Said) -> Iterator[tuple[KeyPath, Fact, Found]]:
    """Yield each part that is a figure of one fact, with the fact and the figure in the text."""
    for at, node in said.award.sum.parts():
        base = node.get("of")
        fact = said.fact(base) if isinstance(base, str) else None
        found = figure_of(said, at, node)
        if fact and found and fact.type in _COUNTED:
            yield at, fact, found


def figure_of(said: Said, at: KeyPath, node: Node) -> Found | None:
    """Return the figure of a part, or the first of those of a rate by level, size or condition."""
    key = part_of_keys(node) or ""
    if (found := said.ties.at(*at, key)) or key != "rate":
        return found
    rates = [one.found for one in said.ties.under(*at, key) if one.at[-1] not in BOUNDS]
    return min(rates, key=lambda one: one.start, default=None)


def words_before(said: Said, found: Found) -> str:
    """Return the words between a figure and the one before it, within its clause."""
    start = said.clause(found.start)[0]
    ends = [one.end for one in scan(said.text) if start < one.end <= found.start]
    return said.text[max([start, *ends]) : found.start]


def named_instead(said: Said, fact: Fact, own: set[str], words: str) -> str | None:
    """Return the name of another fact that words name, if they do not name the fact itself."""
    mine, named = pairs_of(fact.label.zh), pairs_of(words)
    if mine <= named or _REST.search(fact.label.zh):
        return None
    for other in said.award.facts:
        if other.name in own or other.type not in _COUNTED:
            continue
        others = pairs_of(other.label.zh)
        if (others - mine) & named and not (mine - others) & named:
            return other.label.zh
    return None


def _check_series(said: Said, based: list[tuple[KeyPath, Fact, Found]]) -> None:
    """Check that figures of one enumeration have their bases in the order of the names."""
    for series in sorted({found.series for _, _, found in based}):
        members = [(fact, found) for _, fact, found in based if found.series == series]
        names = {fact.name: pairs_of(fact.label.zh) for fact, _ in members}
        if len(names) < 2:
            continue
        before = said.text[said.ties.start : series]
        placed: list[tuple[int, Found]] = []
        for fact, found in members:
            others = set().union(*(pairs for name, pairs in names.items() if name != fact.name))
            placed.append((max(map(before.rfind, names[fact.name] - others), default=-1), found))
        figures = [found.start for _, found in sorted(placed, key=lambda pair: pair[0])]
        if all(place >= 0 for place, _ in placed) and figures != sorted(figures):
            words = "、".join(found.figure.words for _, found in placed)
            said.tell(("sum",), "bases", figures=words)


def _check_shares(said: Said) -> None:
    """Check that a share is of what the text names before it: 研发费用的5% is none of the revenue.

    The sentence may name the base before: 购买检测服务的企业，按实际支出的50%. The words of a
    condition with a figure do not, which is of another fact.
    """
    rule = said.award.sum
    for at, node in list(rule.parts()) or [(("sum",), rule.written)]:
        found = figure_of(said, at, node)
        facts = [fact for name in facts_in(node.get("of")) if (fact := said.fact(name))]
        if found is None or found.figure.measure != "share" or not facts:
            continue
        match = _SHARE_OF.search(_words_of_share(said, found))
        if match is None or not (base := pairs_of(_BY_REFERENCE.sub("", match["base"]))):
            continue
        _check_label(said, at, facts[0], found)
        names = set().union(*(pairs_of(asked_words(fact)) for fact in facts))
        if not any(pair[0] >= "一" for pair in names):
            continue  # a name in other letters, LPR, is known by no words of the text
        named = _named_before(said, found)
        known = base & names or (named & names and not _is_of_another_kind(match["base"], facts))
        if known and not _is_of_another(match["base"], facts, named):
            continue
        said.tell(
            (*at, "of"),
            "base",
            figure=found.figure.words,
            name=match["base"],
            base=facts[0].label.zh,
        )


def _check_all_told(said: Said) -> None:
    """Check that what all years come to is no figure of one year: 累计节能量 for 年节能量."""
    sentence = said.text[: said.whole_sentence(said.ties.end)[1]]
    for at, fact, words in _asked(said):
        label, in_all = fact.label.zh, "累计" in fact.label.zh
        unsaid = in_all and "累计" not in sentence
        left_out = _ALL_TOLD.search(words) and not in_all and _OF_ONE_YEAR.search(label)
        if unsaid or left_out:
            said.tell(at, "all-told", base=label)


def _asked(said: Said) -> Iterator[tuple[KeyPath, Fact, str]]:
    """Yield each fact that a figure is computed on or compared with, and the words before it."""
    rule = said.award.sum
    for at, node in list(rule.parts()) or [(("sum",), rule.written)]:
        found = said.ties.at(*at, part_of_keys(node) or "")
        words = words_before(said, found) if found else ""
        for name in facts_in(node.get("of")):
            if fact := said.fact(name):
                yield (*at, "of"), fact, words
    yield from compared(said)


def compared(said: Said) -> Iterator[tuple[KeyPath, Fact, str]]:
    """Yield the fact of each condition with a figure, and the words before the figure."""
    for index, condition in enumerate(said.award.when):
        if condition.compares and (fact := said.fact(condition.fact)):
            before = condition.words.zh.partition(condition.compares)[0]
            yield ("when", index, "fact"), fact, before


def _check_label(said: Said, at: KeyPath, fact: Fact, found: Found) -> None:
    """Check that a fact is no result: who answers 销售额的10% is paid a tenth of it once more."""
    own = [one.figure for one in scan(asked_words(fact))]
    if any((one.measure, one.value) == (found.figure.measure, found.figure.value) for one in own):
        said.tell((*at, "of"), "base-figure", figure=found.figure.words, base=fact.label.zh)


def _words_of_share(said: Said, found: Found) -> str:
    """Return the words of a clause up to the number of a share: 按不超过研发费用的 before 5%."""
    number = _NUMBER.search(said.text, found.start, found.end)
    return said.text[said.clause(found.start)[0] : number.start() if number else found.start]


def _is_of_another(base: str, facts: list[Fact], named: set[str]) -> bool:
    """Return whether only the noun is the same: 设备投资 is no 总投资."""
    if any(_REST.search(fact.label.zh) for fact in facts):
        return False
    noun = _noun(base)
    own = [_noun(fact.label.zh) for fact in facts]
    return all(
        one[-2:] == noun[-2:]
        and one[:-2]
        and noun[:-2]
        and not set(one[:-2]) & set(noun)
        and not pairs_of(one[:-1]) & named
        for one in own
    )


def _is_of_another_kind(base: str, facts: list[Fact]) -> bool:
    """Return whether a base is of another kind, whatever the sentence names before.

    按网络零售额的5‰，不超过当年地方财政贡献的50%: the second is no share of the sales.
    """
    kinds = [kind for kind in _KINDS if kind.search(base)]
    asked = [asked_words(fact) for fact in facts]
    return bool(kinds) and not any(kind.search(words) for kind in kinds for words in asked)


def _noun(words: str) -> str:
    """Return a name without the words that tell no base from another."""
    return re.sub("(?:总额|金额|[额数])$", "", "".join(_COMMON.split(_BY_REFERENCE.sub("", words))))


def _named_before(said: Said, found: Found) -> set[str]:
    """Return what names a sentence has before a figure, without those of its conditions."""
    start = said.whole_sentence(found.start)[0]
    words = said.text[start : found.start]
    for bound in said.ties.under("sum"):
        if bound.at[-1] in BOUNDS and bound.found.start >= start:
            words = words.replace(said.before(bound.found) or "，", "，")
    for condition in said.award.when:
        if condition.compares:
            words = words.replace(condition.words.zh, "，")
    return pairs_of(words)


def pairs_of(words: str) -> set[str]:
    """Return the pairs of neighbouring characters by which a name is known."""
    pieces = (piece for piece in _COMMON.split(words) if piece)
    return {piece[i : i + 2] for piece in pieces for i in range(len(piece) - 1)}
