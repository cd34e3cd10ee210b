"""The command line: what it prints, where, and with which exit status."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import build
from tests.clauses.edits import second_edition
from tests.command_line import ROOT, run, start

MAJOR = {"claims": [{"id": "a", "award": "02-major-project", "subject": "Line 4"}]}


# help


def test_help_names_every_command_with_examples_and_the_exit_statuses() -> None:
    told = start("--help").stdout
    for word in ("setup", *build.COMMANDS, "examples", "exit status: 0 done"):
        assert word in told


def test_every_module_with_a_run_is_a_command() -> None:
    folder = ROOT / "docs" / "commands"
    runs = {path.stem for path in folder.glob("*.py") if "\ndef run(" in path.read_text("utf-8")}
    assert runs == set(build.COMMANDS)


@pytest.mark.parametrize("command", build.COMMANDS)
def test_each_command_has_help_of_its_own(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        build.main([command, "--help", "--lang", "en"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith(f"usage: build.py {command}")
    for status in ("0 done", "1 the files", "2 wrong use", "3 rows", "130 stopped"):
        assert status in said


def copied(folder: Path) -> Path:
    """Copy the policy and the commands, without .venv, to which a command would turn."""
    for name in ("clauses", "docs", "wizard"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "build.py", folder)
    return folder


def test_without_the_packages_it_says_how_to_set_up(tmp_path: Path) -> None:
    top = copied(tmp_path)
    for command in ("check", "site", "serve"):
        bare = [sys.executable, "-S", "-E", str(top / "build.py"), command]  # no site-packages
        done = subprocess.run(bare, capture_output=True, encoding="utf-8", cwd=top)
        assert done.returncode == 2
        assert done.stderr.endswith("run python3 build.py setup (on Windows: py build.py setup)\n")
        assert len(done.stderr.splitlines()) == 1


def test_after_a_setup_that_broke_off_it_says_how_to_set_up() -> None:
    broken = (
        "import sys, build; sys.path = [one for one in sys.path if not one.endswith('wizard')]; "
        "sys.exit(build.main(['check']))"
    )
    done = subprocess.run([sys.executable, "-c", broken], capture_output=True, encoding="utf-8",
                          cwd=ROOT)  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith("build.py: eligibility is not installed here: run python3")


@pytest.mark.parametrize("args", [[], ["publish"], ["assess"], ["serve", "--port", "80000"]])
def test_wrong_use_ends_with_2(args: list[str]) -> None:
    done = run(*args)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: build.py")


# language

SAID: dict[str, tuple[tuple[str, ...], str]] = {
    "help": (("--help",), "退出状态："),
    "help of a command": (("check", "--help"), "检查政策的全部文件。"),
    "no command": ((), "缺少参数：COMMAND"),
    "an unknown option": (("check", "--fast"), "不认识的参数：--fast"),
    "a name with a blank": (
        ("revise", "我的", "文本.docx", "--date", "2021-01-01"),
        '"我的 文本.docx"',
    ),
    "three words": (("diff", "2020-03-16", "我的", "文本.docx"), "前后加半角引号"),
    "the dash of a text": (("revise", "a.docx", "—date", "2021-01-01"), "连字符：--date"),
    "another date": (
        ("revise", "a.docx", "--date", "2021-01-01", "--announced", "2021-13-05"),
        "--announced 2021-13-05",
    ),
    "no such port": (("serve", "--port", "80000"), "不是端口"),
    "no such file": (("assess", "nowhere.json"), "无法读取 nowhere.json"),
    "an address in part": (("site", "--url", "example.org"), "请写完整的网址"),
    "the project as target": (("site", "--out", str(ROOT)), "这里是项目本身"),
    "a file as target": (("site", "--out", str(ROOT / "README.md")), "是文件，请写文件夹"),
    "a refusal": (("assess", "-"), "JSON"),
    "check": (("check",), "没有问题"),
}


@pytest.mark.parametrize(("args", "said"), SAID.values(), ids=SAID.keys())
def test_where_the_machine_speaks_chinese_the_commands_do(args: tuple[str, ...], said: str) -> None:
    done = run(*args, locale="zh_CN.UTF-8")
    assert said in done.stdout + done.stderr
    assert any("一" <= sign <= "鿿" for sign in done.stdout + done.stderr)


@pytest.mark.parametrize(("locale", "asked"), [("zh_CN.UTF-8", "en"), ("C.UTF-8", "zh")])
def test_the_language_asked_for_goes_before_that_of_the_machine(locale: str, asked: str) -> None:
    for option in ([f"--lang={asked}"], ["--lang", asked]):
        told = run("assess", *option, "nowhere.json", locale=locale).stderr
        assert ("无法读取" in told, "cannot read" in told) == (asked == "zh", asked == "en")


# check


def test_check_says_in_one_line_that_there_is_no_fault() -> None:
    done = start("check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("41 clauses, ")
    assert "no fault" in done.stdout
    assert "of 161 figures and levels of the text 147 claimed, 14 excused" in done.stdout
    assert done.stdout.count("\n") == 1


def test_check_tells_every_fault_and_ends_with_1(tmp_path: Path) -> None:
    copy = copied(tmp_path)
    (copy / "clauses" / "glossary.yml").unlink()
    file = copy / "clauses" / "2020-03-16" / "06.yml"
    file.write_text(file.read_text("utf-8").replace("number: 6", "number: 60", 1), "utf-8")
    source = copy / "clauses" / "2020-03-16" / "source.txt"
    source.write_text(source.read_text("utf-8").replace("39 亿元", "93 亿元", 1), "utf-8")
    done = start("check", root=copy)
    assert (done.returncode, done.stdout) == (1, "")
    assert "2020-03-16/06.yml:1  number" in done.stderr
    assert "glossary.yml:1  (whole file)" in done.stderr
    assert (
        "2020-03-16/39.yml:7  paragraphs[0].zh\n    found:   “…市级财政每年安排39亿元专项资金，并…”"
        in done.stderr
    )
    assert done.stderr.rstrip().endswith("nothing was built.")
    assert done.stderr.startswith("Fix these first; the others may come from them.\n")
    told = start("check", "--lang", "zh", root=copy).stderr
    assert told.startswith("请先改下面这些，其他问题可能由此引起。\n2020-03-16/06.yml:1  number\n")
    assert "glossary.yml:1  （整个文件）\n    问题：      没有这个文件\n" in told


def test_an_application_without_end_is_refused() -> None:
    done = run("assess", "/dev/zero")
    assert (done.returncode, done.stdout) == (2, "")
    assert "more than 10000000 bytes" in done.stderr


# assess


def test_assess_prints_the_assessment_as_json(tmp_path: Path) -> None:
    file = tmp_path / "application.json"
    file.write_text(json.dumps(MAJOR), "utf-8")
    done = run("assess", str(file))
    assert (done.returncode, done.stderr) == (0, "")
    assessment = json.loads(done.stdout)
    assert [award["status"] for award in assessment["awards"]] == ["discretionary"]


def test_assess_reads_standard_input_and_a_byte_order_mark() -> None:
    done = start("assess", "-", stdin="\ufeff" + json.dumps(MAJOR))
    assert done.returncode == 0
    assert json.loads(done.stdout)["edition"] == "2020-03-16"


@pytest.mark.parametrize(("language", "word"), [("zh", "征求意见稿"), ("en", "raft for comment")])
def test_assess_prints_for_people(language: str, word: str) -> None:
    done = run("assess", "--lang", language, "-", stdin=json.dumps(MAJOR))
    assert (done.returncode, done.stderr) == (0, "")
    assert word in done.stdout


REFUSED: dict[str, tuple[Any, str]] = {
    "not JSON": ("{", "build.py assess:"),
    "not an object": ("[]", "build.py assess:"),
    "no claims": ({}, "$.claims"),
    "an unknown edition": ({"edition": "1999-01-01", **MAJOR}, "$.edition"),
    "an unknown award": (
        {"claims": [{"id": "a", "award": "99-x", "subject": "s"}]}, "$.claims[0].award"),
    "two claims with one id": ({"claims": MAJOR["claims"] * 2}, "$.claims[1].id"),
    "no subject": ({"claims": [{"id": "a", "award": "02-major-project"}]}, "$.claims[0].subject"),
    "a malformed payment": (
        {**MAJOR, "paid": [{"award": "02-major-project", "subject": "s", "amount": "much"}]},
        "$.paid[0]"),
    "not UTF-8": (b'{"claims": "\xff"}', "not UTF-8"),
}  # fmt: skip


@pytest.mark.parametrize(("application", "told"), REFUSED.values(), ids=REFUSED.keys())
def test_a_refused_application_gives_one_clear_line_and_ends_with_2(
    application: Any, told: str
) -> None:
    text = application if isinstance(application, str | bytes) else json.dumps(application)
    done = run("assess", "-", stdin=text)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["nowhere.json", "."])
def test_a_file_that_cannot_be_read_is_named(name: str) -> None:
    done = run("assess", name)
    assert done.returncode == 2
    assert done.stderr.startswith(f"build.py assess: cannot read {name}: ")


def test_the_second_answer_reads_no_policy_file() -> None:
    run("assess", "-", stdin=json.dumps(MAJOR))
    program = (
        "import sys, build; build.main(['assess', '-']); "
        "print(sorted({'pydantic', 'yaml'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=json.dumps(MAJOR),
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    assert done.stderr == "[]\n"


def test_a_reader_that_goes_away_is_no_error() -> None:
    many = {"claims": [{**MAJOR["claims"][0], "id": str(n)} for n in range(500)]}
    command = [sys.executable, str(ROOT / "build.py"), "assess", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin and process.stdout and process.stderr
        process.stdin.write(json.dumps(many).encode())
        process.stdin.close()
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""


# schema


def test_schema_writes_a_file_for_each_kind(tmp_path: Path) -> None:
    done = run("schema", "--out", str(tmp_path / "schema"))
    assert done.returncode == 0
    assert (tmp_path / "schema" / "clause.schema.json").is_file()


# site


def test_site_never_builds_over_anything_that_is_no_site(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("dear", "utf-8")
    for folder in (tmp_path, ROOT, ROOT.parent, tmp_path / "letters.txt"):
        done = run("site", "--out", str(folder))
        assert (done.returncode, done.stdout) == (2, "")
        assert "--out" in done.stderr
    assert (tmp_path / "letters.txt").read_text("utf-8") == "dear"


def test_site_says_in_one_line_that_the_disk_takes_no_more(tmp_path: Path) -> None:
    """Simulate a full disk with a limit on the size of a file."""
    out = tmp_path / "site"
    program = (
        "import resource, sys, build; resource.setrlimit(resource.RLIMIT_FSIZE, (90_000, 90_000)); "
        f"sys.exit(build.main(['site', '--out', {str(out)!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.rstrip().endswith("Nothing was built; the former site is as it was.")
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["example.org", "ftp://example.org/", "https://", "/policy/"])
def test_site_wants_a_whole_address(url: str) -> None:
    done = run("site", "--url", url)
    assert (done.returncode, done.stdout) == (2, "")
    assert "give a whole address" in done.stderr


# several editions

LATER = "2099-01-01"
CLAIM = {"id": "a", "award": "03-industrial-investment", "subject": "四号线", "date": "2021-06-30",
         "facts": {"selected": True, "actual_input": "10000000000"}}  # fmt: skip


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy with a later edition, issued, that gives another ceiling to clause 3."""
    copy = copied(tmp_path_factory.mktemp("two"))
    root = copy / "clauses"
    folder = second_edition(root, LATER, state="issued")
    clause = (folder / "03.yml").read_text("utf-8")
    edited = clause.replace("3000万元", "2000万元").replace("RMB 30 million", "RMB 20 million")
    (folder / "03.yml").write_text(edited, "utf-8")
    head, heading, rest = (folder / "source.txt").read_text("utf-8").partition("3、支持企业")
    text, count = re.subn("3000( ?)万元", r"2000\1万元", rest, count=1)
    assert count == 1
    (folder / "source.txt").write_text(head + heading + text, "utf-8")
    return copy


