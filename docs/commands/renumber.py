"""`build.py renumber`: gives a clause another number, in an edition in preparation."""

from argparse import ArgumentParser, Namespace

from clauses.folder import CLAUSES
from clauses.messages import Language
from clauses.preparing.arrangement import renumbered
from clauses.preparing.rearranging import rearrange
from clauses.preparing.telling import told_rearranged
from docs.commands.base import help_of
from docs.commands.preparing import nothing_half_written


def add_arguments(parser: ArgumentParser, language: Language) -> None:
    text = help_of(language)
    parser.add_argument("edition", metavar="DATE", help=text("confirm-edition"))
    parser.add_argument("number", metavar="CLAUSE", type=int, help=text("renumber-number"))
    parser.add_argument("new", metavar="NEW", type=int, help=text("renumber-new"))
    parser.add_argument("--onwards", action="store_true", help=text("renumber-onwards"))


@nothing_half_written
def run(args: Namespace) -> int:
    """Renumber clauses; whatever names them follows."""
    done = rearrange(
        CLAUSES,
        args.edition,
        lambda old: renumbered(old, args.number, args.new, onwards=args.onwards),
    )
    print(told_rearranged(done, args.language))
    return 0
