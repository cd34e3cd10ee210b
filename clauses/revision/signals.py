"""Words and rules compared with each other: where only one of them changed, the change is disputed.

The report on two texts names what changed in words and figures. For two editions the rules are a
third signal. A change of a rule is explained by a change of the words in the same clause: by its
values, or by a kind that can mean it. What stays unexplained, on either side, is marked.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Any

from clauses.document import Award, PolicyDocument
from clauses.key_path import KeyPath
from clauses.revision.canonical import canonical
from clauses.revision.rule_places import RulePlace, RulePlaces
from clauses.revision.rules import RuleChange
from clauses.revision.values import span_text, value_text
from clauses.term_words import Dates, read_term

Json = dict[str, Any]
Sides = tuple[RulePlaces, RulePlaces]

_FIGURES = frozenset({"rate", "ceiling", "amount", "threshold", "tier", "stage", "count-limit",
                      "cumulative-limit"})  # fmt: skip
"""Kinds with a figure that a rule computes with."""
_BOUND = _FIGURES | {
    "strength", "comparison", "first-time", "frequency", "payee", "department", "validity",
}  # fmt: skip
"""Kinds that a rule has to follow where the words are those of an award."""
_OF_A_PARAGRAPH = frozenset({"placeholder", "department"})
_TOLD_BESIDE = frozenset({"frequency", "payee"})
"""What a rule itself says, reported beside the words that it follows: 首次 gone, now each year."""
_SENTENCES = frozenset({"text-added", "text-dropped"})
"""A whole sentence more or less explains any change of the rule that rests on it."""
_EXPLAINS = {
    "rate": {"rate", "amount", "ceiling"},
    "ceiling": {"ceiling", "amount", "strength", "tier"},
    "amount": {"amount", "ceiling", "strength", "tier", "rate"},
    "strength": {"strength", "ceiling", "amount", "tier"},
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
    whole: Set[str] = frozenset(),
) -> list[Json]:
    """Return the changes of the words with the rules beside them, and the changes of rules alone.

    `whole` names the clauses that are new or dropped: their rules come and go with them. Each
    change gets `signals`, `rules` (what the rules say of it) and `disputed`.
    """
    found = [one | {"signals": _signals(one), "rules": [], "disputed": False} for one in changes]
    sides = RulePlaces("old", old), RulePlaces("new", new)
    left: list[Json] = []
    follows = _by_publication(old) and _by_publication(new)
    for rule in rules:
        if rule.key in whole:
            continue
        before, after = (side.place(rule) for side in sides)
        words = _explaining(found, rule, sides)
        if words is None:
            disputed = not (rule.kind == "validity" and follows)
            if rule.kind == "department":
                disputed = not _named_alike(sides, before[0], after[0])
            left.append(_alone(rule, before, after, disputed=disputed))
        else:
            _add(words, rule)
            beside = rule.kind in _TOLD_BESIDE and rule.kind != words["kind"]
            if beside or (rule.kind, words["kind"]) == ("strength", "tier"):
                left.append(_alone(rule, before, after, disputed=False))
    for one in found:
        if not one["rules"] and _bound(one, sides) and not _followed(one, old, new):
            one["disputed"] = True
    return [*found, *left]


def with_term(report: Json, old: Dates, new: Dates) -> Json:
    """Return a report on two texts with the new days of the term, unless its words tell them.

    自公布之日起施行 says other days of a text that is published later.
    """
    if any(one["key"] == "closing" and one["kind"] == "validity" for one in report["changes"]):
        return report
    rule = RuleChange("closing", "", "validity", span_text(*old), span_text(*new))
    totals = report["totals"] | {"substance": report["totals"]["substance"] + 1}
    changes = [*report["changes"], _alone(rule, (None, None), (None, None), disputed=False)]
    return report | {"changes": changes, "totals": totals}


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


def _alone(rule: RuleChange, old: RulePlace, new: RulePlace, *, disputed: bool) -> Json:
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


def _explaining(changes: Sequence[Json], rule: RuleChange, sides: Sides) -> Json | None:
    """Return the change of the words that a change of a rule follows, if there is one."""
    award = rule.award

    def quoted(change: Json) -> bool:
        return any(side.quoted(change, award) for side in sides)

    here = [one for one in _beside(changes, rule, sides) if one["substance"]]
    if award:
        here = [one for one in here if one["award"] in (award, None) or quoted(one)]
    here.sort(key=lambda one: (bool(one["rules"]), one["award"] != award))
    values = (value_text(rule.old_value), value_text(rule.new_value))
    if values != (None, None):
        same = [one for one in here if (one["old_value"], one["new_value"]) == values]
        if same:
            return same[0]
        row = [one for one in here if one["kind"] == "tier" and _in_row(one, rule)]
        if row:
            return row[0]
        half = [one for one in here if one["kind"] in _FIGURES and _half(one, values)]
        if half:
            return half[0]
    kinds = _EXPLAINS.get(rule.kind, set())
    for one in here:
        both = values != (None, None) and (one["old_value"], one["new_value"]) != (None, None)
        if one["kind"] in kinds and not both:
            return one
        if one["kind"] in _SENTENCES and any(side.holds(one, award) for side in sides):
            return one
    if values == (None, None):  # another shape of the rule follows from other words that it quotes
        return next((one for one in here if quoted(one)), None)
    return None


def _in_row(change: Json, rule: RuleChange) -> bool:
    """Tell whether a figure of a rule came or went with a row: 5000万元、最高不超过100万元."""
    sides = ((rule.old, change["old"]), (rule.new, change["new"]))
    return None in (rule.old, rule.new) and all(
        (said is None) == (words is None) and canonical(said or "") in (words or "")
        for said, words in sides
    )


def _beside(changes: Sequence[Json], rule: RuleChange, sides: Sides) -> list[Json]:
    """Return the changes of words in the clause of a rule, or in its part of the text."""
    old, new = (side.place(rule)[0] for side in sides)
    if old is None and new is None:
        return [one for one in changes if one["key"] == rule.key]
    return [
        one
        for one in changes
        if (old is not None and one["old_clause"] == old)
        or (new is not None and one["new_clause"] == new)
    ]


def _half(change: Json, values: tuple[str | None, str | None]) -> bool:
    """Tell whether one value is the same, and the other side has none in the words or the rule."""
    there = (change["old_value"], change["new_value"])
    same = any(one is not None and one == other for one, other in zip(there, values, strict=True))
    return same and None in (*there, *values)


def _bound(change: Json, sides: Sides) -> bool:
    """Tell whether a rule has to follow this change of the words."""
    if change["kind"] not in _BOUND or not change["substance"]:
        return False
    if change["kind"] == "department":
        return not _named_alike(sides, change["old_clause"], change["new_clause"])
    if change["key"] == "closing":
        return bool(change["kind"] == "validity")
    return any(side.claims(change) for side in sides)


def _followed(change: Json, old: PolicyDocument, new: PolicyDocument) -> bool:
    """Tell whether a rule has the words as they are now, and had them as they were.

    不超过30% that became 30% has the same value, and the figure of a new rule had none. A rule says
    每年 of its limit by `each_year`, and 最高 before a row of sums by its wording.
    """
    before, after = ({award.id: award for _, award in one.awards} for one in (old, new))
    was, is_ = change["old"], change["new"]
    for id_ in {**before, **after}:
        one, other = before.get(id_), after.get(id_)
        had, has = ({*_written(award)} if award else set() for award in (one, other))
        went = was is None or any(words == was for _, words in had - has)
        came = is_ is None or any(words == is_ for _, words in has - had)
        own = change["kind"] == "strength" and change["award"] in (None, id_)
        worded = own and one and other and one.wording != other.wording
        if (worded or (went and came)) and _is_of(change, id_, old, new):
            return True
    return False


def _is_of(change: Json, id_: str, old: PolicyDocument, new: PolicyDocument) -> bool:
    """Tell whether an award is in the clause of a change."""
    places = ((old, change["old_clause"]), (new, change["new_clause"]))
    return any(
        award.id == id_ and clause.number == number
        for policy, number in places
        for clause, award in policy.awards
    )


def _written(award: Award) -> Iterator[tuple[KeyPath, str]]:
    """Yield the figures of a rule as the text writes them, by their keys; 每年 of a limit too."""
    stack: list[tuple[KeyPath, Any]] = [((), award.written)]
    while stack:
        path, node = stack.pop()
        if isinstance(node, dict):
            stack += [((*path, key), held) for key, held in node.items()]
            if node.get("each_year"):
                yield path, "每年"
        elif isinstance(node, list):
            stack += [((*path, index), held) for index, held in enumerate(node)]
        elif isinstance(node, str):
            yield path, canonical(node)


def _named_alike(sides: Sides, old: int | None, new: int | None) -> bool:
    """Tell whether the words of a clause name the departments of its rules, then and now."""
    return sides[0].named_alike(old) and sides[1].named_alike(new)
