"""What a change of words in a sentence is: another condition, base or receiver, or wording."""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from clauses.revision.change import Change
from clauses.revision.contents import LIGHT, Contents
from clauses.revision.figures import figures
from clauses.revision.hunks import SUMS
from clauses.revision.plain_words import RECEIVERS, core, in_a_base, plain_changes
from clauses.revision.roles import GIVING, MONEY_NAMES, role
from clauses.revision.tokens import Token, TokenRun, words_of
from clauses.revision.words import CHANGE_OF, GENERAL, PAYERS, alternatives

_RANK = ["department", "strength", "cumulative-limit", "first-time", "payee", "tier", "comparison",
         "frequency", "stage", "base", "count-limit", "beneficiary", "condition",
         "instrument"]  # fmt: skip
"""Of several kinds of words that moved together the first gives its name to the change."""
_INSTALMENTS = ("阶段", "分期", "分批", "总额", "分两年", "分三年", "拨付")
"""Words of a sentence that pays in instalments."""
_NAME = re.compile("“[^“”]{2,20}”|《[^《》]{2,40}》")
_NAMED_PAPER = re.compile("计划|工程|目录|行动|专项|意见|办法|方案|政策|细则|规划")
_MORE = 4
"""So many characters beside a level are more than the level."""
_NAMES_WHOM = re.compile(alternatives(GENERAL))
_COUNTED = re.compile("计算|核算|核定|测算|确定|计发|为依据|为基数|标准")
"""Words of a sentence that says how a sum is found."""
_BY_RULE = re.compile("对[^，。；]+，可?按|分担")
"""A sentence that says by which rule something is settled: 对…的项目用地，按…确定底价."""


def word_changes(
    left: TokenRun, right: TokenRun, contents: Contents, *, beside: bool
) -> Iterator[Change]:
    """Name the change of the words of one place; `beside` where a figure changed there too."""
    if not left and not right:
        return
    told = partial(Change, old=left.words or None, new=right.words or None)
    removed, added = left.words, right.words
    if removed[:1] + added[:1] in ("、或", "或、"):  # an enumeration, in another way
        left, right = left.of(left.tokens[1:]), right.of(right.tokens[1:])
    elif removed[-1:] + added[-1:] in ("、或", "或、"):
        left, right = left.of(left.tokens[:-1]), right.of(right.tokens[:-1])
    if not (left or right) or _refers(removed, added) or _refers(added, removed):
        yield told("wording")
        return
    if {removed, added} == {"对", "由"} and left.after[:1] == right.after[:1]:
        yield told("beneficiary")  # 由企业给予, which pays and no longer receives
        return
    payers = [{t.key for t in run if t.kind == "payer"} for run in (left, right)]
    if all(payers) and payers[0] != payers[1]:
        yield told("condition")
        return
    name = _name_change(left, right)
    if name is not None and not beside:
        yield name
        return
    left, right = (run.of(t for t in run if t.kind != "payer") for run in (left, right))
    if not left and not right:
        if not beside:
            yield told("wording")
        return
    if not beside and not (left and right) and _is_head(left or right):
        said = left.words or right.words
        if any(word in said for word in GIVING):
            yield told("text-dropped" if left else "text-added")
        else:
            yield told("beneficiary" if _NAMES_WHOM.search(said) else "condition")
        return
    if not beside and (_receives(left) or _receives(right)):
        yield told("payee")
        return
    texts = (left.text, right.text)
    gives = any(_BY_RULE.search(text) or any(word in text for word in GIVING) for text in texts)
    kind = _kind_of_rule_words(left, right, gives)
    if kind in ("base", "frequency", "count-limit") and _in_both(left, right, kind):
        yield told("wording", sure=kind == "base")
        return
    measured = kind == "condition" or (kind == "frequency" and _more_than(kind, left, right))
    if measured and not _only_modality(left, right) and in_a_base(left, right):
        kind = "base"
    if kind is None:
        yield from plain_changes(left, right, contents, gives=gives, beside=beside)
    elif kind == "unsure":
        yield told("wording", sure=False)
    elif kind == "stage":
        yield Change(kind, left.part or None, right.part or None)
    elif not (beside and kind == "instrument"):
        yield told(kind)


def _sums(text: str) -> bool:
    """Tell whether a figure of a sentence says how much is given."""
    return any(role(text, one) in SUMS for one in figures(text))


def _is_head(run: TokenRun) -> bool:
    """Tell whether words are the whole of to whom a sentence gives: 对投保的企业，."""
    words = run.words.lstrip("，。；")
    return words.startswith("对") and bool(
        words.endswith("，") or re.match("，|给予|予以|$", run.after)
    )


def _refers(words: str, name: str) -> bool:
    """Tell whether words refer to a name that was said before: 该标准."""
    found = re.fullmatch("(?:该|上述|前述)(.{2,})", words)
    return found is not None and name.endswith(found[1])


