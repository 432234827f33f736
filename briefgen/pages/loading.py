"""Loads the layout engine, faster than it loads by itself.

While WeasyPrint is imported, cffi asks `ctypes.util.find_library` for names that Linux does not use; each question
starts a compiler and takes tens of milliseconds. The names that Linux does use come right after them, so "not
found" is the right answer to all of these questions there.
"""

import contextlib
import ctypes.util
import io
import sys
from collections.abc import Iterator
from functools import cache

from briefgen.errors import EnvironmentFault

REMEDY = """\
The libraries that lay out pages are missing: Pango and HarfBuzz.
  Debian, Ubuntu:  sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  macOS:           brew install pango
  Windows:         https://doc.courtbouillon.org/weasyprint/stable/first_steps.html#windows
HTML and JSON need none of them: briefgen build -f html,json"""


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
    """Imports WeasyPrint; raises `EnvironmentFault` with the remedy where its libraries are missing."""
    try:
        # The engine prints a notice of its own on standard output before it fails.
        with _library_questions_answered(), contextlib.redirect_stdout(io.StringIO()):
            import weasyprint  # noqa: F401
    except OSError as fault:
        raise EnvironmentFault(REMEDY) from fault
