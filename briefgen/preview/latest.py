"""Work of which only the latest counts, in a process of its own: what is begun anew drops what was under way.

The processes are forked from one that has loaded what they need (`preload`), where the platform can do that.
"""

import multiprocessing
import threading
from collections.abc import Callable, Sequence
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
        can_fork = "forkserver" in multiprocessing.get_all_start_methods()
        self._context: Any = multiprocessing.get_context("forkserver" if can_fork else "spawn")
        if can_fork:
            self._context.set_forkserver_preload(list(preload))
        self._work, self._told, self._lost = work, told, lost
        self._guard = threading.Lock()
        self._process: Any = None

    def begin(self, *asked: Any) -> None:
        """Begin to work on what is asked; nothing is told of what was asked before."""
        self.drop()
        ours, theirs = self._context.Pipe(duplex=False)
        process = self._context.Process(target=_do, args=(theirs, self._work, asked), daemon=True)
        process.start()
        theirs.close()
        with self._guard:
            self._process = process
        threading.Thread(target=self._wait, args=(ours, process), daemon=True).start()

    def drop(self) -> None:
        """End what is under way; when this returns, it is gone and holds no file any more."""
        with self._guard:
            process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.join()

    def _wait(self, ours: Connection, process: Any) -> None:
        try:
            result = ours.recv()
        except (EOFError, OSError):
            result = self._lost
        finally:
            ours.close()
        with self._guard:
            if process is self._process:
                self._told(result)


def _do(theirs: Connection, work: Callable[..., Result], asked: Sequence[Any]) -> None:
    prepare()
    theirs.send(work(*asked))
