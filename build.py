#!/usr/bin/env python3
"""Builds the site, serves it while it is edited, checks the policy, assesses an application.

examples:
  .venv/bin/python build.py site                  build into site/, for any place on any server
  .venv/bin/python build.py site --url https://www.example.org/policy/
  .venv/bin/python build.py serve --port 8001     build, show, and follow every edit
  .venv/bin/python build.py check                 say what is wrong in clauses/, by file and line
  .venv/bin/python build.py assess my.json        the assessment as JSON
  .venv/bin/python build.py assess --lang zh -    in words, from standard input

exit status: 0 done; 1 the files of the policy have faults, or the build failed;
2 wrong use, or an application that is refused; 130 stopped with Ctrl-C.
"""

import argparse
import gc
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent
CACHE = ROOT / ".cache"
OWN = ("clauses", "docs", "wizard", "tests", "eligibility", "nearness", "amounts", "answers",
       "results")  # fmt: skip
_SET_UP = "run make setup, then .venv/bin/python build.py"


class Misuse(Exception):
    """Something the user asked for that cannot be done; the text is one clear line."""


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit status."""
    if sys.version_info < (3, 13):  # noqa: UP036  whoever runs it with another one is told
        here = sys.version.split()[0]
        print(f"build.py needs Python 3.13, this is {here}: {_SET_UP}", file=sys.stderr)
        return 2
    _find_the_packages()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # a lone surrogate in an application is printed as the JSON escape that it was
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    from clauses.faults import FaultyPolicy

    args = _parser().parse_args(argv)
    run: Callable[[argparse.Namespace], int] = args.run
    try:
        status = run(args)
        sys.stdout.flush()
        return status
    except FaultyPolicy as faulty:
        print(faulty, file=sys.stderr)
        return 1
    except Misuse as misuse:
        print(f"build.py {args.command}: {misuse}", file=sys.stderr)
        return 2
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] in OWN:
            raise
        print(f"build.py: {missing.name} is not installed here: {_SET_UP}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # the reader, `head` say, has gone
        return 0
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


def site(args: argparse.Namespace) -> int:
    """Build the bilingual site."""
    started = time.monotonic()
    out, url = _free_folder(args.out), _address(args.url)
    gc.disable()  # a build ends soon and makes few cycles of objects: to look for them costs 0.8 s
    # packing, which goes on beside, opens many small files: it gets its turn at once after each
    sys.setswitchinterval(0.0002)
    from docs.build_lock import BuildRunningError, build_lock
    from docs.target import TargetError, check_target, is_trouble_of_the_disk
    from wizard.delivery import Wizard
    from wizard.runtime import CannotPack

    def waits(holder: str) -> None:
        print(f"==> another build is running: {holder}; waiting until it ends", flush=True)

    try:
        check_target(out)
        # packing begins with the wizard, and goes on beside all that follows
        with build_lock(CACHE, waits), Wizard(CACHE) as wizard:
            from clauses import read_policy
            from clauses.examples import read_examples
            from clauses.export import policy_document
            from clauses.topics import read_topics
            from docs.bundling import NoEsbuild
            from docs.material import ThemeChanged
            from docs.search import EvaluationFailed
            from docs.site import SiteFailed, build_site

            try:
                with _step("reading and checking the policy"):
                    policy = read_policy()
                    document = policy_document(policy)
                    read_examples(document, read_topics(document))
                    wizard.document = document
                with _step("building the site and packing the wizard") as say:
                    build_site(policy, out, url=url, wizard=wizard, progress=say)
            except (SiteFailed, NoEsbuild, ThemeChanged, EvaluationFailed, CannotPack) as failed:
                print(f"build.py site: {failed}\nNothing was built.", file=sys.stderr)
                return 1
    except TargetError as error:
        raise Misuse(f"--out: {error}") from None
    except BuildRunningError as error:
        print(f"build.py site: another build has not ended: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        if not is_trouble_of_the_disk(error):
            raise
        name = error.filename2 or error.filename  # of a copy, the place that it was to go to
        place = f": {name}" if name else ""
        told = f"{error.strerror}{place}. Nothing was built; the former site is as it was."
        print(f"build.py site: {told}", file=sys.stderr)
        return 1
    files = [path for path in out.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    size = sum(path.stat().st_size for path in files) / 1_000_000
    place = f"for {url}" if url else "for any place on any web server"
    print(
        f"Built {_shown(out)}: {pages} pages, {size:.1f} MB, {place} "
        f"({time.monotonic() - started:.1f} s)."
    )
    return 0


def serve(args: argparse.Namespace) -> int:
    """Build, show on this machine, and follow every edit."""
    import mkdocs  # noqa: F401  the builds are processes of their own: tell at once what is missing

    from docs.preview import serve as preview

    return preview(args.host, args.port)


def check(args: argparse.Namespace) -> int:
    """Check all files of the policy."""
    started = time.monotonic()
    from clauses import read_policy
    from clauses.examples import read_examples
    from clauses.export import policy_document
    from clauses.proof import coverage_of
    from clauses.topics import read_topics

    policy = read_policy()
    document = policy_document(policy)
    examples = read_examples(document, read_topics(document))
    coverage = coverage_of(policy)
    figures = sum(len(passage.items) for passage in coverage)
    claimed = sum(passage.claimed for passage in coverage)
    excused = sum(passage.excused for passage in coverage)
    floors = sum(award.kind == "price-floor" for _, award in policy.awards)
    print(
        f"{len(policy.clauses)} clauses, {len(policy.awards) - floors} awards, "
        f"{floors} price floor, "
        f"{len(policy.lines)} lines "
        f"without a sum, {len(policy.readings.readings)} readings, "
        f"{len(policy.glossary.terms)} terms, {len(examples)} examples; "
        f"of {figures} figures and levels of the text "
        f"{claimed} claimed, {excused} excused: no fault ({time.monotonic() - started:.1f} s)."
    )
    return 0


def assess(args: argparse.Namespace) -> int:
    """Assess an application."""
    text = _read_text(args.file)
    import eligibility
    from clauses.cache import policy_document_cached

    document = policy_document_cached(cache=CACHE)
    policy = eligibility.Policy.from_document(document)
    try:
        application = eligibility.read_application(text)
        assessment = eligibility.assess(policy, application)
    except eligibility.Refused as refused:
        import results

        said = results.refusal(refused, args.lang, paths=True) if args.lang else str(refused)
        raise Misuse(said) from None
    if args.lang:
        import nearness
        import results

        near = results.Near(nearness.worthwhile(nearness.near_misses(policy, application)))
        print(results.memo(document, application, assessment, args.lang, near))
    else:
        print(json.dumps(assessment, ensure_ascii=False, indent=2))
    return 0


def schema(args: argparse.Namespace) -> int:
    """Write the JSON Schemas that an editor checks the files with."""
    from clauses.editor_schema import write_schemas

    files = write_schemas(args.out)
    print(
        f"Wrote {', '.join(file.name for file in files)} to {_shown(args.out)}; "
        "clauses/README.md says how an editor uses them."
    )
    return 0


def _parser() -> argparse.ArgumentParser:
    summary, _, rest = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(
        prog="build.py",
        description=summary,
        epilog=rest,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        text = run.__doc__ or ""
        sub = commands.add_parser(run.__name__, help=text, description=text)
        sub.set_defaults(run=run)
        return sub

    sub = command(site)
    sub.add_argument(
        "--out", type=Path, default=ROOT / "site", metavar="DIR", help="folder to build into (site)"
    )
    sub.add_argument(
        "--url",
        help="where the site will stand; adds absolute addresses (canonical, "
        "sitemap, feeds, citations). Without it the pages fit any place.",
    )
    sub = command(serve)
    sub.add_argument("--port", type=_port, default=8000, help="port (8000; 0 takes a free one)")
    sub.add_argument("--host", default="127.0.0.1", help="address to listen at (127.0.0.1)")
    command(check)
    sub = command(assess)
    sub.add_argument("file", metavar="FILE", help="application in JSON; - reads standard input")
    sub.add_argument("--lang", choices=["zh", "en"], help="print in words instead of JSON")
    sub = command(schema)
    sub.add_argument(
        "--out",
        type=Path,
        default=ROOT / "build" / "schema",
        metavar="DIR",
        help="folder to write into (build/schema)",
    )
    return parser


def _find_the_packages() -> None:
    """Make `clauses`, `docs`, `wizard` and also `eligibility` and `results` importable."""
    for folder in (ROOT, ROOT / "wizard"):
        if str(folder) not in sys.path:
            sys.path.append(str(folder))
    own = str(Path(sys.executable).parent)  # Node stands there on machines that had none
    os.environ["PATH"] = os.pathsep.join([own, os.environ.get("PATH", os.defpath)])
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    if not os.environ.get("SOURCE_DATE_EPOCH", "0").isdecimal():
        del os.environ["SOURCE_DATE_EPOCH"]  # no date, so the edition’s own is taken


@contextmanager
def _step(what: str) -> Iterator[Callable[[str], None]]:
    """Say what is being done, each part of it, and how long it took."""
    started = time.monotonic()
    print(f"==> {what} …", end="", flush=True)
    try:
        yield lambda part: print(f" {part},", end="", flush=True)
    except BaseException:
        print(" stopped", flush=True)
        raise
    print(f" {time.monotonic() - started:.1f} s", flush=True)


def _read_text(name: str) -> str:
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return content.decode("utf-8-sig")
    except OSError as error:
        raise Misuse(f"cannot read {name}: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise Misuse(f"{name}: byte {error.start} is not UTF-8; save the file in UTF-8") from None


def _address(url: str | None) -> str | None:
    if url is None:
        return None
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise Misuse(f"--url {url}: give a whole address, such as https://www.example.org/policy/")
    return url.rstrip("/") + "/"


def _free_folder(folder: Path) -> Path:
    """Return the folder to build into; never one that holds the project."""
    out = folder.resolve()
    if ROOT.is_relative_to(out):
        raise Misuse(f"--out {folder}: holds the project itself; name another folder")
    return out


def _shown(path: Path) -> str:
    whole = path.resolve()
    near = whole.relative_to(Path.cwd()) if whole.is_relative_to(Path.cwd()) else whole
    return f"{near.as_posix()}/"


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) < 65536):
        raise argparse.ArgumentTypeError(f"{text!r} is no port; give a number from 0 to 65535")
    return int(text)


if __name__ == "__main__":
    status = main()
    if status == 0:
        os._exit(0)  # all is written; to free each object of a build takes half a second
    sys.exit(status)
