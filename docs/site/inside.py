"""What is inside the theme's script and style and inside the runtime, and under which licences."""

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
"""The theme's own search worker is replaced and not shipped."""

_PACKAGE = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")
_MODULE = re.compile(rb"PyInit_(\w+)")


@cache
def listed() -> dict[str, Any]:
    """Return what `notices/inside.toml` lists, as written there."""
    with (NOTICES / "inside.toml").open("rb") as file:
        return tomllib.load(file)


def notice(entry: dict[str, Any]) -> str:
    """Return the copyright and the text of the licence of one entry."""
    texts = [(NOTICES / f"{name}.txt").read_text(encoding="utf-8") for name in entry["texts"]]
    return "\n\n".join(part.strip() for part in [entry["copyright"], *texts] if part)


def theme_version() -> str:
    """Return the name and version of the theme, as readers find it in the list."""
    return f"mkdocs-material {distribution('mkdocs-material').version}"


def packages_in_theme(folder: Path = THEME) -> set[str]:
    """Return the npm packages whose sources went into the theme's script and style."""
    maps = [path for pattern in _SHIPPED_MAPS for path in folder.glob(pattern)]
    sources = [
        source
        for path in maps
        for source in json.loads(path.read_text(encoding="utf-8"))["sources"]
    ]
    return {found[1] for source in sources if (found := _PACKAGE.search(source))}


def modules_in_runtime(wasm: bytes) -> set[str]:
    """Return the modules of Python that are compiled into the runtime."""
    return {name.decode() for name in _MODULE.findall(wasm)}
