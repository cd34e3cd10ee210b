"""The words of `words.toml`, and days as both languages write them."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import amounts
from clauses.messages import Language


@cache
def words() -> dict[str, Any]:
    """Return the words that a new edition begins with."""
    path = Path(__file__).with_name("words.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def day_in(language: Language, day: date) -> str:
    """Write a day: 2021年1月1日, 1 January 2021."""
    return amounts.day(day.isoformat(), language)


def both(template: dict[str, str], **values: Any) -> dict[str, str]:
    """Fill in a text in both languages."""
    return {language: template[language].format(**values).strip() for language in ("zh", "en")}
