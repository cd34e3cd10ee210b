"""The ways to damage a file: mistakes of typing, of pasting, of a program, of a disk.

Each takes the text of a file and a random generator, and returns other bytes.
"""

import re
from collections.abc import Callable
from random import Random

Way = Callable[[str, Random], bytes]

_SIGNS = (
    "\"'{}[],:#&*!|>%@`-?\\~<=…，。：；“”（）\t \u00a0\u3000\u200b\ufeff\x00\x07\x85\u2028０９Ａé"
)
_VALUES = (
    "", "0", "-1", "77", "9" * 5000, "1e999", ".nan", "true", "null", "~", "yes", "2022-02-30",
    "2022年12月31日", "20220101", "[]", "{}", "[[[]]]", "{a: b}", "[" * 3000, "{a: " * 3000,
    "*x", "&x y", "!!int x", "!!binary x", "!!set {x}", "!x y", "|", ">-", '"', "'", "# x",
    "a: b", "a, b", "- a", "? a", "最高", "3000万元", "最高3000万元", "１００万元", "100 万元",
    "1,000元", "100%", "0.5", "A99", "06-nothing", "x" * 100_000, "\\", "''", '""', "《》", "😀",
)  # fmt: skip


def _places(text: str, chance: Random) -> int:
    return chance.randrange(len(text) + 1)


def _line(text: str, chance: Random) -> tuple[list[str], int]:
    lines = text.split("\n")
    return lines, chance.randrange(len(lines))


def drop_a_sign(text: str, chance: Random) -> bytes:
    at = chance.choice([m.start() for m in re.finditer(r"[\"'{}\[\],:#-]", text)] or [0])
    return (text[:at] + text[at + 1 :]).encode()


def put_in_a_sign(text: str, chance: Random) -> bytes:
    at = _places(text, chance)
    return (text[:at] + chance.choice(_SIGNS) + text[at:]).encode()


def change_a_sign(text: str, chance: Random) -> bytes:
    at = _places(text, chance)
    return (text[:at] + chance.choice(_SIGNS) + text[at + 1 :]).encode()


def widen_punctuation(text: str, chance: Random) -> bytes:
    marks = {
        ":": "：",
        ",": "，",
        '"': "”",
        "{": "｛",
        "[": "【",
        "-": "—",
        " ": "\u3000",
        "#": "＃",
    }
    at = chance.choice([m.start() for m in re.finditer(r"[:,\"{\[# -]", text)] or [0])
    return (text[:at] + marks.get(text[at : at + 1], "：") + text[at + 1 :]).encode()


def drop_a_line(text: str, chance: Random) -> bytes:
    lines, at = _line(text, chance)
    return "\n".join(lines[:at] + lines[at + 1 :]).encode()


def repeat_a_line(text: str, chance: Random) -> bytes:
    lines, at = _line(text, chance)
    return "\n".join([*lines[: at + 1], *lines[at:]]).encode()


def swap_lines(text: str, chance: Random) -> bytes:
    lines, at = _line(text, chance)
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]
    return "\n".join(lines).encode()


def move_a_block(text: str, chance: Random) -> bytes:
    lines, at = _line(text, chance)
    end = at + chance.randrange(1, 12)
    block, rest = lines[at:end], lines[:at] + lines[end:]
    to = chance.randrange(len(rest) + 1)
    return "\n".join(rest[:to] + block + rest[to:]).encode()


def set_in_otherwise(text: str, chance: Random) -> bytes:
    lines, at = _line(text, chance)
    for place in range(at, min(len(lines), at + chance.randrange(1, 5))):
        lines[place] = chance.choice(["  ", " ", "\t", "\u3000", "    "]) + lines[place]
    return "\n".join(lines).encode()


def set_out_otherwise(text: str, chance: Random) -> bytes:
    lines, at = _line(text, chance)
    lines[at] = lines[at].removeprefix(chance.choice([" ", "  ", "    "]))
    return "\n".join(lines).encode()


def another_value(text: str, chance: Random) -> bytes:
    spots = [
        *re.finditer(r"(?m)(?<=: )[^\n{\[|>]+$|(?<=: )[^,{}\n]+(?=[,}])|(?<=- )[^\n:]+$", text)
    ]
    if not spots:
        return text.encode()
    spot = chance.choice(spots)
    return (text[: spot.start()] + chance.choice(_VALUES) + text[spot.end() :]).encode()


def another_key(text: str, chance: Random) -> bytes:
    keys = [*re.finditer(r"[a-z_]+(?=: )", text)]
    if not keys:
        return text.encode()
    key, other = chance.choice(keys), chance.choice(keys)[0]
    name = chance.choice([other, "~", "1", "1.5", "true", "2020-01-01", "[a]", "{a: b}", "键", ""])
    return (text[: key.start()] + name + text[key.end() :]).encode()


def drop_an_entry(text: str, chance: Random) -> bytes:
    lines = text.split("\n")
    starts = [n for n, line in enumerate(lines) if line.lstrip().startswith("- ")]
    if not starts:
        return text.encode()
    at = chance.choice(starts)
    indent = len(lines[at]) - len(lines[at].lstrip())
    end = at + 1
    while end < len(lines) and len(lines[end]) - len(lines[end].lstrip()) > indent:
        end += 1
    return "\n".join(lines[:at] + lines[end:]).encode()


def cut_off(text: str, chance: Random) -> bytes:
    content = text.encode()
    return content[: chance.randrange(len(content) + 1)]


def cut_out(text: str, chance: Random) -> bytes:
    at = _places(text, chance)
    return (text[:at] + text[at + chance.randrange(400) :]).encode()


def paste_twice(text: str, chance: Random) -> bytes:
    at = _places(text, chance)
    return (text[:at] + text[at : at + chance.randrange(400)] + text[at:]).encode()


def other_bytes(text: str, chance: Random) -> bytes:
    content = bytearray(text.encode())
    for _ in range(chance.randrange(1, 4)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    return bytes(content)


def another_encoding(text: str, chance: Random) -> bytes:
    return text.encode(
        chance.choice(["gb18030", "utf-16", "utf-8-sig", "utf-32", "big5"]), "ignore"
    )


def merge_marks(text: str, chance: Random) -> bytes:
    lines, at = _line(text, chance)
    mine = lines[at : at + 2]
    return "\n".join(
        [*lines[:at], "<<<<<<< HEAD", *mine, "=======", *mine, ">>>>>>> other", *lines[at + 2 :]]
    ).encode()


def windows_ends(text: str, chance: Random) -> bytes:
    return text.replace("\n", chance.choice(["\r\n", "\r", "\n\n"])).encode()


WAYS: dict[str, Way] = {
    way.__name__: way
    for way in (
        drop_a_sign, put_in_a_sign, change_a_sign, widen_punctuation, drop_a_line, repeat_a_line,
        swap_lines, move_a_block, set_in_otherwise, set_out_otherwise, another_value, another_key,
        drop_an_entry, cut_off, cut_out, paste_twice, other_bytes, another_encoding, merge_marks,
        windows_ends,
    )
}  # fmt: skip
