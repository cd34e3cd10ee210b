"""Checks how conditions are joined and compared, and whose limit it is and of what time.

或 and 且, a growth and a share, 累计 and 每年: the words of the text decide.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from clauses.model.award import Condition, Fact
from clauses.proof.denials_said import check_denials, is_excluded
from clauses.proof.named import name_of
from clauses.proof.said_of_sum import ELSE, Said, bears_on

_OR = re.compile("或")
_ONE_OF = re.compile("之一|任一|其一|任意一")
_ONE_OF_BEFORE = re.compile(f"(?:{_ONE_OF.pattern})[^，；。]{{0,4}}[：:]?$")
_ONE_OF_AFTER = re.compile(f"[^，；。]{{0,6}}(?:{_ONE_OF.pattern})")
_ONE_OF_EARLIER = re.compile(f"(?:下列|以下|如下|下述)[^，；。]{{0,10}}(?:{_ONE_OF.pattern})")
_LISTED = re.compile("[、，；]?")
_JOINED_BY_OR = re.compile("(?:的|之一|（|，|、)*或(?:者|是)?(?:者)?")
_GROWN = re.compile("增(?!值|加值)|提高|提升|同比|环比")
_SHARED = re.compile("占|比重|比例|比值|强度")
_EACH_YEAR = re.compile("每年|每个?年度|每一年|年度|当年|同一年|每自然年")
_OF_ONE_YEAR = re.compile(
    "每年|每个?(?:会计|自然)?年度?|(?:年度|当年|全年|年内|同一年度?)[^，。；0-9]{0,8}?"
    "(?:累计|合计|总额|最高|最多|不超|不高于|不得|上限|限额)"
)
"""A limit of one year: 年度最高, 当年累计."""
_OVER_YEARS = re.compile("累计")
_WAY = re.compile(
    "(?P<falls>下降|降低|减少|下滑|回落|压减|缩减|缩短|节约|低于|少于|[低少降减]$)"
    "|增|升|提高|高于|超|多于|[高多]$"
)
"""The way in which a figure after it goes."""
_AND = re.compile("[^，；。]*(?:且|并|同时)[^，；。]*")
_APART = re.compile("[，；][^，；。]{0,2}或")
_MOST = re.compile("最[多高长]|至多|上限")
"""最多3000平方米 limits what counts, and refuses nobody."""
_TEN_THOUSANDS = re.compile("（[^（）]*万(?!元)[^（）]*）")
"""年产量（万吨） is answered in ten thousands, and 1000万吨 counts tonnes."""
_OTHERS = re.compile("其他|其余|等")
_GROUP = re.compile("集团|关联企业|同一控制|同一控股|同一法人|同一法定代表人")


def check_conditions_said(said: Said) -> None:
    """Add a fault where a condition or the limit says what its words do not say."""
    check_denials(said)
    _check_joined(said)
    for index, condition in enumerate(said.award.when):
        words = condition.words.zh
        fact = said.fact(condition.fact)
        if condition.in_ and fact and fact.options:
            _check_codes(said, index, condition, fact)
        _check_way(said, index, condition)
        if condition.compares and _MOST.match(condition.compares):
            said.tell(("when", index, "compares"), "most", figure=condition.compares)
        scaled = condition.compares and re.search("[0-9]万[^元]", condition.compares)
        if scaled and fact and _TEN_THOUSANDS.search(fact.label.zh):
            figure, name = str(condition.compares), fact.label.zh
            said.tell(("when", index, "fact"), "scale", figure=figure, name=name)
        for name, codes in (condition.given or {}).items():
            names = [name_of(said.award, name, code) for code in codes if code not in ELSE]
            if names and not any(bears_on(one, said.text) for one in names):
                said.tell(("when", index, "given", name), "given", words=words, name=names[0])
        if condition.of and _GROWN.search(words) and not _SHARED.search(words):
            said.tell(("when", index, "of"), "of-growth", words=words)
        if condition.over and _SHARED.search(words) and not re.search("增|提高|提升|高于", words):
            said.tell(("when", index, "over"), "over-share", words=words)
    _check_limit(said)


def _check_codes(said: Said, index: int, condition: Condition, fact: Fact) -> None:
    """Report options that the words of a condition name and it leaves out, or the reverse."""
    words = condition.words.zh
    named = {option.zh: code for code, option in (fact.options or {}).items()}
    in_words = {code for name, code in named.items() if _is_named(name, words, named)}
    asked = set(condition.in_ or ())
    left = [name for name, code in named.items() if code in in_words - asked]
    rest = [name for name, code in named.items() if code in asked and code in ELSE]
    if left and asked & in_words:
        said.tell(("when", index, "in"), "codes-left", words=words, names=left)
    if rest and in_words and not _OTHERS.search(words):
        said.tell(("when", index, "in"), "codes-other", words=words, names=rest)


def _is_named(name: str, words: str, names: Iterable[str]) -> bool:
    """Return whether words have a name, and not only as part of a longer one."""
    for longer in names:
        if name != longer and name in longer:
            words = words.replace(longer, "，")
    return name in words


def _check_way(said: Said, index: int, condition: Condition) -> None:
    """Report a fall that is written as a growth: 下降10%以上, 低于平均水平3个百分点."""
    key, words = "over" if condition.over else "above", condition.words.zh
    if condition.compares is None or not (condition.over or condition.above):
        return
    *_, way = [None, *_WAY.finditer(words.partition(condition.compares)[0])]
    if way is not None and way["falls"]:
        said.tell(("when", index, key), "fall", words=words)


def _check_joined(said: Said) -> None:
    conditions, text = said.award.when, said.text
    for index in range(1, len(conditions)):
        before, condition = conditions[index - 1], conditions[index]
        earlier, own = before.words.zh, condition.words.zh
        start, begin = text.find(earlier), text.find(own)
        if start < 0 or begin < 0:
            continue
        end = start + len(earlier)
        # A或B的不予奖励: both must be absent
        excluded = is_excluded(said, before) or is_excluded(said, condition)
        if condition.or_ and excluded:
            said.tell(("when", index, "or"), "or-excluded", words=own, before=earlier)
        elif condition.or_:
            _check_or(said, index)
        elif excluded:
            continue
        elif before.given or condition.given:
            continue  # each applies to other applicants
        elif end <= begin and (
            _JOINED_BY_OR.fullmatch(text[end:begin])
            or (_LISTED.fullmatch(text[end:begin]) and _is_one_of(text, start, begin + len(own)))
        ):
            said.tell(("when", index), "no-or", words=own, before=earlier)


def _is_one_of(text: str, start: int, end: int) -> bool:
    """Return whether the words around conditions say that one is enough: A、B条件之一."""
    if _says_one_of_before(text, start):
        return True
    return bool(_ONE_OF_BEFORE.search(text[:start]) or _ONE_OF_AFTER.match(text, end))


def _says_one_of_before(text: str, start: int) -> bool:
    """Return whether the sentence says so before its conditions: 下列条件之一的奖励10万元，A、B."""
    return bool(_ONE_OF_EARLIER.search(text[text.rfind("。", 0, start) + 1 : start]))


def _check_or(said: Said, index: int) -> None:
    """Check that 或 is among the conditions of which one is enough: A、B或者C."""
    conditions, text = said.award.when, said.text
    first, last = index - 1, index
    while conditions[first].or_:
        first -= 1
    while last + 1 < len(conditions) and conditions[last + 1].or_:
        last += 1
    words = [one.words.zh for one in conditions[first : last + 1]]
    low = min(text.find(one) for one in words)
    high = max(text.find(one) + len(one) for one in words)
    sentence = text[low : said.sentence(high)[1]]
    start = text.find(words[index - first - 1]) + len(words[index - first - 1])
    apart = _ONE_OF_EARLIER.search(text[start : text.find(words[index - first])])
    if apart or (
        not _OR.search(text[low:high])
        and not (_ONE_OF.search(sentence) or _says_one_of_before(text, low))
    ):
        said.tell(
            ("when", index, "or"), "or", words=words[index - first], before=words[index - first - 1]
        )
    elif index == first + 1:
        _check_apart(said, first, last)


def _check_apart(said: Said, first: int, last: int) -> None:
    """Report A且B或C: the text does not let B and C stand for each other beside A.

    Nor do A或B且C and 下列条件之一 before A且B，C. A comma makes it clear (A或B，且C), or else a
    reading of the condition says how it is read; 且 itself never joins two of which one is enough.
    """
    conditions = said.award.when
    words = [one.words.zh for one in conditions]
    starts = [said.text.find(one) for one in words]
    high = max(starts[one] + len(words[one]) for one in range(first, last + 1))
    apart = bool(_APART.search(said.text[starts[first] : high]))
    for one, next_ in pairwise(range(len(words))):
        inside = first <= one < last
        if not (inside or next_ == first or one == last):
            continue
        between = said.text[starts[one] + len(words[one]) : starts[next_]]
        if not _AND.fullmatch(between) or _OR.search(between) or _ONE_OF.search(between):
            continue
        read = conditions[one].reading or conditions[next_].reading
        clear = apart or _says_one_of_before(said.text, starts[one])
        if inside or clear or not read:
            at = ("when", first + 1, "or")
            said.tell(at, "or-apart", before=words[one], words=words[next_])


def _check_limit(said: Said) -> None:
    limit = said.award.limit
    if limit is None:
        return
    words = limit.words.zh
    if limit.each_year and not _EACH_YEAR.search(words) and _OVER_YEARS.search(words):
        said.tell(("limit", "each_year"), "in-all-years", words=words)
    if not limit.each_year and _OF_ONE_YEAR.search(words):
        said.tell(("limit",), "each-year", words=words)
    if _GROUP.search(words):
        said.tell(("limit", "words", "zh"), "group", words=words)
