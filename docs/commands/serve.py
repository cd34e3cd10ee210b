"""`build.py serve`: shows the site on this machine, and follows every edit."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from pathlib import Path

import mkdocs  # noqa: F401  the builds are separate processes: say at once what is missing

from clauses.messages import Language
from docs.commands.base import UsageError, help_of, said
from docs.site.live_server import serve


def add_arguments(parser: ArgumentParser, language: Language) -> None:
    text = help_of(language)
    parser.add_argument("--port", type=_port(language), default=8000, help=text("serve-port"))
    parser.add_argument("--host", default="127.0.0.1", help=text("serve-host"))
    parser.add_argument("--built", type=Path, metavar="DIR", help=text("serve-built"))


def run(args: Namespace) -> int:
    """Build, show on this machine, and follow every edit; or show a site that is built."""
    if args.built and not (args.built / "index.html").is_file():
        raise UsageError("no-site-in", folder=args.built)
    return serve(args.host, args.port, args.language, args.built)


def _port(language: Language) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text) < 65536):
            raise ArgumentTypeError(said(language, "port", text=text))
        return int(text)

    return read
