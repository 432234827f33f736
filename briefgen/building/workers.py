"""Where jobs are done: in this process, in preloaded worker processes, or on any executor that is handed in.

Results come back in the order of the jobs, whoever did them.
"""

import contextlib
import ctypes
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from briefgen.building.jobs import Done, Job, run
from briefgen.errors import EnvironmentFault

Task = TypeVar("Task")
Result = TypeVar("Result")
LOST = "a worker process died (killed, or out of memory); what was finished is written, run the command again for the rest"
PR_SET_PDEATHSIG = 1
"""prctl(2): the signal that a process gets when its parent dies."""
AHEAD = 4
"""How many jobs a worker has waiting, so that memory does not grow with the number of briefs."""


def do_jobs(jobs: Sequence[Job], workers: int, executor: Executor | None = None) -> Iterator[Done]:
    """Yield each job's result in order.

    Raises:
        EnvironmentFault: a worker process died.
    """
    if executor is not None:
        yield from _in_order(executor, run, jobs, AHEAD * 64)
    elif workers <= 1 or len(jobs) <= 1:
        yield from map(run, jobs)
    else:
        if any("pdf" in job.formats for job in jobs) and _start_method() == "fork":
            _preload()
        yield from in_processes(run, jobs, min(workers, len(jobs)))


def in_processes(work: Callable[[Task], Result], tasks: Iterable[Task], workers: int) -> Iterator[Result]:
    """Yield what `work` makes of each task, in order, done by so many processes; forked ones have what this one loaded.

    Raises:
        EnvironmentFault: a worker process died.
    """
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context(_start_method()), _prepare)
    try:
        yield from _in_order(pool, work, tasks, AHEAD * workers)
    except BrokenProcessPool as error:
        raise EnvironmentFault(LOST) from error
    finally:
        # Workers that are in the middle of a page are not waited for after Ctrl-C.
        interrupted = sys.exc_info()[0] is not None
        processes = list((pool._processes or {}).values()) if interrupted else []
        pool.shutdown(wait=not interrupted, cancel_futures=True)
        for process in processes:
            process.terminate()


def _in_order(
    executor: Executor, work: Callable[[Task], Result], tasks: Iterable[Task], ahead: int
) -> Iterator[Result]:
    """Keep at most `ahead` tasks under way; yield results in the order of the tasks."""
    pending: list[Future[Result]] = []
    for task in tasks:
        pending.append(executor.submit(work, task))
        if len(pending) >= ahead:
            yield pending.pop(0).result()
    while pending:
        yield pending.pop(0).result()


def cores() -> int:
    """As many as this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _start_method() -> str:
    return "fork" if sys.platform == "linux" else "spawn"


def _prepare() -> None:
    """A worker leaves Ctrl-C to its parent, and does not outlive it.

    One that did would hold the lock on the output folder, which it has inherited, for ever.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _preload() -> None:
    """Load the layout engine before the workers are forked, so that they share it."""
    from briefgen.pages.loading import load_engine

    load_engine()
