"""Sets pages in processes beside this one: they load the engine and lay out while this one does all the rest.

What comes out is what `typeset` gives, byte for byte; the caller only asks for it earlier than it takes it.
"""

import contextlib
import gc
import multiprocessing
import os
import secrets
import shutil
import signal
import tempfile
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle, send_handle
from pathlib import Path
from typing import Any

from briefgen.errors import EnvironmentFault
from briefgen.pages import typeset
from briefgen.pages.values import Copy, Faults, PageSpec, Resources, Typeset, Without

Outcome = Callable[[], Typeset | Faults]
"""Waits for what came of a copy."""
Typesetter = Callable[[Copy, Sequence[str], PageSpec, Resources, str | None, Without | None], Outcome]
"""Takes what `typeset` takes; may begin at once."""

LOST = "the process that sets pages died (killed, or out of memory); nothing was half-written, run the command again"


def in_this_process(*asked: Any) -> Outcome:
    """A typesetter that begins when its outcome is asked for."""
    return partial(typeset, *asked)


class PageServer:
    """A process that loads the engine at once, and then sets pages, alone or by others that it forks.

    `prepare` is called in each of these processes first.
    """

    def __init__(self, prepare: Callable[[], None]) -> None:
        context = multiprocessing.get_context("fork")
        self._control, theirs = context.Pipe()
        self._alone = False
        # Made only where a template has faces of its own.
        self._copies = Path(tempfile.gettempdir(), f"briefgen-{secrets.token_hex(8)}")
        asked = (theirs, self._control, prepare, self._copies)
        self._process = context.Process(target=_serve, args=asked, daemon=True)
        self._process.start()
        theirs.close()

    def begin(self, resources: Resources, language: str, alone: bool) -> None:
        """Have it make itself ready for `resources` and `language`; `alone`: for one typesetter, in this process."""
        self._alone = alone
        with contextlib.suppress(BrokenPipeError):
            self._control.send((resources, language, alone))

    def typesetter(self) -> Typesetter:
        """A typesetter for this process, which may be one that was forked since the server began."""
        if self._alone:
            return _PageProcess(self._control)
        ours, theirs = multiprocessing.Pipe()
        # A server that has died is told of when a page is asked for.
        with contextlib.suppress(ConnectionError):
            send_handle(self._control, theirs.fileno(), self._process.pid)
        theirs.close()
        return _PageProcess(ours)

    def end(self) -> None:
        """End it, and with it those that it forked, and what they keep of fonts."""
        self._control.close()
        self._process.terminate()
        self._process.join()
        shutil.rmtree(self._copies, ignore_errors=True)


class _PageProcess:
    """This end of a process that sets one page after another."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: Outcome | None = None

    def __call__(self, *asked: Any) -> Outcome:
        if self._waiting is not None:
            # Nobody took the last one; its answer would be taken for the next one's.
            with contextlib.suppress(Exception):
                self._taken()
        *plain, without = asked
        with contextlib.suppress(BrokenPipeError):
            self._connection.send((*plain, without is not None))
        self._waiting = partial(_outcome, self._connection, without)
        return self._taken

    def _taken(self) -> Typeset | Faults:
        outcome, self._waiting = self._waiting, None
        assert outcome is not None
        return outcome()


def _outcome(connection: Connection, without: Without | None) -> Typeset | Faults:
    """What the process answers; it may ask for the copy without some items in between."""
    try:
        while True:
            kind, value = connection.recv()
            if kind == "without" and without is not None:
                connection.send(without(value))
            elif isinstance(value, Exception):
                raise value
            else:
                return value  # type: ignore[no-any-return]
    except (EOFError, ConnectionError) as error:
        raise EnvironmentFault(LOST) from error


def _serve(control: Connection, other_end: Connection, prepare: Callable[[], None], copies: Path) -> None:
    # Without its copy of the other end it learns that nobody listens any more.
    other_end.close()
    prepare()
    # What is loaded stays, and a page leaves no garbage behind.
    gc.disable()
    with contextlib.suppress(EOFError, ConnectionError):
        # Where libraries are missing, that is told when a page is asked for.
        with contextlib.suppress(EnvironmentFault):
            _load(copies)
        resources, language, alone = control.recv()
        with contextlib.suppress(EnvironmentFault):
            _warm(control, resources, language)
        if alone:
            _set_pages(control)
        else:
            _fork_for_each(control, prepare)


def _fork_for_each(control: Connection, prepare: Callable[[], None]) -> None:
    """Fork a process for each connection that is handed over; they share all that is loaded and warm."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    gc.freeze()
    while True:
        handle = recv_handle(control)
        if os.fork() == 0:
            _serve_one(control, handle, prepare)
        os.close(handle)


def _serve_one(control: Connection, handle: int, prepare: Callable[[], None]) -> None:
    """What a forked process does, and all that it does."""
    try:
        control.close()
        prepare()
        gc.enable()
        with contextlib.suppress(EOFError, ConnectionError):
            _set_pages(Connection(handle))
    finally:
        os._exit(0)


def _set_pages(connection: Connection) -> None:
    while True:
        *asked, has_without = connection.recv()
        without = partial(_without, connection) if has_without else None
        connection.send(("done", _answer(*asked, without)))


def _answer(*asked: Any) -> Typeset | Faults | Exception:
    try:
        return typeset(*asked)
    except Exception as fault:
        fault.add_note(traceback.format_exc())
        return fault


def _without(connection: Connection, items: frozenset[str]) -> Copy:
    connection.send(("without", items))
    return connection.recv()  # type: ignore[no-any-return]


WARMING = """<html lang="{}"><title>-</title><style>
body {{ font-family: "Briefgen Serif"; hyphens: auto }} p {{ width: 12em }} table {{ table-layout: fixed; width: 100% }}
b {{ font-family: "Briefgen Serif Bold" }} i {{ font-family: "Briefgen Sans" }} u {{ font-family: "Briefgen Sans Bold" }}
</style><p>Transportation <b>arrangements</b> <i>notwithstanding</i> <u>internationally</u><table><tr><td>1<td>2</table>"""


def _load(copies: Path) -> None:
    from briefgen.pages.loading import load_engine

    load_engine()
    from briefgen.pages.faces import keep_copies_in

    keep_copies_in(copies)


def _warm(control: Connection, resources: Resources, language: str) -> None:
    """Make ready, unless somebody is waiting already."""
    if not control.poll():
        warm_up(resources, language)


def warm_up(resources: Resources, language: str) -> None:
    """Load all that the engine loads while it sets and writes a page.

    Raises:
        EnvironmentFault: its libraries are missing.
    """
    from briefgen.pages.values import Metadata

    copy = Copy(WARMING.format(language), Metadata("-", language))
    typeset(copy, (), PageSpec(), resources)
