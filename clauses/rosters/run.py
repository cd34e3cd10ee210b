"""A whole run: applications in, the tallies and the changes out, chunk by chunk."""

import json
import os
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

from clauses.rosters.columns import Columns
from clauses.rosters.jobs import Done, Job, work
from clauses.rosters.sources import source
from clauses.rosters.spreading import in_order, in_order_on_dask

Json = dict[str, Any]


class RosterRun:
    """The applications at a path under one or two editions.

    Reading begins with `chunks`; a roster that cannot be used at all is reported before.
    """

    def __init__(self, path: Path, documents: Sequence[Json]) -> None:
        self.columns = Columns(documents)
        self.source = source(path, self.columns)
        self.job = Job(
            tuple(json.dumps(one, ensure_ascii=False, sort_keys=True) for one in documents),
            tuple(self.source.columns),
        )

    def chunks(self, workers: int | None = None, scheduler: str | None = None) -> Generator[Done]:
        """Yield the result of each chunk, in the order of the applications.

        Without a number of workers there are as many as this machine has cores. Raises
        `RosterError`.
        """
        if scheduler:
            yield from in_order_on_dask(work, self.job, self.source.cases, scheduler)
            return
        count = workers or os.process_cpu_count() or 1
        yield from in_order(work, self.job, self.source.cases, count)
