"""Which part of the project may use which: data flows one way, and nothing rests on `tests/`."""

import ast
import importlib
import re
from pathlib import Path
from typing import NamedTuple

import pytest

import build
from eligibility.mechanisms import MECHANISMS
from eligibility.mechanisms.parts import PARTS
from tests.imports import ENGINE, ROOT, circles, graph, imports, modules
from tests.test_project import project_files


class Room(NamedTuple):
    """Some modules, and the rooms that they may import from."""

    modules: tuple[str, ...]
    """Names of modules or packages; the longest name that fits decides."""
    uses: frozenset[str]


def room(modules: str, uses: str = "") -> Room:
    return Room(tuple(modules.split()), frozenset(uses.split()))


ROOMS = {
    # the engine and its words: what the browser runs
    "amounts": room("amounts"),
    "eligibility": room("eligibility"),
    "nearness": room("nearness", "eligibility"),
    "results": room("results", "amounts eligibility"),
    "answers": room("answers", "amounts eligibility nearness results"),
    "between": room("between_editions", "amounts eligibility answers results"),
    # the policy, from its files to one document
    "texts": room(
        "clauses.build_cache clauses.draft_names clauses.english_figures clauses.faults"
        " clauses.figure_pattern clauses.folder clauses.folder_exchange clauses.key_path"
        " clauses.levels clauses.messages clauses.notation clauses.numerals clauses.ordinal_years"
        " clauses.print_forms clauses.reading clauses.renaming clauses.shape_faults"
        " clauses.term_words clauses.terms_forms clauses.yaml12 clauses.yaml_faults"
        " clauses.yaml_text"
    ),
    "parts": room("clauses.compiled_parts clauses.compiled_brackets", "texts eligibility"),
    "model": room("clauses.model clauses.compiled_sum", "parts texts eligibility"),
    "files": room("clauses.files", "texts eligibility"),
    "edition-files": room("clauses.edition_files", "files model texts"),
    "check": room("clauses.check", "edition-files files model texts"),
    "proof": room("clauses.proof", "edition-files files model parts texts eligibility"),
    "editions": room("clauses.editions", "files model texts"),
    "loading": room("clauses.loading", "check proof edition-files editions model texts"),
    "compiling": room("clauses", "document loading proof files model texts eligibility"),
    "document": room("clauses.document clauses.wizard_part clauses.withholding", "texts"),
    "cases": room("clauses.cases clauses.worked", "editions texts eligibility results"),
    "revision": room("clauses.revision", "compiling document parts texts eligibility"),
    "preparing": room(
        "clauses.preparing",
        "revision cases loading compiling check proof document editions files model texts results"
        " amounts",
    ),
    "rosters": room("clauses.rosters", "texts eligibility answers results between"),
    # the form and its packing
    "maximum": room("wizard.page.maximum_amount", "eligibility"),
    "form": room(
        "wizard.page",
        "maximum compiling document texts amounts answers eligibility nearness results",
    ),
    "esbuild": room("wizard.packing.esbuild", "texts"),
    "packing": room(
        "wizard wizard.packing", "esbuild form compiling document texts answers results eligibility"
    ),
    # the site
    "site": room("docs docs.site", "esbuild maximum document parts texts amounts eligibility"),
    "evaluation": room("docs.site.search.evaluation", "texts"),
    "history": room("docs.site.history", "site revision document"),
    "opendata": room("docs.site.opendata", "history site compiling document amounts"),
    "pages": room(
        "docs.site.pages",
        "history site evaluation opendata cases form document maximum texts amounts eligibility"
        " results",
    ),
    "search": room("docs.site.search", "site evaluation pages compiling document texts"),
    "guide": room(
        "docs.site.inserts docs.site.programs docs.site.snippets",
        "site packing compiling document texts eligibility results",
    ),
    "building": room(
        "docs.site.build_context docs.site.builder docs.site.events docs.site.feed"
        " docs.site.navigation docs.site.live_server",
        "history site evaluation opendata pages search guide form compiling document texts",
    ),
    "approval": room(
        "docs.site.approval docs.site.approval_length docs.site.approval_shown",
        "site pages preparing revision compiling document texts",
    ),
    "measured": room(
        "docs.site.rosters",
        "site pages rosters document texts amounts eligibility results between",
    ),
    "commands": room(
        "build docs.commands",
        "approval measured rosters building site packing cases editions preparing revision loading"
        " compiling document model texts eligibility nearness results",
    ),
}
LATE = {
    "build": "an older Python must be able to read it, to say which one it needs",
    "docs.commands.assess": "most assessments are printed as JSON, which needs no words",
    "docs.commands.site": "packing begins before the models are loaded",
    "clauses.document_cache": "a cached policy document needs none of the models",
    "eligibility.mechanisms": "parts are loaded only where a policy composes a sum",
    "results.params": "as above",
    "answers.session": "the browser shows a first sum before it has loaded the words",
    "wizard.packing.edition_wizard": "packing begins before the models are loaded",
    "wizard.packing.compiled": "packing begins before the models are loaded",
    "wizard.packing.import_trace.recorder": "it records what is imported, from the first on",
}
"""Modules that import inside a function: always to start sooner, never to part a circle."""


