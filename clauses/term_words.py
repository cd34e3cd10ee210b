"""Reads the term of a policy as cities write it, and computes its first and last day.

The first day: 自2020年起, 自2021年1月1日起, 自公布之日起, 自印发之日起30日后. The last day:
至2023年12月31日止, 至2025年底, 有效期3年, 试行两年. Or both:
2021年1月1日至2023年12月31日, 2020-2022年.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from clauses.numerals import numeral

Dates = tuple[date, date | None]
"""The first and the last day of a term; it may have no last day."""
_N = "[0-9]{1,3}|[一二两三四五六七八九十]{1,3}"
_DAY = (
    r"(?P<{0}y>[0-9]{{4}})年"
    r"(?:(?P<{0}m>[0-9]{{1,2}})月(?:(?P<{0}d>[0-9]{{1,2}})日)?|(?P<{0}e>底|末))?"
)
_FROM_DAY = re.compile(rf"(?:[自从]|(?<![至到0-9])){_DAY.format('a')}(?:正式)?(?:起|开始)")
_FROM_PUBLISHED = re.compile(
    rf"[自从](?:本[^，。；]{{0,8}})?(?P<what>公布|发布|印发|下发|颁布|发文)之?日起"
    rf"(?:满?(?P<wait>{_N})(?P<unit>个?工作日|日|天|个月)(?:之?后|起|(?=施行|实施|生效)))?"
)
_SPAN = re.compile(rf"{_DAY.format('a')}(?:起)?[至到—–-]+{_DAY.format('b')}")
_YEARS_SPAN = re.compile(r"(?P<first>[0-9]{4})[-—–至](?P<last>[0-9]{4})年(?!度?[0-9]*月)")
_UNTIL = re.compile(
    rf"[至到]{_DAY.format('b')}|{_DAY.format('c')}(?:起|后)?(?:自行|自动)?(?:废止|失效|终止|截止|止)"
)
_LENGTH = re.compile(
    rf"(?<![第0-9一二两三四五六七八九十])(?:(?P<years>{_N})年(?P<half>半)?"
    rf"(?:[零又]?(?P<more>{_N})个月|(?![0-9底末度]))|(?P<months>{_N})个月)"
)
_CHINESE_DAY = re.compile(
    "([〇零一二三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})日)?)?"
)


@dataclass(frozen=True)
class Begin:
    """How a term begins: on a day, or so many days or months after the text was published."""

    words: str
    day: date | None
    whole_year: bool
    """True where the text names a year only: 自2020年起."""
    days: int = 0
    months: int = 0


@dataclass(frozen=True)
class End:
    """How a term ends: on a day, or after so many months."""

    words: str
    day: date | None
    months: int = 0


@dataclass(frozen=True)
class TermWords:
    """What the words say of the term; None for an end that they do not name."""

    begin: Begin | None
    end: End | None

    @property
    def needs_publication(self) -> bool:
        """Whether the first day depends on the day on which the text was published."""
        return self.begin is not None and self.begin.day is None

    @property
    def by_calendar_years(self) -> bool:
        """Whether the days follow only if the years are read as calendar years."""
        return bool(self.begin and self.begin.whole_year and self.end and self.end.months)

    def first(self, published: date | None = None) -> date | None:
        """Return the first day; None if it is not named or the day of publication is needed."""
        if self.begin is None or self.begin.day is not None:
            return self.begin.day if self.begin else None
        if published is None:
            return None
        return months_later(published, self.begin.months) + timedelta(self.begin.days)

    def last(self, first: date) -> date | None:
        """Return the last day of a term that begins on `first`; None if no end is named."""
        if self.end is None or self.end.day is not None:
            return self.end.day if self.end else None
        return months_later(first, self.end.months) - timedelta(1)


def read_term(words: str) -> TermWords:
    """Read the words of a term; blanks do not count.

    A day that is in no calendar (2021年2月30日) is no day.
    """
    text = _CHINESE_DAY.sub(_in_figures, re.sub(r"\s", "", words))
    if (span := _YEARS_SPAN.search(text)) and not _FROM_DAY.search(text):
        first, last = date(int(span["first"]), 1, 1), date(int(span["last"]), 12, 31)
        return TermWords(Begin(span[0], first, True), End(span[0], last))
    if (found := _SPAN.search(text)) and not _FROM_PUBLISHED.search(text):
        begin = Begin(found[0], _first_day(found), not found["am"])
        return TermWords(begin, End(found[0], _last_day(found)))
    return TermWords(_begin(text), _end(text))


def _begin(text: str) -> Begin | None:
    if found := _FROM_DAY.search(text):
        day = _first_day(found)
        return Begin(found[0], day, not found["am"]) if day else None
    if (found := _FROM_PUBLISHED.search(text)) and "工作日" not in found[0]:
        wait = _number(found["wait"]) if found["wait"] else 0
        months = wait if found["unit"] == "个月" else 0
        return Begin(found[0], None, False, wait - months, months)
    return None


def _end(text: str) -> End | None:
    if (found := _UNTIL.search(text)) and (day := _last_day(found, "b" if found["by"] else "c")):
        return End(found[0].lstrip("至到"), day)
    # what the term begins with is no length: 自印发之日起3个月后
    rest = _FROM_PUBLISHED.sub("", text)
    if found := _LENGTH.search(rest):
        years, more = (_number(found[name] or "0") for name in ("years", "more"))
        months = _number(found["months"] or "0") + 12 * years + more + (6 if found["half"] else 0)
        if months:
            return End(found[0], None, months)
    return None


def _first_day(found: re.Match[str]) -> date | None:
    return _day(int(found["ay"]), int(found["am"] or 1), int(found["ad"] or 1))


def _last_day(found: re.Match[str], of: str = "b") -> date | None:
    year, month = int(found[f"{of}y"]), int(found[f"{of}m"] or 12)
    if not 1 <= month <= 12 or year < 1:
        return None
    return _day(year, month, int(found[f"{of}d"] or calendar.monthrange(year, month)[1]))


def _in_figures(found: re.Match[str]) -> str:
    """Write a day in figures: 2021年1月1日 for 二〇二一年一月一日."""
    named = zip(found.groups(), "年月日", strict=True)
    return "".join(f"{numeral(part)}{unit}" for part, unit in named if part)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def months_later(day: date, months: int) -> date:
    """Return the day so many months later; at most the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else numeral(words)
