"""Rules for the whole project: locked versions, one Python, no floats near money."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import build

ROOT = Path(__file__).parents[1]
LOCKS = (
    "requirements.txt",
    "requirements-dev.txt",
    "requirements-node.txt",
    "requirements-uv.txt",
    "package-lock.json",
)
ENGINE = sorted((ROOT / "wizard" / "eligibility").rglob("*.py"))
# words about the machine it was made on, composed so that this file does not contain them
FOREIGN = ["/" + "work/", "/" + "root/", "pypi" + ".org", "npmjs" + ".org", "python" + "hosted"]


def project_files() -> list[Path]:
    """Return the project’s own files: those committed, or to be committed."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        names = [name for name in done.stdout.decode().split("\0") if name]
    except (OSError, subprocess.CalledProcessError):  # no git, or no history, as in a plain copy
        apart = {".git", ".venv", ".uv", ".cache", ".hypothesis", "node_modules", "build", "site"}
        names = [
            path.relative_to(ROOT).as_posix()
            for top in ROOT.iterdir()
            if top.name not in apart and not top.name.endswith("_cache")
            for path in ([top] if top.is_file() else top.rglob("*"))
            if "__pycache__" not in path.parts and not path.name.endswith(".pyc")
        ]
    return [ROOT / name for name in sorted(names) if (ROOT / name).is_file()]


def texts() -> list[tuple[str, str]]:
    """Return each file that is text, by its name."""
    found = []
    for path in project_files():
        try:
            found.append((path.relative_to(ROOT).as_posix(), path.read_text("utf-8")))
        except UnicodeDecodeError:
            continue
    return found


# versions


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_holds_no_address(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert not re.search(r'https?:|--(index|extra-index|find-links)|"resolved"', text)


@pytest.mark.parametrize("name", [name for name in LOCKS if name.endswith(".txt")])
def test_every_locked_package_has_its_version_and_hashes(name: str) -> None:
    entries = re.split(r"\n(?=[a-z0-9])", (ROOT / name).read_text("utf-8").strip(), flags=re.I)
    loose = [e.split()[0] for e in entries if "==" not in e.split()[0] or "--hash=sha256:" not in e]
    assert loose == []


def test_every_locked_browser_part_has_its_hash() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    loose = [name for name, entry in packages.items() if name and "integrity" not in entry]
    assert loose == []


def test_one_python_is_named_everywhere() -> None:
    version = (ROOT / ".python-version").read_text("utf-8").strip()
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert settings["project"]["requires-python"] == f">={version}"
    assert settings["tool"]["mypy"]["python_version"] == version
    assert settings["tool"]["ruff"]["target-version"] == "py" + version.replace(".", "")
    assert f"--python-version {version} " in (ROOT / "Makefile").read_text("utf-8")
    assert f"{sys.version_info.major}.{sys.version_info.minor}" == version


def test_the_browsers_python_is_the_same() -> None:
    lock = json.loads((ROOT / "node_modules" / "pyodide" / "pyodide-lock.json").read_text("utf-8"))
    version = (ROOT / ".python-version").read_text("utf-8").strip()
    assert lock["info"]["python"].startswith(f"{version}.")


# the engine


@pytest.mark.parametrize("path", ENGINE, ids=lambda path: path.name)
def test_the_engine_computes_without_floats(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    refusing = {
        id(name)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "isinstance"
        for name in ast.walk(call)
    }
    floats = [
        f"line {node.lineno}"
        for node in ast.walk(tree)
        if (isinstance(node, ast.Constant) and isinstance(node.value, float | complex))
        or (isinstance(node, ast.Name) and node.id == "float" and id(node) not in refusing)
    ]
    assert floats == []


@pytest.mark.parametrize("path", ENGINE, ids=lambda path: path.name)
def test_the_engine_imports_nothing_but_the_standard_library(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else
                     [alias.name for alias in node.names])
    }  # fmt: skip
    assert imported <= set(sys.stdlib_module_names) | {"eligibility"}


# the errors

BASES = {
    "StaffError": "what staff are told, in both languages",
    "EligibilityError": "what the engine and the form raise, without the rest of the project",
    "SetUpError": "the set-up, of which an older Python must be able to read the files",
    "CurveError": "never leaves its module",
    "_Found": "never leaves its module",
}
"""Exceptions that derive from none of the project's."""


def test_every_error_has_one_of_two_bases_and_is_named_as_one() -> None:
    errors: dict[str, list[str]] = {}
    for name, text in texts():
        if not name.endswith(".py") or name.startswith(("tests/", "wizard/packing/stubs/")):
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef):
                bases = [ast.unparse(base).split(".")[-1] for base in node.bases]
                if any(base.endswith(("Error", "Exception")) for base in bases):
                    assert node.name not in errors, f"two errors of one name: {node.name}"
                    errors[node.name] = bases
    own = {name for name, bases in errors.items() if not set(bases) & {*BASES, *errors}}
    assert own == set(BASES)
    # the engine's `Refused` is named on the pages for those who use it elsewhere
    assert {name for name in errors if not name.endswith("Error")} == {"Refused", "_Found"}


