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

exit status: 0 done; 1 the files of the policy have faults, something is left to answer
or confirm, or the result was not written; 2 wrong use, or an application that is
refused; 3 rows of a roster, or applications, were left out, and all others count;
130 stopped with Ctrl-C.
"""

from __future__ import annotations

import argparse
import errno
import os
import signal
import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import FrameType

    from clauses.messages import Language

    # `_parser` imports them by name; these lines are for mypy and tests/test_rooms.py
    from docs.commands import (  # noqa: F401
        assess,
        check,
        compare,
        confirm,
        diff,
        exposure,
        merge,
        move,
        renumber,
        revise,
        roster,
        schema,
        serve,
        site,
        summary,
    )

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
SET_UP = ROOT / ".ci" / "set_up.py"
COMMANDS = (
    "site", "serve", "check", "assess", "diff", "summary",
    "revise", "renumber", "move", "merge", "confirm", "roster", "exposure", "compare", "schema",
)  # fmt: skip
"""Modules of `docs.commands`."""
OTHER_PYTHON = """\
build.py: Python 3.13 is needed, here {0}: run build.py setup
build.py：需要 Python 3.13，这里是 {0}：请先运行 build.py setup"""
"""In both languages, because an older Python cannot read the catalogues."""
OWN = (
    "clauses", "docs", "wizard",
    "eligibility", "nearness", "amounts", "answers", "results", "between_editions",
)  # fmt: skip


STOPPED: list[int] = []
"""Signals of Ctrl-C: a library written in C may turn its exception into one of its own."""


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit status."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments[:1] == ["setup"]:
        return setup(arguments[1:])
    if sys.version_info < (3, 13):  # noqa: UP036  an older Python gets a message
        here = sys.version.split()[0]
        print(OTHER_PYTHON.format(here), file=sys.stderr)
        return 2
    _set_environment()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # a lone surrogate in an application is printed as the JSON escape that it was
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    from clauses.faults import PolicyFilesError
    from clauses.messages import StaffError, say

    language = _language(arguments)
    asked = [name for name in arguments if name in COMMANDS][:1]
    for one in arguments:
        if _has_dash_of_text(one):
            message = say(("commands", "dash-of-text"), language, {"found": one, "option": one[1:]})
            print(f"build.py: {message}", file=sys.stderr)
            return 2
    try:
        args = _parser(language, asked).parse_args(argv, argparse.Namespace(language=language))
        run: Callable[[argparse.Namespace], int] = args.run
        status = run(args)
        sys.stdout.flush()
        return status
    except PolicyFilesError as faulty:
        print(faulty.told(language), file=sys.stderr)
        return 1
    except StaffError as misuse:
        print(f"build.py {args.command}: {misuse.told(language)}", file=sys.stderr)
        return 2
    except ModuleNotFoundError as missing:
        package, dot, _ = (missing.name or "").partition(".")
        if dot and package in OWN:  # not one that an interrupted `setup` has left out
            raise
        message = say(("commands", "not-installed"), language, {"name": missing.name})
        print(f"build.py: {message}", file=sys.stderr)
        return 2
    except OSError as error:
        if not _is_closed_pipe(error):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # the reader, `head` say, has gone
        return 0
    except KeyboardInterrupt:
        return _stopped(language)
    except Exception:
        if not STOPPED:
            raise
        return _stopped(language)


def _stop(signum: int, frame: FrameType | None) -> None:
    STOPPED.append(signum)
    signal.default_int_handler(signum, frame)


def _stopped(language: Language) -> int:
    from clauses.messages import say

    print(f"\n{say(('commands', 'stopped'), language)}", file=sys.stderr)
    return 130


def setup(arguments: list[str]) -> int:
    """Install what the other commands need; any Python can run it."""
    return subprocess.call([sys.executable, str(SET_UP), *arguments])


def _parser(language: Language, asked: Iterable[str] = COMMANDS) -> argparse.ArgumentParser:
    """Return what reads the command line; only the commands that are asked for have arguments."""
    from clauses.messages import catalogue

    said = catalogue(language)
    texts = said["help"]
    own = said.get("argparse", {})
    # argparse asks gettext for its few words, which has none of them in Chinese
    vars(argparse)["_"] = lambda text: own.get(text, text)
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog="build.py",
        description=texts["about"],
        epilog=f"{texts['more']}\n{texts['statuses']}",
        formatter_class=raw,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("setup", help=texts["setup"])  # reads its arguments itself
    for name in COMMANDS:
        sub = commands.add_parser(
            name,
            help=texts[name],
            description=texts[name],
            epilog=texts["statuses"],
            formatter_class=raw,
        )
        if name in asked:
            lang = texts["assess-lang" if name == "assess" else "lang"]
            sub.add_argument("--lang", choices=["zh", "en"], help=lang)
            command = import_module(f"docs.commands.{name}")
            command.add_arguments(sub, language)
            sub.set_defaults(run=command.run)
    return parser


def _has_dash_of_text(argument: str) -> bool:
    """Return whether an option begins with the dash that a word processor makes of two hyphens."""
    name = argument[1:]
    return argument[:1] in tuple("—–‒―−－") and name[:1].isascii() and name[:1].isalpha()


def _set_environment() -> None:
    """Find the tools of the virtual environment, and keep MkDocs to what is asked of it."""
    own = str(Path(sys.executable).parent)  # Node is there on machines that had none
    os.environ["PATH"] = os.pathsep.join([own, os.environ.get("PATH", os.defpath)])
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    if not os.environ.get("SOURCE_DATE_EPOCH", "0").isdecimal():
        del os.environ["SOURCE_DATE_EPOCH"]  # no date, so the edition’s own is taken


def _is_closed_pipe(error: OSError) -> bool:
    """Return whether what reads our output has gone; Windows gives another error then."""
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL)


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
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _stop)
    try:
        status = main()
    except KeyboardInterrupt:  # before the messages were there
        status = 130
    if status == 0:
        os._exit(0)  # all is written; to free each object of a build takes half a second
    sys.exit(status)
