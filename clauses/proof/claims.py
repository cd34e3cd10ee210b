"""Who claims a figure or a level word of the text: an award, a line, a target, the validity.

A figure inside the quotation of an award is claimed only where the rule has it. What a line, a
target, an obligation or a word of support quotes, it claims as a whole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clauses.levels import scan_levels
from clauses.model import Clause, Edition
from clauses.notation import ReadFigure, digits_of_no_figure, read_figure, scan
from clauses.ordinal_years import ordinal_years
from clauses.proof.named import name_of, places_of
from clauses.proof.order_of_parts import names_of_cases
from clauses.proof.periods import periods_in
from clauses.proof.rule import Ties, tie
from clauses.proof.said_of_sum import asked_words
from clauses.proof.unpaid_parts import said_again, unpaid_parts

RuleWords = tuple[int, int, str]
"""Words of the paragraph: the first character, the one after the last, and the key of the award."""


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
        text = clause.text_of(award.paragraph)
        ties = None if text is None else tie(award, text)
        if ties is None:
            continue
        place = f"{clause.number}.{award.paragraph}"
        for tied in ties.tied:
            role = ".".join(map(str, tied.at))
            yield FigureClaim(place, tied.found.start, tied.found.end, award.id, role)
        for start, end, role in _words_of_the_rule(ties):
            yield FigureClaim(place, start, end, award.id, role)


def _words_of_the_rule(ties: Ties) -> Iterator[RuleWords]:
    """Figures, levels and names of lists that the rule rests on, without being its figures."""
    yield from _words_of_conditions(ties)
    yield from _levels_of_tiers(ties)
    yield from _levels_of_choices(ties)
    yield from _named_facts(ties)
    yield from _figures_of_periods(ties)
    yield from _words_of_the_sum(ties)
    yield from _levels_asked(ties)
    yield from _stages_counted(ties)


def _words_of_conditions(ties: Ties) -> Iterator[RuleWords]:
    for index, condition in enumerate(ties.award.when):
        words = condition.words.zh
        begin = ties.text.find(words, ties.start, ties.end)
        begin = ties.text.find(words) if begin < 0 else begin
        if begin >= 0:
            for start, end in (_described if condition.compares is None else _levels)(words):
                yield begin + start, begin + end, f"when.{index}"


def _levels_of_tiers(ties: Ties) -> Iterator[RuleWords]:
    award = ties.award
    tiers, by = award.sum.value_of("tiers") or {}, award.sum.value_of("fact")
    for name in [*(name_of(award, by, code) for code in tiers), *names_of_cases(award)]:
        for begin in places_of(name, ties.text, ties.start, ties.end):
            for level in scan_levels(name):
                yield begin + level.start, begin + level.end, "sum.tiers"


def _levels_of_choices(ties: Ties) -> Iterator[RuleWords]:
    """Yield the levels for which a part of the sum says what is due: 国家级、省级的提高至15%."""
    for _, node in ties.award.sum.parts():
        for fact, asked in node.get("when", {}).items():
            codes = [one for one in asked if not isinstance(one, bool)] if asked else []
            for name in (name_of(ties.award, fact, code) for code in codes):
                for begin in places_of(name, ties.text, ties.start, ties.end):
                    for level in scan_levels(name):
                        yield begin + level.start, begin + level.end, "sum"


def _named_facts(ties: Ties) -> Iterator[RuleWords]:
    """Yield figures and levels that are part of the name of a fact or an answer: 一年期LPR."""
    facts = ties.award.facts
    answers = {option.zh for fact in facts for option in (fact.options or {}).values()}
    for name in answers | {fact.label.zh for fact in facts}:
        begin = ties.text.find(name, ties.start, ties.end)
        if begin < 0:
            continue
        for found in scan(name):
            place = found.figure.measure == "share" and name[: found.start].endswith("前")
            if place or found.figure.measure in _NAMED:
                yield begin + found.start, begin + found.end, "facts"
        if name in answers:
            for level in scan_levels(name):
                yield begin + level.start, begin + level.end, "facts"
            for start, end in digits_of_no_figure(name):  # 第11至20名
                yield begin + start, begin + end, "facts"


def _words_of_the_sum(ties: Ties) -> Iterator[RuleWords]:
    """Yield figures that say how the sum counts, and that nothing is computed with."""
    rule = ties.award.sum
    steps = {read_figure(str(value)).value for _, value in rule.having("figure")}
    by_unit = "unit" in rule.claims()
    several = ("mean", "highest")
    years = {len(node[key]) for _, node in rule.parts() for key in several if key in node}
    named = [entry["for"] for _, node in rule.parts() for entry in node.get("periods", ())]
    last_years = {span[1] for words in named if (span := ordinal_years(words))}
    yield from _figures_of_years(ties, named)
    for found in (*(one for one, _ in unpaid_parts(ties)), *said_again(ties)):
        if ties.start <= found.start and found.end <= ties.end:
            yield found.start, found.end, "sum"
    quotation = ties.text[: ties.end]
    for found in scan(ties.text[ties.start : ties.end]):
        figure, start, end = found.figure, ties.start + found.start, ties.start + found.end
        if (
            # 不足100万元部分不奖, beside 每增100万元
            (figure.meaning == "less-than" and figure.value in steps)
            # 每节约1吨
            or (by_unit and _is_one_piece(figure) and _OF_EACH.search(quotation[:start]))
            # 三年内…逐年, 补贴三年: the years are listed by number
            or (figure.measure == "years" and figure.value == max(last_years, default=0))
            # 前三年平均 and 前三年最高, of three facts
            or (
                figure.measure == "years"
                and figure.value in years
                and _OF_YEARS.match(quotation, end)
            )
        ):
            yield start, end, "sum"


def _figures_of_periods(ties: Ties) -> Iterator[RuleWords]:
    """Yield 三年 in 前三年平均, and 2019年, where a fact asks for the same period."""
    asked = [one for fact in ties.award.facts for one, _, _ in periods_in(asked_words(fact))]
    for period, start, end in periods_in(ties.text):
        if period.number and any((period.kind, period.number) == one[:2] for one in asked):
            yield start, end, "facts"


def _figures_of_years(ties: Ties, named: list[str]) -> Iterator[RuleWords]:
    """Yield 第1—3年 and 第二、三年, which have figures and digits inside."""
    for words in named:
        begin = ties.text.find(words, ties.start, ties.end)
        if begin >= 0 and ordinal_years(words):
            yield begin, begin + len(words), "sum"


def _is_one_piece(figure: ReadFigure) -> bool:
    return figure.measure in ("count", "area") and figure.value == 1


def _levels_asked(ties: Ties) -> Iterator[RuleWords]:
    """Yield the level of a title whose kinds alone are tiers: 哪一种国家级区域品牌."""
    rule = ties.award.sum
    deciding = [
        f for f in ties.award.facts if rule.value_of("tiers") and f.name == rule.value_of("fact")
    ]
    asked = {level.words for fact in deciding for level in scan_levels(fact.ask.zh)}
    for level in scan_levels(ties.text):
        if level.words in asked and ties.start <= level.start and level.end <= ties.end:
            yield level.start, level.end, "facts"


_OF_EACH = re.compile("每[^，。；、0-9每]{0,6}$")
_OF_YEARS = re.compile("[^，。；]{0,8}(?:平均|均值|最高)")
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


def _stages_counted(ties: Ties) -> Iterator[RuleWords]:
    """两个阶段, 分两年: the number of the award's stages."""
    text, count = ties.text, len(ties.award.stages)
    for found in scan(text):
        stages = text.startswith("阶段", found.end) or text[found.start - 1 : found.start] == "分"
        inside = ties.start <= found.start and found.end <= ties.end
        if inside and stages and count and found.figure.value == count:
            yield found.start, found.end, "stages"


def _quoted_claims(clause: Clause) -> Iterator[FigureClaim]:
    for (kind, index), entry in clause.quoting:
        start = (clause.text_of(entry.paragraph) or "").find(entry.quote.zh)
        if kind != "awards" and start >= 0:
            yield FigureClaim(
                f"{clause.number}.{entry.paragraph}",
                start,
                start + len(entry.quote.zh),
                getattr(entry, "id", f"{kind}[{index}]"),
                "quote",
            )
