"""The set-up: any Python can read it, it finds the right one, and does only what has changed."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from clauses.messages import preferred_language as language_of_commands
from project_setup import browser_parts, environment, interpreters
from project_setup.browser_parts import is_installed
from project_setup.environment import Environment
from project_setup.interpreters import Python, find_python
from project_setup.messages import Messages, SetUpError, catalogue, preferred_language
from project_setup.programs import environment_program, environment_python

ROOT = Path(__file__).parents[2]
FILES = [ROOT / "build.py", *sorted((ROOT / ".ci").rglob("*.py"))]
BASE = str(getattr(sys, "_base_executable", sys.executable))
HERE = f"{sys.version_info[0]}.{sys.version_info[1]}"
ENGLISH = Messages("en")


# any Python


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_python_3_8_can_read_it(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"), feature_version=(3, 8))
    assert "from __future__ import annotations" in path.read_text("utf-8") or not any(
        isinstance(node, ast.AnnAssign | ast.FunctionDef) for node in ast.walk(tree)
    )


def test_the_set_up_imports_only_the_standard_library() -> None:
    imported = {
        name.split(".")[0]
        for path in FILES[1:]
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else
                     [alias.name for alias in node.names])
    }  # fmt: skip
    assert imported <= {*sys.stdlib_module_names, "project_setup"}
    assert "tomllib" not in imported


# messages


def flat(texts: Any, at: str = "") -> dict[str, set[str]]:
    """Return the values that each text names, by its place in the catalogue."""
    if isinstance(texts, dict):
        return {k: v for key, inner in texts.items() for k, v in flat(inner, f"{at}/{key}").items()}
    if isinstance(texts, list):
        return {k: v for n, inner in enumerate(texts) for k, v in flat(inner, f"{at}/{n}").items()}
    return {at: {name for _, name, _, _ in Formatter().parse(texts) if name}}


def test_both_languages_have_the_same_messages_with_the_same_values() -> None:
    assert flat(catalogue("zh")) == flat(catalogue("en"))
    assert all(re.search("[一-鿿：]", text) for text in leaves(catalogue("zh")))


def leaves(texts: Any) -> list[str]:
    if isinstance(texts, str):
        return [texts]
    return [leaf for inner in (texts.values() if isinstance(texts, dict) else texts)
            for leaf in leaves(inner)]  # fmt: skip


def test_every_message_is_used_and_every_used_message_is_there() -> None:
    code = "".join(path.read_text("utf-8") for path in FILES[1:])
    said = set(re.findall(r"""(?:say|text)\(["']([a-z-]+)["']""", code))
    said |= {"installing-packages", "installing-test-packages", "installing-node", "error", "again"}
    raised = set(re.findall(r'SetUpError\(\s*"([a-z0-9-]+)"', code))
    raised |= set(re.findall(r'reason = "([a-z0-9-]+)" if .* else "([a-z0-9-]+)"', code)[0])
    texts = catalogue("en")
    assert raised == set(texts.pop("errors"))
    assert said - {"installing-"} == set(texts)


def test_an_error_tells_the_cause_first_and_then_what_to_do_on_this_system() -> None:
    error = SetUpError("no-python", version="3.13", here="3.8.18")
    told = Messages("zh").told(error, windows=True).splitlines()
    assert told[0].startswith("安装中止：没有找到 Python 3.13")
    assert "www.python.org" in told[1]
    assert not any("apt-get" in line for line in told)
    assert "apt-get" in ENGLISH.told(error, windows=False)


@pytest.mark.parametrize("name", ["LC_ALL", "LC_MESSAGES", "LANG"])
@pytest.mark.parametrize("value", ["zh_CN.GBK", "zh_TW", "C", "en_GB.UTF-8", "Chinese_China.936"])
def test_it_speaks_the_language_of_the_other_commands(name: str, value: str) -> None:
    assert preferred_language({name: value}) == language_of_commands({name: value})


# interpreters


@pytest.mark.parametrize(
    ("windows", "python", "uv"),
    [(True, ".venv/Scripts/python.exe", ".venv/Scripts/uv.exe"),
     (False, ".venv/bin/python", ".venv/bin/uv")],
)  # fmt: skip
def test_each_system_has_its_own_layout(windows: bool, python: str, uv: str) -> None:
    assert environment_python(Path(".venv"), windows) == Path(python)
    assert environment_program(Path(".venv"), "uv", windows) == Path(uv)


Found = dict[str, Python | None]


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Callable[[Found], None]:
    """Make the machine have these interpreters, by their commands, and no uv."""

    def has(found: Found) -> None:
        monkeypatch.setattr(interpreters, "candidates", lambda *_: [[name] for name in found])
        monkeypatch.setattr(interpreters, "probe", lambda command: found[command[0]])
        monkeypatch.setattr(interpreters, "_uv", lambda root: None)
        monkeypatch.setattr(interpreters, "_private_uv", lambda *_: None)

    return has


OLD = Python("C:/Python38/python.exe", "3.8", 64, True)
GOOD = Python("C:/Program Files/Python313/python.exe", "3.13", 64, True)
SMALL = GOOD._replace(program="C:/Python313-32/python.exe", bits=32)
BARE = GOOD._replace(program="/usr/bin/python3.13", makes_environments=False)


@pytest.mark.parametrize(
    "found",
    [
        {"python3.13": GOOD},
        {"python": OLD, "py": GOOD},
        {"python": None, "py": GOOD},  # the stub that opens the shop
        {"python": SMALL, "py": GOOD},
        {"python3.13": BARE, "pyenv": GOOD},
    ],
)
def test_the_python_of_the_project_is_found(machine: Callable[[Found], None], found: Found) -> None:
    machine(found)
    assert find_python("3.13", ROOT, ENGLISH) == GOOD


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        ({}, "no-python"),
        ({"python": OLD}, "no-python"),
        ({"python": SMALL}, "python-32-bit"),
        ({"python": BARE}, "python-without-venv"),
    ],
)
def test_without_it_the_reason_is_told(
    machine: Callable[[Found], None], found: Found, reason: str
) -> None:
    machine(found)
    with pytest.raises(SetUpError) as stopped:
        find_python("3.13", ROOT, ENGLISH)
    assert stopped.value.name == reason
    assert "{" not in ENGLISH.told(stopped.value)


