"""Work done by preloaded worker processes, in order; what the work is, is none of this module's business."""

import contextlib
import ctypes
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from briefgen.errors import EnvironmentFault

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future, ProcessPoolExecutor

Task = TypeVar("Task")
Result = TypeVar("Result")
LOST = "a worker process died (killed, or out of memory); what was finished is written, run the command again for the rest"
PR_SET_PDEATHSIG = 1
"""prctl(2): the signal that a process gets when its parent dies."""
AHEAD = 4
"""How many tasks a worker has waiting, so that memory does not grow with their number."""


def cores() -> int:
    """As many as this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def start_method() -> str:
    """How workers start: forked ones have what this process loaded."""
    return "fork" if sys.platform == "linux" else "spawn"


def prepare() -> None:
    """A worker leaves Ctrl-C to its parent, and does not outlive it.

    One that did would hold the lock on the output folder, which it has inherited, for ever.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def in_processes(
    work: Callable[[Task], Result],
    tasks: Iterable[Task],
    workers: int,
    begin: Callable[[], None] = prepare,
) -> Iterator[Result]:
    """Yield what `work` makes of each task, in order, done by so many processes; `begin` is called in each first.

    Raises:
        EnvironmentFault: a worker process died.
    """
    # Most commands need one process only.
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    pool = ProcessPoolExecutor(workers, multiprocessing.get_context(start_method()), begin)
    try:
        yield from in_order(pool, work, tasks, AHEAD * workers)
    except BrokenProcessPool as error:
        raise EnvironmentFault(LOST) from error
    finally:
        if sys.exc_info()[0] is not None:
            _end_workers(pool)
        # Its thread ends here: at the end of Python it may be closing the very pipe that it is woken through.
        pool.shutdown(cancel_futures=True)


def _end_workers(pool: "ProcessPoolExecutor") -> None:
    """End them in the middle of their work, as after Ctrl-C."""
    if pool._result_queue is not None:
        # Or the half of a result that a worker had sent would be waited for.
        pool._result_queue._writer.close()  # type: ignore[attr-defined]
    for process in list((pool._processes or {}).values()):
        process.terminate()


def in_order(
    executor: "Executor", work: Callable[[Task], Result], tasks: Iterable[Task], ahead: int
) -> Iterator[Result]:
    """Keep at most `ahead` tasks under way; yield results in the order of the tasks."""
    pending: list[Future[Result]] = []
    for task in tasks:
        pending.append(executor.submit(work, task))
        if len(pending) >= ahead:
            yield pending.pop(0).result()
    while pending:
        yield pending.pop(0).result()
