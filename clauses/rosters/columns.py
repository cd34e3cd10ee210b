"""The columns of a roster: one row a claim, with a column for each fact of the policy.

Headings are the policy's own labels of the facts, in Chinese; the English label and the name of the
fact in the data are known too. A sum may be in another unit if its heading says so: 投入（万元）.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property, lru_cache
from itertools import takewhile
from pathlib import Path
from typing import Any

from clauses.messages import Both
from clauses.rosters.faults import RosterError
from clauses.rosters.subjects import Kinds
from clauses.rosters.values import Codes, look
from results.words import Words

CREDIT_CODE, NAME, CLAIM = "enterprise", "name", "claim"
AWARD, SUBJECT, DATE, PAID = "award", "subject", "date", "paid"
FIXED: Mapping[str, Both] = {
    CREDIT_CODE: Both("统一社会信用代码", "credit code"),
    NAME: Both("企业名称", "enterprise"),
    CLAIM: Both("申请编号", "claim"),
    AWARD: Both("奖补项目", "award"),
    SUBJECT: Both("项目（产品、平台、称号）", "subject"),
    DATE: Both("日期", "date"),
    PAID: Both("已兑付金额", "already paid"),
}
"""Columns that do not come from the policy.

A row with `paid`, other than 0, is a payment already received.
"""
NEEDED = (CREDIT_CODE, AWARD, SUBJECT)
DUE = "due:"
"""Before the code of a stage: when it is reached, as the enterprise plans or reports it."""
UNNAMED = "unnamed"
"""A column without a heading; nobody can say what is in it."""

_UNITS = {"元": "yuan", "yuan": "yuan", "rmb": "yuan", "万元": "wan", "百万元": "million",
          "rmb million": "million", "million": "million", "平方米": "m2", "m²": "m2"}  # fmt: skip
_TAIL = re.compile(r"\s*[（(]([^（()）]*)[）)]\s*$")
_LEAST = 2
"""Characters in common that say something."""


@dataclass(frozen=True)
class AskedFact:
    """A fact of some awards, as the policy document has it, and the words for its codes."""

    name: str
    type: str
    by_award: Mapping[str, tuple[Mapping[str, Any], Codes]]
    heading: Both


@dataclass(frozen=True)
class Column:
    """A column of a table: a fixed one, or a fact."""

    key: str
    unit: str = "yuan"


class Columns:
    """The columns of one or more editions, the first one's words first."""

    def __init__(self, documents: Sequence[Mapping[str, Any]]) -> None:
        self.documents = documents

    @cached_property
    def facts(self) -> Mapping[str, AskedFact]:
        """All facts by name, in the order of the policy."""
        found: dict[str, dict[str, tuple[Mapping[str, Any], Codes]]]
        found = defaultdict(dict)
        types: dict[str, str] = {}
        for document in self.documents:
            zh, en = Words(document, "zh"), Words(document, "en")
            for award in document["awards"]:
                for fact in award["facts"]:
                    codes = Codes(_codes(fact, zh, en))
                    found[fact["name"]].setdefault(award["id"], (fact, codes))
                    types.setdefault(fact["name"], fact["type"])
        taken: set[str] = {both.zh for both in FIXED.values()}
        made = {}
        for name, by_award in found.items():
            heading = _heading(name, [fact["label"] for fact, _ in by_award.values()], taken)
            taken.add(heading.zh)
            made[name] = AskedFact(name, types[name], by_award, heading)
        return made

    @cached_property
    def stages(self) -> Mapping[str, Both]:
        """The columns for the days of milestones; a second year needs no day of its own."""
        found: dict[str, Both] = {}
        for document in self.documents:
            for award in document["awards"]:
                for stage in award["stages"]:
                    if not is_year(stage["code"]):
                        name = Both(f"{stage['name']['zh']}日期", f"date of {stage['name']['en']}")
                        found.setdefault(f"{DUE}{stage['code']}", name)
        return found

    def heading(self, key: str) -> Both:
        """Return the heading of a column."""
        return FIXED.get(key) or self.stages.get(key) or self.facts[key].heading

    @cached_property
    def headings(self) -> Mapping[str, Both]:
        """The headings of all columns, in the order of the template."""
        facts = {name: fact.heading for name, fact in self.facts.items()}
        return {**FIXED, **facts, **self.stages}

    @cached_property
    def awards(self) -> Mapping[str, str]:
        """The id of each award and line, by everything that a roster may call it."""
        found: dict[str, str] = {}
        for entry in self._entries:
            for name in (entry["id"], entry["name"]["zh"], entry["name"]["en"]):
                found.setdefault(look(name), entry["id"])
        return found

    @property
    def _entries(self) -> Iterator[Mapping[str, Any]]:
        """All awards and lines, edition by edition."""
        for document in self.documents:
            yield from (*document["awards"], *document["lines"])

    @cached_property
    def _chinese(self) -> tuple[str, ...]:
        """The Chinese names of all awards and lines."""
        return tuple(dict.fromkeys(entry["name"]["zh"] for entry in self._entries))

    @cached_property
    def kinds(self) -> Kinds:
        """The kinds of subject of each award and line."""
        return Kinds(self.documents)

    def award(self, name: str) -> str | None:
        """Return the id of an award by its id or name."""
        return self.awards.get(look(name))

    def near(self, name: str) -> str:
        """Return the Chinese name of the award that a wrong name comes nearest to, or nothing."""
        return _nearest(name, self._chinese)

    def is_date(self, key: str, award: str) -> bool:
        """Whether a column holds a date of a claim for an award."""
        if key in self.facts:
            fact = self.facts[key]
            return fact.type == "date" and award in fact.by_award
        return key == DATE or key.startswith(DUE)

    def without_unit(self, headings: Sequence[str]) -> list[str]:
        """Return the headings of sums that do not say in which unit they are."""
        sums = {PAID, *(name for name, fact in self.facts.items() if fact.type == "money")}
        return [
            heading.strip()
            for heading in headings
            if (column := self._column(heading))
            and column.key in sums
            and self._names.get(look(heading)) == column.key
        ]

    def are_headings(self, cells: Sequence[str]) -> bool:
        """Whether the cells of a row name every column that is needed."""
        keys = {column.key for cell in cells if (column := self._column(cell))}
        return keys.issuperset(NEEDED)

    def go_on(self, columns: Sequence[Column | None], cells: Sequence[str]) -> bool:
        """Whether the row below the headings has headings too, as below merged cells."""
        (at,) = (n for n, column in enumerate(columns) if column and column.key == CREDIT_CODE)
        own = cells[at] if at < len(cells) else ""
        named = [column for cell in cells if cell.strip() and (column := self._column(cell))]
        return bool(named) and (not own.strip() or self._column(own) is not None)

    def read(self, file: Path, cells: Sequence[str]) -> list[Column | None]:
        """Return what each column holds, None for one that is not known.

        Raises `RosterError` for a heading that occurs twice, and where one is missing.
        """
        columns = [self._column(cell) for cell in cells]
        seen: dict[str, str] = {}
        for cell, column in zip(cells, columns, strict=True):
            if column is None or column.key == UNNAMED:
                continue
            if column.key in seen:
                one, other = seen[column.key], cell.strip()
                raise RosterError("column-twice", file=file, one=one, other=other)
            seen[column.key] = cell.strip()
        if missing := [FIXED[key] for key in NEEDED if key not in seen]:
            found = [cell.strip() for cell in cells if cell.strip()]
            raise RosterError("column-lacking", file=file, missing=missing, found=found)
        return columns

    def _column(self, heading: str) -> Column | None:
        unit = "yuan"
        if not heading.strip():
            return Column(UNNAMED)
        key = self._names.get(look(heading))
        if key is None and (tail := _TAIL.search(heading)):
            unit = _UNITS.get(tail[1].strip().lower(), "")
            key = self._names.get(look(heading[: tail.start()])) if unit else None
        return Column(key, unit) if key else None

    @cached_property
    def _names(self) -> Mapping[str, str]:
        names: dict[str, str] = {}
        for key, both in (*FIXED.items(), *self.stages.items()):
            names |= {look(word): key for word in (key, both.zh, both.en)}
        labels: dict[str, set[str]] = defaultdict(set)
        for fact in self.facts.values():
            for word in (fact.heading.zh, fact.heading.en, fact.name):
                names.setdefault(look(word), fact.name)
            for own, _ in fact.by_award.values():
                for label in own["label"].values():
                    labels[look(label)].add(fact.name)
        for label, facts in labels.items():
            if len(facts) == 1:  # else the label of one award would be read as that of another
                names.setdefault(label, *facts)
        return names


