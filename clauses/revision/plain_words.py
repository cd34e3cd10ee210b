"""What a change of words is that no table names: a condition of what is given, or wording.

Words are compared by what they say (`contents`), wherever they are in the sentence. A sentence
that says more or less than before asks or gives something else. Where words stand for other words,
nobody knows from the words alone: that is wording, which a person must confirm.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from clauses.revision.change import Change
from clauses.revision.contents import LIGHT, Contents
from clauses.revision.figures import figures
from clauses.revision.roles import GIVING
from clauses.revision.tokens import TokenRun
from clauses.revision.words import (
    AIMS,
    EMPTY,
    GENERAL,
    KIND_OF,
    STANDING,
    STEPS,
    alternatives,
    evened,
)

_BENEFICIARIES = ("企业", "国企", "机构", "单位", "平台", "园区", "产品", "个人", "团队")
_WHO = re.compile(alternatives([word for word, kind in KIND_OF.items() if kind == "who"]))
_NOUN = re.compile(alternatives(GENERAL))
_AIM = re.compile(f"(?:(?:企业|产业|行业|工业|制造业)?(?:{alternatives(AIMS)}))+")
_STEP = re.compile(alternatives(STEPS))
_QUALITIES = ("强", "高", "好", "大", "优", "优秀", "快", "多")
"""What ends an item of a list that says how something must be: 产业带动性强."""
_PAPERS = ("细则", "办法", "目录", "规划", "方案", "计划", "行动")
_OF_ITS_OWN = re.compile("^[、（，；且并和及与或]|[、），；和与或]$")
_OFFICES = ("局", "委", "办", "政府", "部门")
_JOINED = re.compile("^[、和及与或]+|(?:[、和与或]|(?<![涉以普推])及)+$")
_BY_WHOM = re.compile("(?:组织|委托|聘请|邀请|[由经])[^，。；的]{0,4}$")
"""What comes before those who only judge."""
_OF_A_NOUN = re.compile(
    f"(?:、[^，。；、的]{{2,6}})*的?[^，。；、的]{{0,6}}(?:{alternatives(GENERAL)})"
)
"""What comes after the last word of a list that says which: 新建、改建 项目."""
_SAYING = 2
"""Fewer characters more or less say too little to be a condition."""
_BESIDE = 4
"""Fewer beside a figure that changed are reported with it: 至2022年底."""
_TEXT = 5
"""So many characters of a sentence that gives nothing are a part of its text."""
RECEIVERS = ("单位", "团队", "企业", "机构", "个人", "主体")
"""Who may be paid."""


def plain_changes(
    left: TokenRun, right: TokenRun, contents: Contents, *, gives: bool, beside: bool
) -> Iterator[Change]:
    """Words that no table names; `beside` a figure that changed they are reported with it."""
    gone, come = contents.gone(left.tokens), contents.come(right.tokens)
    removed, added = left.words or None, right.words or None
    wording = Change("wording", removed, added, sure=not gone and not come)
    kind = None
    if re.search("[0-9]:[0-9]", gone + come):
        kind = "rate"  # 按4:4:2的比例分担
    elif gone and come:
        one, other = _whole_words(left, right)
        if gives and not beside and steps(one) != steps(other):
            kind = "condition"
        elif gives and not beside and {*_NOUN.findall(one)} != {*_NOUN.findall(other)}:
            removed, added = one, other
            kind = _part_of_rule(left, one + other)
        if gives and not beside and in_a_base(left, right):
            kind = "base"
        if kind is None and _another_item(left, gone) and _another_item(right, come):
            kind = "condition"
    elif said := gone or come:
        own, there = (left, right) if gone else (right, left)
        kind = _more_or_less(own, there, said, gives=gives)
        exchanged = there.words in EMPTY and len(said) <= _SAYING  # 深化 for 支持
        aims = not gives and not figures(own.text) and _only_aims(own.words)  # 、上台阶
        if exchanged or aims:
            kind, wording = None, replace(wording, sure=False)
        if contents.reworded and (there or not _OF_ITS_OWN.search(own.words)):
            kind = None
        if kind and kind != "base" and beside and len(said) < _BESIDE:
            return
    if kind == "text":
        kind = "text-dropped" if gone else "text-added"
    if kind == "base" and beside:
        removed, added = ((words and words.strip("的")) or None for words in (removed, added))
    if kind:
        yield Change(kind, removed, added)
    elif not beside:
        yield wording


def _another_item(run: TokenRun, said: str) -> bool:
    """Tell whether words are what names an item of a list: 创投基金、天使基金规模."""
    return 1 < len(run.words) <= len(said) + 1 and bool(
        run.before.endswith("、") or re.match("[^，。；、的]{0,4}、", run.after)
    )


def steps(words: str) -> set[str]:
    """Return the steps and grades that some words name: 申报, 备案, 合格."""
    return {*_STEP.findall(words)}


def _more_or_less(own: TokenRun, there: TokenRun, said: str, *, gives: bool) -> str | None:
    """Return what is changed by words that only one version has; None where it is wording.

    `there` is what stands for them in the other version, which does not say what they `said`.
    """
    words, before, after = own.words, own.before, own.after
    alone, other = not there, there.text
    plain = core(words)
    if 2 * len(said) <= len(plain):
        return None  # most of it is elsewhere in the other version
    in_brackets = words.startswith("（") and words.endswith("）")
    item = _JOINED.sub("", words)
    if alone and (item != words or in_brackets):  # one party, document or thing of a list
        if gives:
            return _part_of_rule(own, words)
        if item.endswith(_PAPERS):
            return "instrument"
        if item.endswith(_OFFICES):
            return "department"
        if item.endswith(_BENEFICIARIES):
            return "beneficiary"
        return "condition" if len(said) < _TEXT else "text"
    if alone and gives and plain in GENERAL and _NOUN.match(after) and before.endswith("的"):
        return "beneficiary"  # …的制造业企业
    whose = plain.removesuffix("获得")  # 企业获评…的 for 对…企业
    plain = whose if whose in GENERAL else plain
    if plain in STANDING or plain in core(other) or (not alone and _word_by_word(plain, other)):
        return None  # 对获评国家级示范企业的 for 对国家级示范企业; or it is said anyway
    if words in GENERAL and before.endswith("的") and after.startswith("，"):
        return None  # 对获得…的企业 for 对获得…的
    if gives or figures(own.text):
        if len(said) < _SAYING:
            return None
        return "base" if _in_base(own) else _part_of_rule(own, words)
    if _WHO.match(after):  # “专精特新”中小企业
        return "beneficiary"
    if len(said) < _TEXT:
        return None
    inside = words.strip("，；") == words  # within a part of the sentence: 优势企业, of a field
    return "condition" if inside else "text"


def _only_aims(words: str) -> bool:
    """Tell whether words name an aim only, with the verb or those to whom it belongs."""
    return bool(_AIM.fullmatch(core(words)))


def _word_by_word(plain: str, other: str) -> bool:
    """Tell whether a text has each word of two characters: 建设…的项目 for 建设项目."""
    words = [plain[at : at + 2] for at in range(0, len(plain), 2)]
    return len(words) > 1 and all(len(word) == 2 and word in other for word in words)


def core(words: str) -> str:
    """Return what words say, without those that carry nothing."""
    return "".join(character for character in evened(words) if character not in LIGHT)


def in_a_base(left: TokenRun, right: TokenRun) -> bool:
    """Tell whether words come between 按照 and 给予, or another word that gives."""
    return all(_in_base(run) for run in (left, right) if run)


def _in_base(run: TokenRun) -> bool:
    return bool(
        re.search("按照?[^，。；]*$", run.before)
        and re.match("[^，。；]*?(?:给予|予以|不超过|的?[0-9])", run.after)
    )


def _whole_words(left: TokenRun, right: TokenRun) -> tuple[str, str]:
    """Return what changed; a single character takes its neighbour along: 制造业 → 企业, not 企."""
    removed, added = left.words, right.words
    if min(len(removed), len(added)) > 1:
        return removed, added
    following = left.after[:1]
    shared = following == right.after[:1] and following not in LIGHT
    if shared and "\u4e00" <= following <= "\u9fff":
        return removed + following, added + following
    return removed, added


def _part_of_rule(run: TokenRun, words: str) -> str:
    """Tell which part of a rule some words belong to: who, on what condition, who receives."""
    if any(word in run.before for word in GIVING) and not words.startswith("（"):
        return "payee" if any(word in words for word in RECEIVERS) else "condition"
    if words.startswith(("且", "，且", "并", "，并")):
        return "condition"
    listed = words.startswith("、") or words.endswith("、")
    if listed and words.strip("、").endswith(_QUALITIES):
        return "condition"
    if _BY_WHOM.search(run.before):
        return "condition"  # 组织第三方机构评审
    if listed and not _ends_with_a_noun(words) and _OF_A_NOUN.match(run.after):
        return "condition"  # 新建、改建项目
    if listed or any(word in words for word in _BENEFICIARIES):
        return "beneficiary"
    return "condition"


def _ends_with_a_noun(words: str) -> bool:
    return bool(_NOUN.search(words.strip("、和及与或等的")[-4:]))
