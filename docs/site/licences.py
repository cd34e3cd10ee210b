"""What is shipped from outside, and its licences, from the metadata of the packages themselves."""

import csv
import json
import re
import sysconfig
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import Distribution, distribution
from pathlib import Path, PurePosixPath

from docs.site.inside import NOTICES, listed, notice, theme_version

NODE = Path(__file__).parents[2] / "node_modules"
_LICENCE_FILE = re.compile(r"(^|/)(licen[cs]e|copying|notice)[^/]*$", re.I)
_OTHER_ICONS = re.compile(r"/\.icons/simple/")
"""The theme brings four sets of icons; its pages and its style show those of three."""


@dataclass(frozen=True)
class Component:
    """One package of which the site ships something."""

    name: str
    version: str
    licence: str
    use: str
    """The key of the words that say what it is used for."""
    texts: tuple[str, ...]
    within: str = ""
    """The component in whose files it comes."""
    changed: str = ""
    """The key of the words that say what of it is shipped otherwise than it came."""

    @property
    def id(self) -> str:
        """The anchor of the licence text."""
        return re.sub(r"[^a-z0-9]+", "-", self.name.lower()).strip("-")


def shipped(*, wizard: bool) -> list[Component]:
    """Return every component of the site; the wizard's own only where it is shipped."""
    found = [
        _python("mkdocs-material", "use_theme"),
        _python("mkdocs", "use_generator"),
        _node("minisearch", "use_search"),
        _python("opencc-python-reimplemented", "use_simplified"),
        _python("pypinyin", "use_pinyin"),
        *_inside("theme", theme_version(), "use_theme"),
    ]
    if wizard:
        pyodide = _node("pyodide", "use_runtime")
        found += [
            # its package holds no text of its licence
            replace(pyodide, changed="changed_runtime", texts=(_text("MPL-2.0"),)),
            _cpython(),
            *_inside("runtime", f"{pyodide.name} {pyodide.version}", "use_runtime"),
            _python("jinja2", "use_templates"),
            _python("markupsafe", "use_templates"),
            _node("idiomorph", "use_swap"),
            _python("xlsxwriter", "use_workbook"),
        ]
    return found


def _inside(kind: str, within: str, use: str) -> list[Component]:
    """Return what is inside a file that comes ready-made."""
    return [
        Component(
            name=entry["name"],
            version=entry.get("version", ""),
            licence=entry["licence"],
            use=use,
            texts=(notice(entry),),
            within=within,
        )
        for entry in listed()[kind]
    ]


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
    # the record itself: `package.files` looks at each of the theme's ten thousand icons
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
    meta = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    texts = [
        path.read_text(encoding="utf-8").strip()
        for path in sorted(folder.iterdir())
        if path.is_file() and _LICENCE_FILE.search(path.name)
    ]
    return Component(meta["name"], meta["version"], str(meta["license"]), use, tuple(texts))


@cache
def _cpython() -> Component:
    """CPython's standard library runs inside Pyodide; its text is the interpreter's own."""
    places = [
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sysconfig.get_path("stdlib")).parents[1] / "LICENSE.txt",
    ]
    texts = [path.read_text(encoding="utf-8").strip() for path in places if path.is_file()]
    version = sysconfig.get_python_version()
    return Component("CPython", version, "Python-2.0", "use_runtime", tuple(texts[:1]))
