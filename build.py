#!/usr/bin/env python3
"""Builds the site, serves it while it is edited, checks the policy, assesses an application.

examples (on Windows `py build.py …`):
  python3 build.py setup                  install what the other commands need
  python3 build.py site                   build into site/, for any place on any server
  python3 build.py site --url https://www.example.org/policy/
  python3 build.py serve --port 8001      build, show, and follow every edit
  python3 build.py check                  say what is wrong in clauses/, by file and line
  python3 build.py assess my.json         the assessment as JSON
  python3 build.py assess --lang zh -     in words, from standard input

Any Python from 3.8 on will do: the commands run in `.venv`, which `setup` makes.

exit status: 0 done; 1 the files of the policy have faults, or the build failed;
2 wrong use, or an application that is refused; 130 stopped with Ctrl-C.
"""

from __future__ import annotations

import argparse
import errno
import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from clauses.document import PolicyDocument
    from clauses.messages import Language, Phrase
    from clauses.model.policy import Policy

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
SET_UP = ROOT / ".ci" / "set_up.py"
CACHE = ROOT / ".cache"
LARGEST = 10_000_000
"""In bytes; an application with a hundred claims has 50,000."""
OTHER_PYTHON = """\
build.py: Python 3.13 is needed, here {0}: run build.py setup
build.py：需要 Python 3.13，这里是 {0}：请先运行 build.py setup"""
"""In both languages, for an older Python cannot read the catalogues."""
OWN = ("clauses", "docs", "wizard", "eligibility", "nearness", "amounts", "answers", "results")


class UsageError(Exception):
    """Something the user asked for that cannot be done; `name` is the message.

    No `StaffError`: an older Python must be able to read this file, to say which one it needs.
    """

    def __init__(self, name: str, /, **values: object) -> None:
        super().__init__(name)
        self.name = name
        self.values = values


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit status."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments[:1] == ["setup"]:
        return setup(arguments[1:])
    if sys.version_info < (3, 13):  # noqa: UP036  whoever runs it with another one is told
        here = sys.version.split()[0]
        print(OTHER_PYTHON.format(here), file=sys.stderr)
        return 2
    _set_environment()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # a lone surrogate in an application is printed as the JSON escape that it was
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    from clauses.faults import PolicyFilesError

    language = _language(arguments)
    args = _parser(language).parse_args(argv, argparse.Namespace(language=language))
    run: Callable[[argparse.Namespace], int] = args.run
    try:
        status = run(args)
        sys.stdout.flush()
        return status
    except PolicyFilesError as faulty:
        print(faulty.told(language), file=sys.stderr)
        return 1
    except UsageError as misuse:
        told = _said(language, misuse.name, **misuse.values)
        print(f"build.py {args.command}: {told}", file=sys.stderr)
        return 2
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] in OWN:
            raise
        print(f"build.py: {_said(language, 'not-installed', name=missing.name)}", file=sys.stderr)
        return 2
    except OSError as error:
        if not _is_closed_pipe(error):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # the reader, `head` say, has gone
        return 0
    except KeyboardInterrupt:
        print(f"\n{_said(language, 'stopped')}", file=sys.stderr)
        return 130


def setup(arguments: list[str]) -> int:
    """Install what the other commands need; any Python can run it."""
    return subprocess.call([sys.executable, str(SET_UP), *arguments])


