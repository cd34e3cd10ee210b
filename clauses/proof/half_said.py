"""Refuses a rule that leaves out a word of its quotation that bears on the sum.

The rest of the sentence after the quotation counts as well, up to what another entry quotes.
"""

from collections.abc import Iterator, Mapping
from typing import assert_never

from clauses.messages import phrase
from clauses.model import Award, Clause
from clauses.model.award import Fact
from clauses.proof.named import places_of
from clauses.proof.rule import Ties
from clauses.proof.said_of_sum import Said
from clauses.proof.sum_words import ClaimedBy, SumWord, sum_words
from eligibility.closing_rule import GROUPED_KINDS

_LEFT_OUT = ("quota", "discretion", "clawback")
"""Kinds that a quotation may leave out: what the department decides beside the sum."""

_HOLDING: Mapping[ClaimedBy, str] = {"figure": "sum", "compared": "when"}
"""Under which key of the award is the figure that a word may be part of."""


def check_words_of_sum(said: Said, clause: Clause) -> None:
    """Add a fault for each word of the sentence that bears on the sum and that nothing claims."""
    award, ties, paragraph = said.award, said.ties, said.text
    quoted = {name: list(spans) for name, spans in _quoted(award, paragraph)}
    claimed = set(award.sum.claims())
    end = _end_of_sentence(ties, clause)
    for found in sum_words(paragraph):
        beyond = found.end > (ties.end if found.kind.name in _LEFT_OUT else end)
        if found.start < ties.start or beyond or found.kind.name in claimed:
            continue
        in_figure = any(_in_figure(found, ties, _HOLDING[by]) for by in found.kind.by & {*_HOLDING})
        if not in_figure and not any(_claims(how, found, award, quoted) for how in found.kind.by):
            around = paragraph[max(ties.start, found.start - 10) : found.end + 10]
            said.fault(
                ("quote", "zh"),
                "word-half-said",
                words=found.words,
                around=around,
                use=phrase(f"use-{found.kind.name}"),
            )


def _end_of_sentence(ties: Ties, clause: Clause) -> int:
    """Return where the sentence ends, or where another entry begins to quote it."""
    ends = [ties.text.find("。", ties.end), len(ties.text)]
    for _, entry in clause.quoting:
        if entry.paragraph == ties.award.paragraph:
            start = ties.text.find(entry.quote.zh)
            if start + len(entry.quote.zh) > ties.end:
                ends.append(max(start, ties.end))
    return min(end for end in ends if end >= 0)


def _in_figure(found: SumWord, ties: Ties, key: str) -> bool:
    """Return whether the word is part of a figure of the sum or of a condition: 减半, 20万元/亩."""
    figures = [tied.found for tied in ties.under(key)]
    if key == "when":  # 较上年提高1个百分点, beside a condition that compares the points
        return any(one.start <= found.end and found.start <= one.end for one in figures)
    return any(one.start <= found.start and found.end <= one.end for one in figures)


def _claims(
    how: ClaimedBy, found: SumWord, award: Award, quoted: dict[str, list[tuple[int, int]]]
) -> bool:
    match how:
        case "condition" | "limit":
            return any(a <= found.start and found.end <= b for a, b in quoted.get(how, ()))
        case "often":
            yearly = found.kind.name == "yearly" and award.frequency == "yearly"
            return award.frequency_stated or yearly
        case "stages":
            return bool(award.stages)
        case "top-up":
            return bool(award.adds_to or award.title_by)
        case "tiers":
            stated = award.sum.value_of("tiers") or award.sum.value_of("steps")
            return bool(stated or award.excludes)
        case "excludes":
            return bool(award.excludes)
        case "each-time":
            return award.frequency in ("once-per-title", "per-product", "once-per-step")
        case "each-project":
            return award.frequency == "once-per-project"
        case "one-off":
            return award.frequency not in ("yearly", "per-policy", "with-national-grant")
        case "reading":
            return bool(award.readings)
        case "reference":
            return award.wording == "reference"
        case "enterprise":
            return award.subject == "enterprise"
        case "closing":
            return award.frequency == "once" or award.subject in GROUPED_KINDS
        case "months":
            return any("月数" in words for fact in award.facts for words in _names(fact))
        case "interest-paid":
            return any("利息" in words for fact in award.facts for words in _names(fact))
        case "match":
            return award.kind == "matching"
        case "floor":
            return award.wording == "floor"
        case "fact":
            return any(found.words in words for fact in award.facts for words in _names(fact))
        case "figure" | "compared":
            return False  # only where the word is part of such a figure (`_in_figure`)
        case _:
            assert_never(how)


def _names(fact: Fact) -> Iterator[str]:
    yield from (fact.label.zh, fact.ask.zh)
    yield from (option.zh for option in (fact.options or {}).values())


def _quoted(award: Award, paragraph: str) -> Iterator[tuple[str, Iterator[tuple[int, int]]]]:
    """Yield the spans of the paragraph that conditions and the limit quote."""
    yield (
        "condition",
        (span for condition in award.when for span in _spans(paragraph, condition.words.zh)),
    )
    if award.limit:
        yield "limit", _spans(paragraph, award.limit.words.zh)


def _spans(paragraph: str, words: str) -> Iterator[tuple[int, int]]:
    for begin in places_of(words, paragraph):
        yield begin, begin + len(words)
