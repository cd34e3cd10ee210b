"""The redlines of two editions: clause by clause and paragraph by paragraph, in both languages.

Paragraphs are paired by their words. One that only one edition has stands alone, struck or inserted
as a whole; one that stays is there too, so that a clause is read from its redline alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from clauses.document import Clause, PolicyDocument
from clauses.revision.canonical import canonical
from clauses.revision.clause_number import bare_en, bare_zh
from clauses.revision.comparison import Comparison
from clauses.revision.likeness import alike, best_pairs
from clauses.revision.pairing import Pair
from clauses.revision.redline import chinese_pieces, english_pieces, redline

Json = dict[str, Any]

ALIKE = 0.3
"""From this likeness on two paragraphs of one clause are one paragraph, changed."""


class InBothLanguages(Protocol):
    """Words in both languages."""

    @property
    def zh(self) -> str: ...

    @property
    def en(self) -> str: ...


@dataclass(frozen=True)
class PlacedParagraph:
    """A paragraph with its place: clause and paragraph, or only its place in another part."""

    clause: int | None
    paragraph: int
    words: InBothLanguages


Row = tuple[PlacedParagraph | None, PlacedParagraph | None]


def redlines(old: PolicyDocument, new: PolicyDocument, comparison: Comparison) -> list[Json]:
    """Return the redlines of everything that differs, in the order of the new edition."""
    found = [
        _redline(one.pair, old, new)
        for one in comparison.clauses
        if _differs(one.pair, old.clauses, new.clauses)
    ]
    beside = [
        {"key": key, "old_clauses": [], "new_clauses": [], "paragraphs": list(_paragraphs(rows))}
        for key, rows in _beside(old, new)
        if any(_words(one) != _words(other) for one, other in rows)
    ]
    return [*found, *beside]


def _differs(pair: Pair, olds: Sequence[Clause], news: Sequence[Clause]) -> bool:
    if pair.old is None or pair.new is None or pair.joining:
        return True
    one, other = olds[pair.old], news[pair.new]
    before, after = (
        [(bare_zh(p.zh), bare_en(p.en)) for p in clause.paragraphs] for clause in (one, other)
    )
    return before != after


def _redline(pair: Pair, old: PolicyDocument, new: PolicyDocument) -> Json:
    olds, news = [old.clauses[n] for n in pair.olds], [new.clauses[n] for n in pair.news]
    rows = paired(_passages(olds), _passages(news))
    return {
        "key": (olds or news)[0].key,
        "old_clauses": [clause.number for clause in olds],
        "new_clauses": [clause.number for clause in news],
        "paragraphs": list(_paragraphs(rows)),
    }


def _passages(clauses: Iterable[Clause]) -> list[PlacedParagraph]:
    return [
        PlacedParagraph(clause.number, number, paragraph)
        for clause in clauses
        for number, paragraph in enumerate(clause.paragraphs, 1)
    ]


def paired(old: Sequence[PlacedParagraph], new: Sequence[PlacedParagraph]) -> list[Row]:
    """Pair the paragraphs of two texts, the most alike first, in the order of the new one.

    A paragraph that was struck comes after the one that it followed.
    """
    olds, news = ([canonical(one.words.zh) for one in side] for side in (old, new))
    partner = best_pairs(olds, news, alike, ALIKE)
    origin = {m: n for n, m in partner.items()}
    rows: list[Row] = [
        (old[origin[m]] if m in origin else None, passage) for m, passage in enumerate(new)
    ]
    for n, passage in enumerate(old):
        if n not in partner:
            before = old[n - 1] if n else None
            at = next((k + 1 for k, (one, _) in enumerate(rows) if one is before and before), 0)
            rows.insert(at, (passage, None))
    return rows


def _beside(old: PolicyDocument, new: PolicyDocument) -> Iterator[tuple[str, list[Row]]]:
    """Return the rows of what is outside the clauses, by the key of the report."""
    before, after = _parts(old), _parts(new)
    for key in before:
        yield key, paired(before[key], after[key])


def _parts(policy: PolicyDocument) -> dict[str, list[PlacedParagraph]]:
    edition = policy.edition
    parts: Mapping[str, Sequence[InBothLanguages]] = {
        "head": [one for one in (edition.title, edition.subtitle, edition.preamble) if one],
        "letter": edition.letter,
        "chapter": [chapter.title for chapter in edition.chapters],
        "closing": edition.closing,
        "footnote": edition.footnotes,
    }
    return {
        key: [PlacedParagraph(None, number, words) for number, words in enumerate(every, 1)]
        for key, every in parts.items()
    }


def _words(passage: PlacedParagraph | None) -> tuple[str, str] | None:
    if passage is None:
        return None
    zh, en = passage.words.zh, passage.words.en
    return (zh, en) if passage.clause is None else (bare_zh(zh), bare_en(en))


def _paragraphs(rows: Iterable[Row]) -> Iterator[Json]:
    for one, other in rows:
        before, after = (_words(side) or ("", "") for side in (one, other))
        yield {
            "old_clause": one.clause if one else None,
            "old_paragraph": one.paragraph if one else None,
            "new_clause": other.clause if other else None,
            "new_paragraph": other.paragraph if other else None,
            "zh": [[*piece] for piece in redline(before[0], after[0], chinese_pieces)],
            "en": [[*piece] for piece in redline(before[1], after[1], english_pieces)],
        }
