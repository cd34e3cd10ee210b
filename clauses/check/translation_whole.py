"""Checks that no part of a text is left out or untranslated, in either language."""

import re
from collections.abc import Iterator

from clauses.check.translation_pairs import Finding, TranslationPair, finding
from clauses.print_forms import HAN
from clauses.terms_forms import without_quotes

_HAN = re.compile(HAN)
_LATIN = re.compile("[A-Za-z]{2,}")
_LETTERS = re.compile("[0-9]*[A-Za-z]+")
_GRADES = re.compile(r"(?<![A-Za-z0-9&’])[B-HJ-Z](?![A-Za-z&’])")
_CHINESE = re.compile(rf"[0-9]*{HAN}(?:{HAN}|[0-9〔〕（）])*")
_LONGEST_WORD = 12
"""The most characters of a Chinese word that a reading or note uses without quotation marks."""
_QUOTED = re.compile("“[^”]*”")
UNTRANSLATED = "TODO"
"""In place of a text that nobody has written yet; the check reports it."""
_NOT_BEGUN = re.compile(rf"\s*(?:[0-9]+\. )?{UNTRANSLATED}\s*")
_UNFINISHED = re.compile(
    rf"\b(?:{UNTRANSLATED}(?:-[a-z0-9-]+)?|TBD|FIXME|XXX+|lorem ipsum)\b|\?\?\?|待译|待翻译",
    re.IGNORECASE,
)


def not_begun(pair: TranslationPair) -> Iterator[Finding]:
    """Yield one finding where nobody has begun the English: what it lacks is then everything."""
    if _NOT_BEGUN.fullmatch(pair.en):
        yield finding("untranslated", pair.en, "unfinished", words=pair.en)


def check_whole(pair: TranslationPair) -> Iterator[Finding]:
    """Look for untranslated words; compare sentences and letters in the policy's text only."""
    yield from _untranslated(pair)
    if not pair.own:
        yield from _letters(pair)
        yield from _sentences(pair)


def _untranslated(pair: TranslationPair) -> Iterator[Finding]:
    def told(words: str, code: str, shown: str | None = None) -> Finding:
        return finding("untranslated", words, code, words=_short(shown or words))

    if pair.zh == pair.en:
        yield told(pair.en, "same-text")
        return
    if not _HAN.search(pair.zh) and _LATIN.search(pair.zh + pair.en):
        yield told(pair.zh, "chinese-missing")
    for text in (pair.zh, pair.en):
        if mark := _UNFINISHED.search(text):
            yield told(mark[0], "unfinished")
    cited = _QUOTED.sub(" ", pair.en) if pair.own else pair.en
    for words in _CHINESE.findall(cited):
        short = len(_HAN.findall(words)) <= _LONGEST_WORD
        if not (pair.about_words and short and words in pair.zh):
            yield told(words, "chinese-left")
    for words in pair.cited if pair.own else []:
        if without_quotes(words) not in without_quotes(pair.zh):
            yield told(without_quotes(words), "cited-elsewhere")


def _letters(pair: TranslationPair) -> Iterator[Finding]:
    """Check that 5G, APP and grades A and B are in the English; an initial “A” is an article."""
    for word in dict.fromkeys(_LETTERS.findall(pair.zh)):
        single = len(word) == 1
        before = r"(?<=[a-z,;“(] )" if single else r"(?<![A-Za-z0-9])"
        if not re.search(
            before + word + (r"(?![A-Za-z])" if single else ""),
            pair.en,
            0 if single else re.IGNORECASE,
        ):
            yield finding("untranslated", word, "letters-missing", words=word)
    for letter in dict.fromkeys(_GRADES.findall(" ".join(pair.english_sentences))):
        if letter not in _LETTERS.findall(pair.zh):
            yield finding("untranslated", letter, "letter-added", words=letter)


def _sentences(pair: TranslationPair) -> Iterator[Finding]:
    """Check that no sentence is left out; the English may split a sentence but not join two."""
    ours, theirs = len(pair.chinese_sentences), len(pair.english_sentences)
    if theirs < ours:
        yield finding("untranslated", str(theirs), "sentences-fewer", english=theirs, chinese=ours)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
