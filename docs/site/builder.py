"""Builds the whole site: both languages, all editions, the search, the open data, the wizard.

MkDocs runs once for each language and edition, with the navigation of that edition only: a page
holds its whole navigation, and one run for all would take the square of their number. The runs of
the edition in front write the root of the site and what all share, the others add their folders.

A build that fails or is killed leaves the previous site unchanged (see `docs.site.target`). The
same input always gives the same bytes.
"""

import gc
import logging
import os
import shutil
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from pathlib import Path

from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from clauses.document import PolicyDocument
from clauses.folder import CLAUSES
from clauses.messages import Phrase, StaffError, phrase
from clauses.renaming import rename
from docs.site.build_context import Build, Wizard
from docs.site.bundling import bundle
from docs.site.editions import Editions
from docs.site.feed import write_feeds
from docs.site.hosting import write_hosting
from docs.site.language import LANGUAGES
from docs.site.opendata.write import write_open_data
from docs.site.pages.indexing import listed_at
from docs.site.programs import Programs
from docs.site.search.evaluation import evaluate
from docs.site.search.index import search_indexes, write_indexes
from docs.site.search.other_editions import write_other_indexes
from docs.site.sitemap import write_robots, write_sitemap
from docs.site.target import staged

ROOT = Path(__file__).parents[2]


class SiteBuildError(StaffError):
    """MkDocs gave warnings, one on each line of the text."""


def build_site(
    policy: PolicyDocument,
    out: Path,
    *,
    others: Iterable[PolicyDocument] = (),
    root: Path = CLAUSES,
    url: str | None = None,
    wizard: Wizard | None = None,
    progress: Callable[[Phrase], object] = lambda step: None,
) -> Path:
    """Build both languages of the site into the folder `out` and replace what is there.

    `policy` is the edition in front, `others` are all others that the site shows; `root` is the
    folder of their files. With `url`, pages contain absolute addresses below it; without it, the
    site works at any address.

    Raises `SiteBuildError` if MkDocs warns, `TargetError` if `out` contains files that no build
    made, the `StaffError` of a part that cannot be made, and `OSError`. `out` is
    unchanged after an error.
    """
    address = url.rstrip("/") + "/" if url else ""
    editions = Editions.of(policy, others)
    with staged(out) as fresh:
        progress(phrase("part-texts"))
        indexes = search_indexes(editions)
        with ThreadPoolExecutor(2, "beside") as beside:
            evaluation = beside.submit(evaluate, indexes, root).result
            offered = beside.submit(Programs.of, policy, editions.others).result
            for language in LANGUAGES:
                progress(phrase(f"part-pages-{language.code}"))
                build = Build(
                    policy, language, editions, wizard, address, evaluation, offered, root
                )
                _run(build, fresh / language.folder)
        for other in editions.others:
            progress(phrase("part-edition", edition=other.edition.edition))
            for language in LANGUAGES:
                _add(Build(other, language, editions, wizard, address, root=root), fresh)
        progress(phrase("part-scripts"))
        write_indexes(indexes, fresh)
        write_other_indexes(editions, fresh)
        bundle(fresh, several=editions.several)
        write_open_data(editions, fresh)
        offered().write(fresh)
        if wizard is not None:
            progress(phrase("part-wizard"))
            wizard.install(fresh)
        if address:
            write_sitemap(fresh, address, partial(_is_listed, editions))
            write_feeds(editions, fresh, address)
        write_robots(fresh, address)
        write_hosting(fresh, address)
    return out


def _run(build: Build, out: Path) -> None:
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    try:
        config = _config(build, out)
        config.plugins.run_event("startup", command="build", dirty=False)
        run_mkdocs(config)
        config.plugins.run_event("shutdown")
    finally:
        logger.removeHandler(warnings)
    if warnings.lines:
        raise SiteBuildError("site-warnings", said="\n".join(warnings.lines))


def _add(build: Build, site: Path) -> None:
    """Build an edition that is not in front, and move its folder into the site.

    MkDocs empties the folder that it writes to, so it gets one aside.
    """
    folder = build.policy.edition.edition
    aside = site / f".{folder}"
    _run(build, aside)
    rename(aside / folder, site / build.language.folder / folder)
    shutil.rmtree(aside)
    gc.collect()  # pages and navigation refer to each other; a build may have turned this off


def _is_listed(editions: Editions, url: str) -> bool:
    """Return whether search engines should list the page at `url` by this address."""
    folder = url.partition("/")[0]
    policy = next((one for one in editions.all if one.edition.edition == folder), editions.front)
    return listed_at(editions, policy, url) == url


def _config(build: Build, out: Path) -> MkDocsConfig:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme prints a notice at each run
    # MkDocs writes the date of the build into pages; with the edition's date, builds are identical
    day = datetime.fromisoformat(f"{build.policy.edition.edition}T00:00Z")
    os.environ.setdefault("SOURCE_DATE_EPOCH", f"{day.timestamp():.0f}")
    language = build.language
    config = load_config(
        str(ROOT / "mkdocs.yml"),
        site_url=build.address + language.folder if build.address else None,
        docs_dir=str(ROOT / "docs" / language.code),
        site_dir=str(out),
    )
    config.extra |= {"build": build, "root": build.address}
    return config


class _Warnings(logging.Handler):
    """Collects the warnings of MkDocs."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
