"""The two languages of the site, with their tags and folders."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

Code = Literal["zh", "en"]


class InBoth(Protocol):
    """Anything with a text in both languages: a title, a payee, a department."""

    @property
    def zh(self) -> str:
        """The Chinese, which prevails."""

    @property
    def en(self) -> str:
        """The English."""


@dataclass(frozen=True)
class Language:
    """A language: its code in the data, its tag in HTML, its folder on the site."""

    code: Code
    tag: str
    """The `lang` attribute."""
    folder: str
    """Its folder below the root of the site; ends in a slash unless empty."""
    theme: str
    """The name of the theme's word list."""
    colon: str
    semicolon: str
    comma: str
    """Between the items of a list."""

    @property
    def other(self) -> "Language":
        """The other language."""
        return EN if self.code == "zh" else ZH

    def of(self, text: InBoth) -> str:
        """Return the text in this language."""
        return text.zh if self.code == "zh" else text.en

    def listed(self, parts: Sequence[str]) -> str:
        """Join words to a list in a sentence: 引言、附则和脚注; one, two and three."""
        return self._joined(parts, "和" if self.code == "zh" else " and ")

    def either(self, parts: Sequence[str]) -> str:
        """Join words of which one is enough: 国家级、省级或市级; one, two or three."""
        return self._joined(parts, "或" if self.code == "zh" else " or ")

    def _joined(self, parts: Sequence[str], last: str) -> str:
        if len(parts) < 2:
            return "".join(parts)
        return self.comma.join(parts[:-1]) + last + parts[-1]


ZH = Language("zh", "zh-CN", "", "zh-CN", "：", "；", "、")
EN = Language("en", "en", "en/", "en", ": ", "; ", ", ")
LANGUAGES = (ZH, EN)
"""In the order of the builds: the folder of the first contains that of the second."""
BY_CODE = {language.code: language for language in LANGUAGES}
