"""The page's scripts and style, bundled by esbuild into files named by their hashes."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

from wizard.packing.build_cache import files_in, fingerprint, kept, short_hash
from wizard.packing.runtime import NODE_MODULES, ROOT, CannotPack, Runtime

PAGE = Path(__file__).resolve().parents[1] / "page"
ENTRIES = {
    "shell": "shell.js",
    "worker": "worker.js",
    "early": "early.js",
    "guard": "guard.js",
    "offline": "offline.js",
    "style": "wizard.css",
}
MODULES = ("early", "shell", "worker")
"""The entries that the page loads as modules; the others stand alone."""
_SUFFIXES = (".js", ".css")


def bundle(runtime: Runtime, cache: Path) -> dict[str, Path]:
    """Return the bundled file of each entry; made anew only when a source changes."""
    sources = [part for name, content in files_in(PAGE) if name.endswith(_SUFFIXES)
               for part in (name, content)]  # fmt: skip
    lock = (ROOT / "package-lock.json").read_bytes()
    define = lock_info(runtime)
    key = fingerprint([*sources, lock, define, json.dumps(ENTRIES)])
    folder = kept(cache, "bundles", key, lambda out: _bundle(define, out))
    return {name: next(folder.glob(f"{name}-*")) for name in ENTRIES}


def lock_info(runtime: Runtime) -> str:
    """What the loader checks itself against, as a constant for the worker."""
    return f"--define:LOCK_INFO={json.dumps(runtime.lock_info, separators=(',', ':'))}"


def esbuild(entries: Mapping[str, Path], out: Path, *options: str) -> None:
    """Bundle each entry into a file of its name below `out`, for browsers that know ES2020.

    Raises `CannotPack` with esbuild’s own words.
    """
    program = NODE_MODULES / ".bin" / "esbuild"
    if not program.exists():
        raise CannotPack("tool-missing", name="esbuild")
    named = [f"{name}={path}" for name, path in entries.items()]
    done = subprocess.run(
        [str(program), *named, "--bundle", "--minify", "--charset=utf8", "--log-level=warning",
         "--legal-comments=none", "--target=es2020", "--external:node:*", "--external:ws",
         f"--outdir={out}", *options],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
    )  # fmt: skip
    if done.returncode:
        raise CannotPack("program-failed", name="esbuild", said=done.stderr.strip())


def _bundle(define: str, out: Path) -> None:
    entries = {name: PAGE / entry for name, entry in ENTRIES.items()}
    modules = {name: path for name, path in entries.items() if name in MODULES}
    others = {name: path for name, path in entries.items() if name not in MODULES}
    esbuild(modules, out, "--format=esm", define)
    esbuild(others, out)
    for made in sorted(out.iterdir()):
        made.rename(made.with_stem(f"{made.stem}-{short_hash(made.read_bytes())}"))
