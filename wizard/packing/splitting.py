"""Parts a WebAssembly module: the functions that a program calls at first, and all others.

In either part every function keeps its number, so that no body changes. Where its body is in the
other part, a function passes the call on through a table that both share; where nothing in its part
can call it, it is only `unreachable`. The rest takes memory, tables, exceptions and the globals
that change from the first. To instantiate it is to join it: that fills the table. A call that comes
before calls the table's first entry, whose task is to join the rest (`page/functions.js`).
"""

import re
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass

from wizard.packing.webassembly import (
    FUNCTION_TYPE,
    HEAD,
    Export,
    Kind,
    Module,
    Section,
    constant,
    leb,
    number,
    section,
    sized,
    take_apart,
    text,
    vector,
)

FIRST = "first"
"""The module of which the rest imports what the first exports for it."""
SHARED = "~"
"""Begins the name of each such export: `~t0` for a table, `~g0` for a global, `~calls`."""
UNREACHABLE = b"\0\0\x0b"

_NOTHING = FUNCTION_TYPE + b"\0\0"
_NUMBER_TO_NUMBER = FUNCTION_TYPE + b"\1\x7f\1\x7f"
_MAY_BE_CALL = re.compile(rb"[\x10\x12](?=([\x80-\xff]{0,4}[\0-\x7f]))")


@dataclass(frozen=True)
class _Parting:
    """Which function is where."""

    module: Module
    first: set[int]
    """The functions with their bodies in the first part."""
    slots: dict[int, int]
    """The place in the shared table of each function that the other part may call."""

    @property
    def numbers(self) -> range:
        """The numbers of the module's own functions."""
        base = self.module.imported(Kind.FUNCTION)
        return range(base, base + len(self.module.bodies))

    @property
    def table(self) -> int:
        """The number of the shared table, after all others."""
        return self.module.imported(Kind.TABLE) + len(self.module.tables)

    @property
    def tables(self) -> dict[str, bytes]:
        """The module's tables and the shared one, by the names under which they are exported."""
        own = {f"{SHARED}t{place}": table for place, table in enumerate(self.module.tables)}
        return own | {f"{SHARED}calls": b"\x70\0" + leb(len(self.slots) + 1)}

    @property
    def changing(self) -> int:
        """How many of its globals the module changes: those before the first that it exports.

        The others hold addresses. Both parts have them as constants, so that no browser accepts a
        module of which this is not true.
        """
        imported = self.module.imported(Kind.GLOBAL)
        exported = [entry.number for entry in self.module.exports if entry.kind == Kind.GLOBAL]
        after = len(self.module.variables)
        return min((own - imported for own in exported if own >= imported), default=after)

    @property
    def constants(self) -> list[bytes]:
        """The globals that do not change."""
        rest = self.module.variables[self.changing :]
        return [variable[:1] + b"\0" + variable[2:] for variable in rest]


def split(whole: bytes, called: Set[int], named: Callable[[str], bool]) -> tuple[bytes, bytes]:
    """Return the module as it is needed at first, and the rest.

    `called` has the numbers of the functions that belong to the first part, as the one does with
    which the module starts; `named` tells by its name whether an export is used: all others are
    left out. Raises `webassembly.NotKnown`.
    """
    module = take_apart(whole)
    exports = [entry for entry in module.exports if named(entry.name)]
    bodies = dict(enumerate(module.bodies, module.imported(Kind.FUNCTION)))
    first = bodies.keys() & called | module.started
    entered = {entry.number for entry in exports if entry.kind == Kind.FUNCTION}
    entered |= module.pointed_at | _called_by(bodies[function] for function in first)
    lent = sorted((entered & bodies.keys()) - first)
    given = sorted(_called_by(bodies[function] for function in bodies.keys() - first) & first)
    slots = {function: slot for slot, function in enumerate([*lent, *given], 1)}
    parting = _Parting(module, first, slots)
    return _first(parting, exports, given), _rest(parting, lent)