def _kind_of_rule_words(left: TokenRun, right: TokenRun, gives: bool) -> str | None:
    """Return the kind of the change of words that bear on a sum; None where there are none."""
    keys = [{t.key for t in side if t.kind in CHANGE_OF} for side in (left, right)]
    if keys[0] == keys[1]:
        return None
    moved = keys[0] ^ keys[1]
    kinds = {CHANGE_OF[t.kind] for t in (*left, *right) if t.key in moved}
    # a rule's own word moves first; 补助 for 奖励 alone is the name of the money
    kind = min(kinds, key=_RANK.index)
    if kind == "instrument" and _only_names_of_money(left, right):
        return "wording"
    if kind == "comparison" and _more_than_a_name([*left, *right], kind):
        return "condition"  # 、投资进度达到计划的
    if kind == "tier" and [] != _levels(left) == _levels(right):
        return None  # 市级专项资金 for 市专项资金
    if kind in ("base", "stage") and not gives:
        # 按设备投资额的10%计算: money follows, though no word gives it
        counted = any(_COUNTED.search(run.text) or _sums(run.text) for run in (left, right))
        return kind if kind == "base" and counted else "unsure"
    if kind in ("tier", "instrument", "comparison", "frequency") and (
        one := _only_side(left, right)
    ):
        return _more_than_a_name(one, kind) or kind
    where = any(t.kind == "where" for t in (*left, *right))
    if kind == "condition" and where and _ends_with_whom((left or right).words):
        return "beneficiary"  # 对本市企业列入国家级…的
    if kind == "base" and core(left.words) == core(right.words):
        return "wording"
    if kind == "frequency" and _only_beside(left, right):
        return "condition"
    if kind == "stage" and (one := _only_side(left, right)) and one.words.endswith("的"):
        return "condition"  # 对通过验收的…
    if kind == "stage" and not any(word in left.text + right.text for word in _INSTALMENTS):
        return "condition"
    return kind


def _only_modality(left: TokenRun, right: TokenRun) -> bool:
    """Tell whether nothing but 可, 原则上 or 不再 changed, which is no base wherever it is."""
    return all(t.kind == "modality" or t.words in LIGHT for t in (*left, *right))


def _levels(run: TokenRun) -> list[str]:
    """Return the levels of government, written 市级 or 市; none where there are other levels."""
    plain = all(t.kind != "tier" or re.fullmatch("(?:国家|[省市区县])级", t.words) for t in run)
    return re.findall("国家|[省市区县]", run.words) if plain else []


def _more_than(kind: str, left: TokenRun, right: TokenRun) -> bool:
    """Tell whether there are other words than those of a kind: 与上年度投入的差额."""
    others = [t for t in (*left, *right) if t.words not in LIGHT]
    return any(CHANGE_OF.get(t.kind) != kind for t in others)


def _in_both(left: TokenRun, right: TokenRun, kind: str) -> bool:
    """Tell whether each word of a kind is in the other version too: 每年 twice."""
    there = [
        t.words in (_what_is_given(other.text) if _bounds(run.text, t) else other.text)
        for run, other in ((left, right), (right, left))
        for t in run
        if CHANGE_OF.get(t.kind) == kind
    ]
    return bool(there) and all(there)


def _bounds(text: str, token: Token) -> bool:
    """Tell whether a word comes right before what is given at most: 每年最高3000万元."""
    return bool(re.match("(?:最高|不超过|给予)", text[token.end :]))


def _what_is_given(text: str) -> str:
    """Return the part of a sentence that gives: without who is chosen each year."""
    at = min((text.find(word) for word in (*PAYERS, *GIVING) if word in text), default=0)
    return text[at:]


def _only_side(left: TokenRun, right: TokenRun) -> TokenRun | None:
    """Return the side that says something, if the other says nothing."""
    said = [any(t.words not in LIGHT for t in run) for run in (left, right)]
    return None if all(said) else left if said[0] else right


def _more_than_a_name(side: Iterable[Token], kind: str) -> str | None:
    """Return the kind of words with a level or an instrument in them.

    市级基础性平台建设项目, 未享受过市级补助的, 、培育本地配套企业等.
    """
    words = words_of(side)
    others = [t.words for t in side if t.kind != kind and t.words not in LIGHT]
    if len(others) < _MORE or (kind == "instrument" and not words.startswith("、")):
        return None
    return "beneficiary" if _ends_with_whom(words) else "condition"


def _ends_with_whom(words: str) -> bool:
    return words.rstrip("、和及与，等").endswith(tuple(GENERAL))


def _only_beside(left: TokenRun, right: TokenRun) -> bool:
    """Tell whether 年度 went with other words: 年度绩效评价 became 评估."""
    words = {t.words for t in (*left, *right) if t.kind == "frequency"}
    return words == {"年度"} and any(
        t.words not in LIGHT for t in (*left, *right) if t.kind == "character"
    )


def _only_names_of_money(left: TokenRun, right: TokenRun) -> bool:
    names = [[t.words for t in side if t.kind == "instrument"] for side in (left, right)]
    if not {*names[0], *names[1]} <= MONEY_NAMES:
        return False
    return all(names) or len(left) + len(right) <= 3


def _receives(run: TokenRun) -> bool:
    """Tell whether the words between 给予 and its sum name who receives it."""
    if not run or not any(word in run.words for word in RECEIVERS):
        return False
    giving = re.search("(?:给予|奖励|补助)(?:其|该)?$", run.before)
    return bool(giving and re.match("的?(?:最高|不超过|每|一次性|[0-9一二三])", run.after))


def _name_change(left: TokenRun, right: TokenRun) -> Change | None:
    """Return the change of a name in quotation marks: another programme or document."""
    names = [_name_around(run) for run in (left, right)]
    told = [(run.text, name) for run, name in zip((left, right), names, strict=True) if name]
    if names[0] == names[1] or not all(_is_paper(*one) for one in told):
        return None
    if not all(names) and left and right:
        return None
    return Change("instrument", names[0], names[1])


def _is_paper(text: str, name: str) -> bool:
    after = text.find(name) + len(name)
    return name[0] == "《" or bool(_NAMED_PAPER.search(name + text[after : after + 6]))


def _name_around(run: TokenRun) -> str | None:
    """Return the name that holds some words, or that they hold."""
    if not run:
        return None
    start, end = run.tokens[0].start, run.tokens[-1].end
    for match in _NAME.finditer(run.text):
        if match.start() <= start and end <= match.end():
            return match[0]
        if (
            start <= match.start() + 1
            and match.end() - 1 <= end
            and match.end() - match.start() >= (end - start) - 2
        ):
            return match[0]
    return None
