"""What changed, in the words of one language: rows of what, before and after, with their redline.

Pages, histories, the feed and the sheet for approval show these rows; the report that they are made
from is compared in `clauses.revision`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import amounts
from clauses.document import Award, PolicyDocument
from clauses.levels import WORDS
from clauses.messages import catalogue, in_words
from clauses.print_forms import HAN
from docs.site.edition_names import state_name
from docs.site.figures_in_english import figure_in_english
from docs.site.language import Language
from docs.site.words import words

Json = dict[str, Any]

_HAN = re.compile(HAN)
_SHARES = ("rate", "stage")
_WHOLE = ("text-added", "text-dropped")


@dataclass(frozen=True)
class Side:
    """What one of the editions says."""

    text: str
    """In the language of the page; empty where only the Chinese is known."""
    chinese: str = ""
    """The words of the text on an English page; on a Chinese page empty."""


@dataclass(frozen=True)
class ChangeRow:
    """One change: what it is, before and after."""

    what: str
    award: str
    """The name of the award that it concerns; empty for none or several."""
    old: Side | None
    new: Side | None
    note: str = ""
    """That it is disputed, or should be checked; empty if all is clear."""


@dataclass(frozen=True)
class Difference:
    """The changes of one clause, or of one part outside the clauses."""

    rows: list[ChangeRow]
    wording: int
    """How many further changes are only of wording; the redline shows them."""
    redline: Json | None


class Differences:
    """The changes of a report, ready to be shown in one language.

    `policies` are the editions that it compares, the earlier first; one may be missing.
    """

    def __init__(
        self, report: Json, policies: Sequence[PolicyDocument], language: Language
    ) -> None:
        self.report = report
        self.policies = policies
        self.language = language
        self.words = words(language)
        said = catalogue(language.code)["revision"]
        self.kinds: dict[str, str] = said["kinds"]
        self.codes: dict[str, str] = said["codes"]
        self.plain: dict[str, str] = said["words"]
        self.levels = {word: self.codes[str(code)] for code, word in WORDS["level"].items()}
        self.facts = {
            award.id: dict(_facts(award, language))
            for policy in policies
            for _, award in policy.awards
        }
        self.names = {
            entry.id: entry.name
            for policy in policies
            for clause in policy.clauses
            for entry in clause.entries
        }
        self.chapters = {
            chapter.title.zh: chapter.title
            for policy in policies
            for chapter in policy.edition.chapters
        }
        self.departments = {
            department.zh: department.en
            for policy in policies
            for department in policy.edition.departments.values()
        }

    def of_clauses(self, old: Iterable[int | None], new: Iterable[int | None]) -> Difference:
        """Return what changed in clauses, by their numbers in the old and in the new edition."""
        olds, news = {*old} - {None}, {*new} - {None}
        return self._difference(
            lambda change: change["old_clause"] in olds or change["new_clause"] in news,
            lambda line: bool(olds & {*line["old_clauses"]} or news & {*line["new_clauses"]}),
        )

    def beside(self, part: str) -> Difference:
        """Return what changed outside the clauses: head, letter, chapter, closing, footnote."""
        return self._difference(
            lambda change: (
                change["key"] == part
                and change["old_clause"] is None
                and change["new_clause"] is None
            ),
            lambda line: (
                line["key"] == part and not line["old_clauses"] and not line["new_clauses"]
            ),
        )

    def _difference(
        self, concerns: Callable[[Json], bool], shows: Callable[[Json], bool]
    ) -> Difference:
        """Return the changes that concern a place, with the redline that shows it."""
        changes = [one for one in self.report["changes"] if concerns(one)]
        redline = next((one for one in self.report.get("redlines", []) if shows(one)), None)
        shown = [one for one in changes if one["substance"] or one["kind"] == "layout"]
        rows = [self.row(one) for one in shown if not _is_whole(one, redline)]
        return Difference(list(dict.fromkeys(rows)), len(changes) - len(shown), redline)

    def row(self, change: Json) -> ChangeRow:
        """Return a change as a row."""
        name = self.names.get(change["award"] or "")
        say = self._said
        if change["kind"] == "layout":
            say = self._place
        elif change.get("signals") == ["rules"]:
            say = self._ruled
        return ChangeRow(
            self.kinds[change["kind"]],
            self.language.of(name) if name else "",
            say(change, "old"),
            say(change, "new"),
            self._note(change),
        )

    def _note(self, change: Json) -> str:
        notes = []
        if change.get("disputed"):
            alone = change["signals"] == ["rules"]
            notes.append(self.words["disputed_rule" if alone else "disputed_words"])
        if not change["sure"]:
            notes.append(self.words["not_sure"])
        return " ".join(notes)

    def _place(self, change: Json, side: str) -> Side | None:
        clause, paragraph = change[f"{side}_clause"], change[f"{side}_paragraph"]
        if clause is None:
            return None
        if paragraph is None:  # the clause is in another chapter
            title = self.chapters.get(change[side])
            return Side(self.language.of(title)) if title else Side("", change[side])
        return Side(self.words["place_of_paragraph"] % (clause, paragraph))

    def _ruled(self, change: Json, side: str) -> Side | None:
        """Return what the rule says: its value, since its words may be the same on both sides."""
        value = change[f"{side}_value"]
        if value is None:
            return self._said(change, side)
        if change["kind"] == "status":
            editions = {policy.edition.edition: policy.edition for policy in self.policies}
            edition = editions.get(self.report[side])
            named = state_name(edition, self.language) if edition else self.words[f"state_{value}"]
            return Side(named)
        if change["kind"] in _SHARES:
            return Side(amounts.share(value))
        if change["kind"] == "count-limit":
            return Side(value)
        return Side(amounts.money(Decimal(value), self.language.code, as_in_text=True))

    def _said(self, change: Json, side: str) -> Side | None:
        said, value = change[side], change[f"{side}_value"]
        if said is None:
            return None
        if (worded := in_words(said, self._codes(change))) != said:
            return Side(worded if self.language.code == "zh" else worded.replace("、", ", "))
        if self.language.code == "zh" or not _HAN.search(said):
            return Side(said)
        return Side(self._english(said, value), said)

    def _codes(self, change: Json) -> dict[str, str]:
        """Return the codes that a change of a rule may name; words that the policy has are none."""
        if "rules" not in change.get("signals", ()):
            return {}
        return self.codes | self.facts.get(change["award"] or "", {})

    def _english(self, said: str, value: str | None) -> str:
        """Write a figure, a title or departments in English; other words are in the redline."""
        if value is not None and value[:1].isdigit():
            level, mark, figure = said.partition("、")
            if mark and level in self.levels:  # one of a row of levels: 市级、10万元
                return f"{self.levels[level]}, {figure_in_english(figure, value)}"
            return figure_in_english(said, value)
        bare = "".join(said.split())
        if bare in self.plain:
            return self.plain[bare]
        for policy in self.policies:
            edition = policy.edition
            for title in (edition.title, edition.subtitle, edition.full_title):
                if title and title.zh == bare:
                    return title.en
        named = [self.departments.get(name, "") for name in said.split("、")]
        if all(named):
            return "; ".join(named)
        return self.words.get(f"state_{value}", "")  # the status of a text is named by its code


def _facts(award: Award, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the facts of an award and their answers by their codes."""
    for fact in award.facts:
        yield fact.name, language.of(fact.label)
        for code, words_ in (fact.options or {}).items():
            yield str(code), language.of(words_)


def _is_whole(change: Json, redline: Json | None) -> bool:
    """Tell whether a change is a whole clause, new or dropped, which the redline shows."""
    if change["kind"] not in _WHOLE or redline is None:
        return False
    return bool(redline["old_clauses"]) != bool(redline["new_clauses"])
