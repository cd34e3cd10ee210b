"""The packages bundled in the theme's files and in the runtime, with their licences."""

import json
import re
import tomllib
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

NOTICES = Path(__file__).parent / "notices"
THEME = Path(str(distribution("mkdocs-material").locate_file("material/templates/assets")))

_SHIPPED_MAPS = ("javascripts/bundle.*.map", "stylesheets/*.map")
"""The theme's search worker, which ours replaces, is not shipped."""

_PACKAGE = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")
_MODULE = re.compile(rb"PyInit_(\w+)")


@cache
def listed() -> dict[str, Any]:
    """Return the entries of `notices/inside.toml`."""
    with (NOTICES / "inside.toml").open("rb") as file:
        return tomllib.load(file)


def notice(entry: dict[str, Any]) -> str:
    """Return the copyright and the licence text of an entry."""
    texts = [(NOTICES / f"{name}.txt").read_text(encoding="utf-8") for name in entry["texts"]]
    return "\n\n".join(part.strip() for part in [entry["copyright"], *texts] if part)


def theme_version() -> str:
    """Return the name and version of the theme, as shown in the list of licences."""
    return f"mkdocs-material {distribution('mkdocs-material').version}"


def packages_in_theme(folder: Path = THEME) -> set[str]:
    """Return the npm packages that are bundled in the theme's script and style."""
    maps = [path for pattern in _SHIPPED_MAPS for path in folder.glob(pattern)]
    sources = [
        source
        for path in maps
        for source in json.loads(path.read_text(encoding="utf-8"))["sources"]
    ]
    return {found[1] for source in sources if (found := _PACKAGE.search(source))}


def modules_in_runtime(wasm: bytes) -> set[str]:
    """Return the Python modules that are compiled into the runtime."""
    return {name.decode() for name in _MODULE.findall(wasm)}
