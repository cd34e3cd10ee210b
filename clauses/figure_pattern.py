"""The notation of figures: its words, its units, and the patterns made of them."""

import re
from decimal import Decimal
from typing import Literal

Measure = Literal[
    "money", "share", "points", "count", "area", "multiple", "years", "months", "rank", "date"
]
"""A sum, a percentage (or ‰, 成, 1:1), percentage points, pieces (个, 家, 人, 台 …), square metres,
times (倍, 翻番), a length of time, a place in a ranking or a grade (500强, 前10名, 2级), a day or
38号."""
Meaning = Literal["exact", "at-most", "less-than", "more-than", "at-least"]

SCALES = {"": 1, "百": 100, "千": 1000, "万": 10_000, "百万": 10**6, "千万": 10**7, "亿": 10**8}

# the longest words first, because 最高不超过 contains 最高, and 不超过 contains 超过
BEFORE: dict[str, Meaning] = {
    "最高不超过": "at-most",
    "最多不超过": "at-most",
    "最高不超": "at-most",
    "最高不得超过": "at-most",
    "最高可达到": "at-most",
    "最高可达": "at-most",
    "最高达": "at-most",
    "最多可达": "at-most",
    "不得高于": "at-most",
    "不得多于": "at-most",
    "不得少于": "at-least",
    "不得超过": "at-most",
    "不得低于": "at-least",
    "不超过": "at-most",
    "不高于": "at-most",
    "不多于": "at-most",
    "不低于": "at-least",
    "不少于": "at-least",
    "不超": "at-most",
    "最高": "at-most",
    "最多": "at-most",
    "最长": "at-most",
    "上限": "at-most",
    "封顶": "at-most",
    "保底": "at-least",
    "至多": "at-most",
    "限额": "at-most",
    "限报": "at-most",
    "未超过": "at-most",
    "最低": "at-least",
    "至少": "at-least",
    "大于等于": "at-least",
    "小于等于": "at-most",
    "不小于": "at-least",
    "不大于": "at-most",
    "大于": "more-than",
    "多于": "more-than",
    "小于": "less-than",
    "≥": "at-least",
    "≤": "at-most",
    "超过": "more-than",
    "超出": "more-than",
    "突破": "more-than",
    "高于": "more-than",
    "未达到": "less-than",
    "不足": "less-than",
    "低于": "less-than",
    "少于": "less-than",
    "未达": "less-than",
    "不到": "less-than",
    "不满": "less-than",
    "未满": "less-than",
    "达到": "at-least",
    "超": "more-than",
    "达": "at-least",
    "满": "at-least",
}
_BEFORE_WORDS = "|".join(BEFORE)
_PAYING = "奖励|奖补|补助|补贴|资助|给予|支持|扶持|享受|申报|奖|补"
"""最高奖100万元, 最多支持3份: the verb may come between the word and its figure."""
AT_A_DISTANCE = re.compile(
    r"(?:(?P<ceiling>最高不超过|不超过|不高于|(?<!历史)最高(?!年份|纪录|记录))[^，。；、：（）0-9]{1,30}"
    r"|(?P<limit>上限|限额|封顶)(?:线|额)?(?:是|(?:相应)?(?:提高|放宽|增加|扩大|降低|下降|调[整高低增减]?|降)?[为至到])?"
    r"|(?P<other>不低于|不少于|超过(?!的?部分)|达到|低于|少于)[^，。；、：（）0-9]{1,30}的)$"
)
"""不超过其年度服务收入的30%, 限额提高至50万元: the word and its figure, with words between."""
LIMITING = re.compile(r"(?:[、和及][0-9.]+[万亿]?元)*为(?:限|上限|最高限额)")
"""以50万元为限: the figure before it is the most."""

_HUNDREDTH = Decimal("0.01")
UNITS: dict[str, tuple[Measure, Decimal]] = {
    "%": ("share", _HUNDREDTH),
    "‰": ("share", Decimal("0.001")),
    "成": ("share", Decimal("0.1")),
    "个百分点": ("points", _HUNDREDTH),
    "百分点": ("points", _HUNDREDTH),
    "平方米": ("area", Decimal(1)),
    "万平方米": ("area", Decimal(10_000)),
    "倍": ("multiple", Decimal(1)),
    "年": ("years", Decimal(1)),
    "年期": ("years", Decimal(1)),
    "个月": ("months", Decimal(1)),
    "强": ("rank", Decimal(1)),
    "级": ("count", Decimal(1)),
    **{
        unit: ("count", Decimal(1))
        for unit in (
            "个 家 名 人次 人 台（套） 台 套 户 亩 件 辆 吨标准煤 吨标煤 吨 项 次 款 条 份 册 篇 "
            "例 场 天 张 间 座 栋 艘 床位 机架 立方米 标准箱 标箱 架次 班次 课时 学时 公里 "
            "千瓦时 兆瓦时 千瓦 兆瓦"
        ).split()
    },
}
"""Each unit with what it measures and what one of it is, other than money."""

