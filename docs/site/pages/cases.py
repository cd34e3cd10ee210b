"""The worked cases of an award as rows for readers.

A case is shown with an award if it claims that award alone; further cases that claim it are
counted. Input that is wrong on purpose is shown as it was typed.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from clauses.cases import Case
from clauses.document import Award, Fact, PolicyDocument
from docs.site.language import EN, Language
from docs.site.language_marks import mark_languages
from docs.site.words import words
from eligibility.rules import CODES
from results.lines import ResultLine, lines_of
from results.params import Phrases
from results.words import Words

_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")


@dataclass(frozen=True)
class ClaimRow:
    """One claim of a case, and its expected result."""

    subject: str
    facts: list[Markup]
    date: Markup
    result: str
    amount: str
    details: list[str]
    """Instalments, and missing facts."""


@dataclass(frozen=True)
class ShownCase:
    """One case: its title and calculation as written, in English, and its claims."""

    title: Markup
    working: Markup
    paid: list[str]
    rows: list[ClaimRow]


@dataclass(frozen=True)
class AwardCases:
    """The cases of one award."""

    shown: list[ShownCase]
    others: int
    """How many further cases claim it together with other awards."""

    @property
    def claimed(self) -> int:
        """How many cases claim it."""
        return len(self.shown) + self.others


def cases_of_awards(
    policy: PolicyDocument, cases: tuple[Case, ...], language: Language
) -> dict[str, AwardCases]:
    """Return the cases of every award by its id."""
    # a preview withholds lines from the wizard’s part of the document
    lines, phrases = lines_of(policy.data), Phrases(Words(policy.wizard, language.code), {})
    found: dict[str, AwardCases] = {}
    for _, award in policy.awards:
        teller = _Teller(award, lines, phrases, language)
        own = [case for case in cases if case.claimed == {award.id}]
        among = sum(award.id in case.claimed for case in cases)
        found[award.id] = AwardCases([teller.case(case) for case in own], among - len(own))
    return found


class _Teller:
    """Describes the cases of one award in one language."""

    def __init__(
        self, award: Award, lines: dict[str, ResultLine], phrases: Phrases, language: Language
    ) -> None:
        self.award, self.lines, self.line = award, lines, lines[award.id]
        self.words = words(language)
        self.phrases, self.results = phrases, phrases.words
        self.language = language
        self.colon, self.open = language.colon, self.words["case_open"]

    def case(self, case: Case) -> ShownCase:
        claims, expected = case.application["claims"], case.expected["awards"]
        return ShownCase(
            title=_english(case.title),
            working=_english(case.working),
            paid=[self._paid(entry) for entry in case.application["paid"]],
            rows=[self._row(c, e) for c, e in zip(claims, expected, strict=True)],
        )

    def _paid(self, entry: dict[str, Any]) -> str:
        paid = self.lines.get(entry["award"])
        return self.results.part(
            "labels",
            "paid-line",
            date=str(entry["date"]),
            subject=str(entry["subject"]),
            award=self.results.of(paid.name) if paid else entry["award"],
            amount=self.results.money(entry["amount"]),
        )

    def _row(self, claim: dict[str, Any], expected: dict[str, Any]) -> ClaimRow:
        facts = claim.get("facts") or {}
        known = {fact.name: fact for fact in self.award.facts}
        shown = [self._fact(fact, facts.get(name)) for name, fact in known.items()]
        shown += [
            _raw(name) + self.colon + _raw(facts[name]) for name in facts if name not in known
        ]
        date, status = claim.get("date"), expected.get("status")
        return ClaimRow(
            subject=str(claim.get("subject", "")),
            facts=shown,
            date=escape(date) if isinstance(date, str) else self._unknown_or_raw(date),
            result=self.results.catalogue["statuses"][status]["name"] if status else self.open,
            amount=self._amount(expected),
            details=self._details(expected),
        )

    def _fact(self, fact: Fact, value: object) -> Markup:
        return escape(self.language.of(fact.label)) + self.colon + self._value(fact, value)

    def _value(self, fact: Fact, value: object) -> Markup:
        if _is_accepted(fact, value):
            return escape(self.phrases.answer(self.line, fact.name, value))
        return self._unknown_or_raw(value)

    def _unknown_or_raw(self, value: object) -> Markup:
        return escape(self.words["case_unknown"]) if value is None else _raw(value)

    def _amount(self, expected: dict[str, Any]) -> str:
        amount, span = expected.get("amount"), expected.get("range")
        if amount is None:
            return self.results.span(span) if span else self.open
        status = expected.get("status")
        if status == "needs-review" and amount != "0":
            return self.results.worded(amount, "reference")
        if status in ("payable", "reference", "non-cash"):
            return self.results.worded(amount, self.award.wording)
        return self.results.money(amount)

    def _details(self, expected: dict[str, Any]) -> list[str]:
        names = {stage.code: self.language.of(stage.name) for stage in self.award.stages}
        details = [
            f"{names[code]}{self.colon}{self.results.money(amount)}"
            for code, amount in expected.get("stages") or []
        ]
        labels = {fact.name: self.language.of(fact.label) for fact in self.award.facts}
        missing = [labels.get(name, name) for name in expected.get("missing") or []]
        if missing:
            details.append(self.words["case_missing"] % self.results.join(missing))
        return details


def _is_accepted(fact: Fact, value: object) -> bool:
    """Return whether the contract accepts a value as an answer to a fact."""
    if codes := CODES.get(fact.type) or tuple(fact.options or ()):
        return type(value) in map(type, codes) and value in codes
    if isinstance(value, str):
        return fact.type == "date" or _NUMBER.fullmatch(value) is not None
    return fact.type != "date" and type(value) is int and value >= 0


def _raw(value: object) -> Markup:
    """Show a value exactly as it was typed."""
    typed = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return Markup("<code>{}</code>").format(typed)


def _english(text: str) -> Markup:
    """Mark the Chinese inside an English sentence."""
    return Markup(mark_languages(str(escape(text)), EN))
