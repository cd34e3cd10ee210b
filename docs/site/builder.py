"""Builds the whole site: both languages, the search, the open data and the wizard.

A build that fails or is killed leaves the previous site unchanged (see `docs.site.target`). The
same input always gives the same bytes.
"""

import logging
import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Protocol

from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from clauses.document import PolicyDocument
from clauses.messages import Phrase, StaffError, phrase
from docs.site.build_context import Build, WizardParts
from docs.site.bundling import bundle
from docs.site.feed import write_feeds
from docs.site.hosting import write_hosting
from docs.site.language import LANGUAGES
from docs.site.opendata import write_open_data
from docs.site.programs import Programs
from docs.site.search import evaluate, search_indexes, write_indexes
from docs.site.search.deferred import defer_indexes
from docs.site.sitemap import write_robots, write_sitemap
from docs.site.target import staged

ROOT = Path(__file__).parents[2]


class SiteBuildError(StaffError):
    """MkDocs gave warnings, one on each line of the text."""


class Wizard(WizardParts, Protocol):
    """What the site needs from the wizard: a page, two files to load, and files to install."""

    def install(self, out: Path) -> object:
        """Write the wizard's own files below the root of the site."""
        ...


def build_site(
    policy: PolicyDocument,
    out: Path,
    *,
    url: str | None = None,
    wizard: Wizard | None = None,
    extra: Iterable[Callable[[Path], object]] = (),
    progress: Callable[[Phrase], object] = lambda step: None,
) -> Path:
    """Build both languages of the site into the folder `out` and replace what is there.

    With `url`, pages contain absolute addresses below it; without it, the site works at any
    address. Each function of `extra` is called with the finished folder and may add files to it.

    Raises `SiteBuildError` if MkDocs warns, `TargetError` if `out` contains files that no build
    made, the `StaffError` of a part that cannot be made, and `OSError`. `out` is
    unchanged after an error.
    """
    address = url.rstrip("/") + "/" if url else ""
    with staged(out) as fresh:
        progress(phrase("part-texts"))
        indexes = search_indexes(policy)
        with ThreadPoolExecutor(2, "beside") as beside:
            evaluation = beside.submit(evaluate, indexes).result
            offered = beside.submit(Programs.of, policy).result
            builds = [
                Build(policy, language, wizard, address, evaluation, offered)
                for language in LANGUAGES
            ]
        for build in builds:
            progress(phrase(f"part-pages-{build.language.tag[:2]}"))
            _run(build, fresh, address)
        progress(phrase("part-scripts"))
        write_indexes(indexes, fresh)
        defer_indexes(fresh)
        bundle(fresh)
        write_open_data(policy, fresh)
        offered().write(fresh)
        if wizard is not None:
            progress(phrase("part-wizard"))
            wizard.install(fresh)
        for add in extra:
            add(fresh)
        if address:
            write_sitemap(fresh, address)
            write_feeds(policy, fresh, address)
        write_robots(fresh, address)
        write_hosting(fresh, address)
    return out


def _run(build: Build, out: Path, address: str) -> None:
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    try:
        config = _config(build, out, address)
        config.plugins.run_event("startup", command="build", dirty=False)
        run_mkdocs(config)
        config.plugins.run_event("shutdown")
    finally:
        logger.removeHandler(warnings)
    if warnings.lines:
        raise SiteBuildError("site-warnings", said="\n".join(warnings.lines))


def _config(build: Build, out: Path, address: str) -> MkDocsConfig:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme prints a notice at each run
    # MkDocs writes the date of the build into pages; with the edition's date, builds are identical
    day = datetime.fromisoformat(f"{build.policy.edition.edition}T00:00Z")
    os.environ.setdefault("SOURCE_DATE_EPOCH", f"{day.timestamp():.0f}")
    language = build.language
    config = load_config(
        str(ROOT / "mkdocs.yml"),
        site_name=language.site_name,
        site_url=address + language.folder if address else None,
        docs_dir=str(ROOT / "docs" / language.code),
        site_dir=str(out / language.folder),
    )
    config.extra |= {"build": build, "root": address}
    return config


class _Warnings(logging.Handler):
    """Collects the warnings of MkDocs."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
