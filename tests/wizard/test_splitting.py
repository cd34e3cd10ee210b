"""The browser's Python comes in two parts, and both together are the original to the byte."""

import hashlib
import random
from pathlib import Path

import pytest

from wizard.runtime import CannotPack, find_runtime, node
from wizard.shipped import (
    CALLED,
    MODULE,
    REST,
    SCRIPT,
    lean_script,
    read_called,
    shipped,
    write_called,
)
from wizard.splitting import HEAD, STUB, NotWhole, join, split

ORIGINAL = find_runtime().folder / MODULE


def section(kind: int, content: str) -> bytes:
    """Write a section; the content in hexadecimal digits."""
    return bytes([kind, len(bytes.fromhex(content))]) + bytes.fromhex(content)


SMALL = HEAD + b"".join([
    section(1, "01 600000"),
    section(2, "01 0161 0162 0000"),
    section(3, "04 00 00 00 00"),
    section(7, "02 0178 0001 0179 0002"),
    section(10, "04 0300000b 02000b 040001010b 05000101010b"),
])  # fmt: skip
"""A module that imports one function and has four: the first is `unreachable` in the original."""


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What is sent, by its name."""
    paths = shipped(find_runtime(), tmp_path_factory.mktemp("cache"))
    return {path.name: path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def original() -> bytes:
    return ORIGINAL.read_bytes()


def test_both_parts_are_the_original_to_the_byte(parts: dict[str, bytes], original: bytes) -> None:
    assert join(parts[MODULE], parts[REST]) == original
    assert len(parts[MODULE]) < 0.7 * len(original)


def test_the_browser_puts_them_together_to_the_byte(
    parts: dict[str, bytes], original: bytes, tmp_path: Path
) -> None:
    script = tmp_path / "together.mjs"
    splicing = Path("wizard/page/splicing.js").resolve().as_uri()
    script.write_text(f"""
        import {{ readFileSync }} from "node:fs";
        import {{ createHash }} from "node:crypto";
        import {{ splice }} from "{splicing}";
        const [first, rest] = process.argv.slice(2).map((file) => readFileSync(file));
        const whole = Buffer.from(await splice(first, rest).arrayBuffer());
        console.log(createHash("sha256").update(whole).digest("hex"));
    """)
    for name in (MODULE, REST):
        (tmp_path / name).write_bytes(parts[name])
    printed = node(str(script), str(tmp_path / MODULE), str(tmp_path / REST))
    assert printed.strip() == hashlib.sha256(original).hexdigest()


@pytest.mark.parametrize("seed", range(4))
def test_any_choice_of_functions_and_exports_comes_together_again(
    seed: int, original: bytes
) -> None:
    chance = random.Random(seed)
    share = chance.random()
    first, rest = split(
        original, lambda index: chance.random() < share, lambda name: chance.random() < 0.5
    )
    assert join(first, rest) == original


@pytest.mark.parametrize("called", [set(), {1, 2, 3, 4}, {2}, {1, 4}])
def test_a_body_that_is_unreachable_in_the_original_is_not_mistaken(called: set[int]) -> None:
    first, rest = split(SMALL, called.__contains__, {"y"}.__contains__)
    assert join(first, rest) == SMALL
    assert first.count(STUB) == 4 - len(called - {1})
    assert (b"\1x\0" in first, b"\1y\0" in first) == (False, True)


def test_what_is_cut_off_is_refused(parts: dict[str, bytes], original: bytes) -> None:
    chance = random.Random(0)
    for whole in (SMALL, original):
        for end in {0, 5, 9, len(whole) - 1, *(chance.randrange(len(whole)) for _ in range(9))}:
            if whole[:end] not in _whole_sections(whole):
                with pytest.raises(NotWhole):
                    split(whole[:end], lambda index: True, lambda name: True)
    for end in (0, 5, 20, 9999, len(parts[REST]) - 1):
        with pytest.raises(NotWhole):
            join(parts[MODULE], parts[REST][:end])


def _whole_sections(module: bytes) -> set[bytes]:
    """Every beginning of a module that is a module too: it ends after a section."""
    from wizard.splitting import _section, _sections

    found, so_far = set(), HEAD
    for kind, content in _sections(module):
        found.add(so_far)
        so_far += _section(kind, content)
    return found


def test_parts_of_two_modules_are_refused(original: bytes) -> None:
    first, rest = split(SMALL, lambda index: False, lambda name: False)
    other_first, other_rest = split(SMALL, {2, 3}.__contains__, lambda name: False)
    for wrong in ((first, other_rest), (other_first, rest), (first, first), (rest, first)):
        with pytest.raises(NotWhole):
            join(*wrong)


def test_the_list_is_made_for_this_very_module(original: bytes) -> None:
    text = CALLED.read_text("utf-8")
    called = read_called(text, original)
    with pytest.raises(CannotPack, match=r"made for another pyodide\.asm\.wasm: run make called"):
        read_called(text, SMALL)
    listed = {index for index in range(20_000) if called(index)}
    assert write_called(listed, original) == text
    assert 2000 < len(listed) < 6000
    assert not called(20_000)


def test_a_list_is_read_as_it_is_written() -> None:
    for numbers in (set(), {0}, {1, 2, 3, 7, 9, 10}, set(range(0, 3000, 3))):
        called = read_called(write_called(numbers, b""), b"")
        assert {index for index in range(3005) if called(index)} == numbers


def test_the_script_loses_only_what_it_never_names(parts: dict[str, bytes]) -> None:
    used = 'var _a=Module["_a"]=wasmExports["a"];'
    by_name = 'var _b=Module["_b"]=wasmExports["b"];'
    by_loader = 'var _c=Module["_c"]=12e3;'
    unused = 'var _d=Module["_d"]=wasmExports["d"];var _e=Module["_e"]=17;'
    script = f'{used}{by_name}{by_loader}{unused}_a();call("b")'
    assert lean_script(script, "m._c") == f'{used}{by_name}{by_loader}_a();call("b")'
    assert b"_Py_Version" in parts[SCRIPT]  # the loader asks for it
