"""The wheels: built alike each time, true to their records, and computing where nothing else is."""

import base64
import csv
import hashlib
import io
import json
import os
import subprocess
import sys
import tomllib
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

import eligibility
from clauses.cases import all_cases
from docs.site.inserts import Inserts
from docs.site.language import EN, ZH, Language
from docs.site.programs import Programs
from tests.policy import compiled, policy
from wizard.packing.runtime import ROOT, node
from wizard.packing.wheel import PACKAGES, wheels

BARE_PYODIDE = Path(__file__).with_name("bare_pyodide.mjs")


@pytest.fixture(scope="module")
def programs() -> Programs:
    return Programs.of(compiled())


@pytest.fixture(scope="module")
def inserts(programs: Programs) -> Inserts:
    return Inserts(programs, EN, "compute/")


@pytest.fixture(scope="module")
def folder(programs: Programs, inserts: Inserts, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the page tells readers to make it: what is downloaded, and the programs."""
    folder = tmp_path_factory.mktemp("elsewhere")
    for path, content in programs.files.items():
        (folder / Path(path).name).write_bytes(content)
    for name in ("assess.py", "memo.py"):
        (folder / name).write_text(inserts.snippet(name), "utf-8")
    return folder


@pytest.fixture(scope="module")
def environment(folder: Path, inserts: Inserts) -> dict[str, str]:
    """The environment of a shell in which `install.sh` of the page has been run, and nothing else.

    The package index is closed, as on a machine without a network.
    """
    kept = ("HOME", "LANG", "LC_ALL", "SYSTEMROOT", "TMPDIR")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    environment |= {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.defpath}",
                    "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}  # fmt: skip
    done = shell(folder, inserts.snippet("install.sh"), environment)
    assert done.stdout.splitlines()[-3:] == [
        "a 03-industrial-investment payable 22999999.50",
        "b 11-design-centre needs-facts None",
        "22999999.50",
    ]
    return environment


def shell(
    folder: Path, commands: str, environment: dict[str, str], *, status: int = 0
) -> "subprocess.CompletedProcess[str]":
    """Run commands of the page in a folder, as a reader would."""
    done = subprocess.run(
        ["sh", "-eu", "-c", commands],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == status, done.stderr
    return done


# the files


def test_the_same_sources_give_the_same_bytes(programs: Programs, tmp_path: Path) -> None:
    for wheel in wheels(tmp_path):
        assert wheel.read_bytes() == programs.files[f"compute/{wheel.name}"]


def test_the_packages_are_those_of_the_project_file() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    listed = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert listed == [f"wizard/{name}" for name in PACKAGES]


@pytest.mark.parametrize("name", ["plain", "compiled"])
def test_the_metadata_say_what_it_is_and_name_no_address(programs: Programs, name: str) -> None:
    file = getattr(programs, name)
    with zipfile.ZipFile(io.BytesIO(programs.files[f"compute/{file}"])) as archive:
        files = archive.namelist()
        (told,) = [archive.read(one).decode() for one in files if one.endswith("/METADATA")]
    said = Parser().parsestr(told)
    assert said["Name"] == "ningbo-manufacturing-policy"
    assert said["Version"] == eligibility.VERSION
    assert said["License-Expression"] == "MIT"
    assert said["Summary"]
    assert "://" not in told
    needed = [line for line in said.get_all("Requires-Dist", []) if "extra ==" not in line]
    assert needed == []
    assert [one for one in files if one.endswith("/licenses/LICENSE")]
    assert {f"{package}/py.typed" for package in PACKAGES} <= set(files)
    assert {one.partition("/")[0] for one in files if ".dist-info" not in one} == set(PACKAGES)


def test_the_compiled_wheel_has_a_true_record_and_its_own_tag(programs: Programs) -> None:
    content = programs.files[f"compute/{programs.compiled}"]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
        dates = {entry.date_time for entry in archive.infolist()}
    (info,) = {name.partition("/")[0] for name in files if ".dist-info/" in name}
    tag = f"cp{sys.version_info[0]}{sys.version_info[1]}-none-any"
    assert programs.compiled.endswith(f"-{tag}.whl")
    assert f"\nTag: {tag}\n" in files[f"{info}/WHEEL"].decode()
    assert len(dates) == 1
    assert not [name for name in files if name.endswith(".py")]
    rows = list(csv.reader(files[f"{info}/RECORD"].decode().splitlines()))
    assert {row[0] for row in rows} == set(files)
    for name, digest, size in rows:
        if name != f"{info}/RECORD":
            held = base64.urlsafe_b64encode(hashlib.sha256(files[name]).digest()).decode()
            assert (digest, size) == (f"sha256={held.rstrip('=')}", str(len(files[name]))), name


def test_the_policy_of_a_result_is_the_digest_of_the_policy_document(programs: Programs) -> None:
    digest = programs.digest(f"compute/{programs.policy}")
    assert programs.assessment["policy"] == f"sha256:{digest}"


# a bare environment


def test_the_engine_needs_no_other_package(folder: Path, environment: dict[str, str]) -> None:
    listed = json.loads(
        shell(folder, "venv/bin/python -m pip list --format json", environment).stdout
    )
    assert {entry["name"] for entry in listed} == {"pip", "ningbo-manufacturing-policy"}


def test_the_command_line_gives_the_assessment_of_the_example(
    folder: Path, environment: dict[str, str], programs: Programs, inserts: Inserts
) -> None:
    done = shell(folder, inserts.snippet("command.sh"), environment)
    assert json.loads(done.stdout) == programs.assessment
    refused = inserts.snippet("command.sh").replace(
        "application.json", "policy-document.schema.json"
    )
    told = shell(folder, refused, environment, status=2)
    assert told.stderr == "$.claims: found nothing; allowed: a list of claims\n"
    missing = inserts.snippet("command.sh").replace("application.json", "nothing.json")
    assert "nothing.json" in shell(folder, missing, environment, status=2).stderr


def test_every_worked_case_comes_to_the_same_in_a_bare_environment(
    folder: Path, environment: dict[str, str], programs: Programs
) -> None:
    applications = [case.application for case in all_cases()]
    (folder / "cases.json").write_text(json.dumps(applications), "utf-8")
    program = (
        "import json, eligibility\n"
        f"policy = eligibility.Policy.from_document(json.load(open({programs.policy!r}, 'rb')))\n"
        "found = [eligibility.assess(policy, one) for one in json.load(open('cases.json'))]\n"
        "print(json.dumps(found))\n"
    )
    (folder / "cases.py").write_text(program, "utf-8")
    found = json.loads(shell(folder, "venv/bin/python cases.py", environment).stdout)
    assert found == [eligibility.assess(policy(), one) for one in applications]


def test_a_notebook_installs_with_its_first_cell(
    folder: Path, environment: dict[str, str], inserts: Inserts
) -> None:
    """`%pip` runs pip with the Python of the notebook; the second cell is `assess.py`."""
    magic, _, arguments = inserts.snippet("cell.txt").strip().partition(" ")
    assert magic == "%pip"
    pip = "venv/bin/python -m pip"
    shell(folder, f"{pip} uninstall --yes ningbo-manufacturing-policy", environment)
    shell(folder, f"{pip} {arguments}", environment)
    cell = subprocess.run(
        [str(folder / "venv" / "bin" / "python"), "-"],
        input=inserts.snippet("assess.py"),
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
    )
    assert cell.stdout.endswith("\n22999999.50\n"), cell.stderr


@pytest.mark.parametrize(("language", "total"), [(ZH, "22,999,999.50元"), (EN, "22,999,999.50")])
def test_the_results_in_words_need_no_other_package_either(
    folder: Path,
    environment: dict[str, str],
    programs: Programs,
    language: Language,
    total: str,
) -> None:
    inserts = Inserts(programs, language, "compute/")
    (folder / "memo.py").write_text(inserts.snippet("memo.py"), "utf-8")
    told = shell(folder, inserts.snippet("words.sh"), environment | {"PYTHONUTF8": "1"}).stdout
    assert total in told


# a bare Pyodide


def test_the_compiled_wheel_computes_in_a_bare_pyodide(folder: Path, programs: Programs) -> None:
    cases = [case.application for case in all_cases()][::20]
    given = {"policy": programs.files[f"compute/{programs.policy}"].decode(),
             "applications": [json.dumps(case) for case in cases]}  # fmt: skip
    told = node(str(BARE_PYODIDE), str(folder / programs.compiled), text=lambda: json.dumps(given))
    answer = json.loads(told)
    assert answer["file"].endswith("/eligibility/__init__.pyc")
    assert answer["assessments"] == [eligibility.assess(policy(), case) for case in cases]