def site(args: argparse.Namespace) -> int:
    """Build the bilingual site."""
    started, language = time.monotonic(), args.language
    out, url = _free_folder(args.out), _address(args.url)
    gc.disable()  # a build ends soon and makes few cycles of objects: to look for them costs 0.8 s
    # packing, which goes on beside, opens many small files: it gets its turn at once after each
    sys.setswitchinterval(0.0002)
    from clauses.messages import StaffError
    from docs.site.build_lock import BuildRunningError, build_lock
    from docs.site.target import TargetError, check_target, is_trouble_of_the_disk
    from wizard.packing.assets import WizardAssets

    def waits(holder: str) -> None:
        print(f"==> {_said(language, 'waiting', holder=holder)}", flush=True)

    try:
        check_target(out)
        # packing begins with the wizard, and goes on beside all that follows
        with build_lock(CACHE, waits), WizardAssets(CACHE) as wizard:
            from docs.site.builder import build_site

            try:
                _say_preparing(language, args.preview)
                with _step(language, "step-reading"):
                    policy, *others = _editions(args.preview)
                    wizard.policies = [policy, *others]
                with _step(language, "step-building") as say:
                    build_site(policy, out, others=others, url=url, wizard=wizard, progress=say)
            except StaffError as failed:
                nothing = _said(language, "nothing-built")
                print(f"build.py site: {failed.told(language)}\n{nothing}", file=sys.stderr)
                return 1
    except TargetError as error:
        raise UsageError(error.name, **error.values) from None
    except BuildRunningError as error:
        print(f"build.py site: {error.told(language)}", file=sys.stderr)
        return 1
    except OSError as error:
        if not is_trouble_of_the_disk(error):
            raise
        name = error.filename2 or error.filename  # of a copy, the place that it was to go to
        place = f": {name}" if name else ""
        said = _said(language, "disk", reason=f"{error.strerror}{place}")
        print(f"build.py site: {said}", file=sys.stderr)
        return 1
    files = [path for path in out.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    size = sum(path.stat().st_size for path in files) / 1_000_000
    seconds = f"{time.monotonic() - started:.1f}"
    name = "built-for" if url else "built"
    folder = _shown(out)
    print(_said(language, name, folder=folder, pages=pages, size=f"{size:.1f}", url=url,
                seconds=seconds))  # fmt: skip
    return 0


def _editions(preview: bool) -> list[PolicyDocument]:
    """Read and check every finished edition with its examples and cases, the one in front first.

    A preview has the editions in preparation too, as they are: what waits is marked and withheld.
    """
    from clauses.document import PolicyDocument
    from clauses.editions import front_edition
    from clauses.examples import read_examples
    from clauses.export import compile_checked
    from clauses.loading import read_editions
    from clauses.worked import check_cases

    found = {
        policy.edition.edition: PolicyDocument.read(compile_checked(policy))
        for policy in read_editions()
    }
    for document in found.values():
        read_examples(document)
        check_cases(document.wizard)
    if preview:
        from clauses.folder import CLAUSES, all_editions, in_preparation
        from clauses.preparing.preview import preview as prepared

        found |= {name: prepared(CLAUSES, name) for name in filter(in_preparation, all_editions())}
    return [found.pop(front_edition()), *found.values()]


def _say_preparing(language: Language, preview: bool) -> None:
    """Say which editions are left out, or shown as they are in a preview.

    Without a preview, raises `PreparingError` if the one in front is one.
    """
    from clauses.folder import CLAUSES
    from clauses.messages import say
    from clauses.preparing.progress import left_out

    for edition, count in left_out(CLAUSES, preview=preview):
        values = {"edition": edition, "count": count}
        name = "previewed" if preview else "left-out"
        print(f"==> {say(('preparing', name), language, values)}", flush=True)


def serve(args: argparse.Namespace) -> int:
    """Build, show on this machine, and follow every edit."""
    import mkdocs  # noqa: F401  the builds are processes of their own: tell at once what is missing

    from docs.site.preview import serve as preview

    return preview(args.host, args.port, args.language)


def check(args: argparse.Namespace) -> int:
    """Check all files of the policy."""
    from clauses.folder import all_editions, in_preparation
    from clauses.loading import read_editions, read_policy

    only = _edition(args.edition)
    preparing = [name for name in all_editions() if in_preparation(name) and only in (None, name)]
    checked = [] if only in preparing else [read_policy(edition=only)] if only else read_editions()
    for policy in checked:
        if len(checked) + len(preparing) > 1:
            print(f"==> {policy.edition.edition}", flush=True)
        _check_edition(policy, args.language)
    return max([_check_prepared(name, args.language) for name in preparing], default=0)


def _check_prepared(edition: str, language: Language) -> int:
    """Say what waits in an edition in preparation: it is work; a fault elsewhere is a fault."""
    from clauses.faults import PolicyFilesError
    from clauses.folder import CLAUSES
    from clauses.preparing.progress import progress
    from clauses.preparing.telling import told_progress

    now = progress(CLAUSES, edition)
    print(told_progress(now, language), flush=True)
    if now.faults:
        raise PolicyFilesError(now.faults)
    return 0


def _check_edition(checked: Policy, language: Language) -> None:
    """Check the topics, examples and worked cases of an edition, and say what it holds."""
    started = time.monotonic()
    from clauses.document import PolicyDocument
    from clauses.examples import read_examples
    from clauses.export import compile_checked
    from clauses.worked import check_cases

    policy = PolicyDocument.read(compile_checked(checked))
    examples = read_examples(policy)
    figures = [figure for passage in policy.passages for figure in passage.figures]
    claimed = sum(bool(figure.claimed_by) for figure in figures)
    floors = sum(award.kind == "price-floor" for _, award in policy.awards)
    counts = {
        "clauses": len(policy.clauses),
        "awards": len(policy.awards) - floors,
        "floors": floors,
        "lines": len(policy.lines),
        "readings": len(policy.readings),
        "terms": len(policy.glossary),
        "examples": len(examples),
        "cases": check_cases(policy.wizard),
        "figures": len(figures),
        "claimed": claimed,
        "excused": len(figures) - claimed,
    }
    seconds = f"{time.monotonic() - started:.1f}"
    print(_said(language, "checked", **counts, seconds=seconds))


def assess(args: argparse.Namespace) -> int:
    """Assess an application."""
    text = _read_text(args.file)
    import eligibility
    from clauses.document_cache import policy_document_cached
    from clauses.folder import all_editions

    document = policy_document_cached(cache=CACHE, edition=_edition(args.edition))
    policy = eligibility.Policy.from_document(document)
    try:
        application = eligibility.read_application(text)
        assessment = eligibility.assess(policy, application)
    except eligibility.Refused as refused:
        import results

        said = results.refusal(refused, args.language, paths=True)
        named = application.get("edition") if refused.place == "$.edition" else None
        if named in all_editions():
            raise UsageError("refused-edition", said=said, edition=named) from None
        raise UsageError("refused", said=said) from None
    if args.lang:
        import nearness
        import results

        near = results.Near(nearness.worthwhile(nearness.near_misses(policy, application)))
        print(results.memo(document, application, assessment, args.lang, near))
    else:
        print(json.dumps(assessment, ensure_ascii=False, indent=2))
    return 0


def diff(args: argparse.Namespace) -> int:
    """Compare two editions, or an edition with a revised text."""
    from clauses.revision.differences import differences
    from clauses.revision.plain_text import TextError
    from clauses.revision.summary import summary

    try:
        report = differences(args.old, args.new)
    except TextError as error:
        raise UsageError("text-cannot", said=error.told(args.language)) from None
    print(json.dumps(report, ensure_ascii=False, indent=2) if args.json
          else summary(report, args.language))  # fmt: skip
    return 0


def summary(args: argparse.Namespace) -> int:
    """Show the sheet for approval of a revision, or write it as a page."""
    from clauses.messages import say
    from clauses.revision.plain_text import TextError
    from docs.site.approval_of import sheet_of
    from docs.site.approval_shown import approval_html, approval_text

    try:
        sheet = sheet_of(args.old, args.new)
    except TextError as error:
        raise UsageError("text-cannot", said=error.told(args.language)) from None
    if args.out is None:
        print(approval_text(sheet, args.language))
        return 0
    try:
        args.out.write_text(approval_html(sheet), encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(
            "cannot-write", name=args.out, reason=error.strerror or str(error)
        ) from None
    print(say(("approval", "written"), args.language, {"file": args.out}))
    return 0


def revise(args: argparse.Namespace) -> int:
    """Make a new edition from a revised text."""
    from clauses.preparing.commands import revise as prepare

    return _prepared(args, prepare)


def confirm(args: argparse.Namespace) -> int:
    """Confirm what was proposed in an edition in preparation."""
    from clauses.preparing.commands import confirm as confirmed

    return _prepared(args, confirmed)


def _prepared(args: argparse.Namespace, run: Callable[[argparse.Namespace], int]) -> int:
    """Run a command that writes an edition; whatever stops it, nothing is half-written."""
    from clauses.messages import say
    from clauses.preparing.errors import PreparingError
    from clauses.revision.plain_text import TextError

    try:
        return run(args)
    except (TextError, PreparingError) as error:
        raise UsageError("text-cannot", said=error.told(args.language)) from None
    except OSError as error:
        place = f": {error.filename}" if error.filename else ""
        values = {"reason": f"{error.strerror or error}{place}"}
        said = say(("preparing", "prepare-disk"), args.language, values)
        print(f"build.py {args.command}: {said}", file=sys.stderr)
        return 1


def schema(args: argparse.Namespace) -> int:
    """Write the JSON Schemas that an editor checks the files with."""
    from clauses.editor_schema import write_schemas

    files = write_schemas(args.out)
    names = [file.name for file in files]
    print(_said(args.language, "schemas", names=names, folder=_shown(args.out)))
    return 0


def _parser(language: Language) -> argparse.ArgumentParser:
    from clauses.messages import catalogue

    said = catalogue(language)
    texts = said["help"]
    own = said.get("argparse", {})
    # argparse asks gettext for its few words, which has none of them in Chinese
    vars(argparse)["_"] = lambda text: own.get(text, text)
    parser = argparse.ArgumentParser(
        prog="build.py",
        description=texts["about"],
        epilog=texts["more"],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    commands.add_parser("setup", help=texts["setup"])  # reads its arguments itself

    def command(run: Callable[[argparse.Namespace], int], lang: str) -> argparse.ArgumentParser:
        text = texts[run.__name__]
        sub = commands.add_parser(run.__name__, help=text, description=text)
        sub.set_defaults(run=run)
        sub.add_argument("--lang", choices=["zh", "en"], help=texts[lang])
        return sub

    sub = command(site, "lang")
    sub.add_argument(
        "--out", type=Path, default=ROOT / "site", metavar="DIR", help=texts["site-out"]
    )
    sub.add_argument("--url", help=texts["site-url"])
    sub.add_argument("--preview", action="store_true", help=texts["site-preview"])
    sub = command(serve, "lang")
    sub.add_argument("--port", type=_port(language), default=8000, help=texts["serve-port"])
    sub.add_argument("--host", default="127.0.0.1", help=texts["serve-host"])
    sub = command(check, "lang")
    sub.add_argument("--edition", metavar="DATE", help=texts["check-edition"])
    sub = command(assess, "assess-lang")
    sub.add_argument("--edition", metavar="DATE", help=texts["edition"])
    sub.add_argument("file", metavar="FILE", help=texts["assess-file"])
    sub = command(diff, "lang")
    sub.add_argument("old", metavar="OLD", help=texts["diff-old"])
    sub.add_argument("new", metavar="NEW", help=texts["diff-new"])
    sub.add_argument("--json", action="store_true", help=texts["diff-json"])
    sub = command(summary, "lang")
    sub.add_argument("old", metavar="OLD", help=texts["summary-old"])
    sub.add_argument("new", metavar="NEW", help=texts["summary-new"])
    sub.add_argument("--out", type=Path, metavar="FILE", help=texts["summary-out"])
    sub = command(revise, "lang")
    sub.add_argument("text", metavar="TEXT", help=texts["revise-text"])
    sub.add_argument("day", metavar="DATE", nargs="?", help=texts["revise-day"])
    sub.add_argument("--date", metavar="DATE", help=texts["revise-date"])
    sub.add_argument("--from", metavar="DATE", dest="former", help=texts["revise-from"])
    sub.add_argument("--announced", metavar="DATE", help=texts["revise-announced"])
    sub.add_argument("--answer", metavar="OLD=NEW", action="append", default=[],
                     help=texts["revise-answer"])  # fmt: skip
    sub.add_argument("--answers", metavar="FILE", type=Path, help=texts["revise-answers"])
    sub.add_argument("--dry-run", action="store_true", help=texts["revise-dry-run"])
    sub.add_argument("--json", action="store_true", help=texts["diff-json"])
    sub = command(confirm, "lang")
    sub.add_argument("edition", metavar="DATE", help=texts["confirm-edition"])
    sub.add_argument("ids", metavar="ID", nargs="*", help=texts["confirm-ids"])
    sub.add_argument("--all", action="store_true", dest="proposed", help=texts["confirm-all"])
    sub.add_argument("--cases", action="store_true", help=texts["confirm-cases"])
    sub = command(schema, "lang")
    sub.add_argument(
        "--out",
        type=Path,
        default=ROOT / "build" / "schema",
        metavar="DIR",
        help=texts["schema-out"],
    )
    return parser


def _set_environment() -> None:
    """Find the tools of the virtual environment, and keep MkDocs to what is asked of it."""
    own = str(Path(sys.executable).parent)  # Node stands there on machines that had none
    os.environ["PATH"] = os.pathsep.join([own, os.environ.get("PATH", os.defpath)])
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    if not os.environ.get("SOURCE_DATE_EPOCH", "0").isdecimal():
        del os.environ["SOURCE_DATE_EPOCH"]  # no date, so the edition’s own is taken


def _is_closed_pipe(error: OSError) -> bool:
    """Tell whether what reads our output has gone; Windows gives another error then."""
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL)


@contextmanager
def _step(language: Language, what: str) -> Iterator[Callable[[Phrase], None]]:
    """Say what is being done, each part of it, and how long it took."""
    started = time.monotonic()
    print(f"==> {_said(language, what)} …", end="", flush=True)
    try:
        yield lambda part: print(f" {part.said(language)},", end="", flush=True)
    except BaseException:
        print(f" {_said(language, 'step-stopped')}", flush=True)
        raise
    print(f" {time.monotonic() - started:.1f} s", flush=True)


def _read_text(name: str) -> str:
    try:
        if name == "-":
            content = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(name).open("rb") as file:  # a pipe too: assess <(…)
                content = file.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise UsageError("application-too-large", name=name, largest=LARGEST)
        return content.decode("utf-8-sig")
    except OSError as error:
        raise UsageError("cannot-read", name=name, reason=error.strerror or error) from None
    except UnicodeDecodeError as error:
        raise UsageError("application-not-utf-8", name=name, byte=error.start) from None


def _edition(name: str | None) -> str | None:
    """Return the name of an edition that has a folder; None, the one in front, stays None."""
    from clauses.folder import all_editions

    known = all_editions()
    if name is not None and name not in known:
        raise UsageError("no-such-edition", name=name, known=known)
    return name


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


def _shown(path: Path) -> str:
    whole = path.resolve()
    near = whole.relative_to(Path.cwd()) if whole.is_relative_to(Path.cwd()) else whole
    return f"{near.as_posix()}/"


def _port(language: Language) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text) < 65536):
            raise argparse.ArgumentTypeError(_said(language, "port", text=text))
        return int(text)

    return read