def test_an_interpreter_describes_itself() -> None:
    python = interpreters.probe([sys.executable])
    assert python is not None
    assert (python.version, python.bits, python.makes_environments) == (HERE, 64, True)
    assert interpreters.probe(["no-such-python"]) is None
    assert interpreters.probe([sys.executable, "-c", "print('Python was not found')"]) is None


# the environment


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with a Chinese name and a blank, with lists of packages."""
    top = tmp_path / "政策 项目"
    top.mkdir()
    for name in ("requirements.txt", "requirements-dev.txt", "pyproject.toml"):
        (top / name).write_text(f"# {name}\n", "utf-8")
    return top


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What pip was asked to install; nothing is."""
    asked: list[tuple[str, ...]] = []

    def pip(self: Environment, *arguments: str) -> bool:
        asked.append(tuple(Path(word).name for word in arguments))
        return True

    monkeypatch.setattr(Environment, "_pip", pip)
    return asked


def made(checkout: Path) -> Environment:
    """Make an environment, without pip, which takes seconds."""
    subprocess.run([BASE, "-m", "venv", "--without-pip", str(checkout / ".venv")], check=True)
    return Environment(checkout, HERE, ENGLISH)


PACKAGES = ("--require-hashes", "-r", "requirements.txt")
TESTS = (PACKAGES[0], "--no-compile", *PACKAGES[1:], "-r", "requirements-dev.txt")
PROJECT = ("--no-deps", "--no-build-isolation", "--editable", "政策 项目")


def test_only_what_has_changed_is_installed(
    checkout: Path, installed: list[tuple[str, ...]]
) -> None:
    own = made(checkout)
    assert own.is_sound()
    own.install(tests=False)
    own.install(tests=False)
    assert installed == [PACKAGES, PROJECT]
    assert not (own.folder / ".installed").exists()  # make would miss the tests’ packages
    own.install(tests=True)
    own.install(tests=True)
    assert installed[2:] == [TESTS]
    assert (own.folder / ".installed").exists()
    (checkout / "requirements.txt").write_text("# another\n", "utf-8")
    own.install(tests=False)
    assert installed[3:] == [PACKAGES]
    own.install(tests=True)
    assert installed[4:] == [TESTS]


