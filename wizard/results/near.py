"""Describes near misses: the value that a fact would need, its value now, the gain in the total."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import amounts
from results.curve import CurveDrawing, drawing
from results.lines import ResultLine
from results.naming import named_assessment
from results.params import Phrases
from results.view import Quote
from results.words import Words

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Near:
    """What `nearness` found for an application."""

    misses: Sequence[Json] = ()
    curves: Sequence[Json] = ()


@dataclass(frozen=True, slots=True)
class NearMiss:
    """One near miss in words."""

    number: int
    name: str
    subject: str
    condition: str
    """The answer that would have to change."""
    gain: str
    """The gain in the total."""
    effect: str
    """The sum of the claim itself, why, and which other claims would give way."""
    citation: Quote


@dataclass(frozen=True, slots=True)
class NearView:
    """All near misses, the largest gain first, and the curves."""

    misses: list[NearMiss]
    curves: list[CurveDrawing]


def describe_near(
    document: Json, application: Any, assessment: Json, near: Near, language: str
) -> NearView:
    """Put near misses and curves into words; claims keep their numbers in the results."""
    awards = named_assessment(assessment, language)["awards"]
    claims = {claim["claim"]: claim for claim in awards}
    phrases = Phrases(Words(document, language), claims)
    return NearView(
        [_near_miss(phrases, claims, miss) for miss in near.misses],
        [drawing(phrases, claims[curve["claim"]], curve) for curve in near.curves],
    )


def _near_miss(phrases: Phrases, claims: Mapping[str, Json], miss: Json) -> NearMiss:
    words, line = phrases.words, phrases.words.lines[miss["award"]]
    return NearMiss(
        number=phrases.numbers[miss["claim"]],
        name=words.of(line.name),
        subject=claims[miss["claim"]]["subject"],
        condition=_condition(phrases, line, miss),
        gain=words.say("near", f"gain-{miss['wording']}", amount=words.money(miss["gain"])),
        effect=_effect(phrases, line, miss),
        citation=_citation(phrases, line),
    )


def _condition(phrases: Phrases, line: ResultLine, miss: Json) -> str:
    words, fact = phrases.words, phrases.fact(line, miss["fact"])
    if miss["why"] == "answer":
        return words.part("near", "answer", fact=fact)
    stands = phrases.answer(line, miss["fact"], miss["from"])
    if miss["why"] == "rank":
        to = phrases.answer(line, miss["fact"], miss["to"])
        return words.part("near", "rank", fact=fact, to=to, stands=stands)
    name = "more-than" if miss["compare"] == ">" else "reaches"
    short = amounts.subtract(miss["at"], miss["from"])
    at, kind = phrases.answer(line, miss["fact"], miss["at"]), line.facts[miss["fact"]]["type"]
    if kind == "count" or amounts.is_zero(short):
        short = miss["more"]  # what is beyond the threshold
    if kind == "percentage":  # a share of a share says little
        points = amounts.share(short).removesuffix("%")
        return words.part("near", f"{name}-points", fact=fact, at=at, stands=stands, short=points)
    return words.part(
        "near",
        name,
        fact=fact,
        at=at,
        stands=stands,
        short=phrases.answer(line, miss["fact"], short),
        share=amounts.share(miss["share"]),
    )


def _effect(phrases: Phrases, line: ResultLine, miss: Json) -> str:
    words = phrases.words
    said = [words.say("near", "own", amount=words.worded(miss["amount"], line.wording))]
    if miss["why"] in ("step", "ceiling", "condition"):
        said.append(words.say("near", miss["why"]))
    if len(miss["claims"]) > 1:
        numbers = words.join(str(phrases.numbers[claim]) for claim in miss["claims"])
        said.append(words.say("near", "shared", numbers=numbers))
    if miss["gives_way"]:
        numbers = words.join(str(phrases.numbers[claim]) for claim in miss["gives_way"])
        said.append(words.say("near", "gives-way", numbers=numbers))
    return words.join(said, "sentences")


def _citation(phrases: Phrases, line: ResultLine) -> Quote:
    clause, paragraph = line.entry["clause"], line.entry["paragraph"]
    quote = line.entry["quote"]
    return Quote(phrases.citation(clause, paragraph), clause, paragraph, quote["zh"])
