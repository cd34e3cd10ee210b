"""Takes a WebAssembly module apart as far as `splitting.py` has to know it, and writes the parts.

Only the form in which Pyodide is built is known here. Sections and kinds have the numbers that the
specification gives them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

HEAD = b"\0asm\1\0\0\0"
FUNCTION_TYPE = b"\x60"


class NotKnown(ValueError):
    """Bytes that are no WebAssembly module, or one of a form not known here."""


class Section(IntEnum):
    """The sections that are read."""

    TYPE, IMPORT, FUNCTION, TABLE = 1, 2, 3, 4
    GLOBAL, EXPORT, START, ELEMENT, CODE = 6, 7, 8, 9, 10


class Kind(IntEnum):
    """What is imported and exported."""

    FUNCTION, TABLE, MEMORY, GLOBAL, TAG = range(5)


@dataclass(frozen=True)
class Export:
    """An export; `number` counts what is imported of its kind before what the module has itself."""

    name: str
    kind: int
    number: int

    def __bytes__(self) -> bytes:
        return text(self.name) + bytes([self.kind]) + leb(self.number)


@dataclass(frozen=True)
class Module:
    """A module; its functions, tables and globals are those of its own, not the imported ones."""

    sections: list[tuple[int, bytes]]
    """Each section's number and content, in their order."""
    types: list[bytes]
    imports: list[tuple[int, bytes]]
    """The kind of each, and all of it."""
    functions: list[int]
    """The number of the type of each."""
    tables: list[bytes]
    variables: list[bytes]
    """Globals: the type, whether it changes, and what it begins as."""
    exports: list[Export]
    bodies: list[bytes]
    """The body of each function, without its size."""
    pointed_at: set[int]
    """The functions in its own table."""
    started: set[int]
    """The function that is called when it is instantiated, if there is one."""

    def imported(self, kind: Kind) -> int:
        """Return how many of a kind it imports; its own are numbered from there."""
        return sum(other == kind for other, _ in self.imports)


def take_apart(whole: bytes) -> Module:
    """Return what a module consists of; raises `NotKnown`."""
    try:
        return _taken_apart(list(_sections(whole)))
    except NotKnown:
        raise
    except (IndexError, ValueError) as fault:
        raise NotKnown(f"the module is of another form than Pyodide’s ({fault})") from None


def number(content: bytes, at: int) -> tuple[int, int]:
    """Read an unsigned LEB128 number; return it and where the next thing stands."""
    found = shift = 0
    while True:
        if at >= len(content):
            raise NotKnown("the module is cut off")
        found |= (content[at] & 127) << shift
        at, shift = at + 1, shift + 7
        if content[at - 1] < 128:
            return found, at


def leb(value: int) -> bytes:
    """Write an unsigned number."""
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def constant(value: int) -> bytes:
    """Write the instruction that gives a number; it is not negative, but one could be."""
    out = bytearray(b"\x41")
    while value > 63:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def section(kind: Section | int, content: bytes) -> bytes:
    """Write a section."""
    return bytes([kind]) + sized(content)


def vector(items: Iterable[bytes]) -> bytes:
    """Write how many there are, then each."""
    listed = list(items)
    return leb(len(listed)) + b"".join(listed)


def sized(content: bytes) -> bytes:
    """Write how many bytes there are, then the bytes."""
    return leb(len(content)) + content


def text(name: str) -> bytes:
    """Write a name."""
    return sized(name.encode())