def test_a_failed_installation_is_told_and_tried_again(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = made(checkout)
    answers = [False, True, True]
    monkeypatch.setattr(Environment, "_pip", lambda *_: answers.pop(0))
    with pytest.raises(SetUpError) as stopped:
        own.install(tests=False)
    assert stopped.value.name == "packages-failed"
    own.install(tests=False)
    assert answers == []


def test_an_environment_that_was_moved_or_runs_another_python_is_made_anew(
    checkout: Path, installed: list[tuple[str, ...]]
) -> None:
    own = made(checkout)
    own.install(tests=False)
    assert not Environment(checkout, "3.99", ENGLISH).is_sound()
    moved = checkout.with_name("搬 走")
    checkout.rename(moved)
    elsewhere = Environment(moved, HERE, ENGLISH)
    assert not elsewhere.is_sound()
    elsewhere.make(Python(BASE, HERE, 64, True))
    assert elsewhere.is_sound()
    assert not (elsewhere.folder / environment.RECORD).exists()


@pytest.mark.parametrize("kind", ["a folder with files", "a file"])
def test_what_is_no_environment_is_never_removed(checkout: Path, kind: str) -> None:
    place = checkout / ".venv"
    if kind == "a file":
        place.write_text("dear", "utf-8")
    else:
        place.mkdir()
        (place / "letter.txt").write_text("dear", "utf-8")
    own = Environment(checkout, HERE, ENGLISH)
    assert not own.is_sound()
    with pytest.raises(SetUpError) as stopped:
        own.make(GOOD)
    assert stopped.value.name == "not-an-environment"
    assert place.exists()


# the browser's parts

LOCKED = {
    "": {"name": "the project"},
    "node_modules/a": {"integrity": "1"},
    "node_modules/for-windows": {"integrity": "2", "optional": True},
}


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    """A checkout whose parts are installed."""
    write_lock(tmp_path / "package-lock.json", LOCKED)
    (tmp_path / "node_modules" / "a").mkdir(parents=True)
    installed = {name: LOCKED[name] for name in ("node_modules/a",)}
    write_lock(tmp_path / "node_modules" / ".package-lock.json", installed)
    return tmp_path


def write_lock(file: Path, packages: dict[str, Any]) -> None:
    file.write_text(json.dumps({"packages": packages}), "utf-8")


def test_installed_parts_are_known_by_npms_own_list(parts: Path) -> None:
    assert is_installed(parts)
    assert is_installed(ROOT)


@pytest.mark.parametrize(
    "change",
    [
        lambda top: write_lock(
            top / "package-lock.json", {**LOCKED, "node_modules/b": {"integrity": "3"}}
        ),
        lambda top: write_lock(
            top / "package-lock.json", {**LOCKED, "node_modules/a": {"integrity": "0"}}
        ),
        lambda top: write_lock(top / "package-lock.json", {}),
        lambda top: (top / "node_modules" / "a").rmdir(),
        lambda top: (top / "node_modules" / ".package-lock.json").unlink(),
        lambda top: (top / "node_modules" / ".package-lock.json").write_text("{", "utf-8"),
        lambda top: shutil.rmtree(top / "node_modules"),
    ],
)
def test_parts_that_differ_from_the_list_are_installed_again(
    parts: Path, change: Callable[[Path], object]
) -> None:
    change(parts)
    assert not is_installed(parts)


def test_without_node_its_python_package_is_installed(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, installed: list[tuple[str, ...]]
) -> None:
    (checkout / ".python-version").write_text(HERE, "utf-8")
    (checkout / "requirements-node.txt").write_text("# node\n", "utf-8")
    made(checkout)
    monkeypatch.setattr(browser_parts, "answer", lambda command: None)
    with pytest.raises(SetUpError) as stopped:
        browser_parts.BrowserParts(checkout, ENGLISH).install()
    assert installed == [("--require-hashes", "-r", "requirements-node.txt")]
    assert stopped.value.name == "no-node"


# the command line


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A copy of the command without an environment."""
    top = tmp_path / "政策 项目"
    top.mkdir()
    shutil.copy(ROOT / "build.py", top)
    shutil.copytree(ROOT / ".ci", top / ".ci")
    shutil.copy(ROOT / ".python-version", top)
    return top


def build(top: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [BASE, str(top / "build.py"), *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=top.parent,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )


def test_a_command_runs_itself_in_the_environment(bare: Path) -> None:
    own = environment_python(bare / ".venv")
    own.parent.mkdir(parents=True)
    own.write_text('#!/bin/sh\nprintf "%s|" "$@"\nexit 3\n', "utf-8")
    own.chmod(0o755)
    done = build(bare, "check", "--lang", "zh", "一 份.json")
    assert done.returncode == 3
    assert done.stdout == f"{bare / 'build.py'}|check|--lang|zh|一 份.json|"


def test_set_up_runs_in_the_python_that_was_called(bare: Path) -> None:
    (bare / ".venv").write_text("mine", "utf-8")
    done = build(bare, "setup", "--only", "python", "--lang", "zh")
    assert done.returncode == 1
    assert "不是虚拟环境" in done.stderr
    assert "Traceback" not in done.stderr


def test_help_of_the_set_up_is_in_the_language_asked_for(bare: Path) -> None:
    assert "在本机安装" in build(bare, "setup", "--lang=zh", "--help").stdout
    assert "Set the project up" in build(bare, "setup", "--help").stdout
