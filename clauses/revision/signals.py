"""Words and rules held against each other: where only one of them changed, the change is disputed.

The report on two texts names what changed in words and figures. For two editions the rules are a
third signal. A change of a rule is explained by a change of the words in the same clause: by its
values, or by a kind that can mean it. What stays unexplained, on either side, is marked.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from clauses.document import PolicyDocument
from clauses.revision.canonical import canonical
from clauses.revision.responsible import Responsible
from clauses.revision.rules import RuleChange
from clauses.revision.values import value_text
from clauses.term_words import read_term

Json = dict[str, Any]
Place = tuple[int | None, int | None]
"""A clause and a paragraph of it."""

_FIGURES = frozenset({"rate", "ceiling", "amount", "threshold", "tier", "stage", "count-limit",
                      "cumulative-limit"})  # fmt: skip
"""Kinds with a figure that a rule computes with."""
_BOUND = _FIGURES | {
    "strength", "comparison", "first-time", "frequency", "payee", "department", "validity",
}  # fmt: skip
"""Kinds that a rule has to follow where the words are those of an award."""
_OF_A_PARAGRAPH = frozenset({"placeholder", "department"})
_TOLD_BESIDE = frozenset({"frequency", "payee"})
"""What a rule says of its own, told beside the words that it follows: 首次 gone, now each year."""
_SENTENCES = frozenset({"text-added", "text-dropped"})
"""A whole sentence more or less explains any change of the rule that rests on it."""
_EXPLAINS = {
    "rate": {"rate", "amount", "ceiling"},
    "ceiling": {"ceiling", "amount", "strength", "tier"},
    "amount": {"amount", "ceiling", "strength", "tier", "rate"},
    "strength": {"strength", "ceiling", "amount"},
    "threshold": {"threshold", "comparison", "condition", "first-time", "tier"},
    "comparison": {"comparison", "threshold"},
    "tier": {"tier", "condition", "beneficiary", "ceiling", "amount"},
    "stage": {"stage", "frequency", "condition"},
    "count-limit": {"count-limit", "condition"},
    "cumulative-limit": {"cumulative-limit", "ceiling", "condition"},
    "first-time": {"first-time", "frequency", "condition", "threshold"},
    "frequency": {"frequency", "first-time", "stage", "condition"},
    "condition": {"condition", "beneficiary", "tier", "threshold", "comparison", "instrument"},
    "beneficiary": {"beneficiary", "condition", "tier", "payee"},
    "payee": {"payee", "beneficiary", "condition", "placeholder"},
    "base": {"base", "rate", "amount", "ceiling", "condition", "first-time"},
    "instrument": {"instrument", "placeholder", "amount", "rate"},
    "placeholder": {"placeholder"},
    "department": {"department"},
    "validity": {"validity"},
    "text-added": {"instrument", "amount", "rate", "ceiling", "tier", "placeholder"},
    "text-dropped": {"instrument", "amount", "rate", "ceiling", "tier", "placeholder"},
}
"""By the kind of change of a rule: the kinds of change of the words that can mean it."""


def with_rules(
    changes: Sequence[Json],
    rules: Iterable[RuleChange],
    old: PolicyDocument,
    new: PolicyDocument,
    whole: frozenset[str] = frozenset(),
) -> list[Json]:
    """Return the changes of the words with the rules beside them, and the changes of rules alone.

    `whole` names the clauses that are new or dropped: their rules come and go with them. Each
    change gets `signals`, `rules` (what the rules say of it) and `disputed`.
    """
    found = [one | {"signals": _signals(one), "rules": [], "disputed": False} for one in changes]
    places = _Places(old, new)
    left: list[Json] = []
    follows = _by_publication(old) and _by_publication(new)
    claimed = _Claimed(old, new)
    for rule in rules:
        if rule.key in whole:
            continue
        words = _explaining(found, rule, places)
        if words is None:
            disputed = not (rule.kind == "validity" and follows)
            if rule.kind == "department":
                disputed = not claimed.named_alike(*(place[0] for place in places.of(rule)))
            left.append(alone(rule, *places.of(rule), disputed=disputed))
        else:
            _add(words, rule)
            if rule.kind in _TOLD_BESIDE and rule.kind != words["kind"]:
                left.append(alone(rule, *places.of(rule), disputed=False))
    for one in found:
        if not one["rules"] and claimed.by_a_rule(one):
            one["disputed"] = True
    return [*found, *left]


def _by_publication(policy: PolicyDocument) -> bool:
    """Tell whether the days of a term follow from its words and the day of publication.

    自公布之日起施行 says another day of a text that was published on another day.
    """
    edition = policy.edition
    term = read_term(edition.validity.words.zh)
    first = term.first(edition.announced)
    days = edition.validity.from_, edition.validity.to
    return term.needs_publication and first is not None and days == (first, term.last(first))


def _signals(change: Json) -> list[str]:
    figure = change["old_value"] is not None or change["new_value"] is not None
    return ["words", "figures"] if figure else ["words"]


def _add(words: Json, rule: RuleChange) -> None:
    if not words["rules"]:
        words["signals"].append("rules")
        # where two awards rest on the same words, the rule that changed is the one that is meant;
        # a mark is of a paragraph, and of every rule in it
        if words["kind"] not in _OF_A_PARAGRAPH:
            words["award"] = rule.award or words["award"]
    words["rules"].append(_said(rule))


def _said(rule: RuleChange) -> Json:
    return {
        "award": rule.award or None,
        "kind": rule.kind,
        "old": rule.old,
        "new": rule.new,
        "old_value": value_text(rule.old_value),
        "new_value": value_text(rule.new_value),
    }


def alone(rule: RuleChange, old: Place, new: Place, *, disputed: bool) -> Json:
    """Return the change of a rule whose words stay as they are, with its places.

    It is `disputed` unless something else than words says why.
    """
    return {
        "key": rule.key,
        "old_clause": old[0],
        "new_clause": new[0],
        "old_paragraph": old[1],
        "new_paragraph": new[1],
        **_said(rule),
        "substance": True,
        "sure": True,
        "signals": ["rules"],
        "rules": [_said(rule)],
        "disputed": disputed,
    }


def _explaining(changes: Sequence[Json], rule: RuleChange, places: "_Places") -> Json | None:
    """Return the change of the words that a change of a rule follows, if there is one."""
    here = [one for one in places.beside(changes, rule) if one["substance"]]
    named = [one for one in here if not rule.award or places.concerns(one, rule.award)]
    named.sort(key=lambda one: (bool(one["rules"]), one["award"] != rule.award))
    values = (value_text(rule.old_value), value_text(rule.new_value))
    if values != (None, None):
        same = [one for one in named if (one["old_value"], one["new_value"]) == values]
        if same:
            return same[0]
        half = [one for one in named if one["kind"] in _FIGURES and _half(one, values)]
        if half:
            return half[0]
    kinds = _EXPLAINS.get(rule.kind, set())
    for one in named:
        both = values != (None, None) and (one["old_value"], one["new_value"]) != (None, None)
        if one["kind"] in kinds and not both:
            return one
        if one["kind"] in _SENTENCES and places.holds(one, rule.award):
            return one
    if values == (None, None):  # another shape of the rule follows from other words that it quotes
        return next((one for one in named if places.quoted(one, rule.award)), None)
    return None


def _half(change: Json, values: tuple[str | None, str | None]) -> bool:
    """Tell whether one value is the same, and the other side has none in the words or the rule."""
    there = (change["old_value"], change["new_value"])
    same = any(one is not None and one == other for one, other in zip(there, values, strict=True))
    return same and None in (*there, *values)


class _Places:
    """Where the rules of two editions stand."""

    def __init__(self, old: PolicyDocument, new: PolicyDocument) -> None:
        self.sides = [
            {
                entry.id: (clause.number, entry.paragraph)
                for clause in policy.clauses
                for entry in clause.entries
            }
            for policy in (old, new)
        ]
        self.numbers = [
            {clause.key: clause.number for clause in policy.clauses} for policy in (old, new)
        ]

        self.quotes = [
            {entry.id: canonical(entry.quote.zh) for clause in policy.clauses
             for entry in clause.entries}
            for policy in (old, new)
        ]  # fmt: skip

    def concerns(self, change: Json, award: str) -> bool:
        """Tell whether a change of words may be one of the words on which an award rests."""
        return change["award"] in (award, None) or self.quoted(change, award)

    def quoted(self, change: Json, award: str) -> bool:
        """Tell whether words that changed stand in the sentence that an award quotes."""
        return any(
            bool(change[side]) and change[side] in quotes.get(award, "")
            for side, quotes in zip(("old", "new"), self.quotes, strict=True)
        )

    def of(self, rule: RuleChange) -> tuple[Place, Place]:
        """Return clause and paragraph of a rule in both editions."""
        found = [
            side.get(rule.award, (numbers.get(rule.key), None))
            for side, numbers in zip(self.sides, self.numbers, strict=True)
        ]
        return found[0], found[1]

    def beside(self, changes: Iterable[Json], rule: RuleChange) -> list[Json]:
        """Return the changes of words in the clause of a rule, or in its part of the text."""
        (old, _), (new, _) = self.of(rule)
        if old is None and new is None:
            return [one for one in changes if one["key"] == rule.key]
        return [
            one
            for one in changes
            if (old is not None and one["old_clause"] == old)
            or (new is not None and one["new_clause"] == new)
        ]

    def holds(self, change: Json, award: str) -> bool:
        """Tell whether a sentence that was added or dropped is one on which an award rests."""
        for side, quotes in zip(("old", "new"), self.quotes, strict=True):
            words, quote = (change[side] or "").rstrip("。；"), quotes.get(award, "")
            if words and quote and (quote in words or words in quote):
                return True
        return False


class _Claimed:
    """Which words rules rest on: the quotations of awards, and the figures that they claim."""

    def __init__(self, old: PolicyDocument, new: PolicyDocument) -> None:
        self.figures = [
            {passage.place: passage.figures for passage in policy.passages} for policy in (old, new)
        ]
        self.awards = {award.id for policy in (old, new) for _, award in policy.awards}
        self.departments = Responsible(old), Responsible(new)
        self.quotes = [
            {
                clause.number: [canonical(award.quote.zh) for award in clause.awards]
                for clause in policy.clauses
            }
            for policy in (old, new)
        ]

    def named_alike(self, old: int | None, new: int | None) -> bool:
        """Tell whether the words of a clause name the departments of its rules, then and now."""
        return self.departments[0].agree(old) and self.departments[1].agree(new)

    def by_a_rule(self, change: Json) -> bool:
        """Tell whether a rule has to follow this change of the words."""
        if change["kind"] not in _BOUND or not change["substance"]:
            return False
        if change["kind"] == "department":
            return not self.named_alike(change["old_clause"], change["new_clause"])
        if change["key"] == "closing":
            return bool(change["kind"] == "validity")
        return any(self._claims(side, place, change) for side, place in enumerate(("old", "new")))

    def _claims(self, side: int, name: str, change: Json) -> bool:
        clause, words = change[f"{name}_clause"], change[name]
        if clause is None or not words:
            return False
        if change[f"{name}_value"] is None:
            return any(words in quote for quote in self.quotes[side][clause])
        place = f"{clause}.{change[f'{name}_paragraph']}"
        return any(
            self.awards & {*figure.claimed_by}
            for figure in self.figures[side].get(place, ())
            if (bare := canonical(figure.words)) in words or words in bare
        )