def _taken_apart(listed: list[tuple[int, bytes]]) -> Module:
    contents = dict(listed)
    if lacking := set(Section) - {Section.START} - contents.keys():
        raise NotKnown(f"the module lacks section {min(lacking).name}")
    module = Module(
        listed,
        _items(contents[Section.TYPE], _after_type),
        _imports(contents[Section.IMPORT]),
        [number(item, 0)[0] for item in _items(contents[Section.FUNCTION], _after_number)],
        _items(contents[Section.TABLE], _after_table),
        _items(contents[Section.GLOBAL], _after_global),
        _exports(contents[Section.EXPORT]),
        [body[number(body, 0)[1] :] for body in _items(contents[Section.CODE], _after_sized)],
        _pointed_at(contents[Section.ELEMENT]),
        {number(content, 0)[0] for kind, content in listed if kind == Section.START},
    )
    if len(module.bodies) != len(module.functions):
        raise NotKnown("the module does not have one body for each function")
    if max(module.functions, default=-1) >= len(module.types):
        raise NotKnown("a function has no type")
    return module


def _sections(module: bytes) -> Iterator[tuple[int, bytes]]:
    """Give the number and the content of each section."""
    if not module.startswith(HEAD):
        raise NotKnown("this is no WebAssembly module")
    at = len(HEAD)
    while at < len(module):
        end = _after_sized(module, at + 1)
        yield module[at], module[number(module, at + 1)[1] : end]
        at = end


def _pointed_at(content: bytes) -> set[int]:
    found = set()
    segments, at = number(content, 0)
    for _ in range(segments):
        if content[at] != 0:
            raise NotKnown("functions are put into a table in a way not known here")
        count, at = number(content, content.index(b"\x0b", at) + 1)
        for _ in range(count):
            function, at = number(content, at)
            found.add(function)
    return found


def _items(content: bytes, after: Callable[[bytes, int], int]) -> list[bytes]:
    """Return the bytes of each item of a section; `after` tells where one ends."""
    count, at = number(content, 0)
    found = []
    for _ in range(count):
        end = after(content, at)
        found.append(content[at:end])
        at = end
    if at != len(content):
        raise NotKnown("a section does not hold what it counts")
    return found


def _imports(content: bytes) -> list[tuple[int, bytes]]:
    def kind_at(content: bytes, at: int) -> int:
        return _after_sized(content, _after_sized(content, at))

    def after(content: bytes, at: int) -> int:
        place = kind_at(content, at)
        return _AFTER[Kind(content[place])](content, place + 1)

    return [(item[kind_at(item, 0)], item) for item in _items(content, after)]


def _exports(content: bytes) -> list[Export]:
    def after(content: bytes, at: int) -> int:
        return _after_number(content, _after_sized(content, at) + 1)

    found = []
    for item in _items(content, after):
        size, at = number(item, 0)
        end = at + size
        found.append(Export(item[at:end].decode(), item[end], number(item, end + 1)[0]))
    return found


def _after_number(content: bytes, at: int) -> int:
    return number(content, at)[1]


def _after_sized(content: bytes, at: int) -> int:
    size, start = number(content, at)
    if start + size > len(content):
        raise NotKnown("the module is cut off")
    return start + size


def _after_type(content: bytes, at: int) -> int:
    if content[at : at + 1] != FUNCTION_TYPE:
        raise NotKnown("a type is not that of a function")
    return _after_sized(content, _after_sized(content, at + 1))


def _after_limits(content: bytes, at: int) -> int:
    """Return where one limit ends, or two."""
    end = _after_number(content, at + 1)
    return _after_number(content, end) if content[at] % 2 else end


def _after_table(content: bytes, at: int) -> int:
    return _after_limits(content, at + 1)


def _after_global(content: bytes, at: int) -> int:
    if content[at + 2 : at + 3] != constant(0)[:1]:
        raise NotKnown("a global does not begin as a number")
    return _after_number(content, at + 3) + 1


def _after_global_type(content: bytes, at: int) -> int:
    return at + 2


def _after_tag(content: bytes, at: int) -> int:
    return _after_number(content, at + 1)


_AFTER = {
    Kind.FUNCTION: _after_number,
    Kind.TABLE: _after_table,
    Kind.MEMORY: _after_limits,
    Kind.GLOBAL: _after_global_type,
    Kind.TAG: _after_tag,
}
