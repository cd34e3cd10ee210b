"""What happens rarely in the wizard's Python: errors, odd text, great numbers, full memory.

Runs in Pyodide, compiled beforehand, with the archives of a built site.
"""

# mypy: ignore-errors
import gc
import json
import os
import sys
import traceback
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import partial
from typing import Any

import import_trace  # the run of everything at packing

ODD = ("Ü. Ångström & Søn", "🏭🇨🇳👩‍🔧 𠀀𠮷", "\ud800", "\x00\x1f<>&\"'", "e\u0301\u202e",
       "\u2028", "x" * 2000, "１２３．４５", "٣٤٥", "", " \u3000\t", "=1+1", "ﬀİıß")  # fmt: skip

SUMS = ("12345.67", "0.01", "0.2", "999999.99", "1,234.5万", "三千五百万", "7", "33333333.33",
        "123456789012345678901234567890.12", "-1")  # fmt: skip

WRITTEN = ("一亿二千", "13万2", "壹佰贰拾叁万肆仟元玖角整", "3千5百万", "一点二亿", "1.2个亿",
           "廿五万", "1 200 000 元",
           "12\n34", "1亿 2000万", "RMB￥1,234,567.00", "\u202d1200\u202c", "1.234.567,89", "10²",
           "12m.",
           "三块五", "一二〇〇万", "二〇二一年六月三十日", "30-Jun-2021", "June 2021",
           "2021/6/30 0:00", "约20万",
           "300万20亿", "一千零", "12万欧元", "2.5公顷", "\u202e12", "2021-02-30", "2021年底", "-3",
           "007")  # fmt: skip
"""Figures and dates as people write and paste them, read and asked."""

FILES = (
    '{"claims": [], "claims": []}',
    "[" * 3000,
    "1e999",
    "NaN",
    '{"claims": [{"id": "a", "award": "x", "subject": 9e99}]}',
)


def run(policy: str) -> str:
    """Do everything once; return how often something was refused."""
    refused = 0
    for attempt in (_forms, _errors, _numbers, _dates, _texts, _containers, _memory):
        refused += attempt(policy)
    gc.collect()
    return str(refused)


def _refused(work: Callable[[], object], kind: type[BaseException] = Exception) -> int:
    try:
        work()
    except kind as error:
        str(error), repr(error), "".join(traceback.format_exception(error))
        return 1
    return 0


def _forms(policy: str) -> int:
    """Every place of a form and of a file holds something odd in turn."""
    from answers import FormSession

    session = FormSession(policy)
    plain, unsure = (
        json.dumps(import_trace._state(json.loads(policy), sure)) for sure in (True, False)
    )
    refused = sum(_refused(partial(_asked, session, unsure, language)) for language in ("zh", "en"))
    for language in ("zh", "en"):
        for odd in (*ODD, *SUMS, *WRITTEN):
            told = json.dumps(odd)[1:-1]
            for place in ("项目", "1.2亿", "50000", "2021年6月", "100", "wan", "project"):
                state = plain.replace(json.dumps(place)[1:-1], told)
                refused += _refused(partial(_asked, session, state, language))
            for file in (odd, told, f'"{odd}"', f'{{"claims": "{odd}"}}', *FILES):
                refused += _refused(partial(session.open, file, language))
    return refused


def _asked(session: Any, state: str, language: str) -> None:
    session.open(json.dumps(json.loads(session.read(state, language))["application"]), language)
    session.results(language)
    while session.look():
        pass
    session.near(language)
    session.compare(state, language)
    address = "https://www.example.org/"
    (
        session.listing(state, language, address),
        session.workbook(state, language, address, "2021-06-30"),
    )


def _errors(policy: str) -> int:
    def deep(level: int) -> int:
        return deep(level + 1) + 1

    def chained() -> None:
        try:
            {}["absent"]
        except KeyError as error:
            error.add_note("note")
            raise ExceptionGroup("several", [ValueError("一"), error]) from error

    def unraisable() -> None:
        sys.unraisablehook = lambda told: None

        class Failing:
            def __del__(self) -> None:
                raise OSError(2, "gone")

        Failing()

    works: list[Callable[[], object]] = [
        lambda: deep(0), chained, unraisable, lambda: 1 // 0, lambda: [][1], lambda: {}.absent,
        lambda: int("x"), lambda: int("9" * 5000), lambda: Decimal("x"), lambda: Fraction(1, 0),
        lambda: b"\xff".decode(), lambda: "\ud800".encode(), lambda: os.scandir("/absent"),
        lambda: __import__("absent"), lambda: next(iter(())), lambda: json.loads("[1,]"),
        lambda: "{x}".format_map({}), lambda: None + 1, lambda: len(5), lambda: (lambda a: a)(),
        lambda: date(2021, 2, 30), lambda: datetime.strptime("x", "%Y"),
        lambda: print("…", file=sys.stderr), lambda: sys.exit(1), lambda: [1, "a"].sort(),
    ]  # fmt: skip
    return sum(_refused(work, BaseException) for work in works)


