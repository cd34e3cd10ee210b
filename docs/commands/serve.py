"""`build.py serve`: shows the site on this machine, and follows every edit."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable

import mkdocs  # noqa: F401  the builds are processes of their own: tell at once what is missing

from clauses.messages import Language
from docs.commands.base import help_of, said
from docs.site.preview import serve


def add_arguments(parser: ArgumentParser, language: Language) -> None:
    text = help_of(language)
    parser.add_argument("--port", type=_port(language), default=8000, help=text("serve-port"))
    parser.add_argument("--host", default="127.0.0.1", help=text("serve-host"))


def run(args: Namespace) -> int:
    """Build, show on this machine, and follow every edit."""
    return serve(args.host, args.port, args.language)


def _port(language: Language) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text) < 65536):
            raise ArgumentTypeError(said(language, "port", text=text))
        return int(text)

    return read