SCALED = {unit for unit, (measure, _) in UNITS.items() if measure == "count" and unit != "级"}
"""Units of which a text also counts ten thousands: 1万吨."""
_NOUN_OF_UNIT = "(?=(?:（[^（）]*）)?(?:及?以[上下内]))"
"""5000吨标准煤以上 is one figure; in 每年1000吨标准煤 the noun is none of it."""
_COUNTED = (
    "个百分点|百分点|个月|万?平方米|[万亿]?(?:"
    + "|".join(
        unit + _NOUN_OF_UNIT * unit.endswith("煤") for unit in sorted(SCALED, key=len, reverse=True)
    )
    + ")|倍|年期?|强|%|‰"
)
_NO_MONEY = "".join(sorted({unit[0] for unit in SCALED}))
_MONEY = f"亿元|[百千]?万元|[百千]?元|(?:亿|[百千]?万)(?![级平美欧港日英{_NO_MONEY}])"
PIECE = (  # the longest first: 人次 is no 人
    "台（套）|标准箱|平方米|平方公里|立方米|兆瓦时|兆瓦|千瓦时|千瓦|(?<![千兆])瓦(?!时)|公里|标箱|架次|班次|课时|学时|床位|机架|天|人次|人|名|户|家|个(?![年季月])|项(?!目)|台|套|件|亩|吨|辆|艘|份|册|张|间"
    "|座|栋|场|篇|例|次(?!性)|度(?!电价)"
)
"""The units in which a text counts pieces: 每台, 20万元/亩."""
EACH_UNITS = f"{PIECE}|家企业|户企业|个企业|个项目"
_PER = rf"/(?:月·平方米|平方米·月|{PIECE}|月|年)(?:/月)?"
_NUMERAL = "[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]"
_INCLUDED = rf"（不?含(?:本数|(?P=number)(?:{_COUNTED}|{_MONEY}))?）"
"""500万元（含）以上, 500万元以上（含500万元）, 20%以上（不含）; not of another number: in
5—10亿元以下（含5亿元） it is the lower end."""
AFTER = (
    rf"(?:{_INCLUDED})?及?以[上下](?:{_INCLUDED})?|(?:{_INCLUDED})?以内(?:{_INCLUDED})?"
    rf"|{_INCLUDED}|封顶|保底|起(?![始诉草征])"
)
_COLON = "[:：︰]"

_CHARACTERS = "[一二两三四五六七八九十百千零]*"
_HUNDRED_MILLIONS = r"(?:(?P<hundred_millions>[0-9]+)亿(?=[0-9]+(?:\.[0-9]+)?[百千]?万))?"
"""1亿 of 1亿5000万元."""

# the next character decides: 2020年 is a date, not a length of time; 50万户 is not money
_RANGE = (
    rf"(?:(?P<least>[0-9]+(?:\.[0-9]+)?)(?P<least_unit>{_COUNTED}|{_MONEY})?(?:（含[^（）]{{0,8}}）)?[-—–~～至]"
    rf"(?=[0-9]+(?:\.[0-9]+)?(?:{_COUNTED}|{_MONEY})))"
)
_QUANTITY = (
    rf"{_RANGE}?(?:{_HUNDRED_MILLIONS}(?P<number>(?!(?:19|20)[0-9]{{2}}年)[0-9]+(?:\.[0-9]+)?)"
    rf"(?P<unit>{_COUNTED}|{_MONEY}|级)(?P<per>{_PER})?"
    rf"|(?P<one>[0-9]+){_COLON}(?P<to>[0-9]+(?:\.[0-9]+)?)(?![0-9.]|{_COLON})"
    rf"|(?P<spelled>(?:[一二两三四五六七八九]|(?<![数几上近])[十百千]){_CHARACTERS}"
    rf"(?:点{_CHARACTERS}|亿{_CHARACTERS}|万{_CHARACTERS})?(?:[万亿](?=元))?)元"
    rf"|百分之(?P<percent>{_NUMERAL})|千分之(?P<permille>{_NUMERAL})"
    r"|(?:(?<=突破)|(?<=超过)|(?<=达到))(?P<bare>亿元)"
    rf"|前(?P<place>[0-9]+|{_NUMERAL})[名位]"
    rf"|(?P<numeral>{_NUMERAL})(?P<word>成|个百分点|个月|个|家|名|倍|年|级|[次项台人](?=及?以[上下]))"
    r"|(?P<hundred>百)强"
    r"|(?P<half>减半)"
    r"|(?P<double>翻(?P<times>[一两三])?番|加倍))"
    rf"(?P<after>{AFTER})?"
)
_BEFORE = rf"(?:(?<!每)(?P<before>{_BEFORE_WORDS})(?:(?<=最[高多长])(?:{_PAYING}))?)?"
FIGURE = re.compile(rf"{_BEFORE}{_QUANTITY}")
_DATED = (
    "（含(?:当日)?）[以之]?[前后起]|[以之]?[前后]（含(?:当日)?）|及以后|及以前|以后|之后|以来|以前|之前"
    "|起|后|前"
)
_DAY = (
    r"(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日|底)|(?:19|20)[0-9]{2}年[0-9]{1,2}月"
    r"|(?:19|20)[0-9]{2}年底?"
)
DAY = re.compile(rf"(?P<day>{_DAY})(?P<dated>{_DATED})?")
"""A day, a month or a year, with what the words after it make of it."""
IN_TEXT = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{4}年|〔[0-9]{4}〕[0-9]+号"
    rf"|(?<![0-9])(?:{_DAY})(?:{_DATED})?)"
    rf"|{_BEFORE}(?<![0-9.,第十百千万])(?<![0-9][:：︰]){_QUANTITY}"
)


def meaning_after(words: str) -> Meaning | None:
    """Return what the words after a figure make of it: 以上, （含）以下, 以内; None for （含）."""
    if "以上" in words or words in ("保底", "起"):
        return "more-than" if "不含" in words else "at-least"
    if "不含" in words or words == "以下":  # of a range, its upper end
        return "less-than"
    return "at-most" if "以" in words or words == "封顶" else None
