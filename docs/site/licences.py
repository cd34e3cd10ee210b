"""Third-party packages shipped with the site, with the licences from their metadata."""

import csv
import json
import re
import sysconfig
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import Distribution, distribution
from pathlib import Path, PurePosixPath
from typing import Any

from clauses.messages import StaffError

NOTICES = Path(__file__).parent / "notices"
NODE = Path(__file__).parents[2] / "node_modules"
_LICENCE_FILE = re.compile(r"(^|/)(licen[cs]e|copying|notice)[^/]*$", re.I)
_OTHER_ICONS = re.compile(r"/\.icons/simple/")
"""The theme contains four sets of icons; the site uses three."""


class LicenceError(StaffError):
    """A package that the site ships is not installed here; the text says which."""


@dataclass(frozen=True)
class Component:
    """A package that the site ships at least in part."""

    name: str
    version: str
    licence: str
    use: str
    """The key of the phrase that says what it is used for."""
    texts: tuple[str, ...]
    within: str = ""
    """The component in whose files it is bundled."""
    changed: str = ""
    """The key of the phrase that says what was changed in it."""

    @property
    def id(self) -> str:
        """The anchor of the licence text."""
        return re.sub(r"[^a-z0-9]+", "-", self.name.lower()).strip("-")


@cache
def listed() -> dict[str, Any]:
    """Return what is bundled in the theme's files and in the runtime: `notices/inside.toml`."""
    with (NOTICES / "inside.toml").open("rb") as file:
        return tomllib.load(file)


def shipped(*, wizard: bool) -> list[Component]:
    """Return every component of the site, with those of the wizard if it is shipped."""
    theme = _python("mkdocs-material", "use_theme")
    found = [
        theme,
        _python("mkdocs", "use_generator"),
        _node("minisearch", "use_search"),
        _python("opencc-python-reimplemented", "use_simplified"),
        _python("pypinyin", "use_pinyin"),
        *_inside("theme", theme),
    ]
    if wizard:
        pyodide = _node("pyodide", "use_runtime")
        found += [
            # its package contains no licence text
            replace(pyodide, changed="changed_runtime", texts=(_text("MPL-2.0"),)),
            _cpython(),
            *_inside("runtime", pyodide),
            _python("jinja2", "use_templates"),
            _python("markupsafe", "use_templates"),
            _node("idiomorph", "use_swap"),
            _python("xlsxwriter", "use_workbook"),
        ]
    return found


def _inside(kind: str, whole: Component) -> list[Component]:
    """Return the components bundled in a file that we ship unchanged."""
    return [
        Component(
            name=entry["name"],
            version=entry.get("version", ""),
            licence=entry["licence"],
            use=whole.use,
            texts=(_notice(entry),),
            within=f"{whole.name} {whole.version}",
        )
        for entry in listed()[kind]
    ]


def _notice(entry: dict[str, Any]) -> str:
    """Return the copyright and the licence texts of a bundled component."""
    copyright_ = [entry["copyright"].strip()] if entry["copyright"] else []
    return "\n\n".join([*copyright_, *map(_text, entry["texts"])])


def _text(licence: str) -> str:
    return (NOTICES / f"{licence}.txt").read_text(encoding="utf-8").strip()


@cache
def _python(name: str, use: str) -> Component:
    package = distribution(name)
    meta = package.metadata
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in meta.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    licence = meta.get("License-Expression") or ", ".join(classifiers) or meta.get("License") or ""
    return Component(meta["Name"], package.version, licence, use, _texts(package))


def _texts(package: Distribution) -> tuple[str, ...]:
    # reads the record, because `package.files` checks each of the theme's ten thousand icons
    record = package.read_text("RECORD") or ""
    paths = [
        PurePosixPath(name)
        for name, *_ in csv.reader(record.splitlines())
        if _LICENCE_FILE.search(name) and not _OTHER_ICONS.search(name)
    ]
    texts = (
        Path(str(package.locate_file(path))).read_text(encoding="utf-8")
        for path in sorted(paths)
        if path.suffix in ("", ".txt", ".md", ".rst")
    )
    return tuple(dict.fromkeys(text.strip() for text in texts))


@cache
def _node(name: str, use: str) -> Component:
    folder = NODE / name
    if not folder.is_dir():
        raise LicenceError("tool-missing", name=name)
    meta = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    texts = [
        path.read_text(encoding="utf-8").strip()
        for path in sorted(folder.iterdir())
        if path.is_file() and _LICENCE_FILE.search(path.name)
    ]
    return Component(meta["name"], meta["version"], str(meta["license"]), use, tuple(texts))


@cache
def _cpython() -> Component:
    """Return CPython, whose standard library runs in Pyodide; the interpreter has its licence."""
    places = [
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sysconfig.get_path("stdlib")).parent / "LICENSE.txt",  # on Windows
        Path(sysconfig.get_path("stdlib")).parents[1] / "LICENSE.txt",
    ]
    texts = [path.read_text(encoding="utf-8").strip() for path in places if path.is_file()]
    version = sysconfig.get_python_version()
    return Component("CPython", version, "Python-2.0", "use_runtime", tuple(texts[:1]))
