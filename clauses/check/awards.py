"""The rule of an award: it asks for what it uses. Its figures are proved in `clauses/proof`."""

from collections.abc import Container

from clauses.files import YamlFile
from clauses.model import Award, Clause
from clauses.model.sums import (
    ExcessSum,
    FirstTimeSum,
    HalvedSum,
    MatchedSum,
    PriceFloorSum,
    RateSum,
    TieredSum,
)


def check_award(
    file: YamlFile,
    path: tuple[str | int, ...],
    clause: Clause,
    award: Award,
    awards: dict[str, Award],
    named: Container[str],
) -> None:
    """Facts and awards that the rule names are there; `named` are all ids of the files."""
    facts = {fact.name: fact for fact in award.facts}
    if len(facts) != len(award.facts):
        file.fault((*path, "facts"), "fact-twice")

    def asked(name: str | None, *at: str | int) -> None:
        if name is not None and name not in facts:
            file.fault((*path, *at), "fact-unknown", name=name, facts=facts)

    for index, condition in enumerate(award.when):
        asked(condition.fact, "when", index, "fact")
        asked(condition.of, "when", index, "of")
        for name in condition.given or {}:
            asked(name, "when", index, "given", name)
    for index, review in enumerate(award.review):
        asked(review.of, "review", index, "of")
        asked(review.less, "review", index, "less")
        for name in review.when:
            asked(name, "review", index, "when", name)
    for index, fact in enumerate(award.facts):
        asked(fact.only_with, "facts", index, "only_with")
    if not isinstance(award.subject, str):
        asked(award.subject.by, "subject", "by")

    rule = award.sum
    match rule:
        case RateSum() | ExcessSum():
            asked(rule.of, "sum", "of")
        case TieredSum() | HalvedSum():
            asked(rule.by, "sum", "by")
        case FirstTimeSum():
            asked(rule.of, "sum", "of")
            asked(rule.before, "sum", "before")
        case MatchedSum():
            asked(rule.matches, "sum", "matches")
        case PriceFloorSum():
            for key in ("floor", "times", "share_when"):
                asked(getattr(rule, key), "sum", key)
        case _:
            pass
    if isinstance(rule, ExcessSum):
        asked(rule.beyond.of, "sum", "beyond", "of")
    if isinstance(rule, HalvedSum):
        base = awards.get(rule.half_of)
        unread = base is None and rule.half_of in named
        if not unread and (base is None or not isinstance(base.sum, TieredSum)):
            file.fault((*path, "sum", "half_of"), "half-of-what", name=rule.half_of)
    for key, ids in (
        ("adds_to", award.adds_to),
        ("limit", award.limit.awards if award.limit else []),
    ):
        for other in ids:
            if other not in named:
                file.fault((*path, key), "award-unknown", name=other)
