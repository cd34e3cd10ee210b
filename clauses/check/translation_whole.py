"""Nothing of a text is left out or untranslated, in either language."""

import re
from collections.abc import Iterator

from clauses.check.terms_forms import without_quotes
from clauses.check.translation_pairs import Finding, Pair

_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile("[A-Za-z]{2,}")
_LETTERS = re.compile("[0-9]*[A-Za-z]+")
_GRADES = re.compile(r"(?<![A-Za-z0-9&’])[B-HJ-Z](?![A-Za-z&’])")
_CHINESE = re.compile(r"[0-9]*[\u3400-\u9fff][0-9\u3400-\u9fff〔〕（）]*")
_LONGEST_WORD = 12
"""How long a Chinese word may be that a reading or a note speaks of without quotation marks."""
_QUOTED = re.compile("“[^”]*”")
_UNFINISHED = re.compile(
    r"\b(?:TODO|TBD|FIXME|XXX+|lorem ipsum)\b|\?\?\?|待译|待翻译", re.IGNORECASE
)


def check_whole(pair: Pair) -> Iterator[Finding]:
    """Compare what stands in both languages; sentences and letters in the policy's text only."""
    yield from _untranslated(pair)
    if not pair.own:
        yield from _letters(pair)
        yield from _sentences(pair)


def _untranslated(pair: Pair) -> Iterator[Finding]:
    def finding(words: str, found: str, allowed: str, mend: str) -> Finding:
        return Finding(pair, "untranslated", words, found, allowed, mend)

    if pair.zh == pair.en:
        yield finding(
            pair.en, f"“{_short(pair.en)}” in both languages", "a translation", "translate it"
        )
        return
    if not _HAN.search(pair.zh) and _LATIN.search(pair.zh + pair.en):
        yield finding(
            pair.zh, f"“{_short(pair.zh)}” as the Chinese", "Chinese words", "write the Chinese"
        )
    for text in (pair.zh, pair.en):
        if mark := _UNFINISHED.search(text):
            yield finding(mark[0], f"“{mark[0]}”", "a finished text", "write the text for the mark")
    cited = _QUOTED.sub(" ", pair.en) if pair.own else pair.en
    for words in _CHINESE.findall(cited):
        short = len(_HAN.findall(words)) <= _LONGEST_WORD
        if not (pair.about_words and short and words in pair.zh):
            yield finding(
                words,
                f"“{_short(words)}” in the English",
                "English; Chinese words only where an explanation cites them, in “ ”",
                "translate the words, or put the cited ones in “ ”",
            )
    for words in pair.cited if pair.own else []:
        if without_quotes(words) not in without_quotes(pair.zh):
            yield finding(
                without_quotes(words),
                f"“{without_quotes(words)}” cited, which the Chinese does not have",
                "words of the Chinese beside, to the letter",
                "copy the words from the Chinese",
            )


def _letters(pair: Pair) -> Iterator[Finding]:
    """5G, APP and the grades A and B are in the English too; an A that opens it is an article."""
    for word in dict.fromkeys(_LETTERS.findall(pair.zh)):
        single = len(word) == 1
        before = r"(?<=[a-z,;“(] )" if single else r"(?<![A-Za-z0-9])"
        if not re.search(
            before + word + (r"(?![A-Za-z])" if single else ""),
            pair.en,
            0 if single else re.IGNORECASE,
        ):
            yield Finding(
                pair,
                "untranslated",
                word,
                f"“{word}” in the Chinese only",
                "Latin letters in the Chinese that the English has too",
                "correct whichever language is wrong",
            )
    for letter in dict.fromkeys(_GRADES.findall(" ".join(pair.english_sentences))):
        if letter not in _LETTERS.findall(pair.zh):
            yield Finding(
                pair,
                "untranslated",
                letter,
                f"“{letter}” in the English only",
                "a single letter where the Chinese has it too",
                "correct whichever language is wrong",
            )


def _sentences(pair: Pair) -> Iterator[Finding]:
    """No sentence is left out; the English may divide one, but not join two."""
    ours, theirs = pair.chinese_sentences, pair.english_sentences
    if len(theirs) < len(ours):
        yield Finding(
            pair,
            "untranslated",
            str(len(theirs)),
            f"{len(theirs)} sentence(s), the Chinese has {len(ours)}",
            "a sentence for each sentence of the Chinese",
            "translate the one that is missing, or divide the one that joins two",
        )


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
