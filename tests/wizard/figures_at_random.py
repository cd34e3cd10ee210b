"""Reads random figures, as people write and paste them, whose true value is known.

    python -m tests.wizard.figures_at_random 100000

Each must be read correctly or be asked about. Figures in plain forms must be read; two figures side
by side must be asked about; for randomly changed figures both readers must agree.
"""

import random
import re
import sys
from collections import Counter
from fractions import Fraction

from answers.figures import read_money
from answers.unreadable import InputError
from tests.wizard.second_reader import meanings

UNITS = {"wan": 10**4, "million": 10**6}
_PLAIN, _CAPITAL = "零一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"
_UNITS, _CAPITAL_UNITS = "_十百千", "_拾佰仟"
_INVISIBLE = "\u200b\u200e\u202a\u202c\u202d\u2060\ufeff"


def read(text: str, unit: str) -> Fraction | None:
    """Read a figure as the page does; None if it asks."""
    try:
        return Fraction(read_money(text, unit).value)
    except InputError:
        return None


def misread(number: int, seed: int) -> tuple[list[str], Counter[str]]:
    """Read a number of figures; return the errors, and how many were read and asked about."""
    rng, wrong, tally = random.Random(seed), list[str](), Counter[str]()
    for _ in range(number):
        unit = rng.choice([*UNITS])
        text, value = rng.choice((chinese, arabic, mixed, apart))(rng, UNITS[unit])
        must = True
        if rng.random() < 0.4:
            text, must = changed(rng, text), False
        got = read(text, unit)
        may = meanings(text, UNITS[unit])
        tally["read" if got is not None else "asked"] += 1
        if must and (got != value or (may != {value} if value is not None else len(may) == 1)):
            wrong.append(f"{text!r} in {unit}: {got}, the second reader {may}, written for {value}")
        elif got is not None and may != {got}:
            wrong.append(f"{text!r} in {unit}: {got}, the second reader {may}")
        elif got is None and len(may) == 1:
            tally["asked though the second reader is sure"] += 1
    return wrong, tally


def chinese(rng: random.Random, unit: int) -> tuple[str, Fraction | None]:
    """Return a numeral in characters: written, colloquial or 大写."""
    n = rng.randrange(1, 10 ** rng.choice((1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12)))
    if rng.random() < 0.5:
        n = int(str(n)[: rng.choice((1, 2, 3))]) * 10 ** rng.randrange(9)
    capital = rng.random() < 0.3
    text = in_characters(n)
    if not capital and rng.random() < 0.5:
        short = re.sub("(?<=[千百])([一二三四五六七八九])[百十]$", r"\1", text)
        short = re.sub("(?<=[一二三四五六七八九十]万)([一二三四五六七八九])千$", r"\1", short)
        text = re.sub("(?<=[一二三四五六七八九十]亿)([一二三四五六七八九])千万$", r"\1", short)
        if text != short or short != in_characters(n):
            return currency_before(rng, text, n, unit)
    if capital:
        text = text.translate(str.maketrans(_PLAIN + _UNITS, _CAPITAL + _CAPITAL_UNITS))
    else:
        text = rng.choice((text, text.replace("零", "〇"), re.sub("二(?=[百千万亿])", "两", text)))
        text = rng.choice(
            (text, re.sub("二十", "廿", text), text.replace("万", "萬").replace("亿", "億"))
        )
        text = text[1:] if text.startswith("一十") else text
    value = Fraction(n)
    after = rng.choice(
        ("", "元", "元整", "圆", "块钱", "元人民币", "人民币", "元。", "元五角", "元零3分")
    )
    value += {"元五角": Fraction(1, 2), "元零3分": Fraction(3, 100)}.get(after, 0)
    if not after and not re.search("[万亿萬億]", text):
        value *= unit
    return text + after, value


def currency_before(rng: random.Random, text: str, n: int, unit: int) -> tuple[str, Fraction]:
    """Put a currency before a numeral, or none."""
    before = rng.choice(("", "人民币", "RMB "))
    return before + text, Fraction(n if before or re.search("[万亿]", text) else n * unit)


