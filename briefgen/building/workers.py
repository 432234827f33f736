"""Where jobs are done: in this process, in preloaded worker processes, or on any executor that is handed in.

Results come back in the order of the jobs, whoever did them.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor

from briefgen.building.jobs import Done, Job, run
from briefgen.building.processes import AHEAD, in_order, in_processes, start_method


def do_jobs(jobs: Sequence[Job], workers: int, executor: Executor | None = None) -> Iterator[Done]:
    """Yield each job's result in order.

    Raises:
        EnvironmentFault: a worker process died.
    """
    if executor is not None:
        yield from in_order(executor, run, jobs, AHEAD * 64)
    elif workers <= 1 or len(jobs) <= 1:
        yield from map(run, jobs)
    else:
        if any("pdf" in job.formats for job in jobs) and start_method() == "fork":
            _preload()
        yield from in_processes(run, jobs, min(workers, len(jobs)))


def _preload() -> None:
    """Load the layout engine before the workers are forked, so that they share it."""
    from briefgen.pages.loading import load_engine

    load_engine()
