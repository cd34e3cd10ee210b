"""Measures the cold start of the wizard against the same page on an unmodified Pyodide.

    .venv/bin/python -m tests.bench.start [--site site] [--runs 7]

From the navigation to the text of a sum in the page, each time in a new browser with a new
profile, the two variants by turns. The stock variant differs in one response: the worker's script,
which calls `loadPyodide()` with its own standard library and unpacks the wheels.
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
from pathlib import Path
from statistics import median

from playwright.sync_api import Playwright, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "wizard")]
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])

from tests.browser.chromium import FLAGS, find_chromium  # noqa: E402
from tests.browser.waiting import until  # noqa: E402
from tests.serving import StaticServer, serving  # noqa: E402
from wizard.archive import package_files  # noqa: E402
from wizard.bundles import esbuild, lock_info  # noqa: E402
from wizard.runtime import find_runtime  # noqa: E402

AIM = 0.4
SUM = "2,469.134万元"
STATE = {
    "form": 2,
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
  if (window.seen || !shown?.includes(%s)) return;
  window.seen = performance.now();
}).observe(document, { childList: true, subtree: true, characterData: true });
"""


def stock_files(site: Path) -> dict[str, bytes]:
    """Return the files that make the page of a built site run on an unmodified Pyodide."""
    runtime = find_runtime()
    wheels = package_files()
    folder = "assets/wizard/"
    (worker,) = (path.name for path in (site / "wizard" / "engine").glob("worker-*.js"))
    place = f"{folder}{next((site / folder).glob('pyodide-*')).name}/"
    with tempfile.TemporaryDirectory() as out:
        names = f"--define:WHEELS={json.dumps(list(wheels))}"
        source = ROOT / "tests" / "bench" / "stock_worker.js"
        esbuild({"worker": source}, Path(out), "--format=esm", lock_info(runtime), names)
        script = (Path(out) / "worker.js").read_bytes()
    own = {
        f"{place}{name}": (runtime.folder / name).read_bytes()
        for name in ("pyodide.mjs", "python_stdlib.zip", "pyodide-lock.json")
    }
    packed = {f"{place}{name}.whl": _wheel(files) for name, files in wheels.items()}
    return {f"wizard/engine/{worker}": script, **own, **packed}


def _wheel(files: dict[str, bytes]) -> bytes:
    wheel = io.BytesIO()
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in files.items():
            out.writestr(name, content)
    return wheel.getvalue()


def cold_start(playwright: Playwright, server: StaticServer) -> float:
    """Return the milliseconds from the navigation to the sum, in a browser of its own."""
    browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
    try:
        page = browser.new_page(locale="zh-CN")
        page.add_init_script(WATCH % (json.dumps(json.dumps(STATE)), json.dumps(SUM)))
        page.goto(server.url + "wizard/")
        until(page, "window.seen", 60)
        return float(page.evaluate("window.seen"))
    finally:
        browser.close()


@contextmanager
def variants(site: Path) -> Iterator[dict[str, StaticServer]]:
    """Serve the built site and its stock variant side by side, compressed."""
    with ExitStack() as stack:
        yield {
            "packed": stack.enter_context(serving(site, brotli=True)),
            "stock": stack.enter_context(serving(site, brotli=True, extra=stock_files(site))),
        }


def main() -> None:
    """Print the medians, the ratio and the bytes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site (site)")
    parser.add_argument("--runs", type=int, default=7, help="runs of each variant (7)")
    args = parser.parse_args()
    times: dict[str, list[float]] = {"packed": [], "stock": []}
    with variants(args.site) as servers, sync_playwright() as playwright:
        for server in servers.values():
            cold_start(playwright, server)  # compresses what is sent, once
            server.sent.clear()
        for run in range(args.runs):
            order = list(servers.items())
            for name, server in order if run % 2 else reversed(order):
                times[name].append(cold_start(playwright, server))
        sent = {name: sum(server.sent.values()) / args.runs for name, server in servers.items()}
    middle = {name: median(taken) for name, taken in times.items()}
    for name, taken in times.items():
        print(
            f"{name:>6}: cold start {middle[name]:5.0f} ms "
            f"({min(taken):.0f}–{max(taken):.0f}, n={len(taken)}), "
            f"{sent[name] / 1e6:.2f} MB with brotli"
        )
    ratio = middle["packed"] / middle["stock"]
    print(f" ratio: {ratio:.2f} of the start on unmodified Pyodide (the aim: at most {AIM})")


if __name__ == "__main__":
    main()
