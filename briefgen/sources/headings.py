"""Headings of tables: which cells stand over another, and the units that they give.

Owns how a heading is read: each piece of it that is a unit and nothing else says what a figure is counted in.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from briefgen.evidence.figures.backing import read_figures
from briefgen.evidence.languages import LanguagePack
from briefgen.evidence.languages.units import UNMEASURED
from briefgen.evidence.quantities.numeral import Kind
from briefgen.evidence.quantities.quantity import Quantity
from briefgen.evidence.text.sentences import Span
from briefgen.sources.extracted import Cell, Table

PIECES = re.compile(r"[(),;:\[\]\n]|\bin\b", re.IGNORECASE)
PLURAL = re.compile(r"\b(thousand|million|billion|trillion)s?(?: of)?\b", re.IGNORECASE)
THOUSANDS = re.compile(r"[\u2019']\s?000s?\b|\b000s\b")
WHOLE_OF = re.compile(r"\s*(?:of|change)\b.*")
"""What may follow a percentage in a heading: of what it is one."""
COUNTED = re.compile(r"\d\S*\s+\w+")
"""A figure in the text next to a table, which says nothing of the table."""
SAMPLE = 5
"""How many of a unit are read to tell what it is."""


def heads_over(head: Cell, cell: Cell) -> bool:
    """Whether a cell stands above another in its column, or before it in its row."""
    above = head.row < cell.row and head.column < cell.last_column and cell.column < head.last_column
    return above or (head.column < cell.column and head.row <= cell.row < head.last_row)


def row_around(table: Table, span: Span) -> Span | None:
    """Where the row of a table stands that holds a passage; None where it is in none, or in several."""
    rows = {cell.row for cell in table if cell.start < span[1] and span[0] < cell.end}
    return _row(table, rows.pop()) if len(rows) == 1 else None


def counting_rows(table: Table, span: Span, text: str, pack: LanguagePack) -> tuple[Span, ...]:
    """Where the rows stand that say what figures of a passage are counted in, other than the passage itself."""
    inside = [cell for cell in table if span[0] <= cell.start < cell.end <= span[1]]
    figures = [cell for cell in inside if _counts_nothing(text[cell.start : cell.end], pack)]
    rows = {
        head.row
        for head in table
        if head not in inside
        and any(heads_over(head, cell) for cell in figures)
        and units_in(text[head.start : head.end], pack)
    }
    return tuple(_row(table, row) for row in sorted(rows))


def _row(table: Table, number: int) -> Span:
    cells = [cell for cell in table if cell.row == number and cell.start < cell.end]
    return cells[0].start, cells[-1].end


def _counts_nothing(words: str, pack: LanguagePack) -> bool:
    figures = read_figures(words, pack).quantities
    return len(figures) == 1 and is_bare(figures[0])


def is_bare(quantity: Quantity) -> bool:
    """Whether nothing says what a figure is counted in."""
    bare = quantity.unit.dimension in UNMEASURED and quantity.scale == 1 and not quantity.rate
    return bare and quantity.kind is Kind.CARDINAL and quantity.partner is None and not quantity.spelled


@lru_cache(maxsize=1024)
def units_in(heading: str, pack: LanguagePack) -> tuple[Quantity, ...]:
    """What each piece of a heading that is a unit and nothing else makes of five."""
    if not any(char.isalpha() or unicodedata.category(char)[0] in "SP" for char in heading):
        return ()
    words = (_singular(piece) for piece in PIECES.split(heading))
    return tuple(unit for each in words if each and (unit := _unit(each, pack)) is not None)


def hinted_in(line: str, pack: LanguagePack) -> Iterator[Quantity]:
    """Yield the units in a line next to a table, and every magnitude that counts nothing there."""
    yield from units_in(line, pack)
    for word in _singular(COUNTED.sub(" ", line)).split():
        yield from (unit for unit in units_in(word.strip("."), pack) if unit.scale > 1)


def _singular(piece: str) -> str:
    return THOUSANDS.sub("thousand", PLURAL.sub(r"\1", piece)).strip()


def _unit(words: str, pack: LanguagePack) -> Quantity | None:
    first, _, rest = words.partition(" ")
    front, _, last = words.rpartition(" ")
    for sample in (
        f"{first} {SAMPLE} {rest}".strip(),
        f"{SAMPLE} {words}",
        f"{last} {SAMPLE} {front}".strip(),
    ):
        found = read_figures(sample, pack)
        if len(found.quantities) == 1 and not found.dates and not found.clocks:
            quantity = found.quantities[0]
            percent = quantity.unit.dimension in ("percent", "points")
            of_it = percent and WHOLE_OF.fullmatch(sample, quantity.tail) is not None
            whole = quantity.lead == 0 and (of_it or quantity.tail == len(sample))
            if whole and (quantity.scale > 1 or quantity.unit.dimension not in UNMEASURED):
                return quantity
    return None
