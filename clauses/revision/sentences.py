"""The sentences of a paragraph, and what is at its end: departments and the mark."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from clauses.revision import likeness
from clauses.revision.figures import figures
from clauses.revision.likeness import alike, held

LABELS = ("责任部门", "责任单位", "牵头部门", "牵头单位", "主管部门", "配合单位")
"""What comes before the departments of a paragraph."""
DEPARTMENTS = re.compile(
    rf"[（〔](?P<label>{'|'.join(LABELS)})：(?P<names>(?:[^（）〔〕]|（[^（）]*）)*)[）〕]"
)
_RESPONSIBLE = re.compile("由([^，。；]{2,40})负责")
PLACEHOLDER = re.compile(r"（(?:补充|待补充|细化)核心?政策条款）")
_BETWEEN_NAMES = re.compile(
    r"\s*[、，,；;]\s*|(?:以及|及|和|会同|商)(?=市|各|省)|(?<=[局委办厅])(?:\s+|(?=市))"
)
"""What parts two departments; a blank may be left out where a name ends: 市经信局市财政局."""
_MARK = (
    r"（(?:[一二三四五六七八九十]+|[0-9]{1,2})）|[0-9]{1,2}[、.．](?![0-9])"
    "|[一二三四五六七八九十]{1,2}是"
)
ITEM = re.compile(rf"{_MARK}|[①-⑳¹²³⁴⁵⁶⁷⁸⁹]")
"""The mark of an item of a list: （一）, (1), 1., 一是, ①."""
_INSIDE = re.compile(
    rf"(?:^|(?<=[：；。])|(?<=，)(?=[一二三四五六七八九十]+是))(?:{_MARK})"
    "|(?<=[：；])[①-⑳¹²³⁴⁵⁶⁷⁸⁹]"
)
"""One within a paragraph, where ¹ after a full stop is the mark of a footnote."""
_BREAK = re.compile(r"(?<=[。；])(?![”’）])")

_SUBJECT = 0.5
"""So much of the part before its first comma a sentence of the same subject must have."""
ALIKE = 0.45
"""From this likeness on two sentences are one sentence, changed."""


@dataclass(frozen=True)
class Parts:
    """A paragraph without its ending, and its ending."""

    body: str
    departments: tuple[str, ...]
    label: str
    placeholder: str


def parts(paragraph: str) -> Parts:
    """Take the departments and the mark 补充核心政策条款 from a paragraph."""
    found = list(DEPARTMENTS.finditer(paragraph))
    names = [name for match in found for name in department_names(match["names"])]
    mark = PLACEHOLDER.search(paragraph)
    body = PLACEHOLDER.sub("", DEPARTMENTS.sub("", paragraph))
    return Parts(
        body,
        tuple(dict.fromkeys(names)),
        found[0]["label"] if found else "",
        mark[0] if mark else "",
    )


def department_names(words: str) -> list[str]:
    """Split what follows 责任部门： into names, in their order; a name may hold （…、…）."""
    names, at = list[str](), 0
    for mark in _BETWEEN_NAMES.finditer(words):
        if words.count("（", at, mark.start()) == words.count("）", at, mark.start()):
            names.append(words[at : mark.start()])
            at = mark.end()
    return [name for name in (*names, words[at:]) if name]


def responsible(words: str) -> list[str]:
    """Return the departments that a closing rule names: 由市经信局、市财政局负责解释."""
    return [name for match in _RESPONSIBLE.finditer(words) for name in department_names(match[1])]


def renamed(gone: Sequence[str], come: Sequence[str]) -> list[tuple[str | None, str | None]]:
    """Pair the departments that only one text names: by their names, then one left for one."""
    found = likeness.paired(gone, come, alike, 0.3)
    left = [name for name, other in found if other is None]
    new = [name for other, name in found if other is None]
    if len(left) == len(new) == 1:
        found = [(name, other or new[0]) for name, other in found if name is not None]
    return found


def sentences(body: str) -> list[str]:
    """Split a body at 。 and ；, without the marks of its items: （一）, 一是."""
    return [one for one in _BREAK.split(_INSIDE.sub("", body)) if one]


def sentences_alike(one: str, other: str) -> float:
    """Return how alike two sentences are.

    Those that begin with the same part are one sentence, and so are those of one subject with the
    same figures.
    """
    first = one.partition("，")[0]
    begins = len(first) >= 6 and first == other.partition("，")[0]
    return max(alike(one, other), ALIKE if begins or _same_figures(one, other) else 0.0)


def _same_figures(one: str, other: str) -> bool:
    sums, others = (Counter((f.measure, f.value) for f in figures(words)) for words in (one, other))
    if (sums & others).total() * 2 < max(sums.total(), others.total(), 2):
        return False
    return held(one.partition("，")[0], other) >= _SUBJECT


def paired(old: Sequence[str], new: Sequence[str]) -> list[tuple[str | None, str | None]]:
    """Pair the sentences of two bodies: the most alike first; what is left is added or dropped."""
    return likeness.paired(old, new, sentences_alike, ALIKE)
