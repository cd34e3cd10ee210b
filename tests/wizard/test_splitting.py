"""The browser's Python in two parts: whichever function is in which, both together do the same."""

import json
import random
from base64 import b64encode
from itertools import chain, combinations
from pathlib import Path

import pytest

from wizard.packing.runtime import CannotPack, Runtime, find_runtime, node
from wizard.packing.runtime_files import (
    CALLED,
    LOADER,
    MODULE,
    REST,
    SCRIPT,
    lean_script,
    parted,
    read_called,
    write_called,
)
from wizard.packing.splitting import split
from wizard.packing.webassembly import (
    HEAD,
    Kind,
    NotKnown,
    Section,
    section,
    sized,
    take_apart,
    text,
    vector,
)

ORIGINAL = (find_runtime().folder / MODULE).read_bytes()
TRY = Path(__file__).with_name("parted.mjs")


def code(*bodies: str) -> bytes:
    """Write functions without local variables, the instructions in hexadecimal digits."""
    return vector(sized(b"\0" + bytes.fromhex(body) + b"\x0b") for body in bodies)


def octets(*items: str) -> bytes:
    return vector(bytes.fromhex(item) for item in items)


FIBONACCI = "20 00 41 02 48 04 7f 20 00 05 20 00 41 01 6b 10 {0} 20 00 41 02 6b 10 {0} 6a 0b"
SMALL = HEAD + b"".join([
    section(Section.TYPE, octets("60 00 01 7f", "60 01 7f 01 7f", "60 02 7f 7f 01 7f")),
    section(Section.IMPORT, vector([
        text("e") + text("twice") + b"\0\1",
        text("e") + text("table") + b"\1\x70\0\1",
        text("e") + text("start") + b"\3\x7f\0",
    ])),
    section(Section.FUNCTION, bytes.fromhex("07 00 02 01 01 01 01 01")),
    section(Section.TABLE, octets("6f 00 01")),
    section(Section.GLOBAL, octets("7f 01 41 05 0b", "7f 01 41 cd 00 0b")),
    section(Section.EXPORT, vector([
        text("count") + b"\0\1", text("sum") + b"\0\2", text("fibonacci") + b"\0\4",
        text("pointed") + b"\0\7", text("address") + b"\3\2", text("unused") + b"\0\3",
    ])),
    section(Section.ELEMENT, bytes.fromhex("01 00 41 00 0b 01 06")),
    section(Section.CODE, code(
        "23 01 41 01 6a 24 01 23 01",  # 1: count up a global
        "20 00 10 03 20 01 10 00 6a",  # 2: up(first) + twice(second)
        "10 01 20 00 6a 23 02 6a",  # 3: count, the number given and the address, added up
        FIBONACCI.format("05"),  # 4 and 5 call one another
        FIBONACCI.format("04"),
        "20 00 23 00 6a",  # 6: only the table of the host points at it
        "20 00 41 00 11 01 00",  # 7: calls what the table points at
    )),
])  # fmt: skip
FUNCTIONS = range(1, 8)
EVERY_CHOICE = [
    set(chosen)
    for chosen in chain.from_iterable(combinations(FUNCTIONS, size) for size in range(8))
]


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    """What is sent, by its name."""
    return parted(find_runtime(), read_called(CALLED.read_text("utf-8"), ORIGINAL))


def tried(modules: list[tuple[bytes, bytes]]) -> list[dict[str, object]]:
    """Return for each pair what its functions answered, and how often the rest was fetched."""
    coded = [[b64encode(part).decode() for part in pair] for pair in modules]
    answers: list[dict[str, object]] = json.loads(node(str(TRY), text=lambda: json.dumps(coded)))
    return answers


def test_whichever_function_is_in_which_part_all_answer_the_same() -> None:
    named = {"count", "sum", "fibonacci", "pointed", "address"}.__contains__
    answers = tried([split(SMALL, choice, named) for choice in EVERY_CHOICE])
    for choice, answer in zip(EVERY_CHOICE, answers, strict=True):
        assert answer["exports"] == ["count", "sum", "fibonacci", "pointed", "address"], choice
        assert answer["answers"] == [6, 7 + 1 + 77 + 40, 55, 1003, 8, 77], choice
        assert answer["fetched"] == (0 if choice == {*FUNCTIONS} else 1), choice


def test_no_body_of_the_original_is_changed(parts: dict[str, bytes]) -> None:
    whole = take_apart(ORIGINAL)
    called = read_called(CALLED.read_text("utf-8"), ORIGINAL)
    bodies = list(enumerate(whole.bodies, whole.imported(Kind.FUNCTION)))
    assert len(bodies) == 13_091
    for number, body in random.Random(0).sample(bodies, 100):
        assert sized(body) in parts[MODULE if number in called else REST], number


def test_what_is_no_module_or_another_one_is_refused() -> None:
    chance = random.Random(0)
    for whole in (SMALL, ORIGINAL):
        ends = {0, 5, 9, len(whole) - 1, *(chance.randrange(len(whole)) for _ in range(20))}
        for end in ends:
            with pytest.raises(NotKnown):
                split(whole[:end], set(), lambda name: True)
    for _ in range(300):
        broken = bytearray(SMALL)
        broken[chance.randrange(len(SMALL))] = chance.randrange(256)
        try:
            split(bytes(broken), {2, 4}, lambda name: True)
        except NotKnown as refused:
            assert str(refused)


def test_another_pyodide_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CannotPack, match=r"made for another pyodide\.asm\.wasm: run make called"):
        read_called(CALLED.read_text("utf-8"), SMALL)
    for name, content in {SCRIPT: b"", LOADER: b"", MODULE: SMALL[:30]}.items():
        (tmp_path / name).write_bytes(content)
    with pytest.raises(CannotPack, match=r"this Pyodide cannot be parted: the module"):
        parted(Runtime(tmp_path), set())


def test_a_list_is_read_as_it_is_written() -> None:
    text = CALLED.read_text("utf-8")
    called = read_called(text, ORIGINAL)
    assert write_called(called, ORIGINAL) == text
    assert 1000 < len(called) < 6000
    for numbers in (set(), {0}, {1, 2, 3, 7, 9, 10}, set(range(0, 3000, 3))):
        assert read_called(write_called(numbers, b""), b"") == numbers


def test_the_script_loses_only_what_it_never_names(parts: dict[str, bytes]) -> None:
    used = 'var _a=Module["_a"]=wasmExports["a"];'
    by_name = 'var _b=Module["_b"]=wasmExports["b"];'
    by_loader = 'var _c=Module["_c"]=12e3;'
    unused = 'var _d=Module["_d"]=wasmExports["d"];var _e=Module["_e"]=17;'
    script = f'{used}{by_name}{by_loader}{unused}_a();call("b")'
    assert lean_script(script, "m._c") == f'{used}{by_name}{by_loader}_a();call("b")'
    assert b"_Py_Version" in parts[SCRIPT]  # the loader asks for it
