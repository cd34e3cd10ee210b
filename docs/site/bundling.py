"""Bundles what the site loads with esbuild: its style, the page's script, the search worker."""

import subprocess
from pathlib import Path

from clauses.messages import Failure
from docs.site.material import WORKER

ROOT = Path(__file__).parents[2]
ESBUILD = ROOT / "node_modules" / ".bin" / "esbuild"
TARGET = "es2020"
"""The oldest browsers whose users should still be able to search: Chrome 86 and its like."""

BUNDLES = (
    (WORKER.removesuffix(".js"), "search/start.js"),
    ("assets/search/engine", "search/worker.js"),
    ("assets/first", "browser/first.js"),
    ("assets/site", "browser/page.js"),
    ("assets/site", "styles/site.css"),
)
"""Each bundle below the root of the site, without its suffix, and its source in `docs/site`."""


class NoEsbuild(Failure):
    """esbuild, which `npm ci` brings, is not there or refused the scripts."""


def bundle(out: Path) -> None:
    """Write the bundled files below `out`, the root of the site."""
    if not ESBUILD.exists():
        raise NoEsbuild("tool-missing", name="esbuild")
    command = [
        str(ESBUILD),
        *(f"{target}={ROOT / 'docs' / 'site' / source}" for target, source in BUNDLES),
        f"--outdir={out}",
        "--bundle",
        "--minify",
        "--format=iife",
        f"--target={TARGET}",
        "--charset=utf8",
        "--mangle-props=^_[a-z]",  # what a class keeps to itself needs no long name
        "--legal-comments=eof",
        "--log-level=warning",
    ]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    if done.returncode != 0:
        raise NoEsbuild("program-failed", name="esbuild", said=done.stderr.strip())
