"""Sets the project up: Python packages in .venv, the browser's parts in node_modules.

    python build.py setup            what staff need to check, build and show the policy
    python build.py setup --tests    also what the tests need; `make` calls it so

Runs under any Python from 3.8 on, on Windows as elsewhere, and finds the Python that the project
needs. A second run does only what has changed.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from project_setup.browser_parts import BrowserParts
from project_setup.environment import Environment
from project_setup.interpreters import find_python
from project_setup.messages import Messages, SetUpError, preferred_language
from project_setup.programs import command_for_staff

ROOT = Path(__file__).resolve().parents[1]


def main(argv: list[str]) -> int:
    """Set up what the arguments ask for; return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    messages = Messages(_language(argv))
    args = _parser(messages).parse_args(argv)
    try:
        if args.only != "browser":
            _set_up_python(messages, args.tests)
        if args.only != "python":
            BrowserParts(ROOT, messages).install()
        if not args.only:
            print(messages.text("ready", command=command_for_staff()))
    except SetUpError as error:
        print(f"\n{messages.told(error)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"\n{messages.text('stopped')}", file=sys.stderr)
        return 130
    return 0


def _set_up_python(messages: Messages, tests: bool) -> None:
    started = time.monotonic()
    version = (ROOT / ".python-version").read_text(encoding="utf-8").strip()
    environment = Environment(ROOT, version, messages)
    if not environment.is_sound():
        environment.make(find_python(version, ROOT, messages))
    environment.install(tests=tests)
    seconds = f"{time.monotonic() - started:.0f}"
    messages.say("python-ready", version=version, seconds=seconds)


def _language(argv: list[str]) -> str:
    """Return the language that the arguments ask for, else that of the machine."""
    chosen = ""
    for word, after in zip(argv, [*argv[1:], ""]):
        if word == "--lang":
            chosen = after
        elif word.startswith("--lang="):
            chosen = word[len("--lang=") :]
    return chosen if chosen in ("zh", "en") else preferred_language()


def _parser(messages: Messages) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py setup", description=messages.text("help"), allow_abbrev=False
    )
    parser.add_argument("--tests", action="store_true", help=messages.text("help-tests"))
    parser.add_argument("--only", choices=["python", "browser"], help=messages.text("help-only"))
    parser.add_argument("--lang", choices=["zh", "en"], help=messages.text("help-lang"))
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
