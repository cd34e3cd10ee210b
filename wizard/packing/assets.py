"""The wizard as the site needs it: a page for each edition and language, and their files."""

import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Self

from clauses.build_cache import short_hash
from clauses.folder import CLAUSES
from eligibility.mechanisms import mechanism_of
from wizard.packing.archive import FOR_COMPOSED_SUMS, USES, for_several_editions, pack
from wizard.packing.edition_wizard import EditionWizard
from wizard.packing.gzipped import gzipped, gzipped_runtime
from wizard.packing.offline import write_offline
from wizard.packing.page_bundles import bundle
from wizard.packing.runtime import VERSION, Runtime, find_runtime, pruned, try_packed
from wizard.page.place import PagePlace

if TYPE_CHECKING:
    from clauses.document import PolicyDocument
    from wizard.page.profiles import ShownProfile

FOLDER = "assets/wizard/"
"""The folder of the files, below the root of the site."""
WITH_THE_PAGE = "engine/"
"""The folder of the worker below each page: a service worker controls only its own folder."""


class WizardAssets:
    """A packed wizard for one or several policy documents, which share engine, runtime and scripts.

    Packing takes as long as reading the policy and building all pages, mostly in other processes.
    It therefore starts at once and runs in parallel. Asking for the name of a file waits for that
    file, and raises `PackingError` if packing failed. Results are kept in the cache folder, so that
    only what changed is packed again.

    with WizardAssets(cache) as wizard:
        wizard.policies = [front, *others]  # as soon as they are read
    """

    def __init__(self, cache: Path, root: Path = CLAUSES) -> None:
        """Begin to pack; `root` is the folder of the editions."""
        self._cache = cache / "wizard"
        self._root = root
        self._compiled: Future[Sequence[PolicyDocument]] = Future()
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
    def policies(self) -> "Sequence[PolicyDocument]":
        """The compiled editions, the one in front first; set once."""
        return self._compiled.result()

    @policies.setter
    def policies(self, policies: "Sequence[PolicyDocument]") -> None:
        self._compiled.set_result(tuple(policies))

    @cached_property
    def _editions(self) -> list[EditionWizard]:
        policies = enumerate(self.policies)
        return [
            EditionWizard(policy, self._root, in_front=not number) for number, policy in policies
        ]

    @property
    def _front(self) -> EditionWizard:
        return self._editions[0]

    @property
    def places(self) -> list[PagePlace]:
        """Where the pages are, those of the edition in front first."""
        return [place for one in self._editions for place in one.places.values()]

    @cached_property
    def _runtime(self) -> Runtime:
        return find_runtime()

    def _front_text(self) -> str:
        return self._front.policy[1].decode()

    def _pack(self, under_way: Callable[[], object]) -> dict[str, Path]:
        return pack(self._runtime, self._front_text, self._cache, under_way, self._unused)

    def _unused(self) -> tuple[str, ...]:
        """Return with which names the files begin that no edition of the site needs."""
        composed = any(
            mechanism_of(award["sum"]).of_parts
            for one in self._editions
            for award in one.document["awards"]
        )
        several = len(self._editions) > 1
        return (
            *(() if composed else FOR_COMPOSED_SUMS),
            *(() if several else for_several_editions()),
        )

    def _gzip_archives(self) -> list[Path]:
        """Compress the archives once they are packed, while pages that name them are built."""
        packed = self._packing.result()
        return gzipped("archives", [packed[use] for use in USES], self._cache)

    def _try(self) -> None:
        """Prove that the files work together, as a browser will load them."""
        archives = self._packing.result()
        try_packed(self._runtime, self._pruning.result(), archives, self._front_text(), self._cache)

    @property
    def files(self) -> dict[str, str]:
        """The name of every file that all pages name, by its use; waits for the packing.

        All are below `FOLDER`, except the worker.
        """
        packed = {use: path.name for use, path in self._packing.result().items()}
        del packed["offline"]  # the page knows it by a name that never changes
        runtime = short_hash(b"".join(path.read_bytes() for path in self._pruning.result()))
        return {**packed, "runtime": f"pyodide-{VERSION}-{runtime}/"}

    @property
    def stylesheet(self) -> str:
        """The address of the style sheet, relative to the root of the site."""
        return FOLDER + self.files["style"]

    @property
    def script(self) -> str:
        """The address of the script, relative to the root of the site."""
        return FOLDER + self.files["shell"]

    def examples(self, language: str, edition: str | None = None) -> Sequence["ShownProfile"]:
        """Return the computed example profiles of an edition, of the one in front without a name.

        Raises `PolicyFilesError` and `ExampleError`.
        """
        return self._of(edition).examples(language)

    def page(self, language: str, edition: str | None = None) -> str:
        """Return the body of the wizard's page for an edition, by default the one in front."""
        own = self._of(edition)
        others = [one for one in self._editions if one.edition != own.edition]
        return own.page(language, self.files, others)

    def _of(self, edition: str | None) -> EditionWizard:
        if edition is None:
            return self._front
        return next(one for one in self._editions if one.edition == edition)

    def install(self, out: Path) -> None:
        """Write every file that the pages load below the root of a site; the pages are there.

        Raises `PackingError` where the files do not work together.
        """
        self._trying.result()
        folder = out / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        packed = dict(self._packing.result())
        worker, offline = packed.pop("worker"), packed.pop("offline")
        for path in packed.values():
            shutil.copyfile(path, folder / path.name)
        runtime = folder / self.files["runtime"]
        runtime.mkdir(exist_ok=True)
        for path in [*self._pruning.result(), *self._gzipping.result()]:
            shutil.copyfile(path, runtime / path.name)
        for path in self._archives.result():
            shutil.copyfile(path, folder / path.name)
        shared = [runtime / path.name for path in self._pruning.result()]
        shared += [folder / self.files["archive"], folder / self.files["results"]]
        engine = [path.relative_to(out).as_posix() for path in shared]
        later = [f"{FOLDER}{path.name}" for path in packed.values()]
        for own in self._editions:
            self._write_own(own, folder)
        for own in self._editions:
            for language, place in own.places.items():
                beside = out / place.page / WITH_THE_PAGE
                beside.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(worker, beside / worker.name)
                named = [f"{FOLDER}{name}" for name in (own.policy[0], own.parts[language][0])]
                loaded = [*engine, *named, f"{place.page}{WITH_THE_PAGE}{worker.name}"]
                # what is compared with this edition is kept from then on
                others = [one.policy[0] for one in self._editions if one is not own]
                more = [*later, *(f"{FOLDER}{name}" for name in others)]
                write_offline(out, place, offline.read_bytes(), loaded, more)

    def _write_own(self, own: EditionWizard, folder: Path) -> None:
        """Write policy and parts of an edition, each with a compressed copy."""
        written = []
        for name, content in (own.policy, *own.parts.values()):
            (folder / name).write_bytes(content)
            written.append(folder / name)
        for path in gzipped(f"written-{own.edition}", written, self._cache):
            shutil.copyfile(path, folder / path.name)
