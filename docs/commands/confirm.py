"""`build.py confirm`: takes entries off the list of an edition in preparation."""

from argparse import ArgumentParser, Namespace

from clauses.folder import CLAUSES
from clauses.messages import Language
from clauses.preparing.confirm import confirm
from clauses.preparing.telling import told_confirmed
from docs.commands.base import help_of
from docs.commands.preparing import nothing_half_written


def add_arguments(parser: ArgumentParser, language: Language) -> None:
    text = help_of(language)
    parser.add_argument("edition", metavar="DATE", help=text("confirm-edition"))
    parser.add_argument("ids", metavar="ID", nargs="*", help=text("confirm-ids"))
    parser.add_argument("--all", action="store_true", dest="proposed", help=text("confirm-all"))
    parser.add_argument("--cases", action="store_true", help=text("confirm-cases"))


@nothing_half_written
def run(args: Namespace) -> int:
    """Confirm entries; 1 if one of those asked for is not right yet, else 0."""
    done = confirm(
        CLAUSES, args.edition, args.ids, all_proposed=args.proposed, all_cases=args.cases
    )
    print(told_confirmed(done, args.language))
    return 1 if done.refused or done.left.faults else 0
