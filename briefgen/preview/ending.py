"""How a preview ends: a signal is only noted, but for the time when files are made, which can be broken off."""

import contextlib
import signal
from collections.abc import Iterator

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
"""Ctrl-C, and a terminal that is closed or a program that is told to end: all leave nothing behind."""


class Ending:
    """Whether the preview is to end.

    Python raises KeyboardInterrupt wherever the first thread is, be it inside a lock of `threading`, which then stays
    locked for good. Here it is raised only within `may_break_off`, and by a second signal, wherever that comes. No lock
    is used: a signal may come at any time.
    """

    def __init__(self) -> None:
        self._asked = False
        self._breaks_off = False

    def is_set(self) -> bool:
        """Whether the end was asked for."""
        return self._asked

    def set(self) -> None:
        """Ask for the end."""
        self._asked = True

    @contextlib.contextmanager
    def may_break_off(self) -> Iterator[None]:
        """Let a signal break off what is done within this.

        Raises:
            KeyboardInterrupt: a signal came, or had come before.
        """
        self._breaks_off = True
        try:
            if self._asked:
                raise KeyboardInterrupt
            yield
        finally:
            self._breaks_off = False

    def on_signals(self) -> None:
        """Have the signals ask for the end (in the first thread only)."""
        for name in SIGNALS:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), self._signalled)

    def _signalled(self, *_: object) -> None:
        again, self._asked = self._asked, True
        if again or self._breaks_off:
            raise KeyboardInterrupt
