"""The messages for staff: one catalogue per language, `zh.toml` and `en.toml`.

The code names a message and passes its values; it contains no text for people. A test proves that
both catalogues have the same messages with the same values.
"""

import locale
import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, Literal

Language = Literal["zh", "en"]
Value = Any
"""A text or number of the files, a `Phrase`, or a list of them."""

_LONGEST = 200
"""The most characters of a value in a message."""
_MOST = 60
"""The most items of a list in a message."""
_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Phrase:
    """A part of a message that differs between the languages: “at most”, “none”."""

    name: str
    values: tuple[tuple[str, Value], ...] = ()

    def said(self, language: Language) -> str:
        """Return the phrase in a language."""
        return say(("phrases", self.name), language, dict(self.values))


@dataclass(frozen=True)
class Both:
    """A text in both languages from elsewhere, such as the engine’s catalogues."""

    zh: str
    en: str


class StaffError(Exception):
    """Base class of the errors that are reported to staff, in Chinese or in English.

    `name` is a message in `table` of the catalogues. As a text the error is in English.
    """

    table: ClassVar[str] = "phrases"

    def __init__(self, name: str, /, **values: Value) -> None:
        self.name, self.values = name, dict(frozen(values))
        super().__init__(self.told("en"))

    def told(self, language: Language) -> str:
        """Return the message in a language."""
        return say((self.table, self.name), language, self.values)


def phrase(name: str, /, **values: Value) -> Phrase:
    """Return the phrase of this name with its values."""
    return Phrase(name, frozen(values))


def frozen(values: Mapping[str, Value]) -> tuple[tuple[str, Value], ...]:
    """Return the values of a message in a form that can be compared and hashed."""
    return tuple((name, _fixed(value)) for name, value in sorted(values.items()))


def say(name: tuple[str, ...], language: Language, values: Mapping[str, Value] = {}) -> str:
    """Return the message of a name, `("faults", "key-unknown", "found")`, with its values."""
    text: Any = catalogue(language)
    for part in name:
        text = text[part]
    spoken = {
        # texts of programs or other catalogues are not shortened
        name: str(value) if name == "said" and isinstance(value, str) else _spoken(value, language)
        for name, value in values.items()
    }
    return str(text).format_map(spoken)


@cache
def catalogue(language: Language) -> dict[str, Any]:
    """Return all messages of a language."""
    return tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def preferred_language(environment: Mapping[str, str] = os.environ) -> Language:
    """Return the language that the machine is set to: Chinese for each zh locale, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if chosen := environment.get(name):
            return _of_locale(chosen)
    # Windows sets none of them, its own setting is a name like Chinese (Simplified)_China
    return _of_locale(locale.getlocale()[0] or "") if os.name == "nt" else "en"


def _of_locale(name: str) -> Language:
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"


def _fixed(value: Value) -> Value:
    if isinstance(value, str | Phrase | Both):
        return value
    if isinstance(value, Iterable):
        return tuple(_fixed(item) for item in value)
    return value


def _spoken(value: Value, language: Language) -> str:
    if isinstance(value, Phrase):
        return value.said(language)
    if isinstance(value, Both):
        return value.zh if language == "zh" else value.en
    if isinstance(value, tuple | list):
        if not value:
            return say(("phrases", "none"), language)
        items = [_spoken(item, language) for item in value[:_MOST]]
        return say(("phrases", "list"), language).join(items + ["…"] * (len(value) > _MOST))
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def shortened(words: str, longest: int) -> str:
    """Return words in one line, those beyond so many characters left out."""
    flat = " ".join(words.split())
    return flat if len(flat) <= longest else f"{flat[:longest]}…"


def in_words(said: str, codes: Mapping[str, str]) -> str:
    """Write the codes of a rule in words: pending, enterprise、platform; other words stay."""
    return "、".join(codes.get(part, part) for part in said.split("、"))
