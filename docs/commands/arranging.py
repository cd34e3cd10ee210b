"""What `merge`, `move` and `renumber` share: the run, once they know the arrangement."""

from argparse import Namespace

from clauses.folder import CLAUSES
from clauses.preparing.rearranging import Arranging, rearrange
from clauses.preparing.telling import told_rearranged
from docs.commands.preparing import nothing_half_written


@nothing_half_written
def arrange(args: Namespace, arranging: Arranging) -> int:
    """Arrange the clauses of an edition in preparation otherwise, and tell what is where."""
    done = rearrange(CLAUSES, args.edition, arranging)
    print(told_rearranged(done, args.language))
    return 0
