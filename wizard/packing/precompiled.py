"""The templates of the results as Python modules, so that the browser compiles none."""

from collections.abc import Mapping
from pathlib import Path

from wizard.packing.build_cache import files_in, fingerprint, kept

PACKAGE = "results"
TEMPLATES = f"{PACKAGE}/templates/"


def precompiled(package: Mapping[str, bytes], cache: Path) -> dict[str, bytes]:
    """Return files for the archive by their names, in the place of the templates.

    `package` are the files of `results`; the templates are compiled anew when one of them changes.
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
                module.write_text(code, encoding="utf-8")

    names = [name.removeprefix(TEMPLATES) for name in package if name.startswith(TEMPLATES)]
    key = fingerprint([part for named in sorted(package.items()) for part in named])
    folder = kept(cache, "templates", key, make)
    return {f"{PACKAGE}/{READY_MADE}/{name}": content for name, content in files_in(folder)}
