"""The tables of a page: which rows and columns each cell takes up.

Owns the grid that `rowspan` and `colspan` make, as HTML lays it out. A table is left out where its columns might be
counted otherwise than a browser shows them: nested, with hidden cells, or with cells that overlap.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from briefgen.sources.extracted import Cell, Table

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

Span = tuple[int, int]

_WIDEST = 100
"""Tables with more columns in one cell are no data."""


def tables_in(root: "LexborNode", stand: Mapping[int, Span]) -> Iterator[Table]:
    """Yield the tables below `root`; `stand` tells where the text of each shown cell stands, by `mem_id`."""
    for table in root.css("table") if stand else ():
        if table.css_first("td table, th table, caption table") is None:
            cells = _grid(table, stand)
            if cells:
                yield cells


def _grid(table: "LexborNode", stand: Mapping[int, Span]) -> Table:
    """The cells of a table in order; none where they cannot be told for certain."""
    rows = table.css("tr")
    groups = [row.parent.mem_id if row.parent else 0 for row in rows]
    ends = {group: number for number, group in enumerate(groups, 1)}
    taken: set[Span] = set()
    cells: list[Cell] = []
    for number, row in enumerate(rows):
        column = 0
        for node in _cells_of(row):
            while (number, column) in taken:
                column += 1
            cell = _cell(node, number, ends[groups[number]], column, stand)
            if cell is None:
                return ()
            covers = {(r, c) for r in range(number, cell.last_row) for c in range(column, cell.last_column)}
            if not taken.isdisjoint(covers):
                return ()
            taken |= covers
            cells.append(cell)
    return tuple(cells)


def _cells_of(row: "LexborNode") -> Iterator["LexborNode"]:
    node = row.first_child
    while node is not None:
        if node.tag in ("td", "th"):
            yield node
        node = node.next


def _cell(node: "LexborNode", row: int, last: int, column: int, stand: Mapping[int, Span]) -> Cell | None:
    """A cell at its place; None where it is not shown, or its extent is none that a table has."""
    columns, rows = _extent(node, "colspan"), _extent(node, "rowspan")
    if node.mem_id not in stand or columns is None or rows is None or not 0 < columns <= _WIDEST:
        return None
    end = min(last, row + rows) if rows else last
    return Cell(row, end, column, column + columns, *stand[node.mem_id])


def _extent(node: "LexborNode", name: str) -> int | None:
    given = (node.attributes.get(name) or "1").strip()
    return int(given) if given.isascii() and given.isdigit() and len(given) < 6 else None
