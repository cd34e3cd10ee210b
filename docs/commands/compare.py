"""`build.py compare`: the same applications under two editions: who gains and who loses."""

from argparse import ArgumentParser, Namespace

from clauses.messages import Language
from docs.commands.base import help_of, known_edition
from docs.commands.measuring import add_run_arguments, measure


def add_arguments(parser: ArgumentParser, language: Language) -> None:
    text = help_of(language)
    parser.add_argument("old", metavar="OLD", help=text("compare-old"))
    parser.add_argument("new", metavar="NEW", help=text("compare-new"))
    add_run_arguments(parser, language)


def run(args: Namespace) -> int:
    """Compare what many applications come to under two editions."""
    editions = [known_edition(args.old), known_edition(args.new)]
    return measure(args, editions, f"compare-{args.old}-{args.new}")
