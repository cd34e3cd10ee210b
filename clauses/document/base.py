"""The smallest parts of the document."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Bilingual:
    """The same in Chinese and English; the Chinese prevails."""

    zh: str
    en: str
