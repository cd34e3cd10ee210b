"""Measures the start of the wizard against the same page on an unmodified Pyodide.

    .venv/bin/python -m tests.bench.start [--site site] [--runs 7]

From the navigation to the text of a sum in the page, each time in a new browser with a new
profile (cold), then again in the same browser (warm, with what the host lets it keep), the
two variants by turns; without a limit, and on lines of 20 and 4 Mbit/s. The stock variant differs
in one response: the worker's script, which calls `loadPyodide()` with its own standard library and
unpacks the wheels.
"""

import argparse
import io
import json
import os
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import BrowserContext, Playwright, sync_playwright

from docs.site.hosting import FOR_A_YEAR, NEVER_CHANGING
from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.waiting import until
from tests.serving import SMALLEST, Line, StaticServer, serving
from wizard.packing.archive import FOR_THE_BUILD, OWN, package_files
from wizard.packing.esbuild import esbuild
from wizard.packing.page_bundles import lock_info
from wizard.packing.runtime import MODULE, SCRIPT, find_runtime

ROOT = Path(__file__).resolve().parents[2]
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])

KINDS = ("cold", "warm")
LINES = {"no limit": None, "20 Mbit/s": 20, "4 Mbit/s": 4}
"""Megabits a second."""
AIMS = {
    "no limit": {"cold": 0.36, "warm": 0.5},
    "20 Mbit/s": {"cold": 0.36, "warm": 0.5},
    "4 Mbit/s": {"cold": 0.46, "warm": 0.5},
}
"""The largest share of the start on unmodified Pyodide."""
SUM = "2,469.134万元"
STATE = {
    "form": 3,
    "roles": [],
    "topics": [],
    "subjects": [
        {"id": "s1", "kind": "project", "name": "四号线", "same": "", "planned": {}},
    ],
    "claims": [
        {
            "id": "c1",
            "award": "03-industrial-investment",
            "subject": "s1",
            "date": "2021-06-30",
            "facts": {
                "selected": "yes",
                "actual_input": {"text": "12345.67", "unit": "wan"},
            },
        }
    ],
    "paid": [],
}
WATCH = """
sessionStorage.setItem("wizard", %s);
new MutationObserver(() => {
  const shown = document.getElementById("wizard-totals")?.textContent;
  if (document.getElementById("wizard")?.dataset.started) window.usable ??= performance.now();
  if (shown?.includes(%s)) window.seen ??= performance.now();
}).observe(document, { attributes: true, childList: true, subtree: true, characterData: true });
"""


def stock_files(site: Path) -> dict[str, bytes]:
    """Return the files that make the page of a built site run on an unmodified Pyodide."""
    runtime = find_runtime()
    wheels = package_files()
    # run without -O, a mechanism reads its declaration, which the packed archive leaves out
    declaration = OWN["eligibility"] / FOR_THE_BUILD
    wheels["eligibility"] |= {f"eligibility/{FOR_THE_BUILD}": declaration.read_bytes()}
    folder = "assets/wizard/"
    (worker,) = (path.name for path in (site / "wizard" / "engine").glob("worker-*.js"))
    place = f"{folder}{next((site / folder).glob('pyodide-*')).name}/"
    with tempfile.TemporaryDirectory() as out:
        names = f"--define:WHEELS={json.dumps(list(wheels))}"
        source = ROOT / "tests" / "bench" / "stock_worker.js"
        esbuild([("worker", source)], Path(out), "--format=esm", lock_info(runtime), names)
        script = (Path(out) / "worker.js").read_bytes()
    own = {
        f"{place}{name}": (runtime.folder / name).read_bytes()
        for name in ("pyodide.mjs", SCRIPT, MODULE, "python_stdlib.zip", "pyodide-lock.json")
    }
    packed = {f"{place}{name}.whl": _wheel(files) for name, files in wheels.items()}
    return {f"wizard/engine/{worker}": script, **own, **packed}


