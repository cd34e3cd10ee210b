"""Packing gives the same bytes each time, and an archive of compiled modules only."""

import gzip
import importlib.util
import json
import zipfile
from concurrent.futures import CancelledError
from pathlib import Path

import pytest
from jinja2 import ModuleLoader

from clauses.wizard_part import policy_bytes
from results.environment import READY_MADE
from tests.made_editions import DRAFT, ISSUED, LATER, read, small_editions
from tests.made_once import made_once
from tests.policy import compiled, document
from tests.wizard.imported import unpacked
from wizard.packing.archive import (
    FOR_THE_BUILD,
    FOR_THE_COMMAND_LINE,
    FROM_OUTSIDE,
    OWN,
    USES,
    pack,
)
from wizard.packing.assets import FOLDER, WITH_THE_PAGE, WizardAssets
from wizard.packing.offline import SCRIPT, SEARCH
from wizard.packing.patched_stdlib import REPLACED, patched, ready_made
from wizard.packing.runtime import ROOT, SHIPPED, PackingError, check_python, find_runtime
from wizard.page.place import FOLDERS, PagePlace

PLACES = [PagePlace(language) for language in FOLDERS]


def policy() -> str:
    return policy_bytes(document()).decode()


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Path]]:
    """Pack from nothing, once in a run of the tests, and with what is kept from before."""
    anew = made_once(tmp_path_factory, "packed", lambda cache: pack(find_runtime(), policy, cache))
    return [pack(find_runtime(), policy, cache) for cache in (anew, ROOT / ".cache" / "wizard")]


def test_two_packs_are_the_same_to_the_byte(archives: list[dict[str, Path]]) -> None:
    first, second = ({use: path.read_bytes() for use, path in one.items()} for one in archives)
    assert first == second


@pytest.mark.parametrize("use", USES)
def test_an_archive_holds_compiled_modules_stored_and_without_dates(
    archives: list[dict[str, Path]], use: str
) -> None:
    with zipfile.ZipFile(archives[0][use]) as archive:
        entries = archive.infolist()
        assert [e.filename for e in entries if e.filename.endswith((".py", ".so"))] == []
        assert {e.compress_type for e in entries} == {zipfile.ZIP_STORED}
        assert {e.date_time for e in entries} == {(1980, 1, 1, 0, 0, 0)}
        for entry in entries:
            if entry.filename.endswith(".pyc"):
                head = archive.read(entry)[:8]
                assert head == importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little")


@pytest.fixture(scope="module")
def held(archives: list[dict[str, Path]]) -> dict[str, set[str]]:
    """The names in each archive, by its use."""
    return {use: set(zipfile.ZipFile(path).namelist()) for use, path in archives[0].items()}


LEFT_OUT = (FOR_THE_BUILD, FOR_THE_COMMAND_LINE)


def test_the_archives_hold_engine_renderer_form_and_what_they_load(
    held: dict[str, set[str]],
) -> None:
    for name, folder in OWN.items():
        files = [path.relative_to(folder).as_posix() for path in folder.rglob("*.py")]
        wanted = {f"{name}/{file}c" for file in files if file not in LEFT_OUT}
        later = name in ("results", "between_editions")
        assert wanted - held["results" if later else "archive"] == set()
    assert {f"{name}/__init__.pyc" for name in FROM_OUTSIDE} <= held["results"]
    started = {"_pyodide/__init__.pyc", "pyodide/__init__.pyc", "json/decoder.pyc"}
    assert started <= held["archive"]
    unused = ("test", "ctypes", "markupsafe/_speed", "subprocess", "socket", "asyncio/events",
              "xlsxwriter", "recorder")  # fmt: skip
    assert [n for n in held["archive"] | held["results"] if n.startswith(unused)] == []


def test_a_package_lies_in_one_archive_and_a_module_in_one_only(held: dict[str, set[str]]) -> None:
    tops = [{name.partition("/")[0] for name in names} for names in held.values()]
    assert sum(map(len, tops)) == len(set().union(*tops))


def test_the_first_sum_waits_for_nothing_that_only_results_need(
    archives: list[dict[str, Path]], held: dict[str, set[str]]
) -> None:
    assert not {"jinja2/__init__.pyc", "html/entities.pyc", "pickle.pyc"} & held["archive"]
    sizes = {use: path.stat().st_size for use, path in archives[0].items()}
    assert sizes["archive"] < sizes["results"]


