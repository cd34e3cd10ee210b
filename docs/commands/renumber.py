"""`build.py renumber`: gives a clause another number, in an edition in preparation."""

from argparse import ArgumentParser, Namespace

from clauses.messages import Language
from clauses.preparing.arrangement import renumbered
from docs.commands.arranging import arrange
from docs.commands.base import help_of


def add_arguments(parser: ArgumentParser, language: Language) -> None:
    text = help_of(language)
    parser.add_argument("edition", metavar="DATE", help=text("confirm-edition"))
    parser.add_argument("number", metavar="CLAUSE", type=int, help=text("renumber-number"))
    parser.add_argument("new", metavar="NEW", type=int, help=text("renumber-new"))
    parser.add_argument("--onwards", action="store_true", help=text("renumber-onwards"))


def run(args: Namespace) -> int:
    """Renumber clauses; whatever names them follows."""
    return arrange(args, lambda old: renumbered(old, args.number, args.new, onwards=args.onwards))