@lru_cache(maxsize=4096)
def _nearest(name: str, names: tuple[str, ...]) -> str:
    return next(iter(get_close_matches(name, names, 1)), "")


def is_year(stage: str) -> bool:
    """Whether a stage is a year counted from the first one, and no milestone."""
    kind, _, number = stage.rpartition("-")
    return kind == "year" and number.isdigit()


def _codes(fact: Mapping[str, Any], zh: Words, en: Words) -> dict[Any, Both]:
    """Return the words for the codes of a fact; empty for a figure."""
    if fact["options"]:
        return {code: Both(said["zh"], said["en"]) for code, said in fact["options"].items()}
    codes = zh.catalogue["codes"].get(fact["type"], {})
    return {
        int(code) if fact["type"] == "star" else code: Both(name, en.code(fact["type"], code) or "")
        for code, name in codes.items()
    }


def _heading(name: str, labels: Sequence[Mapping[str, str]], taken: set[str]) -> Both:
    """Return what the labels of a fact have in common, or all of them."""
    zh = _common(sorted({label["zh"] for label in labels}))
    english = {label["en"] for label in labels}
    en = english.pop() if len(english) == 1 else name.replace("_", " ")
    return Both(f"{zh}（{name}）" if zh in taken else zh, en)


def _common(labels: Sequence[str]) -> str:
    """Return the one label, or how all end (级别), after how all begin (以往年度最高…收入)."""
    if len(labels) == 1:
        return labels[0]
    start = _beginning(labels)
    end = _beginning([label[::-1] for label in labels])[::-1]
    if len(end) < _LEAST or not end.isalpha():
        return "／".join(labels)
    return f"{start}…{end}" if len(start) >= _LEAST else end


def _beginning(texts: Sequence[str]) -> str:
    alike = takewhile(lambda signs: len(set(signs)) == 1, zip(*texts, strict=False))
    return "".join(signs[0] for signs in alike)
