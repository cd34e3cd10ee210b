"""What the set-up tells staff, in Chinese or English.

The texts are JSON, not TOML as those of the other commands: a Python before 3.11 reads no TOML.
"""

from __future__ import annotations

import json
import locale
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).resolve().parent


class SetUpError(Exception):
    """Something that stops the set-up; `name` is its message, with the remedies."""

    def __init__(self, name: str, **values: object) -> None:
        super().__init__(name)
        self.name = name
        self.values = values


class Messages:
    """The messages of one language, `zh` or `en`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts = catalogue(language)

    def text(self, name: str, **values: object) -> str:
        """Return a message with its values."""
        text: str = self._texts[name]
        return text.format(**values)

    def say(self, name: str, **values: object) -> None:
        """Print what is being done."""
        print("==> " + self.text(name, **values), flush=True)

    def told(self, error: SetUpError, windows: bool = os.name == "nt") -> str:
        """Return what is wrong, then a line for each remedy that this system knows."""
        entry = self._texts["errors"][error.name]
        fixes = entry["windows" if windows and "windows" in entry else "fix"]
        lines = [self._texts["error"].format(what=entry["what"].format(**error.values))]
        lines += ["  → " + fix.format(**error.values) for fix in [*fixes, self._texts["again"]]]
        return "\n".join(lines)


def catalogue(language: str) -> dict[str, Any]:
    """Return every message of a language."""
    text = (_FOLDER / f"messages.{language}.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def preferred_language(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language of the machine, as `clauses.messages` finds it."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return _of_locale(environment[name])
    return _of_locale(locale.getlocale()[0] or "") if os.name == "nt" else "en"


def _of_locale(name: str) -> str:
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"
