"""The wizard as the site needs it: a page in each language, and the files behind it."""

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache, cached_property
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, Self

from clauses.build_cache import short_hash
from wizard.packing.archive import USES, pack
from wizard.packing.gzipped import gzipped, gzipped_runtime
from wizard.packing.offline import write_offline
from wizard.packing.page_bundles import bundle
from wizard.packing.runtime import VERSION, Runtime, find_runtime, pruned, try_packed

if TYPE_CHECKING:
    from clauses.document import PolicyDocument
    from wizard.page.profiles import ShownProfile

FOLDER = "assets/wizard/"
"""The folder of the files, below the root of the site."""
PAGES = {"zh": "wizard/", "en": "en/wizard/"}
"""The page of each language, below the root of the site."""
WITH_THE_PAGE = "engine/"
"""The folder of the worker below each page: a service worker controls only its own folder."""


class WizardAssets:
    """A packed wizard for one policy document.

    Packing takes as long as reading the policy and building all pages, mostly in other processes.
    It therefore starts at once and runs in parallel. Asking for the name of a file waits for that
    file, and raises `PackingError` if packing failed. Results are kept in the cache folder, so that
    only what changed is packed again.

    with WizardAssets(cache) as wizard:
        wizard.policy = …  # as soon as it is read
    """

    def __init__(self, cache: Path) -> None:
        self._cache = cache / "wizard"
        self._compiled: Future[PolicyDocument] = Future()
        beside = ThreadPoolExecutor(5, "packing")
        under_way = Event()
        packing = beside.submit(lambda: self._pack(under_way.set))
        packing.add_done_callback(lambda _: under_way.set())
        under_way.wait()  # a quarter of a second; what follows here would make it two
        bundling = beside.submit(lambda: bundle(self._runtime, self._cache))
        self._packing = beside.submit(lambda: {**bundling.result(), **packing.result()})
        self._pruning = beside.submit(lambda: pruned(self._runtime, self._cache))
        self._gzipping = beside.submit(lambda: gzipped_runtime(self._pruning.result(), self._cache))
        self._archives = beside.submit(self._gzip_archives)
        self._trying = beside.submit(self._try)
        beside.shutdown(wait=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._compiled.cancel()  # if the policy was not read, nothing may wait for it

    @property
    def policy(self) -> "PolicyDocument":
        """The compiled policy; set once."""
        return self._compiled.result()

    @policy.setter
    def policy(self, policy: "PolicyDocument") -> None:
        self._compiled.set_result(policy)

    @property
    def document(self) -> Mapping[str, Any]:
        """The part of the policy document that the wizard runs on."""
        return self.policy.wizard

    @cached_property
    def _runtime(self) -> Runtime:
        return find_runtime()

    @cached_property
    def _policy(self) -> bytes:
        from clauses.wizard_part import (
            policy_bytes,  # late: packing begins before the models are loaded
        )

        return policy_bytes(dict(self.document))

    def _pack(self, under_way: Callable[[], object]) -> dict[str, Path]:
        return pack(self._runtime, lambda: self._policy.decode(), self._cache, under_way)

    def _gzip_archives(self) -> list[Path]:
        """Compress the archives once they are packed, while pages that name them are built."""
        packed = self._packing.result()
        return gzipped("archives", [packed[use] for use in USES], self._cache)

    def _try(self) -> None:
        """Prove that the files work together, as a browser will load them."""
        archives = self._packing.result()
        try_packed(
            self._runtime, self._pruning.result(), archives, self._policy.decode(), self._cache
        )

    @property
    def files(self) -> dict[str, str]:
        """The name of every file that the page names, by its use; waits for the packing.

        All are below `FOLDER`, except the worker.
        """
        packed = {use: path.name for use, path in self._packing.result().items()}
        del packed["offline"]  # the page knows it by a name that never changes
        policy = f"policy-{short_hash(self._policy)}.json"
        runtime = short_hash(b"".join(path.read_bytes() for path in self._pruning.result()))
        return {**packed, "policy": policy, "runtime": f"pyodide-{VERSION}-{runtime}/"}

    @property
    def stylesheet(self) -> str:
        """The address of the style sheet, relative to the root of the site."""
        return FOLDER + self.files["style"]

    @property
    def script(self) -> str:
        """The address of the script, relative to the root of the site."""
        return FOLDER + self.files["shell"]

    @cache  # noqa: B019 — a build has one wizard
    def examples(self, language: str) -> Sequence["ShownProfile"]:
        """Return the computed example profiles; raises `PolicyFilesError` and `ExampleError`."""
        from clauses.examples import read_examples
        from wizard.page.profiles import show

        return show(self.document, read_examples(self.policy), language)

    def examples_of(self, policy: "PolicyDocument", language: str) -> Sequence["ShownProfile"]:
        """Return those of another edition, whose pages stand one folder deeper."""
        from clauses.examples import read_examples
        from wizard.page.profiles import UP, show

        return show(policy.wizard, read_examples(policy), language, f"../{UP}")

    def page(self, language: str) -> str:
        """Return the body of the wizard's page."""
        from wizard.page import form  # late: packing begins before the models are loaded

        parts, examples = self._parts[language][0], self.examples(language)
        files = {**self.files, "parts": parts}  # the rest may wait for the packing
        return form.render(self.document, self.policy.topics, language, files, examples)

    @cached_property
    def _parts(self) -> dict[str, tuple[str, bytes]]:
        """The name and the content of what the script puts into the page of each language."""
        from wizard.page import form  # late, like above

        made = {}
        for language in form.LANGUAGES:
            html = form.parts(self.document, self.policy.topics, language)
            content = json.dumps(html, ensure_ascii=False).encode()
            made[language] = (f"parts-{language}-{short_hash(content)}.json", content)
        return made

    def install(self, out: Path) -> None:
        """Write every file that the page loads below the root of a site; the pages stand there.

        Raises `PackingError` where the files do not work together.
        """
        self._trying.result()
        folder = out / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        packed = dict(self._packing.result())
        worker, offline = packed.pop("worker"), packed.pop("offline")
        for path in packed.values():
            shutil.copyfile(path, folder / path.name)
        policy = folder / self.files["policy"]
        policy.write_bytes(self._policy)
        runtime = folder / self.files["runtime"]
        runtime.mkdir(exist_ok=True)
        for path in [*self._pruning.result(), *self._gzipping.result()]:
            shutil.copyfile(path, runtime / path.name)
        own = [folder / self.files["archive"], folder / self.files["results"], policy]
        parts = {language: folder / name for language, (name, _) in self._parts.items()}
        for language, path in parts.items():
            path.write_bytes(self._parts[language][1])
        written = gzipped("written", [policy, *parts.values()], self._cache)
        for path in [*self._archives.result(), *written]:
            shutil.copyfile(path, folder / path.name)
        shared = [runtime / path.name for path in self._pruning.result()] + own
        engine = [path.relative_to(out).as_posix() for path in shared]
        later = [f"{FOLDER}{path.name}" for path in packed.values()]
        for language, page in PAGES.items():
            beside = out / page / WITH_THE_PAGE
            beside.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(worker, beside / worker.name)
            own_parts = parts[language].relative_to(out).as_posix()
            loaded = [*engine, own_parts, f"{page}{WITH_THE_PAGE}{worker.name}"]
            write_offline(out, page, offline.read_bytes(), loaded, later)
