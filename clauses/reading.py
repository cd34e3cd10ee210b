"""Reads a text file that anybody may have damaged: never without a bound, never a device.

What is no text in UTF-8 is told with its line and with what the program that wrote it calls the
encoding. A byte order mark at the beginning, which Windows writes, is taken off.
"""

import re
import stat
from pathlib import Path

from clauses.messages import Value, frozen, phrase

LARGEST = 500_000
"""In bytes; the largest file of the policy has 75 KB."""

_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069"
    "\ufeff\ufff9-\uffff]|\r(?!\n)"
)
"""Characters that nobody sees and that make two equal texts differ."""
_DIGITS = re.compile("[0-9０-９]{100}")
"""No figure, but something pasted, and slow to compute with; no case needs as many."""
LONGEST_LINE = 20_000
"""In characters; the longest line of the policy has 3,000."""
_MERGE = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?= |\r?$)", re.MULTILINE)


class Unreadable(Exception):
    """A file that is no text; `code` names the message, `line` the place."""

    def __init__(self, code: str, line: int = 1, /, **values: Value) -> None:
        super().__init__(code)
        self.code = code
        self.line = line
        self.values = dict(frozen(values))


def read_bytes(path: Path) -> bytes:
    """Return what a file holds; raises `Unreadable` for what is no file of ordinary size."""
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            raise Unreadable("no-file", what=phrase(_kind(state.st_mode)))
        if state.st_size > LARGEST:
            raise Unreadable("file-too-large", size=state.st_size, largest=LARGEST)
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in a name
        if isinstance(error, FileNotFoundError) and not path.is_symlink():
            raise Unreadable("file-missing") from None
        if path.is_symlink() and isinstance(error, OSError):
            raise Unreadable("link-broken") from None
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise Unreadable("file-unreadable", reason=reason) from None
    if len(content) > LARGEST:  # it grew in the meantime
        raise Unreadable("file-too-large", size=len(content), largest=LARGEST)
    return content


def read_text(path: Path) -> str:
    """Return the text of a file; raises `Unreadable` where it is none, or holds what no text has.

    Line ends are those of Unix, whatever system wrote the file.
    """
    content = read_bytes(path)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("not-utf-8", encoding="UTF-16")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable("not-utf-8", line, encoding=_encoding(content)) from None
    if merge := _MERGE.search(text):
        raise Unreadable("merge-mark", _line(text, merge.start()), mark=merge[0])
    if odd := _ODD.search(text):
        line = _line(text, odd.start())
        around = text[max(0, odd.start() - 10) : odd.start()].rpartition("\n")[2]
        raise Unreadable("odd-character", line, code=f"U+{ord(odd[0]):04X}", before=around)
    if digits := _DIGITS.search(text):
        raise Unreadable("number-too-long", _line(text, digits.start()), begins=digits[0][:20])
    text = text.replace("\r\n", "\n")
    for number, words in enumerate(text.split("\n"), 1):
        if len(words) > LONGEST_LINE:
            raise Unreadable("text-too-long", number, length=len(words), longest=LONGEST_LINE)
    return text


def _kind(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "folder"
    return "pipe" if stat.S_ISFIFO(mode) else "device"


def _encoding(content: bytes) -> str:
    """What the bytes look like: Windows in China saves as GB 18030, there named ANSI."""
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return "—"
    return "GB 18030 / GBK / ANSI"


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
