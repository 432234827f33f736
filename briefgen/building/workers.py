"""Where jobs are done: in this process, in preloaded worker processes, or on any executor that is handed in.

Results come back in the order of the jobs, whoever did them. What makes editions is imported only when it is used: a
page that is set in a process of its own has begun by then.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import TYPE_CHECKING

from briefgen.building.processes import AHEAD, in_order, in_processes, prepare, start_method
from briefgen.pages.beside import Typesetter, beside, in_this_process
from briefgen.pages.values import Resources

if TYPE_CHECKING:
    from briefgen.audiences import Resolved
    from briefgen.building.jobs import Done, Job


def page_beside(resolved: "Resolved") -> AbstractContextManager[Typesetter]:
    """A process that sets the page of one edition, and loads what that takes while this one reads and renders."""
    if start_method() != "fork" or resolved.audience is None:
        return nullcontext(in_this_process)
    folders = tuple(link.folder for link in resolved.chain)
    return beside(Resources(folders), resolved.audience.language, prepare)


def do_jobs(
    jobs: Sequence["Job"],
    workers: int,
    executor: Executor | None = None,
    typesetter: Typesetter | None = None,
) -> Iterator["Done"]:
    """Yield each job's result in order; `typesetter` sets the pages of those that are done in this process.

    Raises:
        EnvironmentFault: a worker process died.
    """
    from briefgen.building.jobs import run

    if executor is not None:
        yield from in_order(executor, run, jobs, AHEAD * 64)
    elif workers <= 1 or len(jobs) <= 1:
        yield from map(partial(run, typesetter=typesetter or in_this_process), jobs)
    else:
        if any("pdf" in job.formats for job in jobs) and start_method() == "fork":
            _preload()
        yield from in_processes(run, jobs, min(workers, len(jobs)))


def _preload() -> None:
    """Load the layout engine before the workers are forked, so that they share it."""
    from briefgen.pages.loading import load_engine

    load_engine()