def test_assess_computes_under_the_edition_that_is_asked_for(two: Path) -> None:
    given = json.dumps({"claims": [CLAIM]})
    found = {}
    for arguments in ([], ["--edition", "2020-03-16"], ["--edition", LATER]):
        done = start("assess", *arguments, "-", stdin=given, root=two)
        assert (done.returncode, done.stderr) == (0, "")
        assessment = json.loads(done.stdout)
        found[tuple(arguments[1:])] = (assessment["edition"], assessment["awards"][0]["amount"])
    assert found == {
        (): ("2020-03-16", "30000000"),
        ("2020-03-16",): ("2020-03-16", "30000000"),
        (LATER,): (LATER, "20000000"),
    }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_application_that_names_another_edition_is_refused_with_what_to_do(
    two: Path, language: str
) -> None:
    given = json.dumps({"edition": LATER, "claims": [CLAIM]})
    done = start("assess", "--lang", language, "-", stdin=given, root=two)
    assert (done.returncode, done.stdout) == (2, "")
    assert "$.edition" in done.stderr
    assert f"--edition {LATER}" in done.stderr
    told = start("assess", "--lang", language, "--edition", LATER, "-", stdin=given, root=two)
    assert told.returncode == 0
    assert LATER in told.stdout
    assert {"zh": "测算备忘（按政策文字", "en": "wording of the policy"}[language] in told.stdout


def test_an_edition_that_is_in_no_folder_is_refused(two: Path) -> None:
    known = json.dumps({"edition": "1999-01-01", "claims": [CLAIM]})
    done = start("assess", "-", stdin=known, root=two)
    assert "$.edition" in done.stderr
    assert "--edition" not in done.stderr
    done = start("assess", "--edition", "1999-01-01", "-", stdin="{}", root=two)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"2020-03-16, {LATER}" in done.stderr
