"""The page's scripts and style, bundled by esbuild into files named by their hashes."""

import json
import subprocess
from pathlib import Path

from wizard.kept import files_in, fingerprint, kept, short_hash
from wizard.runtime import NODE_MODULES, ROOT, CannotPack, Runtime

PAGE = Path(__file__).resolve().parent / "page"
ENTRIES = {
    "shell": "shell.js",
    "worker": "worker.js",
    "early": "early.js",
    "guard": "guard.js",
    "style": "wizard.css",
}
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


def esbuild(entry: Path, out: Path, *options: str) -> bytes:
    """Bundle one entry for browsers that know ES2020; raises `CannotPack` with its own words."""
    program = NODE_MODULES / ".bin" / "esbuild"
    if not program.exists():
        raise CannotPack("esbuild is not installed: run make setup")
    done = subprocess.run(
        [str(program), str(entry), "--bundle", "--minify", "--charset=utf8", "--log-level=warning",
         "--legal-comments=none", "--target=es2020", f"--outfile={out}", *options],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
    )  # fmt: skip
    if done.returncode:
        raise CannotPack(f"bundling {entry.name} failed:\n{done.stderr.strip()}")
    return out.read_bytes()


def _bundle(define: str, out: Path) -> None:
    for name, entry in ENTRIES.items():
        suffix = Path(entry).suffix
        form = ["--format=esm", define] if name in ("early", "shell", "worker") else []
        made = out / f"{name}{suffix}"
        content = esbuild(PAGE / entry, made, *form)
        made.rename(out / f"{name}-{short_hash(content)}{suffix}")
