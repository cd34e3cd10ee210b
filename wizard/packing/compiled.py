"""Compiles modules and templates at packing, so that the browser compiles none."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from clauses.build_cache import BuildCache, files_in
from wizard.packing.runtime import PackingError

COMPILER = Path(__file__).resolve().with_name("compile_modules.py")
"""Runs in a separate interpreter, whose settings decide the bytes that it writes."""

PACKAGE = "results"
TEMPLATES = f"{PACKAGE}/templates/"


def compile_archive(files: Mapping[str, bytes], archive: Path) -> None:
    """Write files by their names into an archive, modules compiled; the same bytes each time.

    Raises `PackingError` if a module cannot be compiled.
    """
    with tempfile.TemporaryDirectory() as staged:
        for file, content in files.items():
            path = Path(staged) / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        done = subprocess.run(
            [sys.executable, "-P", "-s", "-S", "-B", "-X", "utf8", "-X", "no_debug_ranges",
             str(COMPILER), staged, str(archive)],
            env={**environment, "PYTHONHASHSEED": "0"},
            capture_output=True,
            encoding="utf-8",
        )  # fmt: skip
    if done.returncode:
        raise PackingError("compiling-failed", said=done.stderr.strip())


def compiled_name(language: str, template: str) -> str:
    """Return the name of a compiled template in the archive, up to its ending."""
    from jinja2 import ModuleLoader  # late, like below

    from results.environment import READY_MADE

    return f"{PACKAGE}/{READY_MADE}/{language}/{ModuleLoader.get_module_filename(template)}"


def compiled_templates(package: Mapping[str, bytes], cache: Path) -> dict[str, bytes]:
    """Return files for the archive by their names, in the place of the templates.

    `package` are the files of `results`; the templates are compiled again when one of them changes.
    """
    from results.environment import READY_MADE  # late: packing begins before the models are loaded

    def make(out: Path) -> None:
        from jinja2 import ModuleLoader

        from results.environment import environment, template

        for language in ("zh", "en"):
            (out / language).mkdir()
            for name in names:
                source = template(language, name)
                assert source is not None, name
                code = environment(language).compile(source, name, name, True, True)
                module = out / language / ModuleLoader.get_module_filename(name)
                module.write_text(code, encoding="utf-8", newline="\n")

    names = [name.removeprefix(TEMPLATES) for name in package if name.startswith(TEMPLATES)]
    key = [part for named in sorted(package.items()) for part in named]
    folder = BuildCache(cache).folder("templates", key, make)
    return {f"{PACKAGE}/{READY_MADE}/{name}": content for name, content in files_in(folder)}
