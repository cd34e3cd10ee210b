"""Parts a WebAssembly module: what a program calls, and the rest, to be loaded after it.

`split` leaves every function in its place, but the body of one that is not called is only
`unreachable`; an export that nobody names is left out. The rest is a module too, of one custom
section, so that every host compresses it: the whole export section, then the bodies in their order.
`join` puts both together again, to the byte; `page/splicing.js` does the same in the browser.
"""

from collections.abc import Callable, Iterator

HEAD = b"\0asm\1\0\0\0"
STUB = b"\3\0\0\x0b"
"""A body of three bytes: no local variables, `unreachable`, `end`."""
_CUSTOM, _IMPORT, _EXPORT, _CODE = 0, 2, 7, 10
_NAME = b"\4rest"


class NotWhole(ValueError):
    """Bytes that are no WebAssembly module as the build tools write it, or a part of one."""


def split(whole: bytes, called: Callable[[int], bool], named: Callable[[str], bool]) -> list[bytes]:
    """Return the module as it is needed at first, and the rest.

    `called` tells by its index whether a function is called, `named` by its name whether an export
    is used. Raises `NotWhole`.
    """
    first, exports, bodies = [HEAD], b"", []
    number = 0
    for kind, content in _sections(whole):
        if kind == _IMPORT:
            number = _imported_functions(content)
        elif kind == _EXPORT:
            exports, content = content, _exports(content, named)
        elif kind == _CODE:
            count, functions = _functions(content)
            kept = []
            for index, body in enumerate(functions, number):
                warm = called(index) and body != STUB
                kept.append(body if warm else STUB)
                bodies += [] if warm else [body]
            content = _leb(count) + b"".join(kept)
        first.append(_section(kind, content))
    rest = _NAME + _leb(len(exports)) + exports + b"".join(bodies)
    parts = [b"".join(first), HEAD + _section(_CUSTOM, rest)]
    if join(*parts) != whole:
        raise NotWhole("the module does not come together again from its parts")
    return parts


def join(first: bytes, rest: bytes) -> bytes:
    """Return the whole module; raises `NotWhole` where the two do not belong together."""
    kind, content = next(_sections(rest), (_CODE, b""))
    if kind != _CUSTOM or not content.startswith(_NAME):
        raise NotWhole("this is no rest of a module")
    size, at = _number(content, len(_NAME))
    exports, bodies = content[at : at + size], _bodies(content, at + size)
    whole = [HEAD]
    for kind, part in _sections(first):
        if kind == _EXPORT:
            part = exports
        elif kind == _CODE:
            count, functions = _functions(part)
            part = _leb(count) + b"".join(_put_back(functions, bodies))
        whole.append(_section(kind, part))
    if next(bodies, None) is not None:
        raise NotWhole("the rest has more functions than the module lacks")
    return b"".join(whole)


def _put_back(functions: Iterator[bytes], bodies: Iterator[bytes]) -> Iterator[bytes]:
    for body in functions:
        found = next(bodies, None) if body == STUB else body
        if found is None:
            raise NotWhole("the module lacks more functions than the rest has")
        yield found


def _sections(module: bytes) -> Iterator[tuple[int, bytes]]:
    """Give the kind and the content of each section."""
    if not module.startswith(HEAD):
        raise NotWhole("this is no WebAssembly module")
    at = len(HEAD)
    while at < len(module):
        size, start = _number(module, at + 1)
        if start + size > len(module):
            raise NotWhole("the module is cut off")
        yield module[at], module[start : start + size]
        at = start + size


def _section(kind: int, content: bytes) -> bytes:
    return bytes([kind]) + _leb(len(content)) + content


def _functions(code: bytes) -> tuple[int, Iterator[bytes]]:
    """Return the number of functions, and the body of each with its size before it."""
    count, at = _number(code, 0)
    return count, _bodies(code, at)


def _bodies(code: bytes, at: int) -> Iterator[bytes]:
    while at < len(code):
        size, start = _number(code, at)
        if start + size > len(code):
            raise NotWhole("a function is cut off")
        yield code[at : start + size]
        at = start + size


def _exports(content: bytes, named: Callable[[str], bool]) -> bytes:
    count, at = _number(content, 0)
    kept = []
    for _ in range(count):
        name, end = _name(content, at)
        _, end = _number(content, end + 1)
        if named(name):
            kept.append(content[at:end])
        at = end
    return _leb(len(kept)) + b"".join(kept)


def _imported_functions(content: bytes) -> int:
    count, at = _number(content, 0)
    functions = 0
    for _ in range(count):
        _, at = _name(content, at)
        _, at = _name(content, at)
        kind, at = content[at], at + 1
        functions += kind == 0
        if kind == 0:  # a function: its type
            _, at = _number(content, at)
        elif kind == 3:  # a global: its type, and whether it changes
            at += 2
        elif kind == 4:  # an exception: a byte, and its type
            _, at = _number(content, at + 1)
        else:  # a table, after the type of its entries, or a memory: one limit or two
            at += kind == 1
            limits, at = 1 + content[at] % 2, at + 1
            for _ in range(limits):
                _, at = _number(content, at)
    return functions


def _name(content: bytes, at: int) -> tuple[str, int]:
    size, at = _number(content, at)
    return content[at : at + size].decode(), at + size


def _number(content: bytes, at: int) -> tuple[int, int]:
    """Read an unsigned LEB128 number; return it and where the next thing stands."""
    number = shift = 0
    while True:
        if at >= len(content):
            raise NotWhole("the module is cut off")
        number |= (content[at] & 127) << shift
        at, shift = at + 1, shift + 7
        if content[at - 1] < 128:
            return number, at


def _leb(number: int) -> bytes:
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes([*out, number])