def test_the_browser_compiles_no_template(
    archives: list[dict[str, Path]], held: dict[str, set[str]]
) -> None:
    names = held["results"]
    templates = [path.name for path in (OWN["results"] / "templates").iterdir()]
    assert [name for name in names if name.startswith("results/templates")] == []
    modules = {ModuleLoader.get_module_filename(name) for name in templates}
    for language in ("zh", "en"):
        assert {f"results/{READY_MADE}/{language}/{module}c" for module in modules} <= names


NOT_REACHED = {
    "consoles and scripts of their own": {"__main__", "argparse", "doctest"},
    "for the checking of types alone": {"typing_extensions"},
    "another system than the browser’s": {"_winapi", "nt", "encodings.mbcs", "_threading_local"},
    "Python in the place of what is compiled in": {"_pydatetime", "_pydecimal", "_pyodide_core"},
    "the import system, which Python has in itself": {"importlib._bootstrap"},
    "messages and marks of development": {"logging", "tracemalloc", "importlib.metadata"},
    "parts of Jinja2 that no template uses": {"jinja2.constants", "jinja2.ext", "jinja2.sandbox"},
    "archives of other kinds": {"lzma", "tarfile", "py_compile"},
    "parts of `random` that nothing calls": {"statistics"},
    "`Counter.most_common`, which nothing here calls (see the test)": {"heapq"},
}
"""What a packed module would import, and why it never comes to that."""


def test_what_is_imported_in_the_middle_of_a_function_is_packed_too(
    archives: list[dict[str, Path]],
) -> None:
    missing = unpacked(archives[0].values())
    assert {name for name, by in missing.items() if by & set(OWN)} == set()
    assert set(missing) <= set().union(*NOT_REACHED.values())
    sources = [path for folder in OWN.values() for path in folder.rglob("*.py")]
    assert [path for path in sources if "most_common" in path.read_text("utf-8")] == []


def test_what_only_workbooks_need_lies_in_an_archive_of_its_own(held: dict[str, set[str]]) -> None:
    assert {"xlsxwriter/workbook.pyc", "xlsxwriter/worksheet.pyc"} <= held["workbook"]


def packed(cache: Path) -> WizardAssets:
    """A wizard that has all that it needs."""
    with WizardAssets(cache) as wizard:
        wizard.policies = [compiled()]
    return wizard


@pytest.fixture(scope="module")
def cache() -> Path:
    """The folder for what is packed, used by several wizards and by the builds of the site."""
    return ROOT / ".cache"


def test_a_wizard_installs_everything_that_its_page_names(tmp_path: Path, cache: Path) -> None:
    wizard = packed(cache)
    for place in PLACES:  # which the site has rendered before, with what its theme asks for
        for made in (
            tmp_path / place.page / "index.html",
            tmp_path / place.page / place.home / SEARCH,
        ):
            made.parent.mkdir(parents=True, exist_ok=True)
            made.resolve().parent.mkdir(parents=True, exist_ok=True)
            made.resolve().write_text("")
    wizard.install(tmp_path)
    folder = tmp_path / FOLDER
    assert (tmp_path / wizard.script).is_file()
    assert (tmp_path / wizard.stylesheet).is_file()
    for use, name in wizard.files.items():
        beside = [tmp_path / place.page / WITH_THE_PAGE for place in PLACES]
        assert all((place / name).exists() for place in (beside if use == "worker" else [folder]))
        assert name in wizard.page("zh") or f"{FOLDER}{name}" in (wizard.script, wizard.stylesheet)
    shipped = {name + suffix for name in SHIPPED for suffix in ("", ".gz")}
    assert {p.name for p in (folder / wizard.files["runtime"]).iterdir()} == shipped
    for copy in folder.rglob("*.gz"):
        assert gzip.decompress(copy.read_bytes()) == copy.with_suffix("").read_bytes()
    (published,) = folder.glob("policy-*.json")
    assert json.loads(published.read_text("utf-8")) == document()
    assert published.name in wizard.page("zh")
    for place in PLACES:
        listed = (tmp_path / place.page / SCRIPT).read_text("utf-8")
        assert all(name in listed for name in (*SHIPPED, wizard.files["archive"]))
    assert packed(cache).files == wizard.files


