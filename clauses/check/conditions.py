"""Checks that the facts of a condition have answers of the kind that it compares or lists."""

from collections.abc import Mapping, Sequence

from clauses.files import YamlFile
from clauses.key_path import KeyPath
from clauses.model.award import Award, Condition, Fact
from clauses.notation import read_figure

_TYPES: Mapping[str, tuple[str, ...]] = {
    "money": ("money",),
    "share": ("percentage",),
    "points": ("percentage",),
    "count": ("count", "quantity"),
    "area": ("area",),
    "years": ("years", "count"),
    "months": ("count", "quantity"),
    "date": ("date",),
}
"""The types of a fact that is compared with a figure, by what the figure measures."""
_FIGURES = ("money", "area", "count", "percentage", "years", "quantity")
_LISTED = ("level", "star", "scope", "code")


def check_condition(file: YamlFile, path: KeyPath, award: Award, condition: Condition) -> None:
    """Note where a condition asks of a fact, or of its base, what no answer to it can be."""
    facts = {fact.name: fact for fact in award.facts}
    fact = facts.get(condition.fact)
    if fact is None:
        return
    if condition.is_ is not None:
        _check_type(file, (*path, "is"), fact, ("yes-no",))
    elif condition.in_ is not None:
        check_answers(file, (*path, "in"), fact, condition.in_, _LISTED)
    else:
        _check_compared(file, path, condition, fact, facts)


def check_answers(
    file: YamlFile,
    path: KeyPath,
    fact: Fact | None,
    answers: Sequence[str | int | bool],
    types: tuple[str, ...] = (*_LISTED, "yes-no"),
) -> None:
    """Note each answer that a fact cannot have."""
    if fact is None or not _check_type(file, path, fact, types):
        return
    for place, answer in enumerate(answers):
        if answer not in fact.answers:
            file.fault((*path, place), "answer-unknown", found=answer, known=fact.answers)


def _check_compared(
    file: YamlFile,
    path: KeyPath,
    condition: Condition,
    fact: Fact,
    facts: Mapping[str, Fact],
) -> None:
    assert condition.compares is not None
    measure = read_figure(condition.compares).measure
    bases = {"of": condition.of, "over": condition.over, "above": condition.above}
    named = [key for key, name in bases.items() if name is not None]
    if len(named) > 1:
        file.fault((*path, named[1]), "two-bases", first=named[0], second=named[1])
        return
    if condition.fact in bases.values():
        file.fault((*path, named[0]), "base-itself", name=condition.fact)
        return
    if named and measure != ("points" if named == ["above"] else "share"):
        file.fault((*path, named[0]), "base-of-what", key=named[0], compares=condition.compares)
        return
    if not named or named == ["above"]:
        _check_type(file, (*path, "fact"), fact, _TYPES.get(measure, ()))
    else:
        _check_type(file, (*path, "fact"), fact, _FIGURES)
    base = facts.get(bases[named[0]] or "") if named else None
    if base is not None and fact.type in _FIGURES:
        _check_type(file, (*path, named[0]), base, (fact.type,))


def _check_type(file: YamlFile, path: KeyPath, fact: Fact, types: tuple[str, ...]) -> bool:
    if fact.type not in types:
        file.fault(path, "condition-type", name=fact.name, type=fact.type, types=list(types))
    return fact.type in types
