"""The number before a clause, 3、, 第三条, （三）, 3. or Article 3., and before a chapter, 一、."""

import re

from clauses.numerals import chinese

_NUMERALS = "一二三四五六七八九十百"
NUMBER = re.compile(
    rf"^(?:(?P<figure>[0-9]{{1,3}})[、.．](?![0-9])"
    rf"|第(?P<numeral>[{_NUMERALS}]+|[0-9]+)条(?!所|的|和|至|规定|第)\s*"
    rf"|（(?P<bracket>[{_NUMERALS}]+)）)"
)
HEADING = re.compile(rf"^(?:[{_NUMERALS}]+[、.．]|第[{_NUMERALS}0-9]+(?:章|节|篇|部分))[、：]?")
_NUMBER_EN = re.compile(r"^(?:Article )?[0-9]{1,3}\. ")


def bare_zh(paragraph: str) -> str:
    """Return a paragraph without the number of its clause."""
    return NUMBER.sub("", paragraph)


def bare_en(paragraph: str) -> str:
    """Return an English paragraph without the number of its clause."""
    return _NUMBER_EN.sub("", paragraph)


def number_zh(like: str, number: int) -> str:
    """Return the number of a clause as another one is written: 3、 or 第三条."""
    match = NUMBER.match(like)
    if match is None:
        return ""
    if "条" in match[0]:
        written = str(number) if re.search("[0-9]", match[0]) else chinese(number)
        return f"第{written}条"
    return f"（{chinese(number)}）" if match[0][0] == "（" else f"{number}{match[0][-1]}"
