"""The wizard as the site needs it: a page in each language, and the files behind it."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from clauses.export import policy_bytes
from wizard import form
from wizard.archive import pack
from wizard.bundles import bundle
from wizard.kept import short_hash
from wizard.runtime import VERSION, find_runtime

FOLDER = "assets/wizard/"
"""Where the files stand below the root of the site."""


class Wizard:
    """A packed wizard for one policy document.

    `stylesheet` and `script` are addresses relative to the root of the site. Packing is kept in
    the cache folder, so that only what changed is made anew.
    """

    stylesheet: str
    script: str

    def __init__(self, document: Mapping[str, Any], cache: Path) -> None:
        self._document = document
        self._runtime = find_runtime()
        policy = policy_bytes(dict(document))
        archive = pack(self._runtime, policy.decode(), cache / "wizard")
        bundles = bundle(self._runtime, cache / "wizard")
        self._copied = {path.name: path for path in bundles.values()}
        archive_name = f"app-{short_hash(archive.read_bytes())}.zip"
        self._copied[archive_name] = archive
        self._policy = (f"policy-{short_hash(policy)}.json", policy)
        self.files = {
            **{name: path.name for name, path in bundles.items()},
            "archive": archive_name,
            "policy": self._policy[0],
            "runtime": f"pyodide-{VERSION}/",
        }
        self.stylesheet = FOLDER + self.files["style"]
        self.script = FOLDER + self.files["shell"]

    def page(self, language: str) -> str:
        """Return the body of the wizard's page."""
        return form.render(self._document, language, self.files)

    def install(self, out: Path) -> None:
        """Write every file that the page loads below the root of a site."""
        folder = out / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        for name, path in self._copied.items():
            shutil.copyfile(path, folder / name)
        name, content = self._policy
        (folder / name).write_bytes(content)
        self._runtime.install(folder / self.files["runtime"])
