"""`build.py merge`: makes one clause of several, in an edition in preparation."""

from argparse import ArgumentParser, Namespace

from clauses.messages import Language
from clauses.preparing.arrangement import merged
from docs.commands.arranging import arrange
from docs.commands.base import help_of


def add_arguments(parser: ArgumentParser, language: Language) -> None:
    text = help_of(language)
    parser.add_argument("edition", metavar="DATE", help=text("confirm-edition"))
    parser.add_argument(
        "numbers", metavar="CLAUSE", type=int, nargs="+", help=text("merge-numbers")
    )
    parser.add_argument(
        "--into", metavar="CLAUSE", type=int, required=True, help=text("merge-into")
    )


def run(args: Namespace) -> int:
    """Merge clauses into one of them."""
    return arrange(args, lambda old: merged(old, args.numbers, args.into))
