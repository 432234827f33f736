"""A page that is set in a process beside this one: the same page, the same faults, and no process left over."""

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from briefgen.errors import EnvironmentFault
from briefgen.pages import Faults, Overflow, PageSpec, Resources, Typeset, loading, typeset
from briefgen.pages.beside import PageServer, Typesetter, in_this_process
from tests.pages.conftest import CSS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux only")
FULL = PageSpec(min_pt=8.5)


def nothing() -> None:
    """What a worker has to prepare, here."""


@contextlib.contextmanager
def beside(resources: Resources, language: str, prepare: Callable[[], None]) -> Iterator[Typesetter]:
    """A typesetter in a process of its own, which ends with the context."""
    server = PageServer(prepare)
    try:
        server.begin(resources, language, alone=True)
        yield server.typesetter()
    finally:
        server.end()


@pytest.fixture
def setter() -> Iterator[Typesetter]:
    with beside(Resources(), "en", nothing) as made:
        yield made


def test_the_page_is_the_same(specimen: Any, setter: Typesetter) -> None:
    asked = (specimen.of(30), (CSS,), FULL, Resources(), None, None)
    here = in_this_process(*asked)()
    assert isinstance(here, Typeset)
    assert setter(*asked)() == here
    assert setter(*asked[:4], here.memory, None)() == replace(here, fit=replace(here.fit, layouts=1))


def test_faults_come_back(specimen: Any, setter: Typesetter) -> None:
    outcome = setter(specimen.of(150, "must"), (CSS,), FULL, Resources(), None, None)()
    assert isinstance(outcome, Faults)
    assert isinstance(outcome.faults[0], Overflow)


def test_copy_without_items_is_composed_here(specimen: Any, setter: Typesetter) -> None:
    here: list[tuple[int, frozenset[str]]] = []
    copy = specimen.of(90, "must", "could")

    def without(items: frozenset[str]) -> Any:
        here.append((os.getpid(), items))
        kept = [f"fact-{n}" for n in range(90) if f"fact-{n}" not in items]
        return specimen.copy(specimen.page(*(specimen.item(name) for name in kept)))

    page = replace(FULL, drop_could=True)
    outcome = setter(copy, (CSS,), page, Resources(), None, without)()
    assert isinstance(outcome, Typeset)
    assert outcome.dropped
    assert {pid for pid, _ in here} == {os.getpid()}
    assert outcome == typeset(copy, (CSS,), page, Resources(), None, without)


def test_an_exception_of_the_caller_ends_the_process(specimen: Any) -> None:
    def refuse(items: frozenset[str]) -> Any:
        raise KeyError

    with pytest.raises(KeyError), beside(Resources(), "en", nothing) as setter:
        setter(specimen.of(150, "could"), (CSS,), FULL, Resources(), None, refuse)()


def test_missing_libraries_are_told_when_a_page_is_asked_for(
    specimen: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise EnvironmentFault("no libraries")

    monkeypatch.setattr(loading, "load_engine", missing)
    with beside(Resources(), "en", nothing) as setter:
        outcome = setter(specimen.of(3), (CSS,), FULL, Resources(), None, None)
        with pytest.raises(EnvironmentFault, match="no libraries"):
            outcome()


def test_a_process_that_dies_is_a_fault_of_the_machine(specimen: Any) -> None:
    def die() -> None:
        os._exit(9)

    with beside(Resources(), "en", die) as setter:
        time.sleep(0.2)
        with pytest.raises(EnvironmentFault, match="died"):
            setter(specimen.of(3), (CSS,), FULL, Resources(), None, None)()


def test_forked_processes_set_the_same_pages(specimen: Any) -> None:
    asked = [(specimen.of(number), (CSS,), FULL, Resources(), None, None) for number in (20, 30)]
    server = PageServer(nothing)
    try:
        server.begin(Resources(), "en", alone=False)
        setters = [server.typesetter() for _ in asked]
        outcomes = [setter(*each) for setter, each in zip(setters, asked, strict=True)]
        assert [outcome() for outcome in outcomes] == [typeset(*each) for each in asked]
        assert setters[0](*asked[1])() == typeset(*asked[1])
    finally:
        server.end()


def test_a_page_that_nobody_takes_is_not_taken_for_the_next(specimen: Any, setter: Typesetter) -> None:
    first, second = ((specimen.of(number), (CSS,), FULL, Resources(), None, None) for number in (3, 4))
    setter(*first)
    assert setter(*second)() == typeset(*second)


def test_a_server_that_dies_is_told_when_a_page_is_asked_for(specimen: Any) -> None:
    def die() -> None:
        os._exit(9)

    server = PageServer(die)
    try:
        time.sleep(0.2)
        server.begin(Resources(), "en", alone=False)
        outcome = server.typesetter()(specimen.of(3), (CSS,), FULL, Resources(), None, None)
        with pytest.raises(EnvironmentFault, match="died"):
            outcome()
    finally:
        server.end()