def _numbers(policy: str) -> int:
    great = [10**size + 7 for size in (0, 1, 9, 18, 19, 40, 400, 3000)]
    for one in [*great, *(-number for number in great)]:
        for other in great:
            _ = one + other, one - other, one * other, one // other, one % other, one == other
            _ = one < other, divmod(one, other), one & other, one | other, one ^ other, one >> 3
            _ = Fraction(one, other) * Fraction(other, 7) + Fraction(1, 3), hash(Fraction(one, 3))
            _ = Decimal(one) * Decimal(other), Decimal(one) / 7, f"{one:,}", str(one), int(str(one))
        _ = one << 70, ~one, abs(one), one**3, pow(one, 5, 97), hash(one), hex(one), bool(one)
        _ = f"{Decimal(one):,.4f}", round(Fraction(one, 3)), Fraction(one, 7).limit_denominator(9)
    with localcontext() as exact:
        exact.prec = 60
        for text in ("1.5", "-0", "1E+9", "1e-9", "NaN", "Infinity", "123456789.987654321"):
            number = Decimal(text)
            _ = number.normalize(), number.as_tuple(), number.is_finite(), str(number), -number
            _refused(lambda n=number: (n.quantize(Decimal("0.01")), int(n)))
    _ = float("1e308") * 10, float("nan") == 1, (1.5).as_integer_ratio(), f"{0.1:.3f}", repr(1e22)
    return _refused(lambda: Decimal("1") / 0, ArithmeticError)


def _dates(policy: str) -> int:
    for text in ("2021-06-30", "2020-02-29", "1999-12-31"):
        day = date.fromisoformat(text)
        _ = day + timedelta(days=400), day.isoformat(), f"{day:%Y-%m-%d %j}", day.isocalendar()
        _ = day.replace(year=2024), str(day), repr(day), hash(day), day < date(2021, 1, 1)
        _ = datetime.strptime(text, "%Y-%m-%d"), datetime.now().isoformat()
    return 0


def _texts(policy: str) -> int:
    import re
    import unicodedata

    for text in (*ODD[:2], *ODD[3:], policy[:3000], "甬江精机" * 300):
        for form in ("NFC", "NFD", "NFKC", "NFKD"):
            unicodedata.normalize(form, text)
        _ = text.casefold(), text.upper(), text.lower(), text.title(), text.strip(), text.split()
        _ = text.isdigit(), text.isdecimal(), text.isspace(), text.isprintable(), text.splitlines()
        _ = text.encode(), repr(text), ascii(text), hash(text), text.replace("a", "🏭"), text[::-1]
        _ = text.find("🏭"), text.count("一"), text.partition("，"), text.rjust(30, "　"), text * 3
        _ = (
            text.translate({65: "乙", 0x1F3ED: None}),
            text.center(9),
            text.zfill(5),
            text.expandtabs(),
        )
        _ = text.encode("utf-16"), text.encode("ascii", "backslashreplace"), text.startswith("ab")
        for pattern in (
            r"\w+",
            r"[\u4e00-\u9fff]+",
            r"(?i)a|b.*?c",
            r"^\s*(\d+)(?:\.(\d+))?\s*$",
            "🏭",
        ):
            _ = (
                re.findall(pattern, text),
                re.sub(pattern, lambda m: m[0], text),
                re.split(pattern, text),
            )
    return 0


def _containers(policy: str) -> int:
    many = list(range(3000))
    some: dict[Any, Any] = {str(number): number for number in many}
    for number in many[::2]:
        del some[str(number)]
    sets = set(many), frozenset(many[::3])
    _ = (
        sets[0] & sets[1],
        sets[0] - sets[1],
        sets[0] | sets[1],
        sets[0] ^ sets[1],
        sets[1] < sets[0],
    )
    _ = (
        sorted(some, reverse=True),
        sorted(many, key=lambda n: -n),
        sorted(map(float, many)),
        some | {},
    )
    _ = (
        sorted((n % 7, str(n)) for n in many),
        list(reversed(many)),
        many[5:9],
        many * 2,
        copied(some),
    )
    many[3:9] = []
    many.insert(5, 1), many.remove(1), many.pop(), many.extend(some.values()), many.reverse()
    gc.collect(), gc.freeze(), gc.unfreeze(), gc.get_count()
    return 0


def copied(value: Any) -> Any:
    """Return a deep copy, and one through JSON in each form."""
    import copy

    for options in ({}, {"indent": 1}, {"ensure_ascii": False, "sort_keys": True}):
        json.loads(json.dumps(value, **options), parse_float=str)
    return copy.deepcopy(value)


def _memory(policy: str) -> int:
    held = [bytearray(2**size) for size in range(4, 27)]  # the memory has to grow
    held.clear()
    return _refused(lambda: bytearray(2**32 - 2**20))
