"""What a change of words is that no table names: a condition of what is given, or wording."""

import re
from collections.abc import Iterator, Sequence

from clauses.revision.change import Change
from clauses.revision.likeness import common
from clauses.revision.roles import GIVING
from clauses.revision.tokens import Token, words_of
from clauses.revision.words import GENERAL, KIND_OF, STANDING, VAGUE, alternatives, evened

LIGHT = frozenset(
    "分别档各的了对于等予以给按照并和及与、，。；：“”《》（）将由其该所之为在而且个一有被中数"
)
"""Characters that carry no condition by themselves."""
_BENEFICIARIES = ("企业", "国企", "机构", "单位", "平台", "园区", "产品", "个人", "团队")
_WHO = re.compile(alternatives([word for word, kind in KIND_OF.items() if kind == "who"]))
_QUALITIES = ("强", "高", "好", "大", "优", "优秀", "快", "多")
"""What ends an item of a list that says how something must be: 产业带动性强."""
_TEXT = 6
"""So many characters of a sentence that gives nothing are a part of its text."""
RECEIVERS = ("单位", "团队", "企业", "机构", "个人", "主体")
"""Who may be paid."""


def plain_changes(
    old: str, new: str, left: Sequence[Token], right: Sequence[Token], *, gives: bool, beside: bool
) -> Iterator[Change]:
    """Words that no table names: a condition where the sentence gives something, or wording."""
    removed, added = words_of(left), words_of(right)
    heavy = [c for words in (removed, added) for c in evened(words) if c not in LIGHT]
    if removed and not right and len(removed) <= 2 and new.count(removed) and not beside:
        heavy = []  # a word said twice: 对企业…的软件企业
    if added and not left and len(added) <= 2 and old.count(added) and not beside:
        heavy = []
    if bool(left) != bool(right) and evened(removed or added).strip("".join(LIGHT)) in STANDING:
        heavy = []  # 对获评国家级示范企业的 for 对国家级示范企业
    if _same_receiver(old, new, left, right):
        heavy = []
    if _said_anyway(old, new, left, right) or _alike_around(old, new, left, right):
        heavy = []
    if beside and set(heavy) <= VAGUE:
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
    kind = "base" if in_a_base(old, left, new, right) else _part_of_rule(text, place, one + other)
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
    one, other = ("".join(c for c in evened(w) if c not in LIGHT) for w in (removed, added))
    if one == other:
        return True
    if not removed or not added or any(noun in whole for noun in GENERAL):
        return False
    sizes = sorted((len(removed), len(added)))
    if sizes[0] == 1 and sizes[1] <= 2:
        return True
    return sizes == [2, 2] and bool(set(removed) & set(added) - VAGUE)


def _outside_a_rule(removed: str, added: str) -> Change:
    """Words outside a rule: a few are wording, a part of a sentence is text."""
    words = removed or added
    if (removed and added) or len(evened(words)) < _TEXT:
        return Change("wording", removed or None, added or None)
    if words.strip("，；、和及") == words:  # within a part of the sentence: 优势企业, of a field
        return Change("condition", removed or None, added or None)
    return Change("text-dropped" if removed else "text-added", removed or None, added or None)


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
    """Return the change of a list that names one party, document or thing more or less."""
    words = words_of(left or right)
    item = words.lstrip("、和及与").rstrip("、和及")
    if bool(left) == bool(right) or item == words:
        return None
    if len(item) < 2 or not evened(item):
        return None
    papers = ("细则", "办法", "目录", "规划", "方案", "计划", "行动")
    kind = "instrument" if item.endswith(papers) else "condition"
    kind = "beneficiary" if item.endswith(_BENEFICIARIES) else kind
    if kind == "condition" and len(evened(words)) >= _TEXT:
        return None
    return Change(kind, words_of(left) or None, words_of(right) or None)


def _said_anyway(old: str, new: str, left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Tell whether a word was only named again: 对获评…平台 became 平台获评…平台的."""
    removed, added = words_of(left), words_of(right)
    if _named_in_full(old, left, new) or _named_in_full(new, right, old):
        return True
    if any(words.strip("、和及与") != words for words in (removed, added)):
        return False
    removed, added = evened(removed), evened(added)
    start = common(removed, added)
    end = common(removed[start:][::-1], added[start:][::-1])
    cores = [
        "".join(c for c in words[start : len(words) - end] if c not in LIGHT)
        for words in (removed, added)
    ]
    gone, come = cores
    return (
        bool(gone) != bool(come)
        and len(gone + come) <= 4
        and (gone or come) in (new if gone else old)
    )


def _alike_around(old: str, new: str, left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Tell whether words say about the same with those around them: 获得, 获."""
    if not left and not right:
        return False
    if left and right:
        before = min(2, left[0].start, right[0].start)
        around = [
            text[s[0].start - before : s[-1].end + 2] for text, s in ((old, left), (new, right))
        ]
    else:
        text, side, other = (old, left, new) if left else (new, right, old)
        at = common(text, other)
        start, end = side[0].start, side[-1].end
        if at != start:
            return False
        around = [text[max(start - 2, 0) : end + 2], other[max(start - 2, 0) : start + 2]]
    return evened(around[0]) == evened(around[1])


def _named_in_full(text: str, side: Sequence[Token], other: str) -> bool:
    """Tell whether a name that was cut short still stands in full: 产业发展导向目录, and 该目录."""
    if not side:
        return False
    name = text[side[0].start : side[-1].end + 2]
    return len(name) >= 6 and text.count(name) > 1 and name in other


def in_a_base(old: str, left: Sequence[Token], new: str, right: Sequence[Token]) -> bool:
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
    shared = following == new[right[-1].end : right[-1].end + 1] and following not in LIGHT
    if shared and "\u4e00" <= following <= "\u9fff":
        return removed + following, added + following
    return removed, added


def _part_of_rule(text: str, place: int, words: str) -> str:
    """Tell which part of a rule some words belong to: who, on what condition, who receives."""
    giving = min((at for word in GIVING if (at := text.find(word)) >= 0), default=len(text))
    if place > giving:
        return "payee" if any(word in words for word in RECEIVERS) else "condition"
    listed = words.startswith("、") or words.endswith("、")
    if listed and words.strip("、").endswith(_QUALITIES):
        return "condition"
    if listed or any(word in words for word in _BENEFICIARIES):
        return "beneficiary"
    return "condition"
