"""Work that kills its worker once; a module of its own, since each worker imports it."""

import os
import signal
from pathlib import Path
from typing import Any

from clauses.rosters.jobs import Job, work


def dies(mark: Path, job: Job, chunk: list[Any]) -> Any:
    """Work like `work`, but kill the first worker that comes here."""
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return work(job, chunk)
