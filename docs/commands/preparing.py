"""What stops a command that writes an edition; whatever it is, nothing is half-written."""

import sys
from argparse import Namespace
from collections.abc import Callable
from functools import wraps
from typing import Concatenate

from clauses.messages import say


def nothing_half_written[**P](
    run: Callable[Concatenate[Namespace, P], int],
) -> Callable[Concatenate[Namespace, P], int]:
    """Tell a trouble of the disk, and that every edition is as it was; the status is 1."""

    @wraps(run)
    def guarded(args: Namespace, *more: P.args, **named: P.kwargs) -> int:
        try:
            return run(args, *more, **named)
        except BrokenPipeError:
            raise  # the reader, `head` say, has gone: all is written
        except OSError as error:
            place = f": {error.filename}" if error.filename else ""
            values = {"reason": f"{error.strerror or error}{place}"}
            message = say(("preparing", "prepare-disk"), args.language, values)
            print(f"build.py {args.command}: {message}", file=sys.stderr)
            return 1

    return guarded
