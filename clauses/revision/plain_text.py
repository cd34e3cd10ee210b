"""Reads the file of a text: its encoding and its kind, by its first bytes."""

import re
from pathlib import Path

from clauses.messages import StaffError

LARGEST = 20_000_000
"""In bytes; the text of 41 clauses has 40,000."""

_OTHER_KINDS = (
    (b"\xd0\xcf\x11\xe0", "text-is-an-old-word-file"),
    (b"%PDF", "text-is-a-pdf-file"),
    (b"{\\rtf", "text-is-an-rtf-file"),
)
_MARKDOWN = re.compile(
    r"^[ \t]*(?:#{1,6}|>|[-*+](?=[ \t]+[（(\u4e00-\u9fff]))[ \t]+"
    r"|\*\*|\\(?=[.*_#>()\[\]~-])",
    re.MULTILINE,
)
"""Marks of Markdown, which no text of a policy has: of headings, lists, bold words and escapes."""


class TextError(StaffError):
    """A file that cannot be read as the text of a policy; it says what to do."""


def read_bytes(path: Path) -> bytes:
    """Return the content of a file; raises `TextError` for a folder, an empty or a huge file."""
    if not path.is_file():
        raise TextError("text-no-file", name=str(path))
    if path.stat().st_size > LARGEST:
        raise TextError("text-too-large", name=path.name, most=f"{LARGEST // 1_000_000} MB")
    try:
        content = path.read_bytes()
    except OSError as error:  # Word holds a file that it has open
        reason = error.strerror or str(error)
        raise TextError("text-unreadable", name=path.name, reason=reason) from None
    for start, kind in _OTHER_KINDS:
        if content.startswith(start):
            raise TextError(kind, name=path.name)
    if not content.strip(b"\0 \t\r\n\x0c\xef\xbb\xbf"):
        raise TextError("text-empty", name=path.name)
    return content


def decode(content: bytes, name: str) -> str:
    """Return the text of a file in UTF-8, UTF-16 or GB18030, without the marks of Markdown.

    Line ends become `\\n`.

    Raises `TextError` where it is in none of them.
    """
    text = _decoded(content, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    return _MARKDOWN.sub("", text)


def _decoded(content: bytes, name: str) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif 0 in content:  # UTF-16 without a mark: the ends of lines and the digits have a zero byte
        little = content[1::2].count(0) > content[::2].count(0)
        encodings = ["utf-16-le" if little else "utf-16-be"]
    else:
        encodings = ["utf-8", "gb18030"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise TextError("text-encoding", name=name)