# the files


def test_every_module_says_in_its_first_line_what_it_is() -> None:
    silent = []
    for name, text in texts():
        if name.endswith((".js", ".mjs", ".css", ".html")) and not text.startswith("<!doctype"):
            if not text.startswith(("// ", "/* ", "/** ", "{# ", "#!", "<!-- ")):
                silent.append(name)
            continue
        if not name.endswith(".py"):
            continue
        first = (ast.get_docstring(ast.parse(text)) or "").split("\n\n")[0]
        if not first.endswith((".", ":", "?")):
            silent.append(name)
    assert silent == []


def test_no_file_names_the_machine_it_was_made_on() -> None:
    found = [(name, word) for name, text in texts() for word in FOREIGN if word in text]
    assert found == []


def test_no_file_holds_a_personal_telephone_number() -> None:
    number = re.compile(r"(?<![0-9A-Za-z.])1[3-9][0-9]{9}(?![0-9A-Za-z])|0574-?[0-9]{8}(?![0-9])")
    found = [
        f"{name}: {match[0]}"
        for name, text in texts()
        if name not in LOCKS
        for match in number.finditer(text)
        if not match[0].endswith("00000")  # a round sum in yuan
    ]
    assert found == []


def test_the_contact_line_of_the_letter_is_not_in_the_edition() -> None:
    from clauses.loading import read_policy

    labels = [paragraph.label for paragraph in read_policy().edition.letter]
    assert "函-6" in labels
    assert "函-7" not in labels


# the documents


def test_no_two_decisions_have_one_number() -> None:
    records = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    numbers = [record.name[:4] for record in records]
    assert len(set(numbers)) == len(numbers) > 20
    for record in records:
        text = record.read_text("utf-8")
        assert text.startswith("# ")
        assert "## Rejected" in text, f"{record.name} says nothing of what was rejected"


def test_an_entry_of_the_changelog_has_two_lines_at_most() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    entries = re.findall(r"^- .*(?:\n  .*)*", text, re.M)
    assert len(entries) > 300
    long = [one for one in entries if one.count("\n") > 1 or max(map(len, one.split("\n"))) > 140]
    assert long == []


def test_the_readme_tells_every_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    make = re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text("utf-8"), re.M)
    assert len(make) > 5
    missing = [f"make {name}" for name in make if f"make {name}" not in readme]
    commands = ("setup", *build.COMMANDS)
    missing += [f"build.py {name}" for name in commands if f"build.py {name}" not in readme]
    assert missing == []


def is_amended(name: str, text: str) -> bool:
    """Return whether a note below the title of a decision says what is no longer so."""
    return name.startswith("docs/decisions/") and bool(re.match(r"# .+\n\n\*[^*]", text))


def test_every_file_that_is_named_is_there() -> None:
    """In comments, documents and scripts, by its path from the top level.

    A decision may name a file that is gone if a note at its top says what has changed.
    """
    path = re.compile(
        r"(?<![\w/.`:*-])`?((?:wizard|docs|clauses|tests|\.ci)/[\w./-]+"
        r"\.(?:py|mjs|js|json|html|toml|yml|md|css|sh|d\.ts|tsv|j2))(?![\w/])"
    )
    built = {"wizard/index.html", "wizard/offline.js"}
    here = {file.relative_to(ROOT).as_posix() for file in project_files()} | built
    gone = [
        f"{name}: {found}"
        for name, text in texts()
        if not name.startswith(("CHANGELOG", "docs/guides/")) and not is_amended(name, text)
        for found in path.findall(text)
        if found not in here
    ]
    assert gone == []


def test_links_between_the_documents_lead_somewhere() -> None:
    dead = []
    for name, text in texts():
        if not name.endswith(".md") or name.startswith(("docs/zh/", "docs/en/")):
            continue
        for target in re.findall(r"\]\(([^)#: ]+)(?:#[^)]*)?\)", text):
            if not ((ROOT / name).parent / target).exists():
                dead.append(f"{name} → {target}")
    assert dead == []
