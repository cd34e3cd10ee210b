"""The words by which readers look for what the policy calls otherwise.

Terms and synonyms stand in `clauses/glossary.yml`; everyday words that are no terms stand in
`everyday.toml`. Traditional characters and pinyin are worked out for the characters in use.
"""

import re
import tomllib
from functools import cached_property
from pathlib import Path

from opencc import OpenCC  # type: ignore[import-untyped]
from pypinyin import Style, pinyin

from clauses import Policy

EVERYDAY = Path(__file__).with_name("everyday.toml")
_HAN = re.compile(r"[㐀-鿿]")
_BRACKETS = re.compile(r"[（）()“”\"〔〕《》「」\s]")


class Lexicon:
    """Search words of one policy."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy

    def words_for(self, chinese: str) -> str:
        """Return the other words for every term that occurs in a Chinese text."""
        text = _bare(chinese)
        found: list[str] = []
        for names, others in self._entries:
            if any(name in text for name in names):
                found += others
        return "\n".join(dict.fromkeys(found))

    @cached_property
    def simplified(self) -> dict[str, str]:
        """Return traditional → simplified for the characters that the site uses."""
        traditional, simplified = OpenCC("s2t"), OpenCC("t2s")
        variants = [traditional, OpenCC("s2tw"), OpenCC("s2hk")]
        found: dict[str, str] = {}
        for char in self._characters:
            for converter in variants:
                variant = converter.convert(char)
                if len(variant) == 1 and variant != char and simplified.convert(variant) == char:
                    found[variant] = char
        # phrases choose other variants than single characters do (製造, 質量獎)
        for source, target in self._by_phrase(traditional):
            if source != target and simplified.convert(source) == target:
                found[source] = target
        return dict(sorted(found.items()))

    @cached_property
    def pinyin(self) -> dict[str, str]:
        """Return syllable → characters: every reading of every character in use."""
        found: dict[str, list[str]] = {}
        for char in self._characters:
            for syllable in pinyin(char, style=Style.NORMAL, heteronym=True)[0]:
                found.setdefault(syllable.replace("ü", "v"), []).append(char)
        return {syllable: "".join(chars) for syllable, chars in sorted(found.items())}

    @cached_property
    def _everyday(self) -> list[tuple[list[str], list[str]]]:
        with EVERYDAY.open("rb") as file:
            return [(group["policy"], group["readers"]) for group in tomllib.load(file)["group"]]

    @cached_property
    def _entries(self) -> list[tuple[list[str], list[str]]]:
        """Names (as they stand in the text, without brackets) and the other words for each."""
        entries = [
            (_names(term.zh), [term.zh, term.en, *term.synonyms])
            for term in self._policy.glossary.terms
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

    def _by_phrase(self, converter: OpenCC) -> set[tuple[str, str]]:
        pairs: set[tuple[str, str]] = set()
        for text in self._texts:
            converted = converter.convert(text)
            if len(converted) == len(text):
                pairs |= set(zip(converted, text, strict=True))
        return {(a, b) for a, b in pairs if _HAN.match(a) and _HAN.match(b)}


def _names(term: str) -> list[str]:
    """Split “责任部门 / 责任单位” and “规上（规模以上）” into the words that a text may hold."""
    names: list[str] = []
    for part in re.split(r"\s*/\s*", term):
        names += [_bare(part), *(_bare(piece) for piece in re.split(r"[（）]", part))]
    return [name for name in dict.fromkeys(names) if len(name) > 1]


def _bare(text: str) -> str:
    return _BRACKETS.sub("", text)
