"""Checks that a condition asks for a yes or a no as its words do.

未受处罚 denies what comes after it, 存在失信行为的，不予奖励 what stands before it, and the label
of a fact may deny too: 非高耗能企业. Two denials are a yes: under 未通过验收的，不予补助 those are
paid who 通过验收.
"""

import re
from collections.abc import Iterator

from clauses.levels import scan_levels
from clauses.model.award import Condition, Fact
from clauses.proof.said_of_sum import DENIED, Said

_NEGATIVE = re.compile(
    "不(?!超|高于|低于|少于|多于|足|断|同|动产|锈)|[未非除没禁]|免(?!税区)|无(?!人机|线|形|缝|纺)|(?<![海市境国省区县域])外(?![资贸商籍包部销汇])"
)
"""Words that deny; 不超过 bounds a figure, and 市外 is a place."""
_ONE_DENIAL = re.compile("没有|[未不非无]")
_REFUSES = (
    "除外|例外|不予|不再(?:给予|享受|奖|补|资助|支持|兑现|安排)|不重复(?:奖|补|享受|支持|资助|给予)"
    "|不(?:奖励|奖补|补助|补贴|补偿|资助|支持|给予|纳入|列入|适用|享受)|不[得能可再](?:享受|申报|申请|参与|参评)"
    "|不在(?:支持|奖|补|资助|扶持|本|此)|取消|一票否决|暂停|停止|(?:予以)?(?:剔除|排除)"
)
_SURELY = "(?:一律|均|则|都|也|原则上|自动|将|应当?|直接|[当本]年度?)*"
_EXCLUDED = re.compile(
    "(?:[、或][^，。；]{1,30}?)?"
    f"(?:[^，。；（]{{0,8}}(?:{_REFUSES}|不(?:申报|申请|参与|属于|在))"
    f"|[^，。；（0-9]{{0,3}}的[^，。；（0-9]{{0,6}}，{_SURELY}(?:{_REFUSES}))"
)
"""高耗能企业除外; 存在失信行为的企业，一律不予奖励; of several in a row also the first."""
_TAKEN_BACK = re.compile(
    "[^，。；（0-9]{0,6}的?，(?:应当?|须|则|要|将|由[^，。；]{2,10})?(?:依法|全额|全部|如数|予以|按规定)*(?:收回|追回|追缴|退回|退还|返还|取消|停止|终止)"
)
"""五年内迁出本市的，全额收回奖励资金: who moves away is not paid."""


def check_denials(said: Said) -> None:
    """Add a fault where a condition asks for a yes and its words for a no, or the reverse."""
    for index, condition in enumerate(said.award.when):
        words, fact = condition.words.zh, said.fact(condition.fact)
        excluded = is_excluded(said, condition)
        if condition.is_ is None or fact is None:
            if excluded:
                said.tell(("when", index), "excluded", words=words)
            continue
        denials = _denials(said, words, fact)
        no = (len(denials or ()) + excluded) % 2 == 1
        if condition.is_:
            if excluded and no:
                said.tell(("when", index), "excluded", words=words)
            elif no:
                denied, name = (denials or [(words, fact.label.zh)])[0]
                said.tell(("when", index, "is"), "true", words=denied, name=name)
        elif denials is not None and not no and (denials or excluded):
            said.tell(("when", index, "is"), "twice-denied", words=words, name=fact.label.zh)
        elif not (denials or excluded or _denies(said, words.replace(fact.label.zh, ""))):
            said.tell(("when", index, "is"), "false", words=words)


def is_excluded(said: Said, condition: Condition) -> bool:
    """Return whether the text pays nothing where the words of a condition apply."""
    after = _rest(said, condition)
    return bool(_EXCLUDED.match(after) or _TAKEN_BACK.match(after))


def _denials(said: Said, words: str, fact: Fact) -> list[tuple[str, str]] | None:
    """Return each denial in the words or the label, with what is denied.

    None if the words do not have the label, so that nothing can be said of them.
    """
    label, place = fact.label.zh, words.find(fact.label.zh)
    if place >= 0:
        return list(_before(said, words, place, label))
    for denial in _ONE_DENIAL.finditer(words):  # 近三年未发生事故, of 近三年发生事故
        if label in words[: denial.start()] + words[denial.end() :]:
            return [(words, label)]
    for denial in _ONE_DENIAL.finditer(label):
        plain = label[: denial.start()] + label[denial.end() :]
        if len(plain) > 1 and plain in words:
            return [(label, plain), *_before(said, words, words.find(plain), plain)]
    return None


def _before(said: Said, words: str, place: int, name: str) -> Iterator[tuple[str, str]]:
    """Yield the denial just before a name, also where it stands before the words quoted."""
    if DENIED.search(words[:place]):
        yield words, name
    elif denied := DENIED.search(said.text[: max(said.text.find(words), 0)]):
        yield denied[0] + words, words


def _denies(said: Said, words: str) -> bool:
    """Return whether some word denies, or `excludes` says what the other award asks."""
    return bool(_NEGATIVE.search(words) or said.award.excludes)


def _rest(said: Said, condition: Condition) -> str:
    """Return the text after what a condition asks for: its figure, its level or its label."""
    fact, words = said.fact(condition.fact), condition.words.zh
    asked = [
        condition.compares,
        fact and fact.label.zh,
        *(level.words for level in scan_levels(words)),
    ]
    ends = [words.find(one) + len(one) for one in asked if one and one in words]
    if not ends and fact:  # 高耗能企业除外, of a fact named 非高耗能企业
        ends = [
            words.find(plain) + len(plain)
            for one in _ONE_DENIAL.finditer(fact.label.zh)
            if (plain := fact.label.zh[: one.start()] + fact.label.zh[one.end() :]) in words
        ]
    return said.text[max(said.text.find(words), 0) + max(ends, default=len(words)) :]
