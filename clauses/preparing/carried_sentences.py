"""The English of a passage in which sentences were added, dropped, moved or changed.

A sentence that the former edition has keeps its English, whichever clause it comes from. One that
changed is proposed where its edits are sure, and else keeps the former English, to be revised; a
new one is left to be written.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from clauses.check.translation_whole import UNTRANSLATED
from clauses.preparing.english import Edit, English, english_body
from clauses.preparing.paragraph_parts import ended
from clauses.preparing.sentence_pairs import SPLITS, SentencePair, cut, pairs_at
from clauses.preparing.translation import RevisedPassage, Translator
from clauses.revision.likeness import best_pairs
from clauses.revision.sentences import ALIKE, sentences_alike


@dataclass
class _Sentence:
    """A sentence of the new passage in English."""

    words: str
    sure: bool
    old: int | None = None
    """Its place among the sentences of the former passage; None where it comes from elsewhere."""
    edits: list[Edit] = field(default_factory=list)
    """What changes in it where it stays in its place."""


class CarriedSentences:
    """Carries the sentences of the former edition into a new one, with their English."""

    def __init__(self, former: Mapping[str, str], translator: Translator) -> None:
        """`former` has the English of each passage, both without the numbers of clauses."""
        self.translator = translator
        self.known = [dict(_known(depth, former)) for depth in range(len(SPLITS))]
        self.proved: dict[tuple[str, str], bool] = {}

    def into(self, passage: RevisedPassage) -> tuple[list[Edit], bool]:
        """Return the edits of the former English, and whether they only wait for confirmation."""
        was, now = ended(passage.old), ended(passage.new)
        edits, sure = self._body(was.body, english_body(passage.old_en), now.body, 0)
        endings = self.translator.ending_edits(was, now, passage.old_en)
        edits += endings or []
        sure = sure and endings is not None
        return edits, sure and self.translator.holds(passage, English(passage.old_en, edits).whole)

    def without_origin(self, zh: str) -> tuple[str, bool]:
        """Return the English of a passage that continues none, and whether nothing is missing."""
        new = ended(zh)
        found = [self._elsewhere(one, 0) for one in cut(new.body, SPLITS[0][0])]
        if not any(found):
            return UNTRANSLATED, False
        made = " ".join(one or UNTRANSLATED for one in found)
        endings = self.translator.ending_edits(ended(""), new, made)
        made = English(made, endings or []).whole
        sure = all(found) and endings is not None
        return made, sure and self.translator.holds(RevisedPassage("", "", zh), made)

    def _body(self, old: str, english: str, new: str, depth: int) -> tuple[list[Edit], bool]:
        pairs = pairs_at(depth, old, english) if depth < len(SPLITS) else []
        if not pairs or (depth and len(pairs) == 1):
            deeper = depth + 1 < len(SPLITS) and not pairs
            return self._body(old, english, new, depth + 1) if deeper else ([], False)
        made = self._sentences(pairs, english, cut(new, SPLITS[depth][0]), depth)
        return list(_edits(made, pairs, english)), all(one.sure for one in made)

    def _sentences(
        self, pairs: Sequence[SentencePair], english: str, new: Sequence[str], depth: int
    ) -> list[_Sentence]:
        """Return each new sentence: from its own passage, else from elsewhere, else changed."""
        olds = [pair.zh for pair in pairs]
        free = [n for n, one in enumerate(olds) if one not in new]
        begins = [m == 0 or new[m - 1].endswith("。") for m in range(len(new))]
        known = [
            None if one in olds else self._elsewhere(one, 0 if begins[m] else depth)
            for m, one in enumerate(new)
        ]
        unknown = [m for m, one in enumerate(new) if one not in olds and known[m] is None]
        partner = {
            unknown[m]: free[n]
            for n, m in best_pairs(
                [olds[n] for n in free], [new[m] for m in unknown], sentences_alike, ALIKE
            ).items()
        }
        found: list[_Sentence] = []
        for m, zh in enumerate(new):
            at = olds.index(zh) if zh in olds else partner.get(m)
            if at is None:
                found.append(_Sentence(known[m] or UNTRANSLATED, known[m] is not None))
                continue
            start, end = pairs[at].start, pairs[at].end
            edits, sure = self._changed(RevisedPassage(olds[at], english[start:end], zh), depth)
            words = English(english[start:end], edits).whole
            moved = [Edit(start + one.start, start + one.end, one.words) for one in edits]
            found.append(_Sentence(words, sure, at, moved))
        return found

    def _changed(self, passage: RevisedPassage, depth: int) -> tuple[list[Edit], bool]:
        if passage.old == passage.new:
            return [], True
        edits = self.translator.edits(passage)
        if edits is not None:
            return edits, True
        return self._body(passage.old, passage.old_en, passage.new, depth + 1)

    def _elsewhere(self, zh: str, depth: int) -> str | None:
        """Return the English that the former edition has for a sentence."""
        english = self.known[depth].get(zh)
        if english is None or not self._proved(zh, english):
            return None
        return english

    def _proved(self, zh: str, english: str) -> bool:
        """Whether the English is that of this very sentence, and not of the next one."""
        if (zh, english) not in self.proved:
            passage = RevisedPassage("", "", zh)
            self.proved[zh, english] = self.translator.holds(passage, english)
        return self.proved[zh, english]


def _known(depth: int, former: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each sentence of the former edition with its English.

    Of two that say the same, the last. What stands behind a semicolon begins with a small letter,
    and goes only to such a place.
    """
    for zh, english in former.items():
        body = english_body(english)
        for pair in pairs_at(0, ended(zh).body, body):
            words = body[pair.start : pair.end]
            if depth == 0:
                yield pair.zh, words
            else:
                for part in pairs_at(depth, pair.zh, words)[1:]:
                    yield part.zh, words[part.start : part.end]


def _edits(
    made: Sequence[_Sentence], pairs: Sequence[SentencePair], english: str
) -> Iterator[Edit]:
    """Yield the edits that put the sentences in their new order.

    Those that keep their order stay where they are; what comes between two of them takes the place
    of what was there.
    """
    kept = set(_in_order([one.old for one in made if one.old is not None]))
    at, between = 0, list[str]()
    for one in made:
        if one.old not in kept:
            between.append(one.words)
            continue
        kept.discard(one.old)
        pair = pairs[one.old]
        yield from _gap(english, at, pair.start, [*between, ""] if at == 0 else ["", *between, ""])
        yield from one.edits
        at, between = pair.end, []
    end = pairs[-1].end
    yield from _gap(english, at, end, ["", *between] if at else between)


def _gap(english: str, start: int, end: int, words: Iterable[str]) -> Iterator[Edit]:
    text = " ".join(words)
    if text != english[start:end]:
        yield Edit(start, end, text)


def _in_order(places: Sequence[int]) -> list[int]:
    """Return as many of some places as are in rising order."""
    rising = sorted(set(places))
    blocks = SequenceMatcher(None, rising, places, autojunk=False).get_matching_blocks()
    return [rising[n] for block in blocks for n in range(block.a, block.a + block.size)]
