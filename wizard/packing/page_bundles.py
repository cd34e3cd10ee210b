"""The page's scripts and style, bundled by esbuild into files named by their hashes."""

import json
from pathlib import Path

from clauses.build_cache import BuildCache, files_in, short_hash
from clauses.renaming import rename
from wizard.packing.esbuild import esbuild
from wizard.packing.runtime import ROOT, Runtime

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
"""The entries that the page loads as modules; the others are separate."""
_SUFFIXES = (".js", ".css")


def bundle(runtime: Runtime, cache: Path) -> dict[str, Path]:
    """Return the bundled file of each entry; made again only when a source changes."""
    sources = [part for name, content in files_in(PAGE) if name.endswith(_SUFFIXES)
               for part in (name, content)]  # fmt: skip
    lock = (ROOT / "package-lock.json").read_bytes()
    define = lock_info(runtime)
    key = [*sources, lock, define, json.dumps(ENTRIES)]
    folder = BuildCache(cache).folder("bundles", key, lambda out: _bundle(define, out))
    return {name: next(folder.glob(f"{name}-*")) for name in ENTRIES}


def lock_info(runtime: Runtime) -> str:
    """What the loader checks itself against, as a constant for the worker."""
    return f"--define:LOCK_INFO={json.dumps(runtime.lock_info, separators=(',', ':'))}"


def _bundle(define: str, out: Path) -> None:
    options = ("--legal-comments=none", "--external:node:*", "--external:ws")
    entries = [(name, PAGE / source) for name, source in ENTRIES.items()]
    modules = [entry for entry in entries if entry[0] in MODULES]
    others = [entry for entry in entries if entry[0] not in MODULES]
    esbuild(modules, out, *options, "--format=esm", define)
    esbuild(others, out, *options)
    for made in sorted(out.iterdir()):
        rename(made, made.with_stem(f"{made.stem}-{short_hash(made.read_bytes())}"))