def test_each_edition_has_its_wizard_and_all_share_what_they_run_on(
    tmp_path: Path, cache: Path
) -> None:
    root = small_editions(tmp_path)
    out = tmp_path / "site"
    with WizardAssets(cache, root) as wizard:
        wizard.policies = read(root, ISSUED, DRAFT, LATER)
    assert [place.page for place in wizard.places] == [
        "wizard/", "en/wizard/", f"{DRAFT}/wizard/", f"en/{DRAFT}/wizard/",
        f"{LATER}/wizard/", f"en/{LATER}/wizard/",
    ]  # fmt: skip
    for place in wizard.places:
        html = wizard.page(place.language, place.edition or ISSUED)
        for made in (out / place.page / "index.html", out / place.page / place.home / SEARCH):
            made.parent.mkdir(parents=True, exist_ok=True)
            made.resolve().write_text(html, "utf-8")
    wizard.install(out)
    folder = out / FOLDER
    policies = {json.loads(p.read_text("utf-8"))["edition"]: p.name
                for p in folder.glob("policy-*.json")}  # fmt: skip
    assert set(policies) == {ISSUED, DRAFT, LATER}
    assert len(list(folder.glob("parts-*.json"))) == 6
    assert len(list(folder.glob("app-*.zip"))) == len(list(folder.glob("pyodide-*"))) == 1
    for place in wizard.places:
        own = policies[place.edition or ISSUED]
        html = (out / place.page / "index.html").read_text("utf-8")
        for name in policies.values():
            assert (f'data-policy="{place.root}{FOLDER}{name}"' in html) == (name == own)
        script = (out / place.page / SCRIPT).read_text("utf-8")
        listed = json.loads(script.partition(";\n")[0].removeprefix("const RELEASE="))["files"]
        for file in listed:
            assert (out / place.page / file["at"]).resolve().exists(), file["at"]
        kept = {file["at"].rpartition("/")[2]: file["later"] for file in listed}
        assert {name: later for name, later in kept.items() if name.startswith("policy-")} == {
            name: name != own
            for name in policies.values()  # another one only if asked for
        }
        assert all(f'data-against="{place.root}{FOLDER}{name}"' in html
                   for name in policies.values() if name != own)  # fmt: skip
        others = {other.edition or ISSUED for other in wizard.places} - {place.edition or ISSUED}
        for other in others:
            below = "wizard/" if other == ISSUED else f"{other}/wizard/"
            assert f'href="{place.home}{below}" data-other-edition' in html
        assert (out / place.page / WITH_THE_PAGE / wizard.files["worker"]).is_file()


def test_another_minor_version_of_python_is_refused_by_name() -> None:
    with pytest.raises(PackingError, match=r"browser runs Python 3\.14"):
        check_python("3.14.2", importlib.util.MAGIC_NUMBER.hex())
    with pytest.raises(PackingError, match="another form"):
        check_python("3.13.2", "00000000")


def test_a_missing_runtime_is_named_with_its_remedy(tmp_path: Path) -> None:
    with pytest.raises(PackingError, match=r"build\.py setup"):
        find_runtime(tmp_path)
    (tmp_path / "package.json").write_text('{"version": "0.27.0"}')
    with pytest.raises(PackingError, match=r"0\.27\.0.*build.py setup"):
        find_runtime(tmp_path)


def test_whoever_asks_for_a_file_meets_the_reason_why_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wizard.packing.assets.find_runtime", lambda: find_runtime(tmp_path))
    with WizardAssets(tmp_path) as wizard, pytest.raises(PackingError, match=r"build\.py setup"):
        _ = wizard.script


def test_packing_ends_where_the_policy_was_not_read(tmp_path: Path) -> None:
    with WizardAssets(tmp_path) as wizard:
        pass  # the policy has faults
    with pytest.raises(CancelledError):
        _ = wizard.files


LIBRARY = find_runtime().standard_library()


@pytest.mark.parametrize("name", REPLACED)
def test_a_library_whose_replaced_modules_are_other_ones_is_refused(name: str) -> None:
    patched(LIBRARY)
    with pytest.raises(PackingError, match=f"{name} is not in"):
        patched({other: content for other, content in LIBRARY.items() if other != name})
    with pytest.raises(PackingError, match=f"{name} is not the module"):
        patched({**LIBRARY, name: LIBRARY[name] + b"\n"})


@pytest.mark.parametrize("name", ["importlib/abc.py", "dataclasses.py"])
def test_a_library_without_the_text_of_a_patch_is_refused(name: str) -> None:
    for content in (b"", LIBRARY[name] * 2):
        with pytest.raises(PackingError, match=rf"{name} has .* [02] times"):
            patched({**LIBRARY, name: content})


def test_a_dataclasses_that_writes_its_methods_otherwise_is_refused() -> None:
    source = LIBRARY["dataclasses.py"]
    assert ready_made(source).count(b"_ready_made") == 2
    with pytest.raises(PackingError, match=r"dataclasses\.py has “exec"):
        ready_made(source.replace(b"exec(txt, ", b"exec(text, "))
