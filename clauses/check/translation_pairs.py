"""The pairs of Chinese and English texts in the files, and their sentences side by side."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from clauses.files import YamlFile
from clauses.key_path import KeyPath
from clauses.messages import Value, frozen
from clauses.print_forms import HAN

_TO_WRITE = re.compile(r"\bTODO-[a-z0-9-]+")
"""The mark of a name that nobody has written yet; its number is no figure."""
_OWN_FILES = ("readings.yml", "glossary.yml", "deviations.yml")
_OWN_KEYS = frozenset(
    ("label", "ask", "hint", "note", "where", "remark", "status", "what", "meaning")
)
_WORD_KEYS = frozenset(("status", "oddities", "deviations"))


@dataclass(frozen=True)
class TranslationPair:
    """A text in both languages, and whether it is the policy's or our own."""

    zh: str
    en: str
    own: bool = False
    """Whether it explains the policy (a hint, a reading, a note) instead of translating it."""
    discusses: bool = False
    """Whether it discusses the text: a reading, a note, a reason."""
    about_words: bool = False
    """Whether it discusses the Chinese words themselves: a reading, a note, an oddity."""
    headword: bool = False
    """Whether it is a term of the glossary itself."""

    @cached_property
    def sentences(self) -> list[tuple[str, str]]:
        """The sentences side by side, split at semicolons too.

        If the translation has more or fewer sentences than the Chinese, it stays in one piece.
        """
        whole = _together(self.chinese_sentences, self.english_sentences, self.zh, self.en)
        return [
            part
            for zh, en in whole
            for part in _together(_ZH_SEMICOLON.split(zh), _EN_SEMICOLON.split(en), zh, en)
        ]

    @cached_property
    def chinese_sentences(self) -> list[str]:
        """The Chinese split at 。？！"""
        return _ZH_STOP.split(self.zh)

    @cached_property
    def english_sentences(self) -> list[str]:
        """The English split into sentences; a leading number belongs to the first sentence."""
        return _EN_STOP.split(_EN_NUMBER.sub("", self.en))

    @property
    def translated(self) -> str:
        """The English without the Chinese words that it cites."""
        said = _TO_WRITE.sub(" ", self.en)
        return _CITED.sub(" ", said) if self.cited else said

    @cached_property
    def cited(self) -> list[str]:
        """The Chinese words that the English cites, in quotation marks or without."""
        return _CITED.findall(self.en) if re.search(HAN, self.en) else []

    def citations(self) -> Iterator["TranslationPair"]:
        """Yield each Chinese word in the English with its translation: “再” (“further”)."""
        for match in _GLOSSED.finditer(self.en):
            yield replace(self, zh=match["zh"], en=match["en"], headword=False)


@dataclass(frozen=True)
class Finding:
    """A place where a translation differs from the Chinese."""

    check: str
    """The comparison that found it, as named in `deviations.yml`."""
    words: str
    """The figure, term or word concerned, as named in `deviations.yml`."""
    code: str
    """The code of the message in the catalogues."""
    values: tuple[tuple[str, Value], ...]


def finding(check: str, words: str, code: str, /, **values: Value) -> Finding:
    """Make a finding with the values of its message."""
    return Finding(check, words, code, frozen(values))


def pairs(file: YamlFile) -> Iterator[tuple[KeyPath, TranslationPair]]:
    """Yield every pair of texts of a file in order, even if the file has other errors."""
    name = file.name.rpartition("/")[2]
    for place, zh, en in _texts(file.data, ()):
        discusses = name in _OWN_FILES or "reason" in place
        yield (
            place,
            TranslationPair(
                zh,
                en,
                own=discusses or not _OWN_KEYS.isdisjoint(place),
                discusses=discusses,
                about_words=discusses or not _WORD_KEYS.isdisjoint(place),
                headword=name == "glossary.yml" and place[-1] != "note",
            ),
        )


def _texts(node: Any, place: KeyPath) -> Iterator[tuple[KeyPath, str, str]]:
    if isinstance(node, Mapping):
        zh, en = node.get("zh"), node.get("en")
        if isinstance(zh, str) and isinstance(en, str) and zh.strip() and en.strip():
            yield place, zh, en
        for key, value in node.items():
            yield from _texts(value, (*place, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _texts(value, (*place, index))


_CITED = re.compile(rf"“[^”]*{HAN}[^”]*”|[^\s()“”,;]*{HAN}[^\s()“”,;]*")
_GLOSSED = re.compile(rf"“(?P<zh>[^”]*{HAN}[^”]*)” \(“(?P<en>[^”]*[A-Za-z][^”]*)”\)")
_EN_NUMBER = re.compile(r"^(?:[0-9]+|[IVX]+)\. ")
_ZH_STOP = re.compile(r"(?<=[。？！])(?!$|[”）])")
_EN_STOP = re.compile(r"(?:(?<=[.?!])|(?<=[.?!]”))\s+(?=[A-Z“(\[])")
_ZH_SEMICOLON = re.compile("(?<=；)")
_EN_SEMICOLON = re.compile(r"(?<=;)\s+")


def _together(chinese: list[str], english: list[str], zh: str, en: str) -> list[tuple[str, str]]:
    same = len(chinese) == len(english)
    return list(zip(chinese, english, strict=True)) if same else [(zh, en)]
