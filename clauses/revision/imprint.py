"""The lines of an official document beside its text, as GB/T 9704 places them on the page.

Above the title: the office, the number of the copy, secrecy, urgency, who signs. Below the text: to
whom copies go, who printed it and when, whether it is made public; the annexes. None of them is a
word of the policy: they are left out and named.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from clauses.document.issuing import DISCLOSED
from clauses.revision.clause_number import HEADING

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
_PAGE = r"[-–—―－·•|]*(?:第[0-9]{1,3}页|[0-9]{1,3})(?:[，,]?[/／共][0-9]{1,3}页?)?[-–—―－·•|]*"
_EDGES = re.compile(rf"^{_PAGE}(?![0-9、.．万亿元%年月])|(?<![0-9.]){_PAGE}$")
"""The number of the page in the line with the running head."""
_PAGES = 3
"""The fewest pages on which a line is a running head."""
_RUNS_ON = re.compile("^(?:[（〔《“]|[一二三四五六七八九十]+、|[0-9]+[、.．])|[。；：，、]$")
"""What a running head does not begin or end with, and a line of the text may."""
_TITLE = re.compile("(?:意见|办法|政策|措施|细则|规定|通知|方案)(?:（[^（）]*）)?$")
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


def running_heads(lines: Sequence[str], turns: Collection[int], clauses: Sequence[int]) -> set[int]:
    """Return the places of the lines that a print repeats at the top or the bottom of its pages.

    `lines` are in the form of `canonical_line`, `turns` the places where a page ends, `clauses`
    those of the lines with a number. Where no end of a page can be seen, only what is also a line
    above the first clause can be told from the text.
    """
    first = clauses[0] if clauses else len(lines)
    forms = ["" if _runs_on(one) else _EDGES.sub("", one) for one in lines]
    edges = {place for turn in turns for place in _edges(lines, turn, turns)}
    above = set(forms[:first])
    # 构建高能级产业 / 体系: several names of chapters may end alike, and say nothing of a head
    rests = {n + 1 for n, line in enumerate(lines) if HEADING.match(line)}
    repeated = Counter(
        form
        for place, form in enumerate(forms)
        if place not in rests and (place in edges or (place > first and form in above))
    )
    # a title above the clauses was printed once already; of three pages the first may have no head
    heads = {
        form
        for form, n in repeated.items()
        if form and (n + (form in above) >= _PAGES or n == len(turns) == _PAGES - 1)
    }
    text = max((n for n in range(first) if ANNEX.fullmatch(lines[n])), default=0)
    titles = [n for n in range(text, first) if forms[n] in heads and _TITLE.search(forms[n])]
    return {n for n, form in enumerate(forms) if form in heads} - set(titles[:1])


def _runs_on(words: str) -> bool:
    pairs = zip("（“《〔", "）”》〕", strict=True)
    return bool(_RUNS_ON.search(words)) or any(words.count(a) != words.count(b) for a, b in pairs)


def _edges(lines: Sequence[str], turn: int, turns: Collection[int]) -> Iterator[int]:
    """Yield the places of the two lines on either side of the end of a page."""
    for places in (range(turn - 1, -1, -1), range(turn + 1, len(lines))):
        yield from islice((n for n in places if lines[n] and n not in turns), 2)


def _office_above(lines: Sequence[str], place: int, found: set[int]) -> Iterator[int]:
    """Yield the line with who printed it, where the day of the print has a line of its own."""
    above = next((n for n in range(place - 1, -1, -1) if lines[n]), -1)
    before = next((n for n in range(above - 1, -1, -1) if lines[n]), -1)
    if lines[place][:1].isdigit() and _OFFICE.fullmatch(lines[above]) and before in found:
        yield above
