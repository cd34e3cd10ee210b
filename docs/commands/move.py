"""`build.py move`: moves a paragraph or an award of an edition in preparation."""

from argparse import ArgumentParser, Namespace

from clauses.messages import Language
from clauses.preparing.arrangement import moved
from docs.commands.arranging import arrange
from docs.commands.base import help_of


def add_arguments(parser: ArgumentParser, language: Language) -> None:
    text = help_of(language)
    parser.add_argument("edition", metavar="DATE", help=text("confirm-edition"))
    parser.add_argument("what", metavar="WHAT", help=text("move-what"))
    parser.add_argument("to", metavar="CLAUSE", help=text("move-to"))


def run(args: Namespace) -> int:
    """Move a paragraph, or an award with its sentence."""
    return arrange(args, lambda old: moved(old, args.what, args.to))
