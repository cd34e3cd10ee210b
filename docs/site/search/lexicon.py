"""Search words for what the policy calls by another name.

Terms and synonyms come from the glossary, everyday words from `everyday.toml`. Traditional
characters and pinyin are computed for the characters in use.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pypinyin import Style, pinyin

from clauses.build_cache import BuildCache, contents
from clauses.document import Clause, Labelled, Paragraph, PolicyDocument
from clauses.print_forms import HAN
from docs.site.language import ZH, Language

EVERYDAY = Path(__file__).with_name("everyday.toml")
_HAN = re.compile(HAN)
_WORDS = re.compile(f"{HAN}+")
_BRACKETS = re.compile(r"[（）()“”\"〔〕《》「」\s]")
TELLING = 12
"""A term in more clauses than this does not distinguish them."""


@dataclass(frozen=True)
class Synonyms:
    """Search words and the clauses to which they lead."""

    words: str
    """One on each line."""
    named: list[int]
    """The clauses with the term in their title or in the name of an award."""
    told: list[int]
    """The clauses whose text contains the term."""


class Lexicon:
    """Search words of one policy."""

    def __init__(self, policy: PolicyDocument) -> None:
        self._policy = policy

    def entries(self, language: Language) -> list[Synonyms]:
        """Return the search words of one language for each term, with the clauses they lead to."""
        found: list[Synonyms] = []
        for names, others in self._entries:
            named = self._clauses_with(names, self._names)
            told = self._clauses_with(names, self._bodies)
            texts = [self._own_words(number, language) for number in told]
            words = [
                word
                for word in dict.fromkeys(others)
                if _is_of(word, language) and not all(_bare(word).lower() in text for text in texts)
            ]
            if words and told and len(told) <= TELLING:
                found.append(Synonyms("\n".join(words), named, told))
        return found

    @cache  # noqa: B019  one lexicon lives as long as the build
    def _own_words(self, number: int, language: Language) -> str:
        """Return the whole text of a clause in one language, without brackets, in lower case."""
        clause = next(of for of in self._policy.clauses if of.number == number)
        names = (clause.title, *(entry.name for entry in clause.entries))
        text = [*map(language.of, names), text_of(self._policy, clause, language)]
        return _bare("\n".join(text)).lower()

    def _clauses_with(self, names: list[str], texts: dict[int, str]) -> list[int]:
        return [number for number, text in texts.items() if any(name in text for name in names)]

    @cached_property
    def _names(self) -> dict[int, str]:
        """The title of each clause and the names of its awards and lines, by its number."""
        return {
            clause.number: _bare(
                "\n".join(of.zh for of in (clause.title, *(e.name for e in clause.entries)))
            )
            for clause in self._policy.clauses
        }

    @cached_property
    def _bodies(self) -> dict[int, str]:
        """The text of each clause, by its number."""
        return {
            clause.number: _bare(text_of(self._policy, clause, ZH))
            for clause in self._policy.clauses
        }

    @cached_property
    def simplified(self) -> dict[str, str]:
        """Return traditional → simplified for the characters that the site uses."""
        key = [version("opencc-python-reimplemented"), *contents([Path(__file__)]), *self._texts]
        return BuildCache().value("simplified", key, self._simplified)

    def _simplified(self) -> dict[str, str]:
        from opencc import OpenCC  # type: ignore[import-untyped]  # late: kept from build to build

        traditional, simplified = OpenCC("s2t"), OpenCC("t2s")
        variants = [traditional, OpenCC("s2tw"), OpenCC("s2hk")]
        found: dict[str, str] = {}
        for char in self._characters:
            for converter in variants:
                variant = converter.convert(char)
                if len(variant) == 1 and variant != char and simplified.convert(variant) == char:
                    found[variant] = char
        # a phrase can have other variants than its single characters (製造, 質量獎)
        for source, target in self._by_phrase(traditional):
            if source != target and simplified.convert(source) == target:
                found[source] = target
        return dict(sorted(found.items()))

    @cached_property
    def pinyin(self) -> dict[str, str]:
        """Return syllable → characters, for each character of the clauses as read in its word.

        Its reading alone counts too, since many say ka for 卡 in 卡脖子. The words of readers
        (技改) are read too.
        """
        texts = [*self._names.values(), *self._bodies.values(), *self._readers]
        key = [version("pypinyin"), *contents([Path(__file__)]), *texts]
        return BuildCache().value("pinyin", key, self._pinyin)

    def _pinyin(self) -> dict[str, str]:
        found: dict[str, set[str]] = {}
        for text in (*self._names.values(), *self._bodies.values(), *self._readers):
            for word in _WORDS.findall(text):
                together = pinyin(word, style=Style.NORMAL)
                alone = pinyin(list(word), style=Style.NORMAL)
                for char, *readings in zip(word, together, alone, strict=True):
                    for (syllable,) in readings:
                        found.setdefault(syllable.replace("ü", "v"), set()).add(char)
        return {syllable: "".join(sorted(chars)) for syllable, chars in sorted(found.items())}

    @property
    def _readers(self) -> list[str]:
        return [word for _, others in self._entries for word in others]

    @cached_property
    def _everyday(self) -> list[tuple[list[str], list[str]]]:
        with EVERYDAY.open("rb") as file:
            return [(group["policy"], group["readers"]) for group in tomllib.load(file)["group"]]

    @cached_property
    def _entries(self) -> list[tuple[list[str], list[str]]]:
        """The names of each term as in the text, without brackets, and other words for it."""
        entries = [
            (_names(term.zh), [term.zh, term.en, *term.synonyms]) for term in self._policy.glossary
        ]
        entries += [
            ([_bare(name) for name in policy], readers) for policy, readers in self._everyday
        ]
        return entries

    @cached_property
    def _texts(self) -> list[str]:
        edition = self._policy.edition
        texts = [p.zh for clause in self._policy.clauses for p in clause.paragraphs]
        texts += [edition.preamble.zh, *(entry.zh for entry in edition.closing)]
        texts += [word for names, others in self._entries for word in (*names, *others)]
        return texts

    @cached_property
    def _characters(self) -> list[str]:
        return sorted({char for text in self._texts for char in text if _HAN.match(char)})

    def _by_phrase(self, converter: Any) -> set[tuple[str, str]]:
        pairs: set[tuple[str, str]] = set()
        for text in self._texts:
            converted = converter.convert(text)
            if len(converted) == len(text):
                pairs |= set(zip(converted, text, strict=True))
        return {(a, b) for a, b in pairs if _HAN.match(a) and _HAN.match(b)}


def text_of(policy: PolicyDocument, clause: Clause, language: Language) -> str:
    """Return the paragraphs of a clause, followed by each footnote whose mark is there.

    A footnote begins with its mark: ¹.
    """
    chinese = "".join(paragraph.zh for paragraph in clause.paragraphs)
    notes = [note for note in policy.edition.footnotes if note.zh[0] in chinese]
    parts: list[Paragraph | Labelled] = [*clause.paragraphs, *notes]
    return "\n".join(map(language.of, parts))


def _is_of(word: str, language: Language) -> bool:
    """Return whether a word belongs to the language; abbreviations (IPO, SME) belong to both."""
    if word.isascii() and word.isupper():
        return True
    return bool(_HAN.search(word)) == (language is ZH)


def _names(term: str) -> list[str]:
    """Split “责任部门 / 责任单位” and “规上（规模以上）” into words that a text may contain."""
    names: list[str] = []
    for part in re.split(r"\s*/\s*", term):
        names += [_bare(part), *(_bare(piece) for piece in re.split(r"[（）]", part))]
    return [name for name in dict.fromkeys(names) if len(name) > 1]


def _bare(text: str) -> str:
    return _BRACKETS.sub("", text)
