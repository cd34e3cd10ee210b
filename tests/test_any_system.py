"""Staff commands run on Windows too: no call that only POSIX has, no text without its encoding.

There is no Windows here. What Windows lacks is taken away from Python (`as_on_windows`), every text
that would be read or written in the encoding of the machine is found, and the commands run in a
folder whose name is Chinese with a blank.
"""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_project import ROOT, project_files

IN_THE_BROWSER = ("wizard/packing/stubs/", "wizard/packing/import_trace/recorder.py")
POSIX_MODULES = {"fcntl", "grp", "pwd", "resource", "syslog", "termios", "tty", "pty", "posix"}
POSIX_CALLS = {
    "fork", "forkpty", "getuid", "geteuid", "getgid", "setsid", "killpg", "chown", "mkfifo",
    "symlink", "nice", "uname", "sync", "getloadavg", "wait", "openpty", "posix_spawn", "statvfs",
    "SIGKILL", "SIGHUP", "SIGALRM", "alarm",
}  # fmt: skip
PRIVATE = "mkdtemp"
"""Windows lets only its user open such a folder, and what is moved out of it keeps that."""
POSIX_METHODS = {"symlink_to", "hardlink_to"}
"""Of paths; Windows allows them to administrators only."""
PLACES = re.compile(r"/(tmp|dev|bin|usr|etc|proc)(/|$)")
TEXTS = ("read_text", "write_text", "open")


def staff_code() -> list[Path]:
    """Return the Python files that a staff command may run."""
    return [
        path
        for path in project_files()
        if path.suffix == ".py"
        and not path.relative_to(ROOT).as_posix().startswith(("tests/", *IN_THE_BROWSER))
    ]


def only_posix(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the kind of each thing that would not work on Windows."""
    nodes = [*ast.walk(ast.parse(source))]
    asked = {
        node.args[1].value
        for node in nodes
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") in ("hasattr", "getattr")
        and isinstance(node.args[1], ast.Constant)
    }
    docstrings = {id(n.value) for n in nodes if isinstance(n, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [alias.name for alias in node.names]
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if POSIX_MODULES & {*names}:
                yield node.lineno, "module"
        elif isinstance(node, ast.Attribute) and _is_posix_call(node) and node.attr not in asked:
            yield node.lineno, "call"
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            if PLACES.match(node.value) and id(node) not in docstrings:
                yield node.lineno, "place"
        elif isinstance(node, ast.Call):
            yield from ((node.lineno, kind) for kind in _faults_of(node))


def _is_posix_call(node: ast.Attribute) -> bool:
    of = getattr(node.value, "id", "")
    return node.attr in POSIX_METHODS or (of in ("os", "signal") and node.attr in POSIX_CALLS)


NO_FILES = ("os", "self", "session", "archive")
"""Names of what opens something else than a text of the disk; an archive's members are bytes."""


def _faults_of(call: ast.Call) -> Iterator[str]:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    given = {word.arg: word.value for word in call.keywords}
    constant = {k: v.value for k, v in given.items() if isinstance(v, ast.Constant)}
    if constant.get("shell") is True or (name in ("system", "popen") and _of(call) == "os"):
        yield "shell"
    if (constant.get("text") or constant.get("universal_newlines")) and "encoding" not in given:
        yield "encoding"
    is_name = isinstance(call.func, ast.Name)  # `read_text` is also a function of `clauses.reading`
    if name == PRIVATE:
        yield "private folder"
    if name not in TEXTS or (is_name and name != "open") or _of(call) in NO_FILES:
        return
    modes = [a.value for a in call.args if isinstance(a, ast.Constant)] + [constant.get("mode")]
    if name == "open" and any(isinstance(mode, str) and "b" in mode for mode in modes):
        return
    named = [mode for mode in modes if isinstance(mode, str) and mode not in ("r", "w", "a", "x")]
    if "encoding" not in given and not named:
        yield "encoding"
    if name == "write_text" and "newline" not in given:
        yield "line ends"


def _of(call: ast.Call) -> str:
    return getattr(getattr(call.func, "value", None), "id", "")


def test_staff_code_uses_nothing_that_only_posix_has(subtests: pytest.Subtests) -> None:
    files = staff_code()
    assert len(files) > 200
    for path in files:
        with subtests.test(path.relative_to(ROOT).as_posix()):
            assert list(only_posix(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("import fcntl", "module"),
        ("from resource import setrlimit", "module"),
        ("os.fork()", "call"),
        ("os.nice(10)", "call"),
        ("path.symlink_to(other)", "call"),
        ("Path('/tmp/x')", "place"),
        ("open('/dev/null', 'rb')", "place"),
        ("subprocess.run('ls', shell=True)", "shell"),
        ("tempfile.mkdtemp(dir=out)", "private folder"),
        ("os.system('ls')", "shell"),
        ("subprocess.run(['ls'], text=True)", "encoding"),
        ("open(path)", "encoding"),
        ("open(path, 'w')", "encoding"),
        ("path.open()", "encoding"),
        ("path.read_text()", "encoding"),
        ("path.write_text('x', encoding='utf-8')", "line ends"),
    ],
)
def test_what_windows_lacks_is_found(source: str, kind: str) -> None:
    assert [found for _, found in only_posix(source)] == [kind]


@pytest.mark.parametrize(
    "source",
    [
        "if hasattr(os, 'nice'):\n    os.nice(10)",
        "path.open('rb')",
        "open(path, encoding='utf-8')",
        "path.read_text('utf-8')",
        "path.write_text('x', encoding='utf-8', newline='\\n')",
        "subprocess.run(['ls'], encoding='utf-8')",
        '"""Unlike /tmp."""',
    ],
)
def test_what_every_system_has_is_let_pass(source: str) -> None:
    assert list(only_posix(source)) == []


RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.I)


