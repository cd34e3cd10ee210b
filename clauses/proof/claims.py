"""Who claims a figure or a level word of the text: an award, a line, a target, the validity.

A figure inside the quotation of an award is claimed only where the rule has it. What a line, a
target, an obligation or a word of support quotes, it claims as a whole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clauses.levels import scan_levels
from clauses.model import Award, Clause, Edition
from clauses.model.parts import StatedPart
from clauses.notation import Found, read_figure, scan
from clauses.proof.named import name_of
from clauses.proof.order_of_parts import names_of_cases, parts
from clauses.proof.rule import tie

_QUOTING = ("lines", "targets", "obligations", "support")


@dataclass(frozen=True)
class FigureClaim:
    """Words of a passage that a rule claims."""

    place: str
    """The passage: 3.1, 附则-2."""
    start: int
    end: int
    by: str
    """The id of the award or line, or the key: `targets[0]`, `validity`."""
    role: str
    """The key that holds the figure (`sum.at_most`), or `quote`."""


def clause_claims(clause: Clause) -> list[FigureClaim]:
    """Return every claim of a clause, the awards' first."""
    return [*_award_claims(clause), *_quoted_claims(clause)]


def edition_claims(edition: Edition) -> list[FigureClaim]:
    """Return the claims of what belongs to the edition: its term (validity)."""
    claims = []
    for part in edition.closing:
        start = part.zh.find(edition.validity.words.zh)
        if start >= 0:
            end = start + len(edition.validity.words.zh)
            claims.append(FigureClaim(part.label, start, end, "validity", "words"))
    return claims


def _award_claims(clause: Clause) -> Iterator[FigureClaim]:
    for award in clause.awards:
        if not 1 <= award.paragraph <= len(clause.paragraphs):
            continue
        text = clause.paragraphs[award.paragraph - 1].zh
        place = f"{clause.number}.{award.paragraph}"
        ties = tie(award, text)
        if ties is None:
            continue
        for tied in ties.tied:
            role = ".".join(map(str, tied.at))
            yield FigureClaim(place, tied.found.start, tied.found.end, award.id, role)
        for start, end, role in _words_of_the_rule(award, text, ties.start, ties.end):
            yield FigureClaim(place, start, end, award.id, role)
        for found in _stages_counted(award, text, ties.start, ties.end):
            yield FigureClaim(place, found.start, found.end, award.id, "stages")


def _words_of_the_rule(
    award: Award, text: str, start: int, end: int
) -> Iterator[tuple[int, int, str]]:
    """Level words and names of lists that the rule rests on, without being its figures."""
    for index, condition in enumerate(award.when):
        begin = text.find(condition.words.zh, start, end)
        if begin < 0:
            begin = text.find(condition.words.zh)
        if begin < 0:
            continue
        described = condition.compares is None
        for item in _described(condition.words.zh) if described else _levels(condition.words.zh):
            yield begin + item[0], begin + item[1], f"when.{index}"
    tiers, by = award.sum.value_of("tiers") or {}, award.sum.value_of("fact")
    for name in [*(name_of(award, by, code) for code in tiers), *names_of_cases(award)]:
        begin = text.find(name, start, end)
        while begin >= 0:
            for level in scan_levels(name):
                yield begin + level.start, begin + level.end, "sum.tiers"
            begin = text.find(name, begin + 1, end)
    yield from _named_facts(award, text, start, end)
    yield from _years_of_mean(award, text, start, end)
    said = set(award.sum.claims())
    for found in scan(text[start:end]):  # 不足100万元部分不奖, beside 每增100万元
        steps = [one for one in _counted_by(award) if read_figure(one).value == found.figure.value]
        if found.figure.meaning == "less-than" and steps:
            yield start + found.start, start + found.end, "sum"
        counted = found.figure.measure in ("count", "area") and found.figure.value == 1
        if counted and "unit" in said and _OF_EACH.search(text[: start + found.start]):
            yield start + found.start, start + found.end, "sum"  # 每节约1吨
    # the level of a title whose kinds alone are tiers is in their question: 哪一种国家级区域品牌
    deciding = [fact for fact in award.facts if tiers and fact.name == by]
    asked = {level.words for fact in deciding for level in scan_levels(fact.ask.zh)}
    for level in scan_levels(text):
        if level.words in asked and start <= level.start and level.end <= end:
            yield level.start, level.end, "facts"


def _years_of_mean(award: Award, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the number of the years whose mean is taken: 前三年平均, of three facts."""
    if not isinstance(award.sum, StatedPart):
        return
    written = award.sum.model_dump(by_alias=True, exclude_none=True)
    counts = {len(node["mean"]) for _, node in parts(written, ()) if "mean" in node}
    for found in scan(text[start:end]):
        after = text[start + found.end : end]
        if found.figure.measure == "years" and found.figure.value in counts and _MEAN.match(after):
            yield start + found.start, start + found.end, "sum"


def _counted_by(award: Award) -> list[str]:
    """Return the figures that a sum counts by."""
    return [str(value) for _, value in award.sum.having("figure")]


def _named_facts(award: Award, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield figures and levels that are part of the name of a fact or an answer: 一年期LPR."""
    answers = {option.zh for fact in award.facts for option in (fact.options or {}).values()}
    for name in answers | {fact.label.zh for fact in award.facts}:
        begin = text.find(name, start, end)
        if begin < 0:
            continue
        for found in scan(name):
            if found.figure.measure in _NAMED:
                yield begin + found.start, begin + found.end, "facts"
        for level in scan_levels(name) if name in answers else ():
            yield begin + level.start, begin + level.end, "facts"


_OF_EACH = re.compile("每(?:节约|减少|降低|新增|引进|完成|培育|回收|利用|消纳)?$")
_MEAN = re.compile("[^，。；]{0,8}(?:平均|均值)")
_NAMED = ("rank", "years", "months", "count", "date")


def _levels(words: str) -> Iterator[tuple[int, int]]:
    for level in scan_levels(words):
        yield level.start, level.end
    for found in scan(words):
        if found.figure.measure == "rank":
            yield found.start, found.end


def _described(words: str) -> Iterator[tuple[int, int]]:
    for level in scan_levels(words):
        yield level.start, level.end
    for found in scan(words):
        # 首次入选“世界500强”, 3年内增到5亿元以上: asked in these words, and nothing is computed
        figure = found.figure
        if figure.measure in (*_NAMED, "multiple") or figure.meaning in (
            "at-least",
            "more-than",
            "less-than",
        ):
            yield found.start, found.end


def _stages_counted(award: Award, text: str, start: int, end: int) -> Iterator[Found]:
    """两个阶段, 分两年: the number of the award's stages."""
    for found in scan(text):
        stages = text.startswith("阶段", found.end) or text[found.start - 1 : found.start] == "分"
        inside = start <= found.start and found.end <= end
        if inside and stages and award.stages and found.figure.value == len(award.stages):
            yield found


def _quoted_claims(clause: Clause) -> Iterator[FigureClaim]:
    for kind in _QUOTING:
        for index, entry in enumerate(getattr(clause, kind)):
            if not 1 <= entry.paragraph <= len(clause.paragraphs):
                continue
            start = clause.paragraphs[entry.paragraph - 1].zh.find(entry.quote.zh)
            if start >= 0:
                yield FigureClaim(
                    f"{clause.number}.{entry.paragraph}",
                    start,
                    start + len(entry.quote.zh),
                    getattr(entry, "id", f"{kind}[{index}]"),
                    "quote",
                )
