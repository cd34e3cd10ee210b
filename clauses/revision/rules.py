"""The third signal: what changed in the compiled rules of two editions, by kind.

Words and figures are read from the text alone. The rules are what the engine computes with, so a
revision that changed only one of the two is found by comparing both.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from clauses.document import Award, Clause, Condition, Line, PolicyDocument, Stage
from clauses.revision.sums import SumPart, parts_of
from clauses.revision.values import span_text

_LEVELS = frozenset({"level", "star", "scope"})
_NAMES = {"kind": "instrument", "wording": "strength", "frequency": "frequency"}
"""Fields of an award that hold one code, by the kind of change."""
_LINKS = ("adds_to", "excludes")


@dataclass(frozen=True)
class RuleChange:
    """One change of a rule; `old` and `new` are Chinese words or codes, None where there is none.

    Values are in yuan, or fractions of one.
    """

    key: str
    """The clause in which the rule is, in the new edition if it is there."""
    award: str
    kind: str
    old: str | None
    new: str | None
    old_value: Fraction | None = None
    new_value: Fraction | None = None


def rule_changes(old: PolicyDocument, new: PolicyDocument) -> list[RuleChange]:
    """Return what changed in the rules, in the order of the new edition, dropped rules last."""
    return [
        *_by_id(old.awards, new.awards, award_changes),
        *_by_id(old.lines, new.lines, _line),
        *_departments(old, new),
        *_term(old, new),
    ]


def _by_id[Rule: (Award, Line)](
    old: Iterable[tuple[Clause, Rule]],
    new: Iterable[tuple[Clause, Rule]],
    changes: Callable[[Rule, Rule], Iterable["Found"]],
) -> Iterator[RuleChange]:
    before, after = ({rule.id: (clause.key, rule) for clause, rule in side} for side in (old, new))
    for id_, (key, rule) in after.items():
        if id_ in before:
            for change in changes(before[id_][1], rule):
                yield RuleChange(key, id_, *change)
        else:
            yield RuleChange(key, id_, "text-added", None, rule.name.zh)
    for id_, (key, rule) in before.items():
        if id_ not in after:
            yield RuleChange(key, id_, "text-dropped", rule.name.zh, None)


Found = tuple[str, str | None, str | None, Fraction | None, Fraction | None]
"""Kind, words before and after, values before and after."""


def award_changes(old: Award, new: Award) -> Iterator[Found]:
    """Return what changed in the rule of one award."""
    yield from _sum(old, new)
    for field, kind in _NAMES.items():
        yield from _plain(kind, getattr(old, field), getattr(new, field))
    if (old.payee.code, old.payee.stated) != (new.payee.code, new.payee.stated):
        yield _words("payee", old.payee.zh, new.payee.zh)
    if old.subject != new.subject or old.title_by != new.title_by:
        yield _words("beneficiary", _subject(old), _subject(new))
    yield from _conditions(old, new)
    yield from _stages(old, new)
    yield from _limit(old, new)
    for field in _LINKS:
        yield from _plain("condition", _list(getattr(old, field)), _list(getattr(new, field)))
    yield from _plain("condition", old.further, new.further)
    if [vars(one) for one in old.review] != [vars(one) for one in new.review]:
        yield _words("condition", _reviewed(old), _reviewed(new))


def _words(kind: str, old: str | None, new: str | None) -> Found:
    return kind, old or None, new or None, None, None


def _plain(kind: str, old: str | None, new: str | None) -> Iterator[Found]:
    if old != new:
        yield _words(kind, old, new)


def _sum(old: Award, new: Award) -> Iterator[Found]:
    before, after = parts_of(old), parts_of(new)
    if _count_of_steps(before) != _count_of_steps(after):
        before, after = _by_threshold(before), _by_threshold(after)
    another_way = before["mechanism"] != after["mechanism"]
    stay = _figures_that_stay(before, after) if another_way else frozenset()
    for name in dict.fromkeys([*before, *after]):
        one, other = before.get(name), after.get(name)
        if _said(one) == _said(other) or name in stay:
            continue
        sides = [side for side in (one, other) if side]
        if another_way and name != "mechanism" and all(side.value is None for side in sides):
            continue  # follows from the other way of stating the sum
        kinds = [side.kind for side in reversed(sides)]
        yield (
            "first-time" if "first-time" in kinds else kinds[0],
            one.words if one else None,
            other.words if other else None,
            one.value if one else None,
            other.value if other else None,
        )


def _count_of_steps(parts: Mapping[str, SumPart]) -> int:
    return sum(name.startswith("step ") for name in parts)


def _by_threshold(parts: Mapping[str, SumPart]) -> dict[str, SumPart]:
    """Name steps by their thresholds: where one is dropped, the others have not changed."""
    found: dict[str, SumPart] = {}
    for name, part in parts.items():
        step = name.removesuffix(" at")
        at = f" at {parts[f'{step} at'].value}" if name.startswith("step ") else ""
        found[f"step{name.removeprefix(step)}{at}" if at else name] = part
    return found


def _figures_that_stay(
    before: Mapping[str, SumPart], after: Mapping[str, SumPart]
) -> frozenset[str]:
    """Return the parts whose figure is only elsewhere in a rule that is stated in another way.

    500万元 as the first of several steps, and as the first of several brackets.
    """
    there: dict[object, list[str]] = {}
    for name, part in after.items():
        if name not in before and part.value is not None:
            there.setdefault(_role(part), []).append(name)
    stay: set[str] = set()
    for name, part in before.items():
        if name not in after and part.value is not None and there.get(_role(part)):
            stay |= {name, there[_role(part)].pop(0)}
    return frozenset(stay)


def _role(part: SumPart) -> object:
    """Return what a figure is compared with, or paid, however it is stated."""
    return part.kind == "threshold", part.value, part.each


def _said(part: SumPart | None) -> object:
    """Return what two parts of a sum are compared by: the value, else the words."""
    if part is None:
        return None
    return part.words if part.value is None else part.value, part.each


def _subject(award: Award) -> str:
    kinds = [*award.subject.kinds.values(), award.subject.otherwise]
    return _list([*dict.fromkeys(kinds), *([award.title_by] if award.title_by else [])]) or ""


def _conditions(old: Award, new: Award) -> Iterator[Found]:
    before, after = _by_name(old), _by_name(new)
    for name in dict.fromkeys([*before, *after]):
        one, other = before.get(name), after.get(name)
        if one is None or other is None:
            words = (condition.words.zh if condition else None for condition in (one, other))
            yield _words("condition", *words)
        elif _test(one) != _test(other):
            yield _condition(one, other, new)


def _by_name(award: Award) -> dict[tuple[str, int], Condition]:
    """Return the conditions by the fact that they test; a fact may be tested several times."""
    found: dict[tuple[str, int], Condition] = {}
    for condition in award.conditions:
        number = sum(fact == condition.fact for fact, _ in found)
        found[condition.fact, number] = condition
    return found


def _test(condition: Condition) -> object:
    test = {key: value for key, value in condition.test.items() if key != "written"}
    return test, condition.given


def _condition(old: Condition, new: Condition, award: Award) -> Found:
    a, b = old.test, new.test
    if "figure" in a and "figure" in b:
        kind = "threshold" if a["figure"] != b["figure"] else "comparison"
        if a["figure"] == b["figure"] and a["compare"] == b["compare"]:
            kind = "condition"
        return kind, a["written"], b["written"], Fraction(a["figure"]), Fraction(b["figure"])
    types = {fact.name: fact.type for fact in award.facts}
    kind = "tier" if types.get(new.fact) in _LEVELS else "condition"
    return _words(kind, old.words.zh, new.words.zh)


def _stages(old: Award, new: Award) -> Iterator[Found]:
    """Compare the instalments by their codes; a share that is only assumed has no value."""
    before, after = ({one.code: one for one in award.stages} for award in (old, new))
    for code in dict.fromkeys([*before, *after]):
        one, other = _share(before.get(code)), _share(after.get(code))
        if one != other:
            yield "stage", one[0], other[0], one[1], other[1]


def _share(stage: Stage | None) -> tuple[str | None, Fraction | None]:
    if stage is None:
        return None, None
    if stage.assumed:
        return stage.name.zh, None
    return f"{(Decimal(stage.share) * 100).normalize():f}%", Fraction(stage.share)


def _limit(old: Award, new: Award) -> Iterator[Found]:
    before, after = old.limit, new.limit
    for field, kind in (("count", "count-limit"), ("in_all", "cumulative-limit")):
        one, other = (getattr(limit, field) if limit else None for limit in (before, after))
        if one != other:
            yield (
                kind,
                before.words.zh if before and one is not None else None,
                after.words.zh if after and other is not None else None,
                None if one is None else Fraction(one),
                None if other is None else Fraction(other),
            )
    if before and after and before.awards != after.awards:
        yield _words("condition", _list(before.awards), _list(after.awards))


def _reviewed(award: Award) -> str | None:
    return _list([f"{name}={code}" for one in award.review for name, codes in one.when.items()
                  for code in codes])  # fmt: skip


def _list(words: list[str]) -> str | None:
    return "、".join(words) or None


def _line(old: Line, new: Line) -> Iterator[Found]:
    if old.pending != new.pending:
        before, after = ("pending" if one.pending else None for one in (old, new))
        yield _words("placeholder", before, after)
    elif old.kind != new.kind:
        yield _words("instrument", old.kind, new.kind)
    if old.payee.code != new.payee.code:
        yield _words("payee", old.payee.zh, new.payee.zh)


def _departments(old: PolicyDocument, new: PolicyDocument) -> Iterator[RuleChange]:
    """Compare the departments that each clause names, by the names that the text writes."""
    before, after = ({one.key: _named(policy, one.number) for one in policy.clauses}
                     for policy in (old, new))  # fmt: skip
    for key in after:
        if key in before and set(before[key]) != set(after[key]):
            yield RuleChange(key, "", "department", _list(before[key]), _list(after[key]))


def _named(policy: PolicyDocument, number: int) -> list[str]:
    clause = next(one for one in policy.clauses if one.number == number)
    codes = dict.fromkeys(code for one in clause.paragraphs for code in one.departments)
    return [policy.edition.departments[code].zh for code in codes]


def _term(old: PolicyDocument, new: PolicyDocument) -> Iterator[RuleChange]:
    one, other = old.edition.validity, new.edition.validity
    if (one.from_, one.to) != (other.from_, other.to):
        before, after = (span_text(term.from_, term.to) for term in (one, other))
        yield RuleChange("closing", "", "validity", before, after)
