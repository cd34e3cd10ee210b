"""Everything shipped from outside is named, with the text of its licence."""

import json
import re
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest

from docs.site import licences
from docs.site.licences import NODE, LicenceError, listed, shipped

PYODIDE = NODE / "pyodide"
THEME = Path(str(distribution("mkdocs-material").locate_file("material/templates/assets")))


def packages_in_theme(folder: Path = THEME) -> set[str]:
    """Return the npm packages that are bundled in the theme's script and style."""
    # the search worker of the theme, which ours replaces, is not shipped
    maps = [*folder.glob("javascripts/bundle.*.map"), *folder.glob("stylesheets/*.map")]
    texts = [path.read_text(encoding="utf-8") for path in maps]
    sources = "\n".join(source for text in texts for source in json.loads(text)["sources"])
    return set(re.findall(r"node_modules/((?:@[^/]+/)?[^/]+)/", sources))


def modules_in_runtime(wasm: bytes) -> set[str]:
    """Return the Python modules that are compiled into the runtime."""
    return {name.decode() for name in re.findall(rb"PyInit_(\w+)", wasm)}


@pytest.fixture(scope="module")
def wasm() -> bytes:
    return (PYODIDE / "pyodide.asm.wasm").read_bytes()


def test_every_component_has_a_version_a_licence_and_its_text() -> None:
    components = shipped(wizard=True)
    assert len({component.id for component in components}) == len(components)
    for component in components:
        assert component.id and component.licence and all(component.texts), component.name
        assert component.texts, component.name
        assert component.version or component.within, component.name


def test_the_runtime_is_named_only_where_it_is_shipped() -> None:
    without = shipped(wizard=False)
    assert "pyodide" not in [component.name for component in without]
    assert not [component.name for component in without if component.within.startswith("pyodide")]


def test_a_package_that_is_not_installed_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    licences._node.cache_clear()
    monkeypatch.setattr(licences, "NODE", tmp_path)
    with pytest.raises(LicenceError) as told:
        shipped(wizard=False)
    assert (told.value.name, told.value.values) == ("tool-missing", {"name": "minisearch"})


def test_what_the_theme_bundles_is_what_is_listed() -> None:
    assert packages_in_theme() == {entry["package"] for entry in listed()["theme"]}


def test_a_package_that_is_new_in_the_bundle_is_found(tmp_path: Path) -> None:
    (tmp_path / "javascripts").mkdir()
    sources = ["src/a.ts", "node_modules/@scope/new/x.js", "node_modules/old/y.js"]
    (tmp_path / "javascripts" / "bundle.1.map").write_text(json.dumps({"sources": sources}))
    assert packages_in_theme(tmp_path) == {"@scope/new", "old"}


def test_every_module_of_the_runtime_is_python_s_own_or_listed(wasm: bytes) -> None:
    own = set(listed()["own"]["modules"].split())
    others = {name for entry in listed()["runtime"] for name in entry.get("modules", [])}
    assert not own & others
    # these two are part of the interpreter and have no function of the usual name
    assert modules_in_runtime(wasm) == (own | others) - {"sys", "builtins"}


@pytest.mark.parametrize(
    "entry", [e for e in listed()["runtime"] if "mark" in e], ids=lambda e: e["name"]
)
def test_what_is_listed_is_in_the_runtime(wasm: bytes, entry: dict[str, Any]) -> None:
    mark = entry["mark"].encode()
    assert mark in wasm or mark in (PYODIDE / "pyodide.asm.js").read_bytes()
    assert entry.get("version", "") in entry["mark"] or entry["name"] in ("Emscripten", "libmpdec")


def test_the_version_of_emscripten_is_that_of_the_runtime() -> None:
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))
    (entry,) = [entry for entry in listed()["runtime"] if entry["name"] == "Emscripten"]
    assert lock["info"]["platform"] == "emscripten_" + entry["version"].replace(".", "_")


def test_the_loader_holds_nothing_else_from_outside() -> None:
    sources = json.loads((PYODIDE / "pyodide.mjs.map").read_text(encoding="utf-8"))["sources"]
    outside = [source for source in sources if re.search("node_modules|vendor", source)]
    assert {Path(source).parent.name for source in outside} == {"stackframe"}
