"""The rule of an award: it asks for what it uses, and its figures are the words of the text."""

from collections.abc import Iterator

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
) -> None:
    """Facts, awards and figures that the rule names are there."""
    facts = {fact.name: fact for fact in award.facts}
    if len(facts) != len(award.facts):
        file.fault((*path, "facts"), "a fact twice", "each fact once", "take one out")

    def asked(name: str | None, *at: str | int) -> None:
        if name is not None and name not in facts:
            file.fault(
                (*path, *at),
                f"“{name}”",
                "a fact of this award: " + ", ".join(facts),
                "correct the name, or add the fact",
            )

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
        if base is None or not isinstance(base.sum, TieredSum):
            file.fault(
                (*path, "sum", "half_of"),
                f"“{rule.half_of}”",
                "an award with `tiers`",
                "correct the id",
            )
    for key, ids in (
        ("adds_to", award.adds_to),
        ("limit", award.limit.awards if award.limit else []),
    ):
        for other in ids:
            if other not in awards:
                file.fault(
                    (*path, key), f"“{other}”", "the id of an award with a sum", "correct the id"
                )
    for words, at in _figures(award):
        if words not in _quoted(award, at):
            file.fault(
                (*path, *at),
                f"“{words}”",
                "words of its quotation, to the letter",
                "write the figure as the text does",
            )


def _quoted(award: Award, at: tuple[str | int, ...]) -> str:
    """The quotation in which a figure must stand: a condition and a limit have their own."""
    match at:
        case ("when", int(index), *_):
            return award.when[index].words.zh
        case ("limit", *_) if award.limit:
            return award.limit.words.zh
        case _:
            return award.quote.zh


def _figures(award: Award) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Every figure of the rule, with its key; halves stand for the award they halve."""
    stack: list[tuple[object, tuple[str | int, ...]]] = [(award.sum, ("sum",))]
    for index, stage in enumerate(award.stages):
        if stage.share:
            yield stage.share, ("stages", index, "share")
    for index, condition in enumerate(award.when):
        if condition.compares:
            yield condition.compares, ("when", index, "compares")
    if award.limit:
        for key in ("count", "in_all"):
            if words := getattr(award.limit, key):
                yield words, ("limit", key)
    while stack:
        node, at = stack.pop()
        if isinstance(node, TieredSum):
            for code, words in node.tiers.items():
                yield words, (*at, "tiers", code)
            continue
        for key in ("amount", "rate", "at_most", "share", "at", "sum", "first_time", "halved"):
            words = getattr(node, key, None)
            if isinstance(words, str):
                yield words, (*at, key)
        for index, step in enumerate(getattr(node, "steps", [])):
            stack.append((step, (*at, "steps", index)))
        if (beyond := getattr(node, "beyond", None)) is not None:
            stack.append((beyond, (*at, "beyond")))
