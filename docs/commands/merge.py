"""`build.py merge`: makes one clause of several, in an edition in preparation."""

from argparse import ArgumentParser, Namespace

from clauses.folder import CLAUSES
from clauses.messages import Language
from clauses.preparing.arrangement import merged
from clauses.preparing.rearranging import rearrange
from clauses.preparing.telling import told_rearranged
from docs.commands.base import help_of
from docs.commands.preparing import nothing_half_written


def add_arguments(parser: ArgumentParser, language: Language) -> None:
    text = help_of(language)
    parser.add_argument("edition", metavar="DATE", help=text("confirm-edition"))
    parser.add_argument(
        "numbers", metavar="CLAUSE", type=int, nargs="+", help=text("merge-numbers")
    )
    parser.add_argument(
        "--into", metavar="CLAUSE", type=int, required=True, help=text("merge-into")
    )


@nothing_half_written
def run(args: Namespace) -> int:
    """Merge clauses into one of them."""
    done = rearrange(CLAUSES, args.edition, lambda old: merged(old, args.numbers, args.into))
    print(told_rearranged(done, args.language))
    return 0
