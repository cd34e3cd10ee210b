"""The lines of an official document beside its text, as GB/T 9704 places them on the page.

Above the title: the office, the number of the copy, secrecy, urgency, who signs. Below the text: to
whom copies go, who printed it and when, whether it is made public; the annexes. None of them is a
word of the policy: they are left out and named.
"""

import re
from collections.abc import Iterator, Sequence

from clauses.document.issuing import DISCLOSED

_FIELD = re.compile(
    "(?:主题词|关键词|抄送|抄报|分送|主送|签发人?|会签人?|印发|发文|密级|保密期限|紧急程度|缓急|份号|份数"
    "|印数|校对|打印|承办|拟稿|核稿|(?:信息|是否|主动)?公开(?:方式|选项|属性|类别|形式|范围)?"
    "|(?:统一|备案|登记)编?号)(?:机关|单位|处室|日期|程度|人)?：.*"
)
_OF_A_LETTER = ("抄送", "抄报", "主送", "分送")
"""Above the text these are lines of a letter, which an edition has."""
_FEW = 4
"""A text has more clauses than so many."""
_ALONE = re.compile(
    "[0-9]{6}|(?:绝密|机密|秘密)(?:★.*)?|特急|特提|加急|平急"
    "|[A-Z]{3,6}[0-9]{2}-(?:19|20)[0-9]{2}-[0-9]{2,5}|[^《》。]{4,30}文件"
)
_PRINTED = re.compile(
    "[^，。；：]{0,40}(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日(?:翻?印发?|印制)|（?共印[0-9]+份）?"
)
_OFFICE = re.compile("[^，。；：、0-9]{4,30}(?:室|厅|处|局|委|会|部|府)")
_SIGNED = re.compile(r"(?m)(?<=号)[ \t\u3000]*(?=(?:签发人?|会签人?)\s*[:：])")
ANNEX = re.compile("附(?:件|表|录)[0-9一二三四五六七八九十]{0,2}(?:[：:].*|[^，。；]{0,40})$")
"""A line that begins the annexes of a text, or lists them."""


def apart(text: str) -> str:
    """Return a text in which who signs has a line of its own, beside the document number."""
    return _SIGNED.sub("\n", text)


def is_imprint(line: str) -> bool:
    """Tell whether a line is one of those below a document, wherever it stands."""
    words = "".join(line.split()).replace(":", "：")
    return bool(_FIELD.fullmatch(words) or _PRINTED.fullmatch(words))


def imprint(lines: Sequence[str], clauses: Sequence[int]) -> set[int]:
    """Return the places of the lines that are beside the text.

    `lines` are in the form of `canonical_line`; `clauses` are the places of those with a number.
    """
    found = set[int]()
    first = clauses[0] if clauses else len(lines)
    few = clauses[_FEW] if len(clauses) > _FEW else len(lines)
    end = next((at for at in range(few, len(lines)) if ANNEX.match(lines[at])), len(lines))
    last = max((at for at in clauses if at < end), default=-1)
    opened = (
        False  # a field goes on in the next line: 抄送：市委各部门，市人大常委会、|市政协办公厅
    )
    for place, words in enumerate(lines):
        if first <= place <= last:
            continue
        field = _FIELD.fullmatch(words) and words.count("（") == words.count("）")
        if place < first and words.startswith(_OF_A_LETTER):
            continue
        printed = place > last and (_PRINTED.fullmatch(words) or DISCLOSED.match(words))
        goes_on = opened and words and place - 1 in found
        if printed:
            found |= set(_office_above(lines, place, found))
        if field or printed or goes_on or (place < first and _ALONE.fullmatch(words)):
            found.add(place)
        opened = bool(field or goes_on) and words[-1] in "，、"
    return found


def _office_above(lines: Sequence[str], place: int, found: set[int]) -> Iterator[int]:
    """Yield the line with who printed it, where the day of the print has a line of its own."""
    above = next((n for n in range(place - 1, -1, -1) if lines[n]), -1)
    before = next((n for n in range(above - 1, -1, -1) if lines[n]), -1)
    if lines[place][:1].isdigit() and _OFFICE.fullmatch(lines[above]) and before in found:
        yield above
