"""Where the rules of an edition are, and the words and figures of the text that they rest on."""

from typing import Any

from clauses.document import Clause, PolicyDocument
from clauses.revision.canonical import canonical
from clauses.revision.document import names_of
from clauses.revision.rules import RuleChange
from clauses.revision.sentences import parts

Json = dict[str, Any]
RulePlace = tuple[int | None, int | None]
"""A clause and a paragraph of it."""


class RulePlaces:
    """The rules of the `old` or the `new` edition, as a report calls them."""

    def __init__(self, side: str, policy: PolicyDocument) -> None:
        self.side = side
        entries = [(clause, entry) for clause in policy.clauses for entry in clause.entries]
        self.numbers = {clause.key: clause.number for clause in policy.clauses}
        self.places = {entry.id: (clause.number, entry.paragraph) for clause, entry in entries}
        self.quotes = {entry.id: canonical(entry.quote.zh) for _, entry in entries}
        self.awards = {award.id for _, award in policy.awards}
        self.figures = {passage.place: passage.figures for passage in policy.passages}
        self.agreeing = {one.number for one in policy.clauses if _named_alike(one, policy)}

    def place(self, rule: RuleChange) -> RulePlace:
        """Return where a rule is; its clause alone, or nothing, where it has no place here."""
        return self.places.get(rule.award, (self.numbers.get(rule.key), None))

    def quoted(self, change: Json, award: str) -> bool:
        """Tell whether words that changed are in the sentence that an award quotes."""
        words = change[self.side]
        return bool(words) and words in self.quotes.get(award, "")

    def holds(self, change: Json, award: str) -> bool:
        """Tell whether a sentence that was added or dropped is one on which an award rests."""
        words, quote = (change[self.side] or "").rstrip("。；"), self.quotes.get(award, "")
        return bool(words and quote) and (quote in words or words in quote)

    def claims(self, change: Json) -> bool:
        """Tell whether an award rests on words that changed: quotes them, or has their figure."""
        clause, words = change[f"{self.side}_clause"], change[self.side]
        if clause is None or not words:
            return False
        if change[f"{self.side}_value"] is None:
            here = (one for one in self.awards if self.places[one][0] == clause)
            return any(words in self.quotes[one] for one in here)
        place = f"{clause}.{change[f'{self.side}_paragraph']}"
        return any(
            self.awards & {*figure.claimed_by}
            for figure in self.figures.get(place, ())
            if (bare := canonical(figure.words)) in words or words in bare
        )

    def named_alike(self, clause: int | None) -> bool:
        """Tell whether words and rules name the same departments; so they do where no clause is."""
        return clause is None or clause in self.agreeing


def _named_alike(clause: Clause, policy: PolicyDocument) -> bool:
    """Tell whether the words of a clause name the departments that its rules name.

    A paragraph or an item that goes to another clause takes its departments along, or comes under
    those of its new clause. Either way a clause names others than before, and no sentence there
    says so: what counts is that the lines of the text and the codes of the rules say the same.
    """
    departments = policy.edition.departments
    said = {name for one in clause.paragraphs for name in parts(canonical(one.zh)).departments}
    ruled = [
        {*map(canonical, names_of(departments[code]))}
        for one in clause.paragraphs
        for code in one.departments
    ]
    return all(said & names for names in ruled) and said <= set().union(*ruled)
