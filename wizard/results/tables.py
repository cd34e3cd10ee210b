"""The results as tables: one row per award, per instalment or per answer.

The column decides the type of a cell: text, a sum in yuan, a count, a link. The comma-separated
file (`listing`) and the workbook (`workbook`) are written from the same rows; layout is their task.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import amounts
from results.cells import plain
from results.contests import alone
from results.describe import describe
from results.instalments import planned_days
from results.items import DISPLACED, wording_of
from results.lines import ResultLine
from results.naming import named, named_assessment, subject_name
from results.params import Phrases
from results.view import Item, ResultsView
from results.words import Words

Json = Mapping[str, Any]
ClauseLink = Callable[[int, int], str]

MONEY = frozenset({"amount", "counted", "given-up", "least", "most", "yuan"})
"""Columns of sums in yuan: decimal numbers, or empty."""
COUNTS = frozenset({"number", "instalment"})
DAYS = frozenset({"date", "planned"})
"""Columns of days, `2021-06-30`, or empty."""

AWARD = ("number", "clause", "award", "subject", "date", "payee", "department", "status", "wording",
         "amount", "counted")  # fmt: skip
REASON = ("number", "award", "subject", "given-up", "least", "most", "binding",
          "conditions", "missing", "notes")  # fmt: skip
TEXT = ("number", "clause", "award", "words", "translation", "readings", "link")
INSTALMENT = ("number", "instalment", "clause", "award", "subject", "milestone", "share", "planned",
              "wording", "amount", "counted")  # fmt: skip
ANSWER = ("number", "award", "subject", "question", "answer", "yuan")

LISTED = ("number", "instalment", "clause", "award", "subject", "date", "payee", "status",
          "milestone", "share", "planned", "wording", "amount", "counted", "given-up", "least",
          "most", "binding", "conditions", "missing", "department", "words", "translation",
          "readings", "notes", "link", "edition", "text-status")  # fmt: skip
"""Everything in one table: one row per instalment, or per award without instalments."""


@dataclass(frozen=True)
class Table:
    """Rows by column; a missing cell is empty."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Mapping[str, str]]
    total: Mapping[str, str] | None = None
    """The totals of the columns of sums that can be added."""

    def heading(self, words: Words, column: str) -> str:
        """Return the heading of a column in the language of the table."""
        return words.part("columns", column)