def _said(language: Language, name: str, /, **values: object) -> str:
    """Return a message of the commands, from `clauses/messages`."""
    from clauses.messages import say

    return say(("commands", name), language, values)


def _language(arguments: list[str]) -> Language:
    """Return the language that the command line asks for, else that of the machine."""
    from clauses.messages import preferred_language

    only = argparse.ArgumentParser(add_help=False, exit_on_error=False, allow_abbrev=False)
    only.add_argument("--lang", choices=("zh", "en"))
    with suppress(argparse.ArgumentError):
        if chosen := only.parse_known_args(arguments)[0].lang:
            return "zh" if chosen == "zh" else "en"
    return preferred_language()


def _hand_over() -> None:
    """Run in `.venv` where another Python was asked to run; return where this one may go on."""
    own = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if sys.argv[1:2] == ["setup"] or not own.is_file():
        return
    if os.path.realpath(sys.prefix) == os.path.realpath(ENVIRONMENT):
        return
    command = [str(own), str(Path(__file__).resolve()), *sys.argv[1:]]
    sys.stdout.flush()
    if os.name == "posix":
        os.execv(command[0], command)  # so that a signal to this process reaches the command
    with suppress(KeyboardInterrupt):  # Ctrl-C is for the command, which says so
        sys.exit(subprocess.call(command))
    sys.exit(130)


if __name__ == "__main__":
    _hand_over()
    status = main()
    if status == 0:
        os._exit(0)  # all is written; to free each object of a build takes half a second
    sys.exit(status)
