"""What a template may use up: seconds, memory, output. A hostile one ends in a fault, not in a dead machine."""

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

from jinja2 import Template
from jinja2.exceptions import TemplateRuntimeError

SECONDS = 5.0
"""How long one rendering may take; an edition takes about 0.02 s."""
MEMORY = 400_000_000
"""How many bytes one rendering may add to what the process uses."""
OUTPUT = 20_000_000
"""How many characters one rendering may print."""


class Exhausted(TemplateRuntimeError):
    """A template used more than it may."""


@contextlib.contextmanager
def limited() -> Iterator[None]:
    """Hold what runs inside to `SECONDS` and `MEMORY`, where the system can.

    Raises:
        Exhausted: it took longer, or asked for more.
    """
    try:
        with _time_limit(), _memory_limit():
            yield
    except MemoryError as error:
        raise Exhausted(f"the template asks for more than {MEMORY // 10**6:,} MB of memory") from error


@contextlib.contextmanager
def _time_limit() -> Iterator[None]:
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise Exhausted(f"the template runs longer than {SECONDS:g} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextlib.contextmanager
def _memory_limit() -> Iterator[None]:
    try:
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        used = _used_bytes()
    except (ImportError, OSError, ValueError):
        yield
        return
    wanted = used + MEMORY
    resource.setrlimit(
        resource.RLIMIT_AS, (wanted if soft == resource.RLIM_INFINITY else min(soft, wanted), hard)
    )
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _used_bytes() -> int:
    """The address space that this process uses (Linux)."""
    import resource

    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[0]) * resource.getpagesize()


def printed(load: Callable[[], Template], context: dict[str, Any]) -> str:
    """Load a template and render it, and stop it where it prints more than `OUTPUT` characters.

    Loading counts too: constants are worked out while a template is compiled.

    Raises:
        Exhausted: it took, asked for or printed more than it may.
    """
    parts: list[str] = []
    length = 0
    with limited():
        for part in load().generate(context):
            length += len(part)
            if length > OUTPUT:
                raise Exhausted(f"the template prints more than {OUTPUT:,} characters")
            parts.append(part)
        return "".join(parts)