class Tables:
    """The tables of one assessment in one language."""

    def __init__(
        self,
        document: Json,
        application: Json,
        assessment: Json,
        language: str,
        link: ClauseLink,
        *,
        applicant: str = "",
        day: str = "",
    ) -> None:
        application = named(application, language)
        assessment = named_assessment(assessment, language)
        self.words = Words(document, language)
        self.document, self.assessment = document, assessment
        self.view: ResultsView = describe(document, application, assessment, language)
        self.applicant = plain(subject_name(applicant.strip(), language))
        self.day = day
        self._application = application
        self._link = link
        self._planned = planned_days(application)
        items = {item.claim: item for group in self.view.groups for item in group.items}
        self._pairs = [(items[award["claim"]], award) for award in assessment["awards"]]

    def awards(self) -> Table:
        """One row per claim, in the order of the claims: its result, and who decides."""
        return self._of_claims("awards", AWARD, {"counted": self.assessment["totals"]["max"]})

    def reasons(self) -> Table:
        """One row per claim: the basis of its sum, and what is still open."""
        return self._of_claims("reasons", REASON)

    def texts(self) -> Table:
        """One row per claim: the words of the text that it is based on."""
        return self._of_claims("texts", TEXT)

    def instalments(self) -> Table:
        """One row per counted instalment; a sum paid at once is one row."""
        rows = [row for pair in self._pairs if pair[1]["status"] == "payable"
                for row in self._parts(*pair)]  # fmt: skip
        whole = self.assessment["totals"]["max"]
        return self._table("instalments", INSTALMENT, rows, {"amount": whole, "counted": whole})

    def payees(self) -> list[tuple[str, str, bool]]:
        """The counted sums by payee: its name, the sum, and whether it includes ceilings."""
        found: list[tuple[str, str, bool]] = []
        for payee in self.view.payees:
            claims = [award for _, award in self._pairs
                      if award["status"] == "payable" and award["payee"] == payee.key]  # fmt: skip
            capped = any(self.words.lines[award["award"]].wording == "ceiling" for award in claims)
            found.append((payee.label, amounts.add([one["amount"] for one in claims]), capped))
        return found

    def listing(self) -> Table:
        """Everything in one table; the column of counted sums adds up to the total."""
        stated = {
            "edition": self.assessment["edition"],
            "text-status": self.words.of(self.document["status"]["short"]),
        }
        rows = [
            {**self._award(*pair), **part, **stated}
            for pair in self._pairs
            for part in self._parts(*pair)
        ]
        return self._table("listing", LISTED, rows)

    def answers(self) -> Table:
        """One row per answer as it was understood, and the payments already received."""
        phrases = Phrases(self.words, {})
        given = {claim["id"]: claim for claim in self._application.get("claims", [])}
        rows = [
            self._answer(phrases, item, fact, value)
            for item, award in self._pairs
            for fact, value in self._asked(self.words.lines[award["award"]], given[award["claim"]])
        ]
        rows += [
            {
                "award": self.words.of(self.words.lines[paid["award"]].name),
                "subject": paid["subject"].strip(),
                "question": self.words.say("labels", "paid-before"),
                "answer": amounts.day(paid["date"], self.words.language),
                "day": paid["date"],
                "yuan": str(paid["amount"]),
            }
            for paid in self._application.get("paid") or []
        ]
        return self._table("answers", ANSWER, rows)

    def _of_claims(
        self, name: str, columns: Sequence[str], total: Mapping[str, str] | None = None
    ) -> Table:
        return self._table(name, columns, [self._award(*pair) for pair in self._pairs], total)

    def _table(
        self,
        name: str,
        columns: Sequence[str],
        rows: Sequence[Mapping[str, str]],
        total: Mapping[str, str] | None = None,
    ) -> Table:
        if self.words.language == "zh":
            columns = [column for column in columns if column != "translation"]
        return Table(name, columns, rows, total)

    def _award(self, item: Item, award: Json) -> dict[str, str]:
        words, line = self.words, self.words.lines[award["award"]]
        counted = award["status"] == "payable"
        least, most = award["range"] or (None, None)
        given_up = alone(award) if award["status"] in DISPLACED else "0"
        clause, paragraph = item.quote.clause, item.quote.paragraph
        assert clause is not None and paragraph is not None
        return {
            "number": str(item.number),
            "clause": item.quote.citation,
            "award": item.name,
            "subject": item.own_subject,
            "date": award["date"] or "",
            "payee": item.payee,
            "status": item.status_name,
            "wording": self._wording(line, award),
            "amount": "" if amounts.is_zero(award["amount"]) else award["amount"],
            "counted": award["amount"] if counted else "0",
            "given-up": "" if amounts.is_zero(given_up) else given_up,
            "least": least or "",
            "most": most or "",
            "binding": item.binding,
            "conditions": item.conditions_met,
            "missing": words.join(one.label for one in item.missing),
            "department": item.departments,
            "words": item.quote.zh,
            "translation": item.quote.translation,
            "readings": words.join(reading.id for reading in item.readings),
            "notes": words.join(item.notes, "sentences"),
            "link": self._link(clause, paragraph),
        }

    def _wording(self, line: ResultLine, award: Json) -> str:
        """Return the type of a sum: exact, a ceiling, for reference; empty if there is no sum."""
        if amounts.is_zero(award["amount"]):
            return ""
        return self.words.part("wording-names", wording_of(line, award))

    def _parts(self, item: Item, award: Json) -> list[dict[str, str]]:
        whole = self._award(item, award)
        if not award["stages"]:
            return [whole]
        line, parts = self.words.lines[award["award"]], list[dict[str, str]]()
        for number, (code, amount) in enumerate(award["stages"], 1):
            stage = line.stages[code]
            parts.append(
                {
                    **whole,
                    "instalment": str(number),
                    "milestone": self.words.sentence(self.words.of(stage["name"])),
                    "share": amounts.share(stage["share"]),
                    "planned": self._planned.get((award["subject"], code), ""),
                    "amount": amount,
                    "counted": amount if award["status"] == "payable" else "0",
                    "given-up": whole["given-up"] if number == 1 else "",
                }
            )
        return parts

    def _asked(self, line: ResultLine, claim: Json) -> list[tuple[str, object]]:
        """Return the answers about a claim: its date, and its facts in the order of the form."""
        facts = claim.get("facts") or {}
        known = [name for name in line.facts if facts.get(name) is not None]
        others = [name for name in facts if name not in line.facts and facts[name] is not None]
        dated = [("date", claim["date"])] if claim.get("date") else []
        return [*dated, *((name, facts[name]) for name in [*known, *others])]

    def _answer(self, phrases: Phrases, item: Item, fact: str, value: object) -> dict[str, str]:
        line, language = self.words.lines[item.award], self.words.language
        money = line.facts.get(fact, {}).get("type") == "money"
        said = amounts.day(str(value), language) if fact == "date" else ""
        return {
            "number": str(item.number),
            "award": item.name,
            "subject": item.own_subject,
            "question": phrases.fact(line, fact),
            "answer": said or phrases.answer(line, fact, value),
            "day": str(value) if fact == "date" else "",
            "yuan": str(value) if money and is_number(value) else "",
        }


def is_number(value: object) -> bool:
    """Whether an answer is a figure as the contract writes it."""
    text = str(value)
    return not isinstance(value, bool) and text.replace(".", "", 1).isdecimal() and text.isascii()
