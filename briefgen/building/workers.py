"""Where jobs are done: in this process, in worker processes, or on any executor that is handed in.

Pages are set in processes beside these (`pages.beside`), all forked from one that has loaded the engine while this one
loaded everything else. Results come back in the order of the jobs, whoever did them. What makes editions is imported
only when it is used: the page process has begun by then.
"""

import contextlib
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from briefgen.building.processes import AHEAD, cores, in_order, in_processes, prepare, start_method
from briefgen.pages.beside import PageServer, Typesetter, in_this_process
from briefgen.pages.values import Resources

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from briefgen.audiences import Resolved
    from briefgen.building.jobs import Done, Job

_AHEAD: list[PageServer] = []
"""The server that began before anything was known."""
_TYPESETTERS: list[Typesetter] = []
"""The typesetter of this worker process."""


@contextlib.contextmanager
def pages_ahead() -> Iterator[None]:
    """Begin to load the engine for pages that will probably be set; it ends with the context, used or not."""
    if start_method() != "fork" or cores() < 2:
        yield
        return
    server = PageServer(prepare)
    _AHEAD.append(server)
    try:
        yield
    finally:
        _AHEAD.clear()
        server.end()


@contextlib.contextmanager
def page_server(resolved: "Resolved", alone: bool) -> Iterator[PageServer | None]:
    """A server made ready for the pages of `resolved`; `alone`: for one edition, made in this process."""
    if start_method() != "fork" or resolved.audience is None:
        yield None
        return
    server = _AHEAD.pop() if _AHEAD else PageServer(prepare)
    try:
        server.begin(
            Resources(tuple(link.folder for link in resolved.chain)), resolved.audience.language, alone
        )
        yield server
    finally:
        server.end()


def do_jobs(
    jobs: Sequence["Job"], workers: int, executor: "Executor | None" = None, server: PageServer | None = None
) -> Iterator["Done"]:
    """Yield each job's result in order; `server` sets the pages of those that are done on this machine.

    Raises:
        EnvironmentFault: a worker process died.
    """
    from briefgen.building.jobs import run

    if executor is not None:
        yield from in_order(executor, run, jobs, AHEAD * 64)
    elif workers <= 1 or len(jobs) <= 1:
        typesetter = server.typesetter() if server else in_this_process
        yield from map(partial(run, typesetter=typesetter), jobs)
    else:
        yield from in_processes(_run, jobs, min(workers, len(jobs)), partial(_begin, server))


def _begin(server: PageServer | None) -> None:
    prepare()
    if server is not None:
        _TYPESETTERS.append(server.typesetter())


def _run(job: "Job") -> "Done":
    from briefgen.building.jobs import run

    return run(job, _TYPESETTERS[-1] if _TYPESETTERS else in_this_process)
