"""The list of files that the browser keeps: all that the page loads, by hash, from its folder."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from wizard.packing.offline import SCRIPT, SEARCH, write_offline
from wizard.page.place import PagePlace

PAGE = """<!doctype html><link rel="icon" href="../assets/icon.svg"><link rel="next" href="../a/">
<link rel="stylesheet" href="../assets/a.css"><script src="../assets/a.js"></script>
<a href="../b/">b</a>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one page with the files that it loads."""
    files = {"wizard/index.html": PAGE,
             "assets/icon.svg": "", "assets/a.css": "", "assets/a.js": "",
             "assets/app.zip": "zip", "assets/app.zip.gz": "gz",
             SEARCH: "{}"}  # fmt: skip
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def listed(site: Path) -> tuple[str, dict[str, Any]]:
    """Write the service worker; return the name of the release and its files by address."""
    write_offline(site, PagePlace("zh"), b"work()", ["assets/app.zip"])
    head, _, rest = (site / "wizard" / SCRIPT).read_text().partition(";\n")
    assert rest == "work()"
    release = json.loads(head.removeprefix("const RELEASE="))
    return release["name"], {file.pop("at"): file for file in release["files"]}


def test_everything_that_the_page_loads_is_listed_and_no_page_beside_it(site: Path) -> None:
    _, files = listed(site)
    assert set(files) == {"./", "../assets/icon.svg", "../assets/a.css", "../assets/a.js",
                          "../assets/app.zip", "../search/search_index.json"}  # fmt: skip
    assert [at for at, file in files.items() if file["packed"]] == ["../assets/app.zip"]
    assert files["./"]["sha256"] == hashlib.sha256(PAGE.encode()).hexdigest()


def test_what_is_loaded_on_demand_is_marked(site: Path) -> None:
    (site / "assets" / "more.zip").write_text("more")
    write_offline(
        site, PagePlace("zh"), b"", ["assets/app.zip"], ["assets/app.zip", "assets/more.zip"]
    )
    head = (site / "wizard" / SCRIPT).read_text().partition(";\n")[0]
    files = json.loads(head.removeprefix("const RELEASE="))["files"]
    assert [file["at"] for file in files if file["later"]] == ["../assets/more.zip"]


@pytest.mark.parametrize("changed", ["wizard/index.html", "assets/a.css", "assets/app.zip"])
def test_a_changed_file_makes_another_release(site: Path, changed: str) -> None:
    before, _ = listed(site)
    assert listed(site)[0] == before
    with (site / changed).open("a") as file:
        file.write(" ")
    assert listed(site)[0] != before


def test_a_page_that_loads_from_another_host_stops_the_build(site: Path) -> None:
    page = site / "wizard" / "index.html"
    page.write_text(page.read_text() + '<script src="https://elsewhere.example/a.js"></script>')
    with pytest.raises(ValueError, match="own host"):
        listed(site)