def _first(parting: _Parting, exports: list[Export], given: Sequence[int]) -> bytes:
    module = parting.module
    types = list(dict.fromkeys([*module.types, _NOTHING, _NUMBER_TO_NUMBER]))
    look = b"\x10" + leb(parting.numbers.stop)  # a call of the last function
    bodies = [
        body if function in parting.first else _passed_on(parting, function, look)
        for function, body in zip(parting.numbers, module.bodies, strict=True)
    ]
    bodies.append(_looked_up(parting, types.index(_NOTHING)))
    tables, variables = module.imported(Kind.TABLE), module.imported(Kind.GLOBAL)
    for_rest = [
        *(Export(name, Kind.TABLE, own) for own, name in enumerate(parting.tables, tables)),
        *(Export(f"{SHARED}g{own}", Kind.GLOBAL, variables + own)
          for own in range(parting.changing)),
    ]  # fmt: skip
    new: dict[int, bytes] = {
        Section.TYPE: vector(types),
        Section.FUNCTION: vector(map(leb, [*module.functions, types.index(_NUMBER_TO_NUMBER)])),
        Section.TABLE: vector(parting.tables.values()),
        Section.GLOBAL: vector([*module.variables[: parting.changing], *parting.constants]),
        Section.EXPORT: vector(map(bytes, [*exports, *for_rest])),
        Section.CODE: vector(map(sized, bodies)),
    }
    parts = [HEAD]
    for kind, content in module.sections:
        if kind == Section.ELEMENT:
            segments, at = number(content, 0)
            filled = _filled(parting, given)
            content = leb(segments + len(filled)) + content[at:] + b"".join(filled)
        parts.append(section(kind, new.get(kind, content)))
    return b"".join(parts)


def _rest(parting: _Parting, lent: Sequence[int]) -> bytes:
    module = parting.module
    bodies = [
        _passed_on(parting, function) if function in parting.first else body
        for function, body in zip(parting.numbers, module.bodies, strict=True)
    ]
    from_first = [
        *(text(FIRST) + text(name) + bytes([Kind.TABLE]) + table
          for name, table in parting.tables.items()),
        *(text(FIRST) + text(f"{SHARED}g{own}") + bytes([Kind.GLOBAL]) + variable[:2]
          for own, variable in enumerate(module.variables[: parting.changing])),
    ]  # fmt: skip
    parts = {
        Section.TYPE: vector(module.types),
        Section.IMPORT: vector([*(content for _, content in module.imports), *from_first]),
        Section.FUNCTION: vector(map(leb, module.functions)),
        Section.GLOBAL: vector(parting.constants),
        Section.ELEMENT: vector(_filled(parting, lent)),
        Section.CODE: vector(map(sized, bodies)),
    }
    return HEAD + b"".join(section(kind, content) for kind, content in parts.items())


def _passed_on(parting: _Parting, function: int, look: bytes = b"") -> bytes:
    """Return a body that calls the function's entry in the shared table, after a look at it."""
    if function not in parting.slots:
        return UNREACHABLE
    kind = parting.module.functions[function - parting.numbers.start]
    count, _ = number(parting.module.types[kind], 1)
    given = b"".join(b"\x20" + leb(place) for place in range(count))  # local.get
    slot = constant(parting.slots[function])
    return b"\0" + given + slot + look + _call_entry(parting, kind) + b"\x0b"


def _looked_up(parting: _Parting, nothing: int) -> bytes:
    """Return the body of the function that sees to an entry being filled, and returns its place."""
    empty = b"\x20\0\x25" + leb(parting.table) + b"\xd1"  # local.get, table.get, ref.is_null
    join = constant(0) + _call_entry(parting, nothing)
    return b"\0" + empty + b"\x04\x40" + join + b"\x0b\x20\0\x0b"  # if … end, local.get


def _call_entry(parting: _Parting, kind: int) -> bytes:
    return b"\x11" + leb(kind) + leb(parting.table)  # call_indirect


def _called_by(bodies: Iterable[bytes]) -> set[int]:
    """Return each function that a body may call, and some that none does.

    Any byte that could be a call is taken for one: a function too many costs a few bytes.
    """
    return {number(match[1], 0)[0] for body in bodies for match in _MAY_BE_CALL.finditer(body)}


def _filled(parting: _Parting, functions: Sequence[int]) -> list[bytes]:
    """Return what fills the entries of these functions; they lie side by side."""
    if not functions:
        return []
    place = constant(parting.slots[functions[0]]) + b"\x0b"
    return [b"\2" + leb(parting.table) + place + b"\0" + vector(map(leb, functions))]
