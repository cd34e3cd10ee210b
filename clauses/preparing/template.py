"""The words of `words.toml`, and days as both languages write them."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

_MONTHS = (
    "January February March April May June July August September October November December"
).split()


@cache
def words() -> dict[str, Any]:
    """Return the words that a new edition begins with."""
    path = Path(__file__).with_name("words.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def day_zh(day: date) -> str:
    """Write a day in Chinese: 2021年1月1日."""
    return f"{day.year}年{day.month}月{day.day}日"


def day_en(day: date) -> str:
    """Write a day in English: 1 January 2021."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def both(template: dict[str, str], **values: Any) -> dict[str, str]:
    """Fill in a text in both languages."""
    return {language: template[language].format(**values).strip() for language in ("zh", "en")}
