"""Sets one page in a process beside this one: it loads the engine and lays out while this one does all the rest.

What comes out is what `typeset` gives, byte for byte; the caller only asks for it earlier than it takes it.
"""

import contextlib
import gc
import multiprocessing
import traceback
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from multiprocessing.connection import Connection
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


@contextlib.contextmanager
def beside(resources: Resources, language: str, prepare: Callable[[], None]) -> Iterator[Typesetter]:
    """A typesetter in a forked process, which makes itself ready for `resources` and `language` until it is asked.

    `prepare` is called in the process first. The process ends with the context.
    """
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, ours, prepare, resources, language), daemon=True)
    process.start()
    theirs.close()
    try:
        yield partial(_ask, ours)
    finally:
        ours.close()
        process.terminate()
        process.join()


def _ask(connection: Connection, *asked: Any) -> Outcome:
    *plain, without = asked
    with contextlib.suppress(BrokenPipeError):
        connection.send((*plain, without is not None))
    return partial(_outcome, connection, without)


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


def _serve(
    connection: Connection,
    other_end: Connection,
    prepare: Callable[[], None],
    resources: Resources,
    language: str,
) -> None:
    # Without its copy of the other end it learns that nobody listens any more.
    other_end.close()
    prepare()
    # It lives for one page, and a page leaves no garbage behind.
    gc.disable()
    with contextlib.suppress(EnvironmentFault):
        # Where libraries are missing, that is told when a page is asked for.
        _warm(connection, resources, language)
    with contextlib.suppress(EOFError, ConnectionError):
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


def _warm(connection: Connection, resources: Resources, language: str) -> None:
    """Load the engine, then all that it loads while it sets and writes a page, unless somebody is waiting already."""
    from briefgen.pages.loading import load_engine
    from briefgen.pages.values import Metadata

    load_engine()
    if not connection.poll():
        copy = Copy(WARMING.format(language), Metadata("-", language))
        typeset(copy, (), PageSpec(), resources)
