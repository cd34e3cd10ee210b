"""Checks that both languages say the same: figures, decisive words and terms of every text.

`deviations.yml` beside the glossary has the exceptions, each with its reason. An exception that no
edition needs is itself a fault, so the list can only shrink.
"""

from collections.abc import Collection, Iterator
from functools import lru_cache

from clauses.check.terms import GlossaryTerms
from clauses.check.translation_figures import check_figures
from clauses.check.translation_pairs import Finding, TranslationPair, pairs
from clauses.check.translation_whole import check_whole, not_begun
from clauses.check.translation_words import check_words
from clauses.edition_files import EditionFiles
from clauses.faults import Fault


def check_translation(files: EditionFiles, translated: Collection[str]) -> frozenset[Fault]:
    """Add a fault to each file where its English differs from its Chinese.

    The texts are read from the files as written, so that an error elsewhere does not hide others;
    those of the clause files that `translated` names are not compared. Returns a fault for each
    exception and each further translation of the glossary that this edition does not need; another
    edition may need it.
    """
    glossary, deviations = files.glossary.held, files.deviations.held
    terms = GlossaryTerms(glossary, files.edition.held) if glossary else None
    allowed = deviations.deviations if deviations else []
    compared = [file for file in files.bilingual if file.name not in translated]
    needed: set[int] = set()
    for file in compared:
        for place, pair in pairs(file):
            for found in findings(pair, terms):
                excuses = [
                    index
                    for index, deviation in enumerate(allowed)
                    if deviation.check == found.check
                    and deviation.words == found.words
                    and deviation.text in pair.zh
                ]
                needed.update(excuses)
                if not excuses:
                    file.fault((*place, "en"), found.code, **dict(found.values))
    if any(file.data is None for file in compared):
        return frozenset()  # the texts that need an exception may be in the unreadable file
    unneeded = [
        files.deviations.fault_at(
            ("deviations", index),
            "deviation-unneeded",
            words=deviation.words,
            text=deviation.text,
        )
        for index, deviation in enumerate(allowed)
        if index not in needed
    ]
    if terms and glossary:
        unneeded += terms.unneeded(files.glossary, glossary)
    return frozenset(unneeded)


def findings(pair: TranslationPair, terms: GlossaryTerms | None) -> Iterator[Finding]:
    """Yield every difference between the two languages of a pair, including excused ones."""
    if missing := [*not_begun(pair)]:
        yield from missing
        return
    yield from _without_terms(pair)
    if terms:
        yield from terms.check(pair)


@lru_cache(4096)  # an edition has 1,500, which a command reads several times
def _without_terms(pair: TranslationPair) -> tuple[Finding, ...]:
    cited = (told for citation in pair.citations() for told in check_figures(citation))
    return (*check_figures(pair), *check_whole(pair), *check_words(pair), *cited)
