"""What becomes of the awards, lines, targets, duties and words of support of a clause.

Each rests on words of the old text. Where those words went decides the clause and the paragraph;
what changed inside them decides what is carried over, proposed, or left to the clerk.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from clauses.key_path import KeyPath
from clauses.levels import WORDS
from clauses.model import Award, Clause
from clauses.model.clause import QUOTING
from clauses.notation import Found, scan
from clauses.preparing.english import English
from clauses.preparing.own_words import Substitution, own_texts
from clauses.preparing.passage_diff import PassageDiff
from clauses.preparing.plan import ClausePlan, ParagraphPlan, Plan, State, texts_of
from clauses.preparing.translation import RevisedPassage, Translator
from clauses.proof.rule import tie
from clauses.revision.clause_number import bare_zh
from clauses.revision.likeness import alike
from clauses.revision.sentences import sentences

_MOVED = 0.75
_CHANGED = 0.5


@dataclass
class ValueChange:
    """A value of an entry that changes; `sure` if it only waits for confirmation."""

    path: KeyPath
    value: Any
    old: str
    sure: bool = True


@dataclass
class EntryPlan:
    """An award, or another entry, of the former edition in the new one."""

    kind: str
    old_clause: int
    index: int
    """Its place in the list of its old file."""
    id: str | None
    to: int | None = None
    """The number of its new clause; None where its words are gone."""
    paragraph: int = 1
    state: State = "same"
    changes: list[ValueChange] = field(default_factory=list)

    def set(self, path: KeyPath, value: Any, old: Any, *, sure: bool) -> None:
        """Change a value, if it is another one."""
        if value != old:
            self.changes.append(ValueChange(path, value, str(old), sure))
        if not sure:
            self.state = "stale"
        elif value != old and self.state == "same":
            self.state = "proposed"


@dataclass(frozen=True)
class _QuoteFound:
    plan: ClausePlan
    n: int
    paragraph: ParagraphPlan
    zh: str
    diff: PassageDiff | None
    """The two versions side by side, if the words went with their paragraph."""


def plan_entries(plan: Plan, translator: Translator) -> list[EntryPlan]:
    """Plan every entry of every old clause, in the order of the old text."""
    return [
        _Entry(plan, translator, number, clause, kind, index, entry).made()
        for number, clause in plan.old.items()
        for kind in QUOTING
        for index, entry in enumerate(getattr(clause, kind))
    ]


class _Entry:
    def __init__(
        self,
        plan: Plan,
        translator: Translator,
        number: int,
        clause: Clause,
        kind: str,
        index: int,
        entry: Any,
    ) -> None:
        self.plan, self.translator, self.clause, self.entry = plan, translator, clause, entry
        self.number = number
        self.old = clause.paragraphs[entry.paragraph - 1]
        self.made_ = EntryPlan(kind, number, index, getattr(entry, "id", None))

    def made(self) -> EntryPlan:
        made, entry = self.made_, self.entry
        for plan, n, paragraph in texts_of(self.plan.successors(self.number)):
            if paragraph.origin == (self.number, entry.paragraph) and paragraph.unchanged:
                made.to, made.paragraph = plan.number, n
                return made
        found = self._found(entry.quote.zh)
        if found is None:
            return self._lost()
        made.to, made.paragraph = found.plan.number, found.n
        if self._carried(found):
            return made
        if found.diff is None:  # its words are in another place, which is not translated yet
            made.set(("quote", "zh"), found.zh, entry.quote.zh, sure=False)
            return made
        if found.diff.old == found.diff.new:
            return made
        self._bilingual(found, ("quote",), entry.quote)
        if isinstance(entry, Award):
            self._rule(found, entry)
        self._own_words(found, entry)
        return made

    def _lost(self) -> EntryPlan:
        """Drop an entry with its clause or paragraph; where only its words are gone, the clerk may.

        A paragraph of its clause that continues none may still be what became of it.
        """
        made, place = self.made_, (self.number, self.entry.paragraph)
        successors = self.plan.successors(self.number)
        origins = [paragraph.origin for _, _, paragraph in texts_of(successors)]
        origins += [one.origin for _, _, one in texts_of(self.plan.clauses) if one.origin == place]
        if successors and (place in origins or None in origins):
            made.to, made.state = successors[0].number, "stale"
            most = len(successors[0].paragraphs)
            made.paragraph = min(self.entry.paragraph, most)
        return made

    def _carried(self, found: _QuoteFound) -> bool:
        """Tell whether all words that the entry rests on came into its paragraph as they were.

        Words of the former paragraph that are its own, as a stage has, need not be there.
        """
        entry, texts = self.entry, [self.entry.quote]
        if isinstance(entry, Award):
            texts += [one.words for one in entry.when] + [one.name for one in entry.stages]
            texts += [entry.limit.words] if entry.limit else []
            ties = tie(entry, found.paragraph.zh)
            if ties is None or ties.untied:
                return False
        return all(
            one.zh in found.paragraph.bare and one.en in found.paragraph.en
            for one in texts
            if one and one.zh in self.old.zh
        )

    def _found(self, quote: str) -> _QuoteFound | None:
        place = (self.number, self.entry.paragraph)
        successors = self.plan.successors(self.number)
        near = [one for one in texts_of(self.plan.clauses) if one[2].origin == place]
        near.sort(key=lambda one: quote not in one[2].bare)
        for plan, n, paragraph in near:
            passage = paragraph.passage
            assert passage is not None
            words = passage.diff.words(quote) if quote in passage.old else None
            if words is not None and _same_matter(quote, words) and self._own(quote, words):
                return _QuoteFound(plan, n, paragraph, words, passage.diff)
        for plan, n, paragraph in (*texts_of(successors), *texts_of(self.plan.clauses)):
            if quote in paragraph.bare:
                return _QuoteFound(plan, n, paragraph, quote, None)
        for plan, n, paragraph in texts_of(successors):
            diff = PassageDiff(bare_zh(self.old.zh), paragraph.bare)
            words = diff.words(quote)
            if words is not None and alike(quote, words) >= _CHANGED and self._own(quote, words):
                return _QuoteFound(plan, n, paragraph, words, diff)
        return self._most_alike(quote, list(texts_of(successors)), _CHANGED) or self._most_alike(
            quote, list(texts_of(self.plan.clauses)), _MOVED
        )

    def _most_alike(
        self, quote: str, places: Sequence[tuple[ClausePlan, int, ParagraphPlan]], least: float
    ) -> _QuoteFound | None:
        found = [
            (alike(quote, sentence), plan, n, paragraph, sentence)
            for plan, n, paragraph in places
            for sentence in sentences(paragraph.bare)
            if alike(quote, sentence) >= least and self._own(quote, sentence)
        ]
        best = max(found, key=lambda one: one[0], default=None)
        if best is None:
            return None
        _, plan, n, paragraph, sentence = best
        return _QuoteFound(plan, n, paragraph, sentence.rstrip("。；"), None)

    def _own(self, quote: str, words: str) -> bool:
        """Tell whether no other sentence of the old text is more like some words of the new one.

        Where the sentence of an award was dropped, the next one like it is still that of another.
        """
        likeness = alike(quote, words, exact=True)
        others = (
            sentence.rstrip("。；")
            for clause in self.plan.old.values()
            for paragraph in clause.paragraphs
            for sentence in sentences(bare_zh(paragraph.zh))
        )
        return not any(
            quote not in one and one not in quote and alike(one, words, exact=True) > likeness
            for one in others
        )

    def _bilingual(self, found: _QuoteFound, path: KeyPath, text: Any) -> None:
        """Let words of the paragraph follow it, in both languages."""
        assert found.diff is not None
        near = max(found.diff.old.find(self.entry.quote.zh), 0)
        zh = found.diff.words(text.zh, near)
        if zh is None:
            self.made_.set((*path, "zh"), text.zh, text.zh, sure=False)
            return
        if zh == text.zh:
            english = found.paragraph.english
            moved = english.words(text.en) if english else None
            if moved is not None and moved != text.en and text.en not in found.paragraph.en:
                self.made_.set((*path, "en"), moved, text.en, sure=True)
            return
        self.made_.set((*path, "zh"), zh, text.zh, sure=True)
        english = found.paragraph.english
        en = english.words(text.en) if english else None
        passage = RevisedPassage(text.zh, text.en, zh)
        # where the paragraph as a whole is ready, so are its parts
        ready = found.paragraph.state != "stale" or self.translator.edits(passage) is not None
        sure = ready and en is not None and self.translator.holds(passage, en)
        self.made_.set((*path, "en"), en if sure else text.en, text.en, sure=sure)

    def _rule(self, found: _QuoteFound, award: Award) -> None:
        """Let the conditions, the figures and the stages of a rule follow the text."""
        for n, condition in enumerate(award.when):
            self._bilingual(found, ("when", n, "words"), condition.words)
        if award.limit:
            self._bilingual(found, ("limit", "words"), award.limit.words)
        for n, stage in enumerate(award.stages):
            if stage.name.zh in bare_zh(self.old.zh):
                self._bilingual(found, ("stages", n, "name"), stage.name)
        ties = tie(award, self.old.zh)
        if ties is None:
            self.made_.state = "stale"
            return
        compared = award.sum.value_of("comparison")
        for tied in ties.tied:
            words = self._figure(found, tied.found)
            if words is None:
                self.made_.set(tied.at, tied.words, tied.words, sure=False)
            else:
                if tied.found.figure.words != tied.words and compared:
                    words = words.removeprefix(compared)
                self.made_.set(tied.at, words, tied.words, sure=True)
        self._levels(found, award)

    def _figure(self, found: _QuoteFound, old: Found) -> str | None:
        """Return the figure of the new text in the place of one of the old paragraph.

        Where its two ends went to two figures, one was put in beside it: it is the one that stayed.
        """
        assert found.diff is not None
        before = len(self.old.zh) - len(bare_zh(self.old.zh))
        start, end = found.diff.start_of(old.start - before), found.diff.end_of(old.end - before)
        if end is None:
            return None
        there = [one.figure for one in scan(found.diff.new) if start == one.start or end == one.end]
        there = [one for one in there if one.measure == old.figure.measure]
        stayed = (one.words for one in there if one.words == old.figure.words)
        return there[0].words if len(there) == 1 else next(stayed, None)

    def _levels(self, found: _QuoteFound, award: Award) -> None:
        """Rename the code of a level that another one replaces, in the tiers of the rule."""
        assert found.diff is not None
        tiers = award.sum.value_of("tiers") or {}
        types = {fact.name: fact.type for fact in award.facts}
        codes = {word: code for code, word in WORDS["level"].items()}
        renamed = {
            codes[pair.old.key]: codes[pair.new.key]
            for pair in found.diff.replaced
            if pair.kind == "level" and pair.old.key in codes and pair.new.key in codes
        }
        field = next((f for f, _ in award.sum.having("tiers")), None)
        if field and types.get(award.sum.value_of("fact")) == "level" and set(tiers) & set(renamed):
            written = {
                renamed.get(code, code): next(
                    (c.value for c in self.made_.changes if c.path == ("sum", *field.path, code)),
                    words,
                )
                for code, words in tiers.items()
            }
            at = ("sum", *field.path)
            self.made_.changes = [c for c in self.made_.changes if c.path[: len(at)] != at]
            self.made_.set(at, written, tiers, sure=len(written) == len(tiers))

    def _own_words(self, found: _QuoteFound, entry: Any) -> None:
        """Put the new figures into our own words: names, questions, hints, notes."""
        assert found.diff is not None
        at = found.diff.old.find(entry.quote.zh)
        inside = Substitution.of(found.diff, at, at + len(entry.quote.zh))
        if not (inside.figures or inside.mixed):
            return
        for path, text in own_texts(entry):
            new = inside.applied(text.zh)
            if new == text.zh:  # `Outdated` lists what is not sure
                continue
            passage = RevisedPassage(text.zh, text.en, new)
            edits = self.translator.edits(passage)
            self.made_.set((*path, "zh"), new, text.zh, sure=True)
            english = text.en if edits is None else English(text.en, edits).whole
            self.made_.set((*path, "en"), english, text.en, sure=edits is not None)


def _same_matter(quote: str, words: str) -> bool:
    return alike(quote, words) >= _CHANGED and len(words) < 3 * len(quote) + 20