def _wheel(files: dict[str, bytes]) -> bytes:
    wheel = io.BytesIO()
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in files.items():
            out.writestr(name, content)
    return wheel.getvalue()


@dataclass(frozen=True)
class Visit:
    """What one visit took, in milliseconds from the navigation."""

    usable: float
    """Until the form answers."""
    seen: float
    """Until the sum is in the page."""


def visits(playwright: Playwright, server: StaticServer) -> dict[str, Visit]:
    """Visit the page in a browser of its own, and again."""
    with tempfile.TemporaryDirectory() as profile:
        browser = playwright.chromium.launch_persistent_context(
            profile, executable_path=find_chromium(), args=FLAGS, locale="zh-CN"
        )
        try:
            return {kind: _visit(browser, server) for kind in KINDS}
        finally:
            browser.close()


def _visit(browser: BrowserContext, server: StaticServer) -> Visit:
    page = browser.new_page()
    page.add_init_script(WATCH % (json.dumps(json.dumps(STATE)), json.dumps(SUM)))
    page.goto(server.url + "wizard/")
    until(page, "window.seen", 120)
    page.wait_for_load_state("networkidle")
    usable, seen = page.evaluate("[window.usable, window.seen]")
    page.close()
    return Visit(usable, seen)


@contextmanager
def variants(site: Path) -> Iterator[dict[str, StaticServer]]:
    """Serve the built site and its stock variant side by side, compressed."""
    with ExitStack() as stack:
        servers = {
            "packed": stack.enter_context(serving(site, brotli=SMALLEST)),
            "stock": stack.enter_context(serving(site, brotli=SMALLEST, extra=stock_files(site))),
        }
        for server in servers.values():
            server.headers = _as_the_host_does
        yield servers


def _as_the_host_does(path: str) -> dict[str, str]:
    kept = path.removeprefix("/").startswith(NEVER_CHANGING)
    return {"Cache-Control": FOR_A_YEAR} if kept else {}


def main() -> None:
    """Print the medians, the ratios and the bytes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site (site)")
    parser.add_argument("--runs", type=int, default=7, help="runs of each variant (7)")
    args = parser.parse_args()
    with variants(args.site) as servers, sync_playwright() as playwright:
        for server in servers.values():
            visits(playwright, server)  # compresses what is sent, once
        for line, megabits in LINES.items():
            _compare(playwright, servers, line, megabits, args.runs)


def _compare(
    playwright: Playwright,
    servers: dict[str, StaticServer],
    line: str,
    megabits: float | None,
    runs: int,
) -> None:
    taken: dict[str, list[dict[str, Visit]]] = {name: [] for name in servers}
    for server in servers.values():
        server.line = Line(megabits * 1e6 / 8) if megabits else None
        server.sent.clear()
    for run in range(runs):
        order = list(servers.items())
        for name, server in order if run % 2 else reversed(order):
            taken[name].append(visits(playwright, server))
    print(f"{line}, {runs} runs")
    for kind, aim in AIMS[line].items():
        middle = {}
        for name, both in taken.items():
            times = [visit[kind].seen for visit in both]
            middle[name] = median(times)
            print(
                f"  {name:>6}: {kind} start {middle[name]:6.0f} ms "
                f"({min(times):.0f}–{max(times):.0f})"
            )
        ratio = middle["packed"] / middle["stock"]
        print(f"          {ratio:.2f} of the {kind} start on unmodified Pyodide (at most {aim})")
    usable = [visit["cold"].usable for visit in taken["packed"]]
    sent = {name: sum(server.sent.values()) / runs / 1e6 for name, server in servers.items()}
    print(f"  the form is usable after {median(usable):.0f} ms (at most {max(usable):.0f})")
    print(
        f"  {sent['packed']:.2f} MB with brotli for both visits together (at most 3.3), "
        f"stock {sent['stock']:.2f} MB"
    )


if __name__ == "__main__":
    main()
