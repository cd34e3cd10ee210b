"""The words of `words.toml`, and days as both languages write them."""

import re
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


@cache
def _same_english() -> tuple[re.Pattern[str], dict[str, str]]:
    said = words()["same_english"]
    table = {word: group[-1] for group in said["groups"] for word in group}
    table |= dict.fromkeys(said["empty"], "")
    longest = sorted(table, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest))), table


def evened(text: str) -> str:
    """Even out words whose English is the same, for comparison only: 予以 for 给予, without 的."""
    pattern, table = _same_english()
    return pattern.sub(lambda match: table[match[0]], text)
