"""Prints how long a run over many applications takes: see `many_applications`.

Each worker imports the module that was started. It is this small one, as it is `build.py` for the
command, so that what is measured is the workers.
"""

import sys

if __name__ == "__main__":
    from tests.bench.many_applications import main

    main(*map(int, sys.argv[1:2]))