TOP_LEVEL = frozenset(
    ".ci .gitattributes .gitignore .npmrc .python-version CHANGELOG.md CONTRIBUTING.md LICENSE"
    " Makefile README.md build.py clauses docs mkdocs.yml package-lock.json package.json"
    " pyproject.toml requirements-dev.in requirements-dev.txt requirements-node.in"
    " requirements-node.txt requirements-uv.in requirements-uv.txt requirements.in requirements.txt"
    " tests tsconfig.json wizard".split()
)
"""What lies at the top level; a file that a trial leaves there is committed all too easily."""

MAPPED = ("clauses.preparing", "clauses.proof", "clauses.revision")
"""Packages of so many modules that their docstring says which step is in which module."""


def room_of(module: str) -> str:
    fits = [
        (len(name), room)
        for room, (names, _) in ROOMS.items()
        for name in names
        if f"{module}.".startswith(f"{name}.")
    ]
    return max(fits)[1]


def production(*suffixes: str) -> list[Path]:
    """Return the files outside `tests/` with one of these endings."""
    return [
        path
        for path in project_files()
        if path.suffix in suffixes and path.relative_to(ROOT).parts[0] != "tests"
    ]


def test_the_top_level_holds_what_it_may_and_nothing_else() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in project_files()} == TOP_LEVEL


@pytest.mark.parametrize("name", MAPPED)
def test_the_docstring_of_a_large_package_names_its_modules_and_nothing_else(name: str) -> None:
    folder = ROOT / name.replace(".", "/")
    inside = {path.stem for path in folder.glob("*.py") if path.stem != "__init__"}
    inside |= {path.parent.name for path in folder.glob("*/__init__.py")}
    package = importlib.import_module(name)
    named = re.findall(r"`([a-z_]+)`", package.__doc__ or "")
    assert {*named} - {*getattr(package, "__all__", ())} == inside


def test_the_command_line_knows_every_package() -> None:
    assert {*build.OWN} == {"clauses", "docs", "wizard", *ENGINE}


def test_no_module_imports_itself_through_others() -> None:
    assert circles(graph()) == []


def test_no_room_uses_itself_through_others() -> None:
    assert circles({name: set(uses) for name, (_, uses) in ROOMS.items()}) == []


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_uses_only_what_it_may(name: str) -> None:
    against = [
        f"{module} → {other}"
        for module, others in graph().items()
        for other in others
        if room_of(module) == name and room_of(other) not in {name, *ROOMS[name].uses}
    ]
    assert against == []


def test_nobody_imports_a_kind_of_sum_but_the_list_of_them() -> None:
    kinds = {kind.__module__ for kind in [*MECHANISMS.values(), *PARTS.values()]}
    kinds.add("eligibility.mechanisms.composed")
    found = {
        (module, other)
        for module, others in graph().items()
        for other in others & kinds
        if not module.startswith("eligibility.mechanisms")
    }
    assert found == {  # the form of a sum of parts in a clause file, and what its parts computed
        ("clauses.model.parts", "eligibility.mechanisms.composed"),
        ("results.params", "eligibility.mechanisms.composed"),
    }


def test_no_folder_uses_one_above_it() -> None:
    floors = [set(ENGINE), {"clauses"}, {"wizard"}, {"docs"}, {"build"}]
    floor = {name: number for number, names in enumerate(floors) for name in names}
    back = [
        f"{module} → {other}"
        for module, others in graph().items()
        for other in others
        if floor[module.split(".")[0]] < floor[other.split(".")[0]]
    ]
    assert back == []


def test_every_arrow_is_used() -> None:
    used = {
        (room_of(module), room_of(other)) for module, others in graph().items() for other in others
    }
    idle = [f"{name} → {other}" for name in ROOMS for other in ROOMS[name].uses - {
        to for start, to in used if start == name
    }]  # fmt: skip
    assert idle == []


def test_only_a_sooner_start_is_a_reason_to_import_late() -> None:
    known = modules()
    late = {name for name, path in known.items() if any(late for _, late in imports(path, known))}
    assert late == set(LATE)


def test_a_circle_is_found_through_others() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [["a", "b", "c"]]


def test_nothing_that_is_published_reads_or_imports_from_the_tests() -> None:
    found = []
    for path in production(".py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                names = [node.value.replace("/", ".")]
            else:
                continue
            if any(re.match(r"tests(\.|$)", name) for name in names):
                found.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    for path in production(".js", ".mjs", ".j2", ".html"):
        if re.search(r"""["'`/]tests/""", path.read_text("utf-8")):
            found.append(str(path.relative_to(ROOT)))
    assert found == []
