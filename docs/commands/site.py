"""`build.py site`: builds the bilingual site."""

import gc
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from clauses.build_cache import CACHE
from clauses.messages import Language, Phrase, StaffError
from docs.commands.base import ROOT, UsageError, help_of, said, shown
from docs.site.build_lock import BuildRunningError, build_lock
from docs.site.target import check_target, is_trouble_of_the_disk
from wizard.packing.assets import WizardAssets


def add_arguments(parser: ArgumentParser, language: Language) -> None:
    text = help_of(language)
    parser.add_argument(
        "--out", type=Path, default=ROOT / "site", metavar="DIR", help=text("site-out")
    )
    parser.add_argument("--url", help=text("site-url"))
    parser.add_argument(
        "--preview", nargs="?", const="", metavar="EDITION", help=text("site-preview")
    )


def run(args: Namespace) -> int:
    """Build the bilingual site, and say what it came to."""
    started, language = time.monotonic(), args.language
    out, url = _free_folder(args.out), _address(args.url)
    gc.disable()  # a build ends soon and makes few cycles of objects: to look for them costs 0.8 s
    # packing, which runs at the same time, opens many small files: it gets its turn after each
    sys.setswitchinterval(0.0002)

    def waits(holder: str) -> None:
        print(f"==> {said(language, 'waiting', holder=holder)}", flush=True)

    try:
        check_target(out)
        # packing begins with the wizard, and runs alongside all that follows
        with build_lock(CACHE, waits), WizardAssets(CACHE) as wizard:
            try:
                _build(out, url, args.preview, wizard, language)
            except StaffError as failed:
                nothing = said(language, "nothing-built")
                print(f"build.py site: {failed.told(language)}\n{nothing}", file=sys.stderr)
                return 1
    except BuildRunningError as running:
        print(f"build.py site: {running.told(language)}", file=sys.stderr)
        return 1
    except OSError as error:
        if not is_trouble_of_the_disk(error):
            raise
        name = error.filename2 or error.filename  # of a copy, the place that it was to go to
        place = f": {name}" if name else ""
        message = said(language, "disk", reason=f"{error.strerror}{place}")
        print(f"build.py site: {message}", file=sys.stderr)
        return 1
    files = [path for path in out.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    size = sum(path.stat().st_size for path in files) / 1_000_000
    print(
        said(
            language,
            "built-for" if url else "built",
            folder=shown(out),
            pages=pages,
            size=f"{size:.1f}",
            url=url,
            seconds=f"{time.monotonic() - started:.1f}",
        )
    )
    return 0


def _build(
    out: Path, url: str | None, preview: str | None, wizard: WizardAssets, language: Language
) -> None:
    from docs.commands.editions_to_build import editions_to_build, say_preparing
    from docs.site.builder import build_site

    say_preparing(language, preview)
    with _step(language, "step-reading"):
        policy, *others = editions_to_build(preview)
        wizard.policies = [policy, *others]
    with _step(language, "step-building") as say:
        build_site(policy, out, others=others, url=url, wizard=wizard, progress=say)


@contextmanager
def _step(language: Language, what: str) -> Iterator[Callable[[Phrase], None]]:
    """Say what is being done, each part of it, and how long it took."""
    started = time.monotonic()
    print(f"==> {said(language, what)} …", end="", flush=True)
    try:
        yield lambda part: print(f" {part.said(language)},", end="", flush=True)
    except BaseException:
        print(f" {said(language, 'step-stopped')}", flush=True)
        raise
    print(f" {time.monotonic() - started:.1f} s", flush=True)


def _address(url: str | None) -> str | None:
    if url is None:
        return None
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise UsageError("address", url=url)
    return url.rstrip("/") + "/"


def _free_folder(folder: Path) -> Path:
    """Return the folder to build into; never one that holds the project."""
    out = folder.resolve()
    if ROOT.is_relative_to(out):
        raise UsageError("project-folder", folder=folder)
    return out
