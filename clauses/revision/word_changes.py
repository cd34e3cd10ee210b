"""What a change of words in a sentence is: another condition, base or receiver, or wording."""

import re
from collections.abc import Iterator, Sequence

from clauses.revision.change import Change
from clauses.revision.likeness import common
from clauses.revision.roles import GIVING
from clauses.revision.tokens import Token, words_of
from clauses.revision.words import GENERAL, KIND_OF, alternatives, evened

_SUBSTANTIAL = {
    "first-time": "first-time",
    "frequency": "frequency",
    "cumulative": "cumulative-limit",
    "per": "count-limit",
    "comparison": "comparison",
    "tier": "tier",
    "stage": "stage",
    "instrument": "instrument",
    "base": "base",
    "receiver": "payee",
    "again": "cumulative-limit",
    "who": "beneficiary",
    "modality": "condition",
    "strength": "strength",
    "department": "department",
}
_RANK = ["department", "strength", "cumulative-limit", "first-time", "payee", "tier", "comparison",
         "frequency", "stage", "base", "count-limit", "beneficiary", "condition",
         "instrument"]  # fmt: skip
"""Of several kinds of words that moved together the first gives its name to the change."""
_INSTALMENTS = ("阶段", "分期", "分批", "总额", "分两年", "分三年", "拨付")
"""Words of a sentence that pays in instalments."""
_VAGUE = frozenset("一定适当相应")
"""Words for a sum that is not named."""
_LIGHT = frozenset(
    "分别档各的了对于等予以给按照并和及与、，。；：“”《》（）将由其该所之为在而且个一有"
)
_MONEY_NAMES = frozenset({"补助", "奖励", "补贴", "奖补", "资助"})
_NAME = re.compile("“[^“”]{2,20}”|《[^《》]{2,40}》")
_NAMED_PAPER = re.compile("计划|工程|目录|行动|专项|意见|办法|方案|政策|细则|规划")
_BENEFICIARIES = ("企业", "国企", "机构", "单位", "平台", "园区", "产品", "个人", "团队")
_WHO = re.compile(alternatives([word for word, kind in KIND_OF.items() if kind == "who"]))
_BY_RULE = re.compile("对[^，。；]+，可?按|分担")
"""A sentence that says by which rule something is settled: 对…的项目用地，按…确定底价."""
_QUALITIES = ("强", "高", "好", "大", "优", "优秀", "快", "多")
"""What ends an item of a list that says how something must be: 产业带动性强."""
_RECEIVERS = ("单位", "团队", "企业", "机构", "个人", "主体")


def word_changes(
    old: str, new: str, left: Sequence[Token], right: Sequence[Token], *, beside: bool
) -> Iterator[Change]:
    """Name the change of the words of one place; `beside` where a figure changed there too."""
    if not left and not right:
        return
    removed, added = words_of(left), words_of(right)
    if {removed, added} == {"、", "或"}:  # an enumeration, in another way
        yield Change("wording", removed, added)
        return
    payers = [{t.key for t in side if t.kind == "payer"} for side in (left, right)]
    if all(payers) and payers[0] != payers[1]:
        yield Change("condition", removed, added)
        return
    name = _name_change(old, new, left, right)
    if name is not None and not beside:
        yield name
        return
    left, right = ([t for t in side if t.kind != "payer"] for side in (left, right))
    if not left and not right:
        if not beside:
            yield Change("wording", removed or None, added or None)
        return
    gives = any(word in old + new for word in GIVING) or bool(_BY_RULE.search(old))
    if not beside and _receives(old, new, left, right):
        yield Change("payee", removed or None, added or None)
        return
    kind = _kind_of_rule_words(old + new, left, right, gives)
    if kind == "condition" and _in_a_base(old, left, new, right):
        kind = "base"
    if kind is not None:
        if not (beside and kind == "instrument"):
            yield Change(kind, removed or None, added or None)
        return
    yield from _plain(old, new, left, right, gives=gives, beside=beside)


def _kind_of_rule_words(
    text: str, left: Sequence[Token], right: Sequence[Token], gives: bool
) -> str | None:
    """Return the kind of the change of words that bear on a sum; None where there are none."""
    keys = [{t.key for t in side if t.kind in _SUBSTANTIAL} for side in (left, right)]
    if keys[0] == keys[1]:
        return None
    moved = keys[0] ^ keys[1]
    kinds = {_SUBSTANTIAL[t.kind] for t in (*left, *right) if t.key in moved}
    # a rule's own word moves first; 补助 for 奖励 alone is the name of the money
    kind = min(kinds, key=_RANK.index)
    if kind == "instrument" and _only_names_of_money(left, right):
        return "wording"
    if kind in ("base", "stage") and not gives:
        return "wording"
    if kind == "tier" and bool(left) != bool(right):
        return _more_than_a_level(left or right) or kind
    if kind == "base" and evened(words_of(left)) == evened(words_of(right)):
        return "wording"
    if kind == "frequency" and _only_beside(left, right):
        return "condition"
    if kind == "stage" and not any(word in text for word in _INSTALMENTS):
        return "condition"
    return kind


