"""Spreads work over the cores of the machine, or over a Dask cluster, and keeps its order.

Chunks go out a few at a time and come back in order, so that memory stays flat and the result does
not depend on how many workers there are. A chunk whose worker dies is done again.
"""

import multiprocessing
import pickle
import signal
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import batched
from typing import Any

from clauses.rosters.faults import RosterError

CHUNK = 200
"""Applications to a chunk: some 0.1 s of work."""
AHEAD = 4
"""Chunks under way for each worker."""
_MESSAGES_KEPT = "distributed.admin.low-level-log-length"
"""The setting of a client of Dask for how many messages it keeps, to look for faults."""
ANSWER = "5s"
"""How long a scheduler may take to answer."""
TRIES = 3
"""How often a chunk may lose its worker before the run stops."""

Work = Callable[[Any, list[Any]], Any]
"""Does a chunk, with the job that all chunks share; both are importable and can be pickled."""


def in_order[T, R](
    work: Callable[[Any, list[T]], R], job: Any, items: Iterable[T], workers: int
) -> Iterator[R]:
    """Yield the result of each chunk of the items, in their order."""
    chunks = (list(chunk) for chunk in batched(items, CHUNK, strict=False))
    if workers <= 1:
        yield from (work(job, chunk) for chunk in chunks)
        return
    pool = _Pool(work, job, workers)
    whole = False
    try:
        yield from _windowed(pool.submit, pool.result, chunks, workers * AHEAD)
        whole = True
    finally:
        pool.close(wait=whole)


def in_order_on_dask[T, R](
    work: Callable[[Any, list[T]], R], job: Any, items: Iterable[T], scheduler: str
) -> Iterator[R]:
    """The same on a Dask cluster, which gives the chunks of a lost worker to another one.

    Raises `RosterError` where `dask.distributed` is not installed or nobody answers.
    """
    try:
        import dask
        from distributed import Client
    except ModuleNotFoundError:
        raise RosterError("no-dask") from None
    try:
        with dask.config.set({_MESSAGES_KEPT: 0}):
            client = Client(scheduler, timeout=ANSWER)
    except (OSError, TimeoutError, ValueError) as error:
        raise RosterError("no-scheduler", address=scheduler, reason=str(error)) from None
    with client:
        # a task, not scattered data: what a lost worker held is made again
        shared = client.submit(_shared, job, pure=False)
        chunks = (list(chunk) for chunk in batched(items, CHUNK, strict=False))
        ahead = max(1, len(client.scheduler_info()["workers"])) * AHEAD

        def submit(chunk: list[T]) -> Any:
            return client.submit(_do_packed, work, shared, _packed(chunk), pure=False)

        yield from _windowed(submit, lambda task: task.result(), chunks, ahead)


def _shared(job: Any) -> Any:
    return job


def _packed(chunk: list[Any]) -> bytes:
    """Pack a chunk: the scheduler keeps its last thousand messages, so they have to be small."""
    return zlib.compress(pickle.dumps(chunk, pickle.HIGHEST_PROTOCOL), 1)


def _do_packed(work: Work, job: Any, packed: bytes) -> Any:
    return work(job, pickle.loads(zlib.decompress(packed)))


def _windowed[C, F, R](
    submit: Callable[[C], F], result: Callable[[F], R], chunks: Iterator[C], ahead: int
) -> Iterator[R]:
    waiting: deque[F] = deque()
    for chunk in chunks:
        waiting.append(submit(chunk))
        if len(waiting) >= ahead:
            yield result(waiting.popleft())
    while waiting:
        yield result(waiting.popleft())


_JOB: Any = None


def _take(job: Any) -> None:
    """Keep in a worker what all its chunks share."""
    global _JOB
    _JOB = job


def _do(work: Work, chunk: list[Any]) -> Any:
    return work(_JOB, chunk)


class _Task:
    """A chunk that has been given out, until its result is there."""

    def __init__(self, chunk: list[Any]) -> None:
        self.chunk, self.tries = chunk, 0
        self.future: Future[Any] | None = None


@contextmanager
def _without_ctrl_c() -> Iterator[None]:
    """Hold Ctrl-C back, from the processes that start now for good.

    It reaches all processes of a terminal, and one that is still starting would end in a traceback.
    They end with this one.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Pool:
    """Processes of this machine; when one is killed, all that is under way is done again."""

    def __init__(self, work: Work, job: Any, workers: int) -> None:
        self.work, self.job, self.workers = work, job, workers
        self.open: list[_Task] = []
        self.pool = self._started()

    def _started(self) -> ProcessPoolExecutor:
        # spawned as on Windows: the result is the same everywhere, and nothing is inherited
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self.workers, context, _take, (self.job,))

    def submit(self, chunk: list[Any]) -> _Task:
        task = _Task(chunk)
        self.open.append(task)
        self._give_out(task)
        return task

    def result(self, task: _Task) -> Any:
        while True:
            assert task.future is not None
            try:
                done = task.future.result()
            except BrokenProcessPool:
                task.tries += 1
                if task.tries >= TRIES:
                    raise RosterError("worker-lost", tries=TRIES) from None
                self._start_again()
                continue
            self.open.remove(task)
            return done

    def _give_out(self, task: _Task) -> None:
        try:
            task.future = self._submitted(task)
        except BrokenProcessPool:
            self._start_again()

    def _submitted(self, task: _Task) -> Future[Any]:
        with _without_ctrl_c():  # a process may start
            return self.pool.submit(_do, self.work, task.chunk)

    def _start_again(self) -> None:
        self.pool.shutdown(wait=False, cancel_futures=True)
        self.pool = self._started()
        for task in self.open:
            given = task.future
            if not given or not given.done() or given.cancelled() or given.exception():
                task.future = self._submitted(task)

    def close(self, wait: bool) -> None:
        """End the processes; those of a whole run are waited for, which gives their locks back."""
        self.pool.shutdown(wait=wait, cancel_futures=True)
