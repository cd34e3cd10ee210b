"""An award beside its text: which words come before a figure, and in which sentence."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from clauses.compiled_parts import FACT_NAME, HELD
from clauses.files import YamlFile
from clauses.key_path import KeyPath
from clauses.messages import Value, phrase
from clauses.model import Award
from clauses.model.award import Fact
from clauses.notation import Found
from clauses.proof.rule import Tied, Ties
from eligibility.mechanisms.declaration import Kind

Node = Mapping[str, Any]
_PAID_OR_LIMITING: tuple[Kind, ...] = ("money", "rate", "ceiling", "floor", "share")
"""Kinds that have one figure each; a composed sum has no tiers and no steps."""
ELSE = ("other", "none")
"""Codes that the text need not name."""
DENIED = re.compile(
    "(?:未曾?|不|无|没有|非|除)(?:被|予以?|存在|属于?|是|为|享受|获得|取得|列入|纳入|通过|达到|符合)?$"
)
"""Words that deny what comes after them: 未受处罚, 非首台套, 不属于首台套."""
_OPEN = re.compile("(?:是否|有无)(?:为|是|属于|已|获得)?")
_COMMON = re.compile("企业|项目|产品|单位|情况|设备|的|？|、|（|）")
"""Words that name no condition by themselves."""


@dataclass(frozen=True)
class Said:
    """An award with the places of its figures in the paragraph."""

    file: YamlFile
    path: KeyPath
    ties: Ties

    @property
    def award(self) -> Award:
        """The award."""
        return self.ties.award

    @property
    def text(self) -> str:
        """The paragraph that it quotes."""
        return self.ties.text

    def fault(self, at: KeyPath, code: str, /, **values: Value) -> None:
        """Add a fault at a key of the award."""
        self.file.fault((*self.path, *at), code, **values)

    def tell(self, at: KeyPath, kind: str, **values: str | list[str]) -> None:
        """Add a fault: the sum says of a figure what the text does not say."""
        self.fault(
            at,
            "sum-otherwise",
            why=phrase(f"otherwise-{kind}", **values),
            needed=phrase(f"needed-{kind}", **values),
        )

    def wrong_order(self, at: KeyPath, found: list[str], text: list[str]) -> None:
        """Add a fault with the order found and that of the text."""
        self.fault(at, "order-of-text", order=found, text=text)

    def fact(self, name: str) -> Fact | None:
        """Return the fact of this name."""
        return next((fact for fact in self.award.facts if fact.name == name), None)

    def node(self, at: KeyPath) -> Any:
        """Return the part of the sum under a key, as the clause file states it."""
        node: Any = self.award.sum.written
        for key in at[1:]:
            node = node[key]
        return node

    def first(self, *at: str | int) -> Found | None:
        """Return the first figure under a key, in the order of the text."""
        return min((t.found for t in self.ties.under(*at)), key=_start, default=None)

    def sentence(self, place: int) -> tuple[int, int]:
        """Return the bounds of the sentence at a place; a semicolon ends one."""
        return _between(self.text, place, "。；")

    def whole_sentence(self, place: int) -> tuple[int, int]:
        """Return the bounds of the sentence at a place, with what follows a semicolon."""
        return _between(self.text, place, "。")

    def clause(self, place: int) -> tuple[int, int]:
        """Return the bounds of the words between two commas at a place."""
        return _between(self.text, place, "，。；")

    def before(self, found: Found) -> str:
        """Return the words between the last comma and a figure."""
        return self.text[self.clause(found.start)[0] : found.start]

    def paid(self) -> list[Tied]:
        """Return the figures of the sum that are paid or limit it, in the order of the text."""
        places = {
            ("sum", *field.path)
            for field, _ in self.award.sum.having(*_PAID_OR_LIMITING)
            if field.paid
        }
        tied = [one for one in self.ties.under("sum") if one.at in places]
        return sorted(tied, key=lambda one: one.found.start)


def is_ceiling(at: KeyPath) -> bool:
    """Return whether a figure at this key limits something."""
    return any(key in at for key in HELD)


def facts_in(node: Any) -> Iterator[str]:
    """Yield the facts on which a quantity is computed, without those that only decide on it."""
    if isinstance(node, str):
        if FACT_NAME.fullmatch(node):
            yield node
    elif isinstance(node, Mapping):
        for key, one in node.items():
            if key not in ("when", *HELD):
                yield from facts_in(one)
    elif isinstance(node, list):
        for one in node:
            yield from facts_in(one)


def asked_words(fact: Fact) -> str:
    """Return all words in which a fact is asked."""
    return " ".join((fact.label.zh, fact.ask.zh, fact.hint.zh if fact.hint else ""))


def bears_on(name: str, words: str) -> list[int]:
    """Return where the words have the name of a condition, or what is particular to it."""
    own = named_by(name)
    if len(own) > 1 and own in words:
        runs = [own]
    else:
        pieces = [piece for piece in _COMMON.split(own) if len(piece) > 1]
        runs = [p[i : i + 3] for p in pieces for i in range(max(1, len(p) - 2))]
    return [found.start() for run in runs for found in re.finditer(re.escape(run), words)]


def named_by(name: str) -> str:
    """Return what a question asks for, without 是否 and the question mark."""
    return _OPEN.sub("", name).strip("？? ")


def _between(text: str, place: int, signs: str) -> tuple[int, int]:
    start = max(text.rfind(sign, 0, place) for sign in signs) + 1
    ends = [end for sign in signs if (end := text.find(sign, place)) >= 0]
    return start, min(ends, default=len(text))


def _start(found: Found) -> int:
    return found.start
