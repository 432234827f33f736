"""What a template may print. Owns the refusal of what is no text for readers.

A block without its ( ), a macro, a generator or a whole record would come out as what Python calls it; that may hold an
address in memory, so that no two builds were the same.
"""

import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any, Final

from jinja2 import Undefined
from jinja2.runtime import BlockReference, Macro
from markupsafe import Markup

ADDRESS: Final = re.compile(r" at 0x[0-9a-f]{6,}(?:>|&gt;)")
"""Where Python says in which place of memory something is."""
PLAIN: Final = frozenset({str, Markup, int, float, bool, type(None)})


class Unprintable(Exception):
    """A template prints what is no text; `remedy` says what to write."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


def printable(value: Any) -> Any:
    """Return `value`, which a template prints.

    Raises:
        Unprintable: it is no text.
    """
    if type(value) not in PLAIN and not isinstance(value, Undefined | str):
        _refuse(value)
    if not isinstance(value, Undefined) and ADDRESS.search(str(value)):
        raise Unprintable(
            "this holds the name of a thing in memory, and no text",
            "print the texts that are meant, one by one",
        )
    return value


def _refuse(value: Any) -> None:
    """Refuse what by its kind is no text."""
    if isinstance(value, BlockReference):
        raise Unprintable(
            f"the block `{value.name}` is named here, not printed", "write ( ) after it, as super()"
        )
    if isinstance(value, Macro) or callable(value):
        name = getattr(value, "name", None) or getattr(value, "__name__", type(value).__name__)
        raise Unprintable(f"`{name}` is named here, and what it gives is not printed", "write ( ) after it")
    if isinstance(value, Iterator):
        raise Unprintable("a list that is not worked out yet cannot be printed", "write |join(', ') after it")
    if is_dataclass(value):
        kind = type(value).__name__
        raise Unprintable(
            f"this prints a whole {kind}", "print one of its fields (templates/README.md lists them)"
        )