def in_characters(n: int) -> str:
    """Write a number in full, by the rules of numerals."""
    groups, text, power = [n // 10**p % 10_000 for p in (12, 8, 4, 0)], "", 0
    for power, group in enumerate(groups):
        if not group:
            continue
        before = groups[power - 1] if power else 1
        if text and (group < 1000 or not before):
            text += "零"
        text += _group(group) + ("万亿", "亿", "万", "")[power]
    return text


def _group(group: int) -> str:
    text = ""
    for place in (3, 2, 1, 0):
        figure = group // 10**place % 10
        if figure:
            text += _PLAIN[figure] + (_UNITS[place] if place else "")
        elif text and group % 10**place and not text.endswith("零"):
            text += "零"
    return text


def arabic(rng: random.Random, unit: int) -> tuple[str, Fraction | None]:
    """Return a figure in digits, with the additions of spreadsheets and forms."""
    n = rng.randrange(10 ** rng.randrange(1, 10))
    separator = rng.choice(("", "", ",", " ", "\u00a0", "，"))
    text = f"{n:,}".replace(",", separator)
    value = Fraction(n)
    if rng.random() < 0.4:
        decimals = f"{rng.randrange(10000):04d}"[: rng.randrange(1, 5)]
        text, value = f"{text}.{decimals}", value + Fraction(f"0.{decimals}")
    gap = rng.choice(("", "", " "))
    before = rng.choice(
        ("", "", "", "¥", "￥", "RMB ", "RMB￥", "人民币", "人民币：", "人民币￥", "CNY ", "rmb")
    )
    scale, power = rng.choice((
        ("", 0), ("", 0), ("万", 4), ("亿", 8), ("百万", 6), ("千万", 7), ("万亿", 12), ("千", 3),
        ("k", 3),
        ("m", 6), (" million", 6), ("bn", 9), (" billion", 9), ("w", 4), (" wan", 4), ("M", 6),
    ))  # fmt: skip
    value *= 10**power
    after = rng.choice(("", "", "元", "元整", "人民币", " yuan", " RMB", "。", "."))
    bare = not before and after in ("", "。", ".") and scale in ("", "千")
    text = before + text + gap + scale + after
    if rng.random() < 0.2:
        text = "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in text)
    if rng.random() < 0.3:
        place = rng.randrange(len(text) + 1)
        text = text[:place] + rng.choice(_INVISIBLE) + text[place:]
    return rng.choice((text, f" {text}\n")), value * unit if bare else value


def mixed(rng: random.Random, unit: int) -> tuple[str, Fraction | None]:
    """Digits and characters together: 1亿2000万, 13万2, 3千5百万, 120万零500元."""
    a, b, c = rng.randrange(1, 100), rng.randrange(1, 10), rng.randrange(1, 10)
    n = rng.randrange(1000, 10_000)
    text, value = rng.choice((
        (f"{a}亿{n}万", a * 10**8 + n * 10**4), (f"{a}万{b}", a * 10**4 + b * 1000),
        (f"{a}亿{b}", a * 10**8 + b * 10**7), (f"{b}千{c}百万", b * 10**7 + c * 10**6),
        (f"{a}万零{n // 10}元", a * 10**4 + n // 10), (f"{a}万{n}", a * 10**4 + n),
        (f"{a}万{b}千", a * 10**4 + b * 1000), (f"{a}亿{n}元", a * 10**8 + n),
        (f"{b}.{c}个亿", b * 10**8 + c * 10**7), (f"{a}亿零{n}万", a * 10**8 + n * 10**4),
        (f"{b}万{n}亿", b * 10**12 + n * 10**8), (f"{n}块{c}", n + Fraction(c, 10)),
        (f"{_PLAIN[b]}点{_PLAIN[c]}亿", b * 10**8 + c * 10**7),
        (f"¥{n}元{b}角", n + Fraction(b, 10)),
    ))  # fmt: skip
    return text, Fraction(value)


def apart(rng: random.Random, unit: int) -> tuple[str, Fraction | None]:
    """Return text that is not a single figure, or could be two, and must be asked about."""
    a, b = (rng.randrange(1, 10 ** rng.randrange(1, 7)) for _ in "ab")
    between = rng.choice(
        ("\n", "\t", "\r\n", " | ", "  ", "\u3000", "-", "~", "至", "/", "、", ";", "+", "×")
    )
    scale = rng.choice(("", "", "万", "元", "亿"))
    asked = (
        f"{a}{scale}{between}{b}", f"{a}{scale}{between}{b}{scale or '万'}", f"{a}%", f"={a}",
        f"约{a}万", f"{a}多万", f"{a}.{b:03d}.{b:03d},{a % 10}", f"({a})", f"{a}e{b % 10}",
        f"{a}万元以上", f"<{a}", f"{a}²", f"0,{b:03d}", f"{a}，{b % 100:02d}",
        f"{1 + a % 99}00万{1 + b % 9}", f"{1 + a % 9}亿{100 + b % 899}",
    )  # fmt: skip
    return rng.choice(asked), None


def changed(rng: random.Random, text: str) -> str:
    """Change a figure in one to three places, like a typing mistake or a faulty program."""
    signs = "0123456789零一二两三五九十百千万亿拾佰壹贰点元角分整,. \t\n-:¥mk个廿块" + text
    for _ in range(rng.randrange(1, 4)):
        place = rng.randrange(len(text) + 1)
        put = rng.choice(("", rng.choice(signs)))
        text = text[:place] + put + text[place + rng.choice((0, 1)) :]
    return text


if __name__ == "__main__":
    count, first = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    failures, counted = misread(count, first)
    print(*failures[:40], sep="\n")
    print(f"{count} figures: {len(failures)} misread;", dict(counted))
    sys.exit(bool(failures))
