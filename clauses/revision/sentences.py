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
_ITEM = re.compile(r"(?:^|(?<=[：；。]))（[一二三四五六七八九十]+）")
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
    """Pair the departments that only one text names: one for one, or by their names."""
    if len(gone) == len(come) == 1:
        return [(gone[0], come[0])]
    return likeness.paired(gone, come, alike, 0.3)


def sentences(body: str) -> list[str]:
    """Split a body at 。 and ；, without the numbers of its items: （一）."""
    return [one for one in _BREAK.split(_ITEM.sub("", body)) if one]


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
