"""Looks for typing mistakes in the lines of a YAML file that a YAML reader would misread.

After a lost quotation mark or a full-width colon, libyaml reports a later line, or reads something
else without an error. This module names the line itself. `always` finds mistakes that would be
misread silently. `closely` is used only if the file cannot be read or has a wrong shape, because it
knows only the YAML style of the policy's files.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clauses.messages import Value

_ODD_BLANK = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_PREFIX = r"(?P<prefix> *(?:- +)*)"
_NAME = r"""(?:"[^"]*"|'[^']*'|[^\s"'\[\]{}#&*!|>%@`,:：-][^\s:：{}\[\]"']*)"""
_ENTRY = re.compile(rf"{_PREFIX}(?:(?P<key>{_NAME}):(?= |$))?(?P<rest>.*)$")
_FULL_WIDTH_COLON = re.compile(r"""^ *(?:- +)*["']?[A-Za-z][\w.-]*["']? ?：""", re.ASCII)
_NO_BLANK = re.compile(r"^ *(?:- +)*[A-Za-z][\w-]*:(?P<next>[^ /\n])", re.ASCII)
_ODD_INDENT = re.compile(rf"^ *(?P<blank>[{_ODD_BLANK}])")
_BLOCK = re.compile(r" *[|>][-+0-9]*$")
_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")
_COMMENT = re.compile(r"(?<=\s)#")
_TAGGED = re.compile(r" +(?P<mark>(?:&|\*|!!?)[^\s&*!]\S*)")
_KEYLESS = re.compile(r"^ *[A-Za-z_]\w*(?: [^:]*)?$", re.ASCII)
_SECOND_KEY = re.compile(r"[，,] ?(?P<key>[a-z_]+): ")


@dataclass(frozen=True)
class Slip:
    """A typing mistake: the line, from 1, and the message."""

    line: int
    code: str
    values: dict[str, Value]


def always(text: str) -> Iterator[Slip]:
    """Yield mistakes that YAML would silently read as something else."""
    for number, line in _lines(text):
        if _FULL_WIDTH_COLON.match(line):
            yield Slip(number, "full-width-colon", {"line": line.strip()})
            continue
        if odd := _ODD_INDENT.match(line):
            yield Slip(number, "odd-blank", {"blank": _blank(odd["blank"]), "line": line.strip()})
            continue
        entry = _ENTRY.match(line)
        key, rest = (entry["key"], entry["rest"]) if entry else (None, line)
        if key is None and (joined := _NO_BLANK.match(line)):
            odd_blank = re.match(f"[{_ODD_BLANK}]", joined["next"])
            if odd_blank:
                values = {"blank": _blank(joined["next"]), "line": line.strip()}
                yield Slip(number, "odd-blank", values)
            else:
                yield Slip(number, "no-blank", {"line": line.strip()})
            continue
        if tagged := _TAGGED.match(rest):
            yield Slip(number, "yaml-mark", {"mark": tagged["mark"]})
        elif _COMMENT.search(_QUOTED.sub("“”", " " + rest)):
            yield Slip(number, "comment-after", {"line": line.strip()})
        elif rest.endswith('"') and not re.search(r"""^ *["'{\[]""", rest) and rest.count('"') == 1:
            yield Slip(number, "quote-not-begun", {"line": line.strip()})


def closely(text: str) -> Iterator[Slip]:
    """Yield mistakes that break the form of a file, at most one per line."""
    flow: list[tuple[str, int]] = []
    """The open brackets, each with its line."""
    for number, line in _lines(text):
        entry = _ENTRY.match(line)
        if flow and entry and entry["key"] and not _continues(line, entry["prefix"]):
            yield Slip(flow[0][1], "bracket-open", {"bracket": flow[0][0]})
            flow.clear()
        if not flow and _KEYLESS.match(line):
            yield Slip(number, "key-without-colon", {"line": line.strip()})
            continue
        rest = line if flow or entry is None else entry["rest"]
        before = list(flow)
        try:
            _walk(rest.strip(" "), number, flow)
        except _Found as found:
            yield Slip(number, found.code, found.values)
            flow[:] = before
    if flow:
        yield Slip(flow[0][1], "bracket-open", {"bracket": flow[0][0]})


class _Found(Exception):
    def __init__(self, code: str, /, **values: Value) -> None:
        super().__init__(code)
        self.code = code
        self.values: dict[str, Value] = values


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line with its number, without comments and without texts under `>-`."""
    block = -1
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip(" ")
        indent = len(line) - len(line.lstrip(" "))
        if block >= 0 and (not bare or indent > block):
            continue
        block = -1
        if not bare or bare.startswith("#"):
            continue
        entry = _ENTRY.match(line)
        if entry and _BLOCK.match(entry["rest"]):
            prefix = entry["prefix"]
            block = len(prefix) if entry["key"] else prefix.rfind("-")
        yield number, line.rstrip(" ")


def _continues(line: str, prefix: str) -> bool:
    """Whether a line continues inside a bracket, as the places in `normalisations.yml` do."""
    return "-" not in prefix and line.rstrip().endswith((",", "}", "]"))


def _walk(text: str, number: int, flow: list[tuple[str, int]]) -> None:
    """Go through a value; raises `_Found` at the first mistake."""
    if not flow and text[:1] not in ("{", "[", '"', "'"):
        _plain(text)
        return
    at, keyed, words = 0, False, ""
    while at < len(text):
        sign = text[at]
        if sign in "\"'" and not words.strip():
            quoted = _QUOTED.match(text, at)
            if quoted is None:
                raise _Found("quote-open", words=text[at:], mark=sign)
            at = quoted.end()
            after = text[at:].lstrip(" ")
            if after and after[0] not in (",}]:" if flow else "#"):
                raise _Found("quote-inside", words=quoted[0], after=after, mark=sign)
            words = "“”"
            continue
        if not flow and sign not in "{[":
            raise _Found("after-bracket", words=text[at:])
        if sign in "{[" and not words.strip():
            flow.append((sign, number))
            keyed, words = False, ""
        elif sign in "}]":
            if flow[-1][0] != {"}": "{", "]": "["}[sign]:
                raise _Found("bracket-other", bracket=sign, open=flow[-1][0])
            _end_of_entry(flow[-1][0], words, keyed)
            flow.pop()
            words, keyed = "“”", True
        elif sign == ",":
            _end_of_entry(flow[-1][0], words, keyed)
            keyed, words = False, ""
        elif sign == ":" and text[at + 1 : at + 2] in ("", " ", ",", "}", "]"):
            if keyed or flow[-1][0] == "[":
                raise _colon(text, words, at)
            keyed, words = True, ""
        else:
            words += sign
        at += 1


def _end_of_entry(bracket: str, words: str, keyed: bool) -> None:
    """Check that each entry in {} has a key; one without belongs to the text before the comma."""
    if bracket != "{" or keyed or not words.strip():
        return
    if re.match(r"\s*[A-Za-z_][\w-]*：", words, re.ASCII):
        raise _Found("full-width-colon", line=words.strip())
    raise _Found("comma-in-braces", words=words.strip())


def _colon(text: str, words: str, at: int) -> _Found:
    if second := _SECOND_KEY.search(words + ": "):
        return _Found("full-width-comma", key=second["key"])
    return _Found("colon-in-text", words=(words + text[at : at + 10]).strip())


def _plain(text: str) -> None:
    """Check that a value without quotation marks has no colon followed by a blank."""
    if text[:2] in ("? ", ": "):
        return  # a special key, which the reader reports
    if ": " in text or text.endswith(":"):
        raise _Found("colon-in-text", words=text)
    if text[:1] in ("@", "`", "%", "|", ">") and not _BLOCK.match(" " + text):
        raise _Found("sign-first", sign=text[0])


def _blank(character: str) -> str:
    return "Tab" if character == "\t" else f"U+{ord(character):04X}"
