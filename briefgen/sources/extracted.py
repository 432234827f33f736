"""What extraction gives: the text of a source, or why there is none."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

MAX_BYTES = 50 * 1024 * 1024
"""Largest source file that is read, in bytes (50 MiB)."""

MAX_CHARACTERS = 20_000_000
"""Longest text that is taken from one source, in code points."""


_RAISED = re.compile(r"\s*(?:[-−+]?[0-9]+|[0-9]+(?:\s*[,;–-]\s*[0-9]+)+),?\s*")
_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SIGNS = str.maketrans("-−+", "⁻⁻⁺")


class Cell(NamedTuple):
    """A cell of a table: the rows and columns that it takes up (from 0, the ends exclusive), its text at `[start:end)`."""

    row: int
    last_row: int
    column: int
    last_column: int
    start: int
    end: int


Table = tuple[Cell, ...]
"""The cells of a table, row by row."""


def raised(text: str) -> str | None:
    """Raised `text` in superscript characters, where it is a figure, an exponent or a list of notes; None for others.

    `2,500` with a note's raised 3 is no 25,003, nor `25` with a raised 1,2 a 251.2.
    """
    if not _RAISED.fullmatch(text):
        return None
    start = len(text) - len(text.lstrip()) + 1
    return (text[:start].translate(_SIGNS) + text[start:]).translate(_DIGITS)


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a source.

    `text` has `\\n` as its only line end. `page_starts` holds the offset of each page's first
    character, in order, and is empty where the format has no pages. `extractor` and `version`
    name what made the text, so that a lock can tell a changed extractor from a changed source.
    `tables` are those whose rows and columns the format states beyond doubt.
    """

    text: str
    page_starts: tuple[int, ...]
    extractor: str
    version: str
    tables: tuple[Table, ...] = ()

    def page_of(self, offset: int) -> int | None:
        """The page, counted from 1, that holds the character at `offset`; None without pages."""
        if not self.page_starts:
            return None
        return bisect_right(self.page_starts, offset)


@dataclass(frozen=True, slots=True)
class SourceFault:
    """Why a source has no text, as a value: what is wrong, and the remedy.

    `rule` is the diagnostic it becomes: `source-unreadable`, `source-missing` or `invalid-value`.
    """

    message: str
    help: str
    rule: str = "source-unreadable"


def fold_line_ends(text: str) -> str:
    """`text` with CR LF and CR as `\\n`. Applied once, before any offset is taken."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
