"""One form of writing for comparison: widths, blanks and look-alike characters.

Nothing here changes what is published. Two texts that differ only in what this module evens out say
the same; characters that only look like others are listed, so that they are never changed silently.
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from clauses.print_forms import INVISIBLE

_WIDE = {ord(half): full for half, full in zip("(),:;!?", "（），：；！？", strict=True)}
_QUOTES = str.maketrans(
    {"「": "“", "」": "”", "『": "“", "』": "”", "＂": '"', "〝": "“", "〞": "”"}
)
_BLANKS = re.compile(rf"[\s\u3000\u00a0{INVISIBLE}]+")
_LATIN = re.compile(r"(?<=[A-Za-z]) (?=[A-Za-z])")
_RADICALS = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\ufe30-\ufe4f]")
_LETTER_FOR_DIGIT = re.compile(r"(?<=[0-9])[OoＯｏ〇○]+(?=[0-9]|[万亿元%％年月日])")
_TWO_SUMS = r"(?<![0-9,，])[0-9]{3}，(?!000)[0-9]{3}[万亿]"
"""200，100万元: nobody writes 200100 万元 with a comma of full width."""
_THOUSANDS = re.compile(rf"(?P<kept>{_TWO_SUMS})|(?<=[0-9])[,，](?=(?:[0-9]{{3}})+(?![0-9]))")
_YEAR_OF_DOCUMENT = re.compile(r"[\[［【]((?:19|20)[0-9]{2})[\]］】](?=[0-9 ]+号)")
_RATIO = re.compile(r"(?<=[0-9])[：︰∶](?=[0-9])")
_BRACKETED_MARK = re.compile(r"[\[［]([1-9])[\]］]")
_FOOTNOTE_MARKS = str.maketrans("①②③④⑤⑥⑦⑧⑨", "¹²³⁴⁵⁶⁷⁸⁹")
_RADICAL_FORMS: dict[str, str] = tomllib.loads(
    Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
)["radicals"]


@dataclass(frozen=True)
class LookAlike:
    """A character that only looks like the one that is meant."""

    found: str
    meant: str
    around: str
    """A few characters of the text on both sides."""


def canonical(text: str) -> str:
    """Write a text in the one form for comparison; it holds no blanks but between Latin words."""
    return _written(text, [])


def canonical_line(text: str) -> str:
    """Write a line of the print in that form, its straight quotation marks left as they are.

    Which of them opens and which closes is only known in the whole paragraph.
    """
    return _written(text, [], quotes=False)


def look_alikes(text: str) -> list[LookAlike]:
    """List the characters of a text that `canonical` replaces because they look like others."""
    found: list[LookAlike] = []
    _written(text, found)
    return found


def _written(text: str, found: list[LookAlike], *, quotes: bool = True) -> str:
    def meant(match: re.Match[str], character: str) -> str:
        start, end = match.span()
        found.append(LookAlike(match[0], character, text[max(start - 4, 0) : end + 4]))
        return character

    text = text.replace("︰", "：")
    text = _RADICALS.sub(lambda match: meant(match, _plain(match[0])), text)
    text = _LETTER_FOR_DIGIT.sub(lambda match: meant(match, "0" * len(match[0])), text)
    text = "".join(_narrow(character) for character in text)
    text = _THOUSANDS.sub(lambda match: match["kept"] or "", text)
    text = _YEAR_OF_DOCUMENT.sub(r"〔\1〕", text)
    text = _RATIO.sub(":", text)
    text = _BRACKETED_MARK.sub(lambda match: "¹²³⁴⁵⁶⁷⁸⁹"[int(match[1]) - 1], text)
    text = text.translate(_QUOTES).translate(_FOOTNOTE_MARKS)
    if quotes:
        text = _straight_quotes(text)
    text = re.sub(r"(?<=[0-9])\s*[-–—－~～至](?=\s*[0-9])", "-", text)
    text = _BLANKS.sub(" ", text)
    text = _LATIN.sub("\0", text).replace(" ", "").replace("\0", " ")
    ratio = re.sub(r"(?<=[0-9]):(?=[0-9])", "\0", text)
    return ratio.translate(_WIDE).replace("\0", ":")


def _plain(character: str) -> str:
    return _RADICAL_FORMS.get(character) or unicodedata.normalize("NFKC", character)


def _narrow(character: str) -> str:
    """Digits, letters, the percent sign and the full stop of full width in half width."""
    if "！" <= character <= "～" and character not in "（），：；！？＂":
        return unicodedata.normalize("NFKC", character)
    return character


def _straight_quotes(text: str) -> str:
    """Write straight quotation marks as opening and closing ones, in turn."""
    parts = text.split('"')
    if len(parts) == 1:
        return text
    marks = ["“" if number % 2 == 0 else "”" for number in range(len(parts) - 1)]
    return "".join(part + mark for part, mark in zip(parts, [*marks, ""], strict=True))
