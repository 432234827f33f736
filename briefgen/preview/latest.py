"""Work of which only the latest counts, in a process of its own: what is begun anew drops what was under way.

The processes are forked from one that has loaded what they need (`preload`), where the platform can do that.
"""

import contextlib
import multiprocessing
import signal
import threading
from collections.abc import Callable, Sequence
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from briefgen.building.processes import prepare

Result = TypeVar("Result")


class Latest(Generic[Result]):
    """Does `work` in a process and has `told` called with its result, in a thread; `lost` is the result of one that died."""

    def __init__(
        self,
        work: Callable[..., Result],
        told: Callable[[Result], None],
        lost: Result,
        preload: Sequence[str] = (),
    ) -> None:
        self._can_fork = "forkserver" in multiprocessing.get_all_start_methods()
        self._context: Any = multiprocessing.get_context("forkserver" if self._can_fork else "spawn")
        if self._can_fork:
            self._context.set_forkserver_preload(list(preload))
        self._work, self._told, self._lost = work, told, lost
        self._guard = threading.Lock()
        self._ticket: object = None
        self._process: Any = None

    def begin(self, *asked: Any) -> None:
        """Begin to work on what is asked; nothing is told of what was asked before."""
        self.drop()
        self._ticket = ticket = object()
        # The first process is there only when that from which it is forked has loaded everything.
        threading.Thread(target=self._follow, args=(ticket, asked), daemon=True).start()

    def drop(self) -> None:
        """End what is under way; when this returns, it is gone and holds no file any more."""
        with self._guard:
            process, self._process, self._ticket = self._process, None, None
        if process is not None:
            process.kill()
            process.join()

    def _follow(self, ticket: object, asked: Sequence[Any]) -> None:
        if self._can_fork:
            # Ctrl-C is for the preview itself. What a thread starts inherits what it blocks, from the first instruction on;
            # the tracker lets all signals through again when it begins, so that it has to come first.
            resource_tracker.ensure_running()
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            result = self._done(ticket, asked)
        except (EOFError, OSError):
            # It died, or what it is forked from has ended, as when all ends.
            result = self._lost
        with self._guard:
            if ticket is self._ticket:
                self._told(result)

    def _done(self, ticket: object, asked: Sequence[Any]) -> Result:
        ours, theirs = self._context.Pipe()
        with ours:
            with theirs:
                process = self._context.Process(target=_do, args=(theirs, self._work), daemon=True)
                process.start()
            with self._guard:
                if ticket is not self._ticket:
                    process.kill()
                    return self._lost
                self._process = process
            ours.send(asked)
            return ours.recv()  # type: ignore[no-any-return]


def _do(theirs: Connection, work: Callable[..., Result]) -> None:
    prepare()
    # Who asks nothing has thought better of it.
    with contextlib.suppress(EOFError, ConnectionError):
        theirs.send(work(*theirs.recv()))