def test_windows_can_have_every_file_under_its_name() -> None:
    names = [path.relative_to(ROOT).as_posix() for path in project_files()]
    parts = {part for name in names for part in name.split("/")}
    assert [part for part in parts if re.search(r'[<>:"\\|?*\x00-\x1f]|[. ]$', part)] == []
    assert [part for part in parts if RESERVED.fullmatch(part)] == []
    assert len({name.casefold() for name in names}) == len(names)
    # 260 characters at most, of which a folder such as C:\Users\…\Documents\… takes its part
    assert max(map(len, names)) < 120


# the commands


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in a folder whose name is Chinese with a blank."""
    top = tmp_path_factory.mktemp("政策 项目")
    apart = shutil.ignore_patterns("node_modules")  # what Python has compiled comes along
    for name in ("clauses", "docs", "wizard"):
        shutil.copytree(ROOT / name, top / name, ignore=apart)
    for name in ("build.py", "mkdocs.yml", "pyproject.toml", "LICENSE", "package.json",
                 "package-lock.json", ".python-version", "README.md"):  # fmt: skip
        shutil.copy(ROOT / name, top)
    (top / "node_modules").symlink_to((ROOT / "node_modules").resolve())
    return top


def run(top: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command as Windows would, and without a text in the encoding of the machine."""
    paths = [ROOT / "tests" / "as_on_windows", top, top / "wizard"]
    done = subprocess.run(
        [sys.executable, "-X", "warn_default_encoding", str(top / "build.py"), *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=top.parent,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(map(str, paths)),
            **environment,
        },
    )
    told = done.stderr.splitlines()
    ours = [line for line in told if "EncodingWarning" in line and ".venv" not in line]
    assert [line for line in ours if str(top) in line or str(ROOT) in line] == []
    assert "Traceback" not in done.stderr, done.stderr
    return done


C_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
CHINESE_WINDOW = {"PYTHONIOENCODING": "gbk"}
"""What a window of Windows in Chinese has, code page 936."""
NEW = "2021-01-01"


@pytest.mark.parametrize(
    ("arguments", "said", "environment"),
    [
        (["check", "--lang", "zh"], "没有问题", C_LOCALE),
        (["assess", "--lang", "zh", "申请 一.json"], "宁波", CHINESE_WINDOW),
        (["assess", "申请 一.json"], "02-major-project", C_LOCALE),
        (["diff", "2020-03-16", "修订 稿.txt"], "", CHINESE_WINDOW),
        (["schema", "--out", "模 式"], "clause.schema.json", C_LOCALE),
        (["roster", "清 册.xlsx", "--lang", "zh"], "清 册.xlsx", CHINESE_WINDOW),
        (["exposure", "--applications", "申请", "--out", "测 算"], "", CHINESE_WINDOW),
        (["summary", "2020-03-16", "修订 稿.txt", "--out", "送 审.html"], "", CHINESE_WINDOW),
    ],
)
def test_a_command_runs_without_posix_in_any_encoding(
    elsewhere: Path, arguments: list[str], said: str, environment: dict[str, str]
) -> None:
    application = {"claims": [{"id": "a", "award": "02-major-project", "subject": "甲 线"}]}
    text = json.dumps(application, ensure_ascii=False)
    for name in ("申请 一.json", "申请/二.json"):
        path = elsewhere.parent / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    source = elsewhere / "clauses" / "2020-03-16" / "source.txt"
    shutil.copy(source, elsewhere.parent / "修订 稿.txt")
    done = run(elsewhere, *arguments, **environment)
    assert done.returncode == 0, done.stderr
    assert said in done.stdout


def test_an_edition_is_prepared_without_posix(elsewhere: Path, tmp_path: Path) -> None:
    """With the line ends and the mark that Notepad writes."""
    top = tmp_path / "政策 项目"
    shutil.copytree(elsewhere, top, symlinks=True)
    for path in (top / "clauses" / "2020-03-16").rglob("*.yml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    source = (top / "clauses" / "2020-03-16" / "source.txt").read_text("utf-8")
    text = source.replace("最高 3000 万元", "最高 2000 万元", 1).encode("gb18030")
    (tmp_path / "修订 稿.txt").write_bytes(text.replace(b"\n", b"\r\n"))
    for arguments in (
        ["revise", "修订 稿.txt", "--date", NEW],
        ["renumber", NEW, "17", "20"],
        ["merge", NEW, "28", "29", "--into", "28"],
        ["confirm", NEW, "--all", "--cases"],
        ["confirm", NEW, "readings-1"],  # cites the former sum, and is confirmed by its id only
    ):
        done = run(top, *arguments, **CHINESE_WINDOW)
        assert done.returncode == 0, (arguments, done.stdout, done.stderr)
    assert f"{NEW} is finished" in done.stdout
    assert [p.name for p in (top / "clauses").iterdir() if p.name.startswith(".")] == []


def test_the_site_is_built_without_posix(elsewhere: Path) -> None:
    cache = ROOT / ".cache"
    if cache.is_dir():  # keyed by content, so that nothing is packed twice
        apart = shutil.ignore_patterns(".*.new", "*.lock*")
        shutil.copytree(cache, elsewhere / ".cache", ignore=apart, dirs_exist_ok=True)
    out = elsewhere / "网 站"
    done = run(elsewhere, "site", "--lang", "zh", "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert (out / "wizard" / "index.html").is_file()
    texts = [p for p in out.rglob("*") if p.suffix in (".html", ".json", ".xml", ".txt", ".js")]
    assert len(texts) > 100
    assert [path for path in texts if b"\r\n" in path.read_bytes()] == []
