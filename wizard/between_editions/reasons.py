"""Why a claim has another result: what differs between the rules of its award in two editions.

The rules are compared part by part: sum, conditions, questions, instalments, limits and term. Where
none of them differs, the difference comes from other claims, and that is said too.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import amounts
from between_editions.kinds import is_unstated
from between_editions.leaves import differing_figures
from between_editions.pairs import ClaimPair
from between_editions.said import ComparisonWords, EditionWords
from results.lines import ResultLine

Json = Mapping[str, Any]

_SHARES = ("rate", "share", "beyond_share")
_SUMS = ("at_most", "amount")
_APART = {"together": ("excludes", "adds_to", "further", "title_by", "subject", "frequency"),
          "review": ("review",)}  # fmt: skip
"""Parts of a rule that are only said to have changed, by the reason."""
_OPEN_END = "9999-12-31"


def reasons(said: ComparisonWords, pair: ClaimPair) -> list[str]:
    """Return the reasons for a pair, in sentences."""
    old, new = (of.line(pair.claim.award) for of in (said.old, said.new))
    if old is None or new is None:
        key = "new" if old is None else "gone"
        return [said.say("reasons", key, new=said.new.name)]
    found = [*_rule(said, old, new), *_around(said, pair)]
    if pair.kind == "unstated":
        found[:0] = _decided(said, pair)
    if not found:
        if old.entry["quote"]["zh"] != new.entry["quote"]["zh"]:
            found.append(said.say("reasons", "words"))
        if pair.kind in ("more", "less", "status"):
            found.append(said.say("reasons", "others"))
    if pair.moved:
        places = {"old": str(pair.moved[0]), "new": str(pair.moved[1])}
        found.append(said.say("reasons", "moved", **places))
    return found


def _rule(said: ComparisonWords, old: ResultLine, new: ResultLine) -> Iterator[str]:
    before, after = old.entry.get("sum"), new.entry.get("sum")
    if before != after:
        yield from _sum(said, old, new)
    if old.wording != new.wording and old.wording and new.wording:
        kinds = {
            name: of.words.part("wording-names", wording)
            for name, of, wording in (
                ("old", said.old, old.wording),
                ("new", said.new, new.wording),
            )
        }
        yield said.say("reasons", "wording", **kinds)
    yield from _conditions(said, old, new)
    yield from _questions(said, old, new)
    if _stages(old) != _stages(new):
        sides = {"old": _instalments(said, said.old, old), "new": _instalments(said, said.new, new)}
        yield said.say("reasons", "stages", **sides)
    if old.entry["payee"]["code"] != new.entry["payee"]["code"]:
        names = {"old": said.old.words.of(old.entry["payee"])}
        names["new"] = said.new.words.of(new.entry["payee"])
        yield said.say("reasons", "payee", **names)
    for reason, keys in _APART.items():
        if any(old.entry.get(key) != new.entry.get(key) for key in keys):
            yield said.say("reasons", reason)


def _sum(said: ComparisonWords, old: ResultLine, new: ResultLine) -> Iterator[str]:
    before, after = old.entry.get("sum") or {}, new.entry.get("sum") or {}
    if before.get("mechanism") != after.get("mechanism"):
        yield said.say("reasons", "mechanism")
        return
    whole = True
    for key in (*before, *(key for key in after if key not in before)):
        one, other = before.get(key), after.get(key)
        if one == other:
            continue
        if key in (*_SHARES, *_SUMS):
            names = {"old": _figure(said, key, one), "new": _figure(said, key, other)}
            yield said.say("reasons", "figure", name=said.say("figures", key), **names)
        elif key == "tiers" and before.get("by") == after.get("by"):
            yield from _tiers(said, old, new)
        elif key == "steps" and before.get("of") == after.get("of"):
            names = {"old": _steps(said, said.old, old), "new": _steps(said, said.new, new)}
            yield said.say("reasons", "steps", **names)
        elif key == "sum" and (figures := differing_figures(one, other)):
            for kind, was, now in figures:
                names = {"old": _figure(said, kind, was), "new": _figure(said, kind, now)}
                yield said.say("reasons", "figure", name=said.say("figures", kind), **names)
        elif whole:
            whole = False
            yield said.say("reasons", "mechanism")


def _figure(said: ComparisonWords, key: str, value: object) -> str:
    if value is None:
        return said.say("figures", "none")
    if key in _SHARES:
        return amounts.share(str(value))
    return amounts.money(str(value), said.language)


def _tiers(said: ComparisonWords, old: ResultLine, new: ResultLine) -> Iterator[str]:
    before, after = dict(old.entry["sum"]["tiers"]), dict(new.entry["sum"]["tiers"])
    for code in (*before, *(code for code in after if code not in before)):
        if before.get(code) == after.get(code):
            continue
        of, line = (said.old, old) if code in before else (said.new, new)
        sides = {
            side: amounts.money(str(tiers[code]), said.language)
            for side, tiers in (("old", before), ("new", after))
            if code in tiers
        }
        key = "tier" if len(sides) == 2 else "tier-added" if "new" in sides else "tier-dropped"
        name = of.phrases.answer(line, line.entry["sum"]["by"], code)
        yield said.say("reasons", key, name=name, **sides)


def _steps(said: ComparisonWords, of: EditionWords, line: ResultLine) -> str:
    rule = line.entry["sum"]
    return of.words.join(
        said.say("reasons", "step",
                 at=of.phrases.answer(line, rule["of"], at),
                 amount=amounts.money(str(amount), said.language))
        for at, amount in rule["steps"]
    )  # fmt: skip


def _conditions(said: ComparisonWords, old: ResultLine, new: ResultLine) -> Iterator[str]:
    """Conditions of the same fact are one condition that changed; others came or went."""
    before, after = (list(line.entry.get("conditions", ())) for line in (old, new))
    rules = [[_condition(one) for one in side] for side in (before, after)]
    before = [one for one in before if _condition(one) not in rules[1]]
    after = [one for one in after if _condition(one) not in rules[0]]
    for one in before:
        other = next((two for two in after if two["fact"] == one["fact"]), None)
        was = said.old.words.of(one["words"])
        if other is None:
            yield said.say("reasons", "condition-dropped", words=was)
            continue
        after.remove(other)
        now = said.new.words.of(other["words"])
        if was == now:
            yield said.say("reasons", "condition-figure", words=now)
        else:
            yield said.say("reasons", "condition-changed", old=was, new=now)
    for one in after:
        yield said.say("reasons", "condition-added", words=said.new.words.of(one["words"]))


def _condition(one: Json) -> Json:
    return {name: one[name] for name in ("fact", "test", "given")}


def _questions(said: ComparisonWords, old: ResultLine, new: ResultLine) -> Iterator[str]:
    added = [said.new.phrases.fact(new, name) for name in new.facts if name not in old.facts]
    if added:
        yield said.say("reasons", "asks", facts=said.new.words.join(added))
    dropped = [said.old.phrases.fact(old, name) for name in old.facts if name not in new.facts]
    if dropped:
        yield said.say("reasons", "asks-not", facts=said.old.words.join(dropped))
    for name in new.facts:
        if name in old.facts and _choices(old, name) != _choices(new, name):
            yield said.say("reasons", "choices", fact=said.new.phrases.fact(new, name))


def _choices(line: ResultLine, name: str) -> tuple[str, frozenset[str]]:
    fact = line.facts[name]
    return fact["type"], frozenset(fact["options"] or ())


def _stages(line: ResultLine) -> list[tuple[str, str]]:
    return [(one["code"], one["share"]) for one in line.stages.values()]


def _instalments(said: ComparisonWords, of: EditionWords, line: ResultLine) -> str:
    if not line.stages:
        return said.say("reasons", "at-once")
    return of.words.join(
        said.say("reasons", "stage",
                 name=of.words.of(one["name"]), share=amounts.share(one["share"]))
        for one in line.stages.values()
    )  # fmt: skip


def _around(said: ComparisonWords, pair: ClaimPair) -> Iterator[str]:
    """Say what changed in the limits of an award, and in the term where it decides."""
    award = pair.claim.award
    before, after = ({
        one["id"]: one for one in of.document["limits"] if award in one["awards"]
    } for of in (said.old, said.new))  # fmt: skip
    for name in (*before, *(name for name in after if name not in before)):
        one, other = before.get(name), after.get(name)
        if one and other and _limit(one) == _limit(other):
            continue
        if one and other:
            words = {
                "old": said.old.words.of(one["words"]),
                "new": said.new.words.of(other["words"]),
            }
            yield said.say("reasons", "limit-changed", **words)
        else:
            of, limit = (said.old, one) if one else (said.new, other)
            assert limit is not None
            key = "limit-dropped" if one else "limit-added"
            yield said.say("reasons", key, words=of.words.of(limit["words"]))
    statuses = {side.status for side in (pair.old, pair.new) if side}
    terms = [_term(said, of) for of in (said.old, said.new)]
    if "outside-validity" in statuses and len(statuses) > 1 and terms[0] != terms[1]:
        yield said.say("reasons", "term", old=terms[0], new=terms[1])


def _limit(one: Json) -> Json:
    return {name: one[name] for name in ("count", "in_all", "awards")}


def _term(said: ComparisonWords, of: EditionWords) -> str:
    term = of.document["validity"]
    first = amounts.day(term["from"], said.language)
    if term["to"] == _OPEN_END:
        return said.say("reasons", "no-end", **{"from": first})
    last = amounts.day(term["to"], said.language)
    return said.say("reasons", "from-to", **{"from": first, "to": last})


def _decided(said: ComparisonWords, pair: ClaimPair) -> list[str]:
    """Say which edition leaves the sum to a decision."""
    side = said.old if pair.old and is_unstated(pair.old) else said.new
    return [said.say("reasons", "decided", edition=side.name)]
