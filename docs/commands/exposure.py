"""`build.py exposure`: what many applications come to under an edition, compared with its fund."""

from argparse import ArgumentParser, Namespace

from clauses.editions import front_edition
from clauses.messages import Language
from docs.commands.base import help_of, known_edition
from docs.commands.measuring import add_run_arguments, measure


def add_arguments(parser: ArgumentParser, language: Language) -> None:
    text = help_of(language)
    parser.add_argument("edition", nargs="?", metavar="EDITION", help=text("exposure-edition"))
    add_run_arguments(parser, language)


def run(args: Namespace) -> int:
    """Add up what many applications come to under an edition."""
    edition = known_edition(args.edition) or front_edition()
    return measure(args, [edition], f"exposure-{edition}")