def _more_than_a_level(side: Sequence[Token]) -> str | None:
    """Return the kind of words with a level in them: 市级基础性平台建设项目, 未享受过市级补助的."""
    words = words_of(side)
    others = [t.words for t in side if t.kind != "tier" and t.words not in _LIGHT]
    if len(others) < 4:
        return None
    return "beneficiary" if words.rstrip("、和及与，").endswith(tuple(GENERAL)) else "condition"


def _only_beside(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Tell whether 年度 went with other words: 年度绩效评价 became 评估."""
    words = {t.words for t in (*left, *right) if t.kind == "frequency"}
    return words == {"年度"} and any(
        t.words not in _LIGHT for t in (*left, *right) if t.kind == "character"
    )


def _only_names_of_money(left: Sequence[Token], right: Sequence[Token]) -> bool:
    names = [[t.words for t in side if t.kind == "instrument"] for side in (left, right)]
    if not {*names[0], *names[1]} <= _MONEY_NAMES:
        return False
    return all(names) or len(left) + len(right) <= 3


def _receives(old: str, new: str, left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Tell whether the words between 给予 and its sum name who receives it."""
    for text, side in ((old, left), (new, right)):
        if not side or not any(word in words_of(side) for word in _RECEIVERS):
            continue
        before, after = text[: side[0].start], text[side[-1].end :]
        if re.search("(?:给予|奖励|补助)(?:其|该)?$", before) and re.match(
            "的?(?:最高|不超过|每|一次性|[0-9一二三])", after
        ):
            return True
    return False


def _name_change(
    old: str, new: str, left: Sequence[Token], right: Sequence[Token]
) -> Change | None:
    """Return the change of a name in quotation marks: another programme or document."""
    names = [_name_around(text, side) for text, side in ((old, left), (new, right))]
    if names[0] == names[1] or not all(names):
        gone = names[0] or names[1]
        if gone and _is_paper(old if names[0] else new, gone) and bool(left) != bool(right):
            return Change("instrument", names[0], names[1])
        return None
    if any(
        name and not _is_paper(text, name) for text, name in zip((old, new), names, strict=True)
    ):
        return None
    return Change("instrument", names[0], names[1])


def _is_paper(text: str, name: str) -> bool:
    after = text.find(name) + len(name)
    return name[0] == "《" or bool(_NAMED_PAPER.search(name + text[after : after + 6]))


def _name_around(text: str, side: Sequence[Token]) -> str | None:
    """Return the name that holds some words, or that they hold."""
    if not side:
        return None
    start, end = side[0].start, side[-1].end
    for match in _NAME.finditer(text):
        if match.start() <= start and end <= match.end():
            return match[0]
        if (
            start <= match.start() + 1
            and match.end() - 1 <= end
            and match.end() - match.start() >= (end - start) - 2
        ):
            return match[0]
    return None


def _plain(
    old: str, new: str, left: Sequence[Token], right: Sequence[Token], *, gives: bool, beside: bool
) -> Iterator[Change]:
    """Words that no table names: a condition where the sentence gives something, or wording."""
    removed, added = words_of(left), words_of(right)
    heavy = [c for words in (removed, added) for c in evened(words) if c not in _LIGHT]
    if removed and not right and len(removed) <= 2 and new.count(removed) and not beside:
        heavy = []  # a word said twice: 对企业…的软件企业
    if added and not left and len(added) <= 2 and old.count(added) and not beside:
        heavy = []
    if _same_receiver(old, new, left, right):
        heavy = []
    if _said_anyway(old, new, left, right):
        heavy = []
    if beside and set(heavy) <= _VAGUE:
        return
    one, other = _whole_words(old, left, new, right)
    if not heavy or _about_the_same(removed, added, one + other):
        if not beside:
            yield Change("wording", removed or None, added or None, sure=not heavy)
        return
    if not gives:
        yield (
            _who_is_meant(old, new, left, right)
            or _item_of_a_list(left, right)
            or _outside_a_rule(removed, added)
        )
        return
    place = (left or right)[0].start if left or right else 0
    text = old if left else new
    kind = "base" if _in_a_base(old, left, new, right) else _part_of_rule(text, place, one + other)
    yield Change(kind, one or None, other or None, plain=kind != "base")


def _same_receiver(old: str, new: str, left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Tell whether 对获得…的 became 对获得…的企业, or the other way round."""
    if bool(left) == bool(right) or words_of(left or right) not in GENERAL:
        return False
    text, side = (old, left) if left else (new, right)
    return text[: side[0].start].endswith("的") and text.startswith("，", side[-1].end)


def _about_the_same(removed: str, added: str, whole: str) -> bool:
    """Tell whether words were only put in another way: 带动性 and 带动作用.

    `whole` are the whole words in which they stand.
    """
    one, other = ("".join(c for c in evened(w) if c not in _LIGHT) for w in (removed, added))
    if one == other:
        return True
    if not removed or not added or any(noun in whole for noun in GENERAL):
        return False
    sizes = sorted((len(removed), len(added)))
    if sizes[0] == 1 and sizes[1] <= 2:
        return True
    return sizes == [2, 2] and bool(set(removed) & set(added) - _VAGUE)


def _outside_a_rule(removed: str, added: str) -> Change:
    """Words outside a rule: a few are wording, a part of a sentence is text."""
    if not removed and len(evened(added)) >= 6:
        return Change("text-added", None, added)
    if not added and len(evened(removed)) >= 6:
        return Change("text-dropped", removed, None)
    return Change("wording", removed or None, added or None)


def _who_is_meant(
    old: str, new: str, left: Sequence[Token], right: Sequence[Token]
) -> Change | None:
    """Return the change of words right before those for whom something is: “专精特新”中小企业."""
    if bool(left) == bool(right):
        return None
    text, side = (old, left) if left else (new, right)
    if not _WHO.match(text, side[-1].end) or not evened(words_of(side)):
        return None
    return Change("beneficiary", words_of(left) or None, words_of(right) or None)


def _item_of_a_list(left: Sequence[Token], right: Sequence[Token]) -> Change | None:
    """Return the change of a list that names one party or document more or less."""
    words = words_of(left or right)
    item = words.strip("、和及与")
    if bool(left) == bool(right) or item == words:
        return None
    papers = ("细则", "办法", "目录", "规划", "方案")
    kind = "beneficiary" if item.endswith(_BENEFICIARIES) else "instrument"
    if not item.endswith((*_BENEFICIARIES, *papers)):
        return None
    return Change(kind, words_of(left) or None, words_of(right) or None)


def _said_anyway(old: str, new: str, left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Tell whether a word was only named again: 对获评…平台 became 平台获评…平台的."""
    removed, added = words_of(left), words_of(right)
    if any(words.strip("、和及与") != words for words in (removed, added)):
        return False
    start = common(removed, added)
    end = common(removed[start:][::-1], added[start:][::-1])
    cores = [
        "".join(c for c in words[start : len(words) - end] if c not in _LIGHT)
        for words in (removed, added)
    ]
    gone, come = cores
    return (
        bool(gone) != bool(come)
        and len(gone + come) <= 4
        and (gone or come) in (new if gone else old)
    )


def _in_a_base(old: str, left: Sequence[Token], new: str, right: Sequence[Token]) -> bool:
    """Tell whether words stand between 按照 and 给予, or another word that gives."""
    sides = [(text, side) for text, side in ((old, left), (new, right)) if side]
    return all(
        re.search("按照?[^，。；]*$", text[: side[0].start])
        and re.match("[^，。；]*?(?:给予|予以|不超过|的?[0-9])", text[side[-1].end :])
        for text, side in sides
    )


def _whole_words(
    old: str, left: Sequence[Token], new: str, right: Sequence[Token]
) -> tuple[str, str]:
    """Return what changed; a single character takes its neighbour along: 制造业 → 企业, not 企."""
    removed, added = words_of(left), words_of(right)
    if not removed or not added or min(len(removed), len(added)) > 1:
        return removed, added
    following = old[left[-1].end : left[-1].end + 1]
    shared = following == new[right[-1].end : right[-1].end + 1] and following not in _LIGHT
    if shared and "\u4e00" <= following <= "\u9fff":
        return removed + following, added + following
    return removed, added


def _part_of_rule(text: str, place: int, words: str) -> str:
    """Tell which part of a rule some words belong to: who, on what condition, who receives."""
    giving = min((at for word in GIVING if (at := text.find(word)) >= 0), default=len(text))
    if place > giving:
        return "payee" if any(word in words for word in _RECEIVERS) else "condition"
    listed = words.startswith("、") or words.endswith("、")
    if listed and words.strip("、").endswith(_QUALITIES):
        return "condition"
    if listed or any(word in words for word in _BENEFICIARIES):
        return "beneficiary"
    return "condition"
