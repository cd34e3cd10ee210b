"""`build.py move`: moves a paragraph or an award of an edition in preparation."""

from argparse import ArgumentParser, Namespace

from clauses.folder import CLAUSES
from clauses.messages import Language
from clauses.preparing.arrangement import moved
from clauses.preparing.rearranging import rearrange
from clauses.preparing.telling import told_rearranged
from docs.commands.base import help_of
from docs.commands.preparing import nothing_half_written


def add_arguments(parser: ArgumentParser, language: Language) -> None:
    text = help_of(language)
    parser.add_argument("edition", metavar="DATE", help=text("confirm-edition"))
    parser.add_argument("what", metavar="WHAT", help=text("move-what"))
    parser.add_argument("to", metavar="CLAUSE", help=text("move-to"))


@nothing_half_written
def run(args: Namespace) -> int:
    """Move a paragraph, or an award with its sentence."""
    done = rearrange(CLAUSES, args.edition, lambda old: moved(old, args.what, args.to))
    print(told_rearranged(done, args.language))
    return 0
