"""Checks that a rule asks for the facts it uses. `clauses/proof` proves its figures."""

from collections.abc import Container, Sequence

from clauses.check.conditions import check_answers, check_condition
from clauses.files import YamlFile
from clauses.key_path import KeyPath
from clauses.model import Award, Clause


def check_award(
    file: YamlFile,
    path: KeyPath,
    clause: Clause,
    award: Award,
    awards: dict[str, Award],
    named: Container[str],
) -> None:
    """Check that the facts and awards that the rule names exist, and that each fact asked is used.

    `named` are all award ids in the files.
    """
    facts = {fact.name: fact for fact in award.facts}
    if len(facts) != len(award.facts):
        file.fault((*path, "facts"), "fact-twice")

    used: set[str | None] = set()

    def asked(name: str | None, *at: str | int) -> None:
        used.add(name)
        if name is not None and name not in facts:
            file.fault((*path, *at), "fact-unknown", name=name, facts=facts)

    for index, condition in enumerate(award.when):
        asked(condition.fact, "when", index, "fact")
        asked(condition.of, "when", index, "of")
        asked(condition.over, "when", index, "over")
        asked(condition.above, "when", index, "above")
        check_condition(file, (*path, "when", index), award, condition)
        for name, answers in (condition.given or {}).items():
            asked(name, "when", index, "given", name)
            check_answers(file, (*path, "when", index, "given", name), facts.get(name), answers)
    for index, review in enumerate(award.review):
        asked(review.of, "review", index, "of")
        asked(review.less, "review", index, "less")
        for name, values in review.when.items():
            asked(name, "review", index, "when", name)
            check_answers(file, (*path, "review", index, "when", name), facts.get(name), values)
            _check_levels(file, (*path, "review", index, "when", name), award, name, values)
    for index, fact in enumerate(award.facts):
        asked(fact.only_with, "facts", index, "only_with")
    if not isinstance(award.subject, str):
        asked(award.subject.by, "subject", "by")
    asked(award.title_by, "title_by")

    for field, name in award.sum.having("fact"):
        asked(name, "sum", *field.path)
    for field, id_ in award.sum.having("award"):
        base = awards.get(id_)
        unread = base is None and id_ in named
        if not unread and (base is None or base.sum.value_of("tiers") is None):
            file.fault((*path, "sum", *field.path), "half-of-what", name=id_)
    for index, fact in enumerate(award.facts):
        if fact.name not in used:
            file.fault((*path, "facts", index), "fact-unused", name=fact.name)
    _check_products(file, path, award)
    _check_twice(file, path, award, facts)
    _check_steps(file, path, award)
    _check_stages(file, path, award)
    _check_others(file, path, award, awards)
    for key, ids in (
        ("adds_to", award.adds_to),
        ("excludes", award.excludes),
        ("further", [award.further] if award.further else []),
        ("limit", award.limit.awards if award.limit else []),
    ):
        for other in ids:
            if other not in named:
                file.fault((*path, key), "award-unknown", name=other)


def _check_products(file: YamlFile, path: KeyPath, award: Award) -> None:
    """Check that no fact is multiplied by itself: ranges are those of sums linear in each fact."""
    for at, name in award.sum.times_itself():
        file.fault((*path, *at), "fact-times-itself", name=name)


def _check_twice(file: YamlFile, path: KeyPath, award: Award, names: Container[str]) -> None:
    """Check that no part holds a fact against itself: a growth of the output over the output."""
    rule = award.sum
    for at, node in list(rule.parts()) or [(("sum",), rule.written)]:
        held = [one for value in node.values() for one in _listed(value)]
        for name in dict.fromkeys(one for one in held if one in names and held.count(one) > 1):
            file.fault((*path, *at), "fact-against-itself", name=name)


def _listed(value: object) -> list[str]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]


def _check_steps(file: YamlFile, path: KeyPath, award: Award) -> None:
    """Check that steps reached for the first time are exact or ceilings, and no review is asked.

    Their sum is settled among all years, after reviews and floors were looked at.
    """
    if award.sum.value_of("steps") is None:
        return
    if award.wording not in ("exact", "ceiling"):
        file.fault((*path, "wording"), "steps-wording", wording=award.wording)
    if award.review:
        file.fault((*path, "review"), "steps-review")


def _check_levels(
    file: YamlFile,
    path: KeyPath,
    award: Award,
    name: str,
    values: Sequence[str | bool],
) -> None:
    """Check that a review that lists levels has each with a sum: the others would just be paid."""
    tiers = award.sum.value_of("tiers") if award.sum.value_of("fact") == name else None
    types = {fact.name: fact.type for fact in award.facts}
    if types.get(name) == "level" and (
        lacking := [one for one in tiers or () if one not in values]
    ):
        file.fault(path, "review-without-level", levels=lacking, tiers=list(tiers or ()))


def _check_stages(file: YamlFile, path: KeyPath, award: Award) -> None:
    """Check that all instalments have a share or none has, since the text states no remainder."""
    last = len(award.stages) - 1
    without = [
        index
        for index, stage in enumerate(award.stages)
        if stage.share is None and not (stage.rest and index == last)
    ]
    if without and len(without) < len(award.stages):
        stage = award.stages[without[0]]
        file.fault((*path, "stages", without[0]), "stage-without-share", name=stage.name.zh)


def _check_others(file: YamlFile, path: KeyPath, award: Award, awards: dict[str, Award]) -> None:
    """Check that awards named in `adds_to`, `excludes` and `further` are other, fitting awards."""
    for other in award.adds_to:
        if award.id in _reached(other, awards):
            file.fault((*path, "adds_to"), "adds-to-itself", name=other)
    for other in award.excludes:
        if other in awards and (other == award.id or award.id not in awards[other].excludes):
            file.fault((*path, "excludes"), "excludes-one-sided", name=other, id=award.id)
    if award.further is not None and (award.frequency != "once" or award.further == award.id):
        file.fault((*path, "further"), "further-of-what", name=award.further)


def _reached(start: str, awards: dict[str, Award]) -> set[str]:
    """Return all awards that `adds_to` leads to from an award, including itself in a cycle."""
    found: set[str] = set()
    open_ = [start]
    while open_:
        name = open_.pop()
        if name not in found:
            found.add(name)
            open_ += awards[name].adds_to if name in awards else []
    return found
