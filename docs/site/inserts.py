"""Fills the marks of hand-written pages: computed examples, snippets and files for programs.

A mark is a name in double angle brackets, `<<assess.py>>`. On a separate line it may become a
block of code or a list; within a sentence it becomes a word. An unknown mark stops the build.
"""

import json
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.utils import get_relative_url

from clauses.messages import StaffError
from docs.site.language import Language
from docs.site.programs import DIFFERENCE, SCHEMAS, Programs, document_of, schema_of
from docs.site.words import MARK, words
from eligibility.application import LONGEST_FILE, LONGEST_TEXT, MOST_CLAIMS, MOST_PAID
from eligibility.codes import STATUSES
from results.naming_the_text import text_name
from results.words import catalogue
from wizard.packing.runtime import VERSION

SNIPPETS = Path(__file__).with_name("snippets")
_WIDTH = 80
_LANGUAGES = {".py": "python", ".html": "html", ".sh": "shell", ".json": "json", ".txt": "python"}


class MarkError(StaffError):
    """A page or a snippet has a mark that nothing fills."""


class Inserts:
    """What the marks of one page become."""

    def __init__(self, programs: Programs, language: Language, url: str) -> None:
        self._programs = programs
        self._language = language
        self._words = words(language)
        self._here = language.folder + url
        self._names = {
            "plain": programs.plain,
            "compiled": programs.compiled,
            "policy": programs.policy,
            "edition-schema": programs.edition_schema,
            "pyodide": VERSION,
            "language": language.code,
            "tag": language.tag,
            "title": self._words["compute_title"],
            "most-claims": self._number(MOST_CLAIMS),
            "most-paid": self._number(MOST_PAID),
            "longest-text": self._number(LONGEST_TEXT),
            "longest-file": self._number(LONGEST_FILE),
        }
        self._blocks: dict[str, Callable[[], str]] = {
            "application": lambda: self._file("contract/application.json"),
            "assessment": self._assessment,
            "step": self._step,
            "statuses": self._statuses,
            "schemas": self._schemas,
            "downloads": self._downloads,
        }

    def fill(self, markdown: str) -> str:
        """Return the text of a page with its marks filled; raises `MarkError`."""
        return MARK.sub(lambda mark: self._of(mark[1]), markdown)

    def snippet(self, name: str) -> str:
        """Return the text of a snippet, with the names of this build."""
        text = (SNIPPETS / name).read_text(encoding="utf-8")
        return MARK.sub(lambda mark: self._name(mark[1]), text)

    def _of(self, name: str) -> str:
        if name in self._blocks:
            return self._blocks[name]()
        if (SNIPPETS / name).is_file():
            return _code(self.snippet(name), _LANGUAGES[Path(name).suffix])
        return self._name(name)

    def _name(self, name: str) -> str:
        try:
            return self._names[name]
        except KeyError:
            raise MarkError("unknown-mark", name=f"<<{name}>>") from None

    def _number(self, number: int) -> str:
        """Write a limit as the language does: 200万, 2,000,000."""
        if self._language.code == "en":
            return f"{number:,}"
        return f"{number // 10_000}万" if number % 10_000 == 0 else str(number)

    def _file(self, path: str) -> str:
        return _code(self._programs.files[path].decode(), "json")

    def _assessment(self) -> str:
        """Return the worked assessment without its steps, which are long."""
        whole = self._programs.assessment
        awards = [{**award, "steps": ["…"] if award["steps"] else []} for award in whole["awards"]]
        return _code(_written({**whole, "awards": awards}), "json")

    def _step(self) -> str:
        """Return the step in which the worked assessment multiplies."""
        steps = [step for award in self._programs.assessment["awards"] for step in award["steps"]]
        rates = [step for step in steps if step["code"] == "rate"]
        return _code(_written([*rates, *steps][0]), "json") if steps else ""

    def _statuses(self) -> str:
        document = json.loads(self._programs.files[f"compute/{self._programs.policy}"])
        named = catalogue(self._language.code, text_name(document))["statuses"]
        rows = "".join(
            f'<tr><td data-label="{self._words["status_code"]}"><code>{code}</code></td>'
            f'<td data-label="{self._words["meaning"]}"><strong>{escape(named[code]["name"])}'
            f"</strong> {escape(named[code]['sentence'])}</td></tr>\n"
            for code in STATUSES
        )
        return (
            f'<div class="stack" role="region" tabindex="0" aria-label="{self._words["statuses"]}">'
            f'<table class="list">\n<thead><tr><th scope="col">{self._words["status_code"]}</th>'
            f'<th scope="col">{self._words["meaning"]}</th></tr></thead>\n'
            f"<tbody>\n{rows}</tbody>\n</table></div>\n"
        )

    def _schemas(self) -> str:
        names = [f"{name}.schema.json" for name in SCHEMAS]
        names[1:1] = map(schema_of, self._programs.editions)
        names += [DIFFERENCE] if f"contract/{DIFFERENCE}" in self._programs.files else []
        files = [*names, "application.json", "assessment.json"]
        return self._list([f"contract/{name}" for name in files])

    def _downloads(self) -> str:
        p = self._programs
        policies = map(document_of, p.editions)
        files = [f"compute/{name}" for name in (p.plain, p.compiled, *policies)]
        return self._list([*files, "contract/application.json"], digests=True)

    def _list(self, paths: list[str], *, digests: bool = False) -> str:
        """List files with a link, what each is, its size and its SHA-256."""
        items = []
        for path in paths:
            name = path.partition("/")[2]
            about = self._words[f"file_{self._kind(name)}"]
            size = self._words["kilobytes"] % -(-len(self._programs.files[path]) // 1000)
            description = f"{escape(about)} {size}"
            if digests:
                digest = self._programs.digest(path)
                description += f'<br><small>SHA-256 <code class="digest">{digest}</code></small>'
            address = get_relative_url(path, self._here)
            link = f'<a href="{address}" download><code>{name}</code></a>'
            items.append(f"<li>{link} <span>{description}</span></li>\n")
        return f'<ul class="downloads">\n{"".join(items)}</ul>\n'

    def _kind(self, name: str) -> str:
        p = self._programs
        known = {p.plain: "plain", p.compiled: "compiled"}
        for edition in p.editions:
            known |= {document_of(edition): "policy", schema_of(edition): "edition_schema"}
        return known.get(name, name.removesuffix(".json").replace(".", "_").replace("-", "_"))


def _written(value: Any, indent: int = 0, before: int = 0) -> str:
    """Write JSON for readers: whatever fits into a line of the page is on one line.

    `before` counts the characters of a key that are on the line already.
    """
    line = json.dumps(value, ensure_ascii=False)
    if indent + before + len(line) <= _WIDTH or not isinstance(value, dict | list) or not value:
        return line
    inside = indent + 2
    if isinstance(value, dict):
        named = [(f"{json.dumps(key)}: ", inner) for key, inner in value.items()]
    else:
        named = [("", inner) for inner in value]
    parts = [f"{' ' * inside}{key}{_written(inner, inside, len(key))}" for key, inner in named]
    start, end = "{}" if isinstance(value, dict) else "[]"
    return f"{start}\n{',\n'.join(parts)}\n{' ' * indent}{end}"


def _code(text: str, language: str) -> str:
    """Return a block of code that scrolls by itself, reachable by keyboard."""
    return (
        f'<pre class="code" tabindex="0"><code class="language-{language}">'
        f"{escape(text.rstrip(), quote=False)}</code></pre>\n"
    )
