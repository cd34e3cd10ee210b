"""Puts the parameters of notes and steps into words: money, facts, answers, claims, dates.

The name of a parameter determines its meaning (see `eligibility.codes`).
"""

from collections.abc import Mapping
from typing import Any

import amounts
from eligibility.mechanisms import MECHANISMS
from eligibility.money import NUMBER
from results.found import in_words
from results.lines import ResultLine
from results.words import Words

FACTS = frozenset({"fact", "with", "of", "before", "less"})
ANSWERS = {"found": "fact", "value": "fact", "base": "of", "best": "before"}
"""The parameters that hold the answer to a fact, with the parameter that names the fact."""
MONEY = frozenset({"amount", "at_most", "left", "part", "step", "price", "paid"})
SHARES = frozenset({"rate", "share"})
DATES = frozenset({"date", "from", "to"})
STATED = frozenset(own.as_stated for own in MECHANISMS.values() if own.as_stated)
"""The steps whose sum is stated in the text, exact or as a ceiling."""


class Phrases:
    """Puts notes and steps about the claims of one application into words."""

    def __init__(self, words: Words, claims: Mapping[str, Mapping[str, Any]]) -> None:
        self.words = words
        self.claims = claims
        self.numbers = {claim: number for number, claim in enumerate(claims, 1)}

    def note(self, line: ResultLine, note: Mapping[str, Any]) -> str:
        """Return the sentence of a note."""
        return self.words.say("notes", note["code"], **self._filled(line, note))

    def step(self, line: ResultLine, step: Mapping[str, Any]) -> str:
        """Return the sentence of a step of the calculation."""
        if step["code"] == "computed":
            return _computed(step["params"], self.words.language)
        return self.words.say("steps", step["code"], **self._filled(line, step))

    def fact(self, line: ResultLine, name: str) -> str:
        """Return the label of a fact in the document; an unknown name stays as typed."""
        if name in line.facts:
            return self.words.of(line.facts[name]["label"])
        return self.words.say("labels", "date") if name == "date" else name

    def answer(self, line: ResultLine, name: str, value: object) -> str:
        """Write the answer to a fact: a sum, an area, the name of a code, or what was typed."""
        fact = line.facts.get(name, {})
        kind = fact.get("type", "")
        if value is None:
            return self.words.say("marks", "unknown")
        options = fact.get("options") or {}
        if str(value) in options:
            return self.words.of(options[str(value)])
        text = str(value)
        if kind == "money" and NUMBER.fullmatch(text):
            return self.words.money(text)
        if kind == "area" and NUMBER.fullmatch(text):
            return amounts.area(text, self.words.language)
        if kind == "percentage" and NUMBER.fullmatch(text):
            return amounts.share(text)
        if kind in ("count", "years", "quantity") and NUMBER.fullmatch(text):
            return amounts.digits(text)
        if kind == "date":
            return amounts.day(text, self.words.language)
        named = self.words.code(kind, value)
        return named or in_words(self.words.catalogue["found"], text)

    def claim(self, claim_id: str) -> str:
        """Name another claim by its number, subject and award."""
        claim = self.claims.get(claim_id)
        if claim is None:
            return claim_id
        return self.words.part(
            "labels",
            "item-named",
            number=str(self.numbers[claim_id]),
            subject=claim["subject"],
            award=self.words.of(self.words.lines[claim["award"]].name),
        )

    def citation(self, clause: object, paragraph: object) -> str:
        """Name a paragraph of the text."""
        params = {"clause": str(clause), "paragraph": str(paragraph)}
        return self.words.part("labels", "citation", **params)

    def _filled(self, line: ResultLine, coded: Mapping[str, Any]) -> dict[str, str]:
        params = coded["params"]
        filled = {name: self._param(line, params, name) for name in params}
        if coded["code"] in STATED:
            filled["amount"] = self.words.worded(params["amount"], line.wording)
        elif "claim" in params and "amount" in params and params["claim"] in self.claims:
            other = self.words.lines[self.claims[params["claim"]]["award"]]
            filled["amount"] = self.words.worded(params["amount"], other.wording)
        return filled

    def _param(self, line: ResultLine, params: Mapping[str, Any], name: str) -> str:
        value, words = params[name], self.words
        if name in FACTS:
            return self.fact(line, value)
        if name in ANSWERS:
            return self.answer(line, params.get(ANSWERS[name], ""), value)
        if name in MONEY:
            return words.money(value)
        if name in SHARES:
            return amounts.share(value)
        if name in DATES:
            return amounts.day(value, words.language)
        return self._other(line, params, name)

    def _other(self, line: ResultLine, params: Mapping[str, Any], name: str) -> str:
        value, words = params[name], self.words
        match name:
            case "figure":
                is_share = "of" in params
                return (
                    amounts.share(value) if is_share else self.answer(line, params["fact"], value)
                )
            case "area":
                return amounts.area(value, words.language)
            case "compare":
                return words.say("compare", value)
            case "claim":
                return self.claim(value)
            case "award":
                return words.of(self.words.lines[value].name)
            case "limit":
                entry = self.words.lines[value.partition(" ")[0]].entry  # with its year
                return self.citation(entry["clause"], entry["paragraph"])
            case "words":
                return words.of(value)
            case "stage":
                return words.of(line.stages[value]["name"])
            case "reading":
                found = words.document["readings"].get(value)
                return words.of(found["point"]) if found else str(value)
            case "facts":
                return words.join(self.fact(line, fact) for fact in value)
            case "allowed":
                return words.join(self.answer(line, params["fact"], code) for code in value)
            case _:
                return str(value)


def _computed(params: Mapping[str, Any], language: str) -> str:
    """Say what a part of a composed sum computed; its words are loaded where a policy has one."""
    from eligibility.mechanisms.composed import said

    template, sign = said(params["part"], language)
    terms = [amounts.digits(term) for term in params["terms"]]
    return template.format(*terms, terms=sign.join(terms), result=amounts.digits(params["result"]))
