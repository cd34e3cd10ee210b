"""What the claims of an enterprise are about: the enterprise itself, or what a row names.

An award to the enterprise itself needs no name: its subject is the enterprise, however a row names
it. Names of projects are never brought together, since that moves money; names that look alike are
reported.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from clauses.messages import Both, say
from clauses.rosters.faults import Remark, remark
from clauses.rosters.values import look

Json = dict[str, Any]
ENTERPRISE = "enterprise"
"""The kind of subject of an award to the enterprise itself."""


class UnsettledEntry(NamedTuple):
    """A claim or a payment whose subject is not settled yet."""

    row: int
    entry: Json
    """With `award` and, where the row has a name, `subject`."""
    kinds: frozenset[str]
    """The kinds of subject that it may have; more than one where a fact is not known."""
    fixed: bool
    """Whether nothing but the enterprise can be meant."""

    @property
    def may_be_enterprise(self) -> bool:
        """Whether the enterprise can be meant."""
        return ENTERPRISE in self.kinds


class Kinds:
    """The kinds of subject of the awards and lines of one or more editions."""

    def __init__(self, documents: Sequence[Mapping[str, Any]]) -> None:
        self.rules: dict[str, list[Mapping[str, Any]]] = {}
        self.lines: set[str] = set()
        for document in documents:
            for kind in ("awards", "lines"):
                for entry in document[kind]:
                    self.rules.setdefault(entry["id"], []).append(entry["subject"])
                    if kind == "lines":
                        self.lines.add(entry["id"])

    def asked(self, award: str) -> set[str]:
        """Return the facts that say which kind of subject an award has."""
        return {rule["by"] for rule in self.rules[award] if rule["by"]}

    def of(self, award: str, facts: Mapping[str, Any]) -> frozenset[str]:
        """Return the kinds that are possible with the facts that are known."""
        found: set[str] = set()
        for rule in self.rules[award]:
            if rule["by"] is None or rule["by"] in facts:
                found.add(rule["kinds"].get(facts.get(rule["by"]), rule["otherwise"]))
            else:
                found |= {*rule["kinds"].values(), rule["otherwise"]}
        return frozenset(found)

    def named(self, row: int, entry: Json, facts: Mapping[str, Any]) -> UnsettledEntry:
        """Return the entry of a row with the kinds of subject that it may have."""
        kinds = self.of(entry["award"], facts)
        # one line without a sum may name several people or standards
        return UnsettledEntry(
            row, entry, kinds, kinds == {ENTERPRISE} and entry["award"] not in self.lines
        )


def words_of(kinds: frozenset[str]) -> Both:
    """Return the words for kinds of subject other than the enterprise."""
    names = sorted(kinds - {ENTERPRISE})
    zh, en = ([say(("revision", "codes", name), lang) for name in names] for lang in ("zh", "en"))
    return Both("、".join(zh), " / ".join(en))


def settle(enterprise: str, names: Sequence[str], entries: Sequence[UnsettledEntry]) -> None:
    """Give each entry its subject: the code of the enterprise where the enterprise is meant.

    It is where nothing else can be, where no name is given, and where a fact that would decide is
    not known, but the name is one of the enterprise: its own, or one that a claim of the same award
    has for it.
    """
    own = {look(name) for name in names}
    used = {(one.entry["award"], look(one.entry["subject"])) for one in entries if one.fixed}
    for one in entries:
        named = look(one.entry["subject"])
        may = one.may_be_enterprise and (named in own or (one.entry["award"], named) in used)
        if one.fixed or may or not named:
            one.entry["subject"] = enterprise


def look_alikes(file: str, enterprise: str, entries: Sequence[UnsettledEntry]) -> Iterator[Remark]:
    """Yield the names that differ from an earlier one of the enterprise in looks alone."""
    first: dict[str, tuple[int, str]] = {}
    told: set[str] = set()
    for one in entries:
        name = unicodedata.normalize("NFC", one.entry["subject"])
        row, other = first.setdefault(look(name), (one.row, name))
        if name != other and name not in told:
            told.add(name)
            values = {"found": name, "row": row, "other": other}
            yield remark(file, "row", one.row, enterprise, "subject-alike", **values)
