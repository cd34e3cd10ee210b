"""Reads the text of a policy from a file, plain or Word, and refuses what is no whole text."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from clauses.revision.document import FEWEST, WholeText, is_amending, outline, parse
from clauses.revision.healing import Healed, heal
from clauses.revision.plain_text import TextError, decode, read_bytes
from clauses.revision.word import WordText, read_word

Json = dict[str, Any]
_SHOWN = 24
"""The most characters shown of a line that was left out."""


@dataclass(frozen=True)
class ParsedText:
    """A text in its parts, and what was noticed in reading it."""

    text: WholeText
    healed: Healed
    """The paragraphs with their lines."""
    hidden: tuple[str, ...] = ()
    """Hidden words of a Word file, which were left out."""
    beside: dict[str, int] = field(default_factory=dict)
    """What a Word file holds beside plain paragraphs, by its kind and number."""
    struck: tuple[str, ...] = ()
    """Words of a Word file that are struck through, which were left out."""
    formulas: tuple[str, ...] = ()
    """Formulas of a Word file, as they were read in one line."""
    unread: tuple[str, ...] = ()
    """The words around each symbol of a Word file that cannot be read."""
    tables: tuple[str, ...] = ()
    """Tables, as they were read row by row."""

    @property
    def noticed(self) -> list[Json]:
        """What a person should compare with the print, each with its `kind` and values."""
        found: list[Json] = [
            {"kind": "look-alike", "found": one.found, "meant": one.meant, "around": one.around}
            for one in self.healed.look_alikes
        ]
        for kind in ("hidden", "struck", "formulas", "tables", "unread"):
            if words := getattr(self, kind):
                found.append({"kind": kind, "words": list(words)})
        found += [{"kind": "beside", "what": k, "count": n} for k, n in self.beside.items()]
        lines = (self.healed.lines[line].strip()[:_SHOWN] for line in self.healed.imprint)
        beside = list(dict.fromkeys(lines))
        annexes = [self.healed.paragraphs[at] for at in outline(self.healed).annexes]
        if beside:
            found.append({"kind": "imprint", "words": beside})
        if annexes:
            found.append({"kind": "annexes", "first": annexes[0][:_SHOWN], "count": len(annexes)})
        if self.healed.personal:
            found.append({"kind": "personal", "count": len(self.healed.personal)})
        return found


def read_whole_text(path: Path) -> ParsedText:
    """Read a file in plain text or Word.

    Raises `TextError` where it cannot be read, amends another text, or has no numbered clauses.
    """
    content = read_bytes(path)
    if content.startswith(b"PK"):
        word = read_word(content, path.name)
        text = word.text
    else:
        word, text = WordText(), decode(content, path.name)
    healed = heal(text)
    if is_amending(healed.paragraphs):
        raise TextError("text-amends", name=path.name)
    whole = parse(healed)
    if len(whole.clauses) < FEWEST:
        raise TextError("text-no-clauses", name=path.name, count=len(whole.clauses))
    return ParsedText(
        whole,
        healed,
        tuple(word.hidden),
        dict(word.beside),
        tuple(word.struck),
        tuple(word.formulas),
        tuple(word.unread),
        tuple(word.tables),
    )
