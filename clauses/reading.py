"""Reads a text file that may be damaged, up to a maximum size and never from a device.

If the file is not UTF-8, the error gives the line and the encoding as the writing program calls it.
A leading byte order mark, which Windows writes, is removed.
"""

import re
import stat
from pathlib import Path

from clauses.messages import Language, StaffError, Value, phrase, say

LARGEST = 500_000
"""In bytes; the largest file of the policy has 75 KB."""

_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069"
    "\ufeff\ufff9-\uffff]|\r(?!\n)"
)
"""Invisible characters that make two equal texts differ."""
_DIGITS = re.compile("[0-9０-９]{100}")
"""More digits than any figure or case needs; pasted text that would be slow to compute with."""
LONGEST_LINE = 20_000
"""In characters; the longest line of the policy has 3,000."""
_MERGE = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?= |\r?$)", re.MULTILINE)


class ReadError(StaffError):
    """A file that cannot be read as text; `name` is its fault, `line` the place."""

    table = "faults"

    def __init__(self, name: str, line: int = 1, /, **values: Value) -> None:
        self.line = line
        super().__init__(name, **values)

    def told(self, language: Language) -> str:
        """Return what was found."""
        return say((self.table, self.name, "found"), language, self.values)


def read_bytes(path: Path) -> bytes:
    """Return the content of a file; raises `ReadError` if it is too large or no regular file."""
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            raise ReadError("no-file", what=phrase(_kind(state.st_mode)))
        if state.st_size > LARGEST:
            raise ReadError("file-too-large", size=state.st_size, largest=LARGEST)
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in a name
        if isinstance(error, FileNotFoundError) and not path.is_symlink():
            raise ReadError("file-missing") from None
        if path.is_symlink() and isinstance(error, OSError):
            raise ReadError("link-broken") from None
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise ReadError("file-unreadable", reason=reason) from None
    if len(content) > LARGEST:  # the file grew meanwhile
        raise ReadError("file-too-large", size=len(content), largest=LARGEST)
    return content


def read_text(path: Path) -> str:
    """Return the text of a file; raises `ReadError` if it is not text or has odd characters.

    Line ends are converted to those of Unix.
    """
    content = read_bytes(path)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ReadError("not-utf-8", encoding="UTF-16")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ReadError("not-utf-8", line, encoding=_encoding(content)) from None
    if merge := _MERGE.search(text):
        raise ReadError("merge-mark", _line(text, merge.start()), mark=merge[0])
    if odd := _ODD.search(text):
        line = _line(text, odd.start())
        around = text[max(0, odd.start() - 10) : odd.start()].rpartition("\n")[2]
        raise ReadError("odd-character", line, code=f"U+{ord(odd[0]):04X}", before=around)
    if digits := _DIGITS.search(text):
        raise ReadError("number-too-long", _line(text, digits.start()), begins=digits[0][:20])
    text = text.replace("\r\n", "\n")
    for number, words in enumerate(text.split("\n"), 1):
        if len(words) > LONGEST_LINE:
            raise ReadError("text-too-long", number, length=len(words), longest=LONGEST_LINE)
    return text


def _kind(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "folder"
    return "pipe" if stat.S_ISFIFO(mode) else "device"


def _encoding(content: bytes) -> str:
    """Return the likely encoding; Windows in China saves as GB 18030 and calls it ANSI."""
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return "—"
    return "GB 18030 / GBK / ANSI"


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
