"""A signal ends the preview without an exception where none may be raised."""

import os
import signal
import threading
import time
from collections.abc import Iterator

import pytest

from briefgen.preview.ending import SIGNALS, Ending


@pytest.fixture
def ending() -> Iterator[Ending]:
    """An ending on signals, which are given back afterwards."""
    before = {name: signal.getsignal(getattr(signal, name)) for name in SIGNALS}
    ending = Ending()
    ending.on_signals()
    yield ending
    for name, handler in before.items():
        signal.signal(getattr(signal, name), handler)


def send(name: str) -> None:
    os.kill(os.getpid(), getattr(signal, name))
    time.sleep(0.01)


@pytest.mark.parametrize("name", SIGNALS)
def test_a_signal_is_only_noted(ending: Ending, name: str) -> None:
    assert not ending.is_set()
    send(name)
    assert ending.is_set()


def test_a_signal_inside_a_lock_leaves_it_free(ending: Ending) -> None:
    """What made the preview hang: Ctrl-C while a lock that the watching thread needs is held."""
    guard = threading.Lock()
    guard.acquire()
    send("SIGINT")
    guard.release()
    assert ending.is_set()
    assert guard.acquire(blocking=False)


def test_what_may_be_broken_off_is(ending: Ending) -> None:
    with pytest.raises(KeyboardInterrupt), ending.may_break_off():
        send("SIGTERM")
    assert ending.is_set()


def test_what_may_be_broken_off_is_not_begun_after_the_end_was_asked_for(ending: Ending) -> None:
    ending.set()
    with pytest.raises(KeyboardInterrupt), ending.may_break_off():
        pytest.fail("it was begun")


def test_a_second_signal_breaks_off_whatever_is_done(ending: Ending) -> None:
    send("SIGINT")
    with pytest.raises(KeyboardInterrupt):
        send("SIGINT")
