"""Loads the layout engine, faster than it loads by itself.

While WeasyPrint is imported, cffi asks `ctypes.util.find_library` for names that Linux does not use; each question
starts a compiler and takes tens of milliseconds. The names that Linux does use come right after them, so "not
found" is the right answer to all of these questions there.

It also imports what fontTools has for subsetting fonts and for instances of variable ones, a quarter of the whole
import, which it calls only where HarfBuzz cannot subset or where a font is variable: these are imported when called.
"""

import contextlib
import ctypes.util
import importlib
import io
import sys
from collections.abc import Callable, Iterator
from functools import cache
from types import ModuleType
from typing import Any

from briefgen.errors import EnvironmentFault

REMEDY = """\
The libraries that lay out pages are missing: Pango and HarfBuzz.
  Debian, Ubuntu:  sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  macOS:           brew install pango
  Windows:         https://doc.courtbouillon.org/weasyprint/stable/first_steps.html#windows
HTML and JSON need none of them: briefgen build -f html,json"""


CALLED_LATER = ("fontTools.subset", "fontTools.varLib.instancer")
"""Modules of which the engine calls functions and classes by name, if it needs them at all."""


class _Later(ModuleType):
    """Stands for a module while others import it: whatever is taken from it loads the module when it is called."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)

        def call(*arguments: Any, **named: Any) -> Any:
            return getattr(importlib.import_module(self.__name__), name)(*arguments, **named)

        return call


@contextlib.contextmanager
def _stood_in_for(names: tuple[str, ...]) -> Iterator[None]:
    """Have modules that are not loaded yet loaded when they are called."""
    absent = [name for name in names if name not in sys.modules]
    for name in absent:
        sys.modules[name] = _Later(name)
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]


def _not_found(name: str) -> str | None:
    return None


@contextlib.contextmanager
def _library_questions_answered() -> Iterator[None]:
    if sys.platform != "linux":
        yield
        return
    asked = ctypes.util.find_library
    ctypes.util.find_library = _not_found
    try:
        yield
    finally:
        ctypes.util.find_library = asked


@cache
def load_engine() -> None:
    """Imports WeasyPrint.

    Raises:
        EnvironmentFault: libraries that it needs are missing; it tells the remedy.
    """
    try:
        # The engine prints a notice of its own on standard output before it fails.
        with (
            _library_questions_answered(),
            _stood_in_for(CALLED_LATER),
            contextlib.redirect_stdout(io.StringIO()),
        ):
            import weasyprint  # noqa: F401
    except OSError as fault:
        raise EnvironmentFault(REMEDY) from fault
