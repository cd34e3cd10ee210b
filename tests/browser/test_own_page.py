"""The page that the site shows for computing elsewhere, on a server of its own, in Chromium."""

import shutil
from pathlib import Path

from playwright.sync_api import expect

from docs.site.inserts import Inserts
from docs.site.language import ZH
from docs.site.programs import Programs
from tests.browser.watch import OpenContext
from tests.policy import compiled
from tests.serving import serving
from wizard.packing.runtime import find_runtime

RUNTIME = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "pyodide-lock.json",
           "python_stdlib.zip")  # fmt: skip
"""What the page says to copy from the npm package."""


def test_a_page_of_ones_own_computes_and_asks_nobody_else(
    tmp_path: Path, open_context: OpenContext
) -> None:
    programs = Programs.of(compiled())
    for path, content in programs.files.items():
        (tmp_path / Path(path).name).write_bytes(content)
    (tmp_path / "pyodide").mkdir()
    for name in RUNTIME:
        shutil.copyfile(find_runtime().folder / name, tmp_path / "pyodide" / name)
    page_html = Inserts(programs, ZH, "compute/").snippet("page.html")
    (tmp_path / "page.html").write_text(page_html, "utf-8")
    icon = {"favicon.ico": b""}  # which Chromium asks for by itself
    with serving(tmp_path, extra=icon) as server, open_context(server.url) as (context, watch):
        page = context.new_page()
        page.goto(f"{server.url}page.html")
        total = programs.assessment["totals"]["max"]
        expect(page.locator("#total")).to_have_text(total, timeout=60_000)
        assert watch.problems() == []
        asked = {address.removeprefix(server.url) for address in watch.asked}
    used = {f"pyodide/{name}" for name in RUNTIME}
    used |= {"page.html", programs.compiled, programs.policy, "application.json"}
    assert asked - {"favicon.ico"} == used
