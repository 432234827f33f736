"""The tables of a page: which rows and columns each cell takes up.

Owns the grid that `rowspan` and `colspan` make, as HTML lays it out. A table is left out where its columns might be
counted otherwise than a browser shows them (nested, with hidden cells, or with cells that overlap), and beyond so many
places, which it would take time and room to go through.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from briefgen.sources.extracted import Cell, Table

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

Span = tuple[int, int]

_WIDEST = 100
"""Tables with more columns in one cell are no data."""
MOST_PLACES = 1_000_000
"""So many places of tables a page may have, those that a cell spans and those passed over below one included."""


def tables_in(root: "LexborNode", stand: Mapping[int, Span]) -> Iterator[Table]:
    """Yield the tables below `root`; `stand` tells where the text of each shown cell stands, by `mem_id`."""
    left = MOST_PLACES
    for table in root.css("table") if stand else ():
        if left > 0 and table.css_first("td table, th table, caption table") is None:
            grid = _Grid(left)
            if grid.lay_out(table, stand):
                yield tuple(grid.cells)
            left = grid.left


class _Grid:
    """A table as it is filled row by row: its cells in order, and how many more places it may have."""

    def __init__(self, left: int) -> None:
        self.cells: list[Cell] = []
        self.left = left
        self._ends: list[int] = []  # by column, the row from which on it is free

    def lay_out(self, table: "LexborNode", stand: Mapping[int, Span]) -> bool:
        """Take up the cells of `table`; False where there are none, or they cannot be told for certain."""
        rows = table.css("tr")
        groups = [row.parent.mem_id if row.parent else 0 for row in rows]
        ends = {group: number for number, group in enumerate(groups, 1)}
        for number, row in enumerate(rows):
            column = 0
            for node in _cells_of(row):
                column = self._free_from(column, number)
                cell = _cell(node, number, ends[groups[number]], column, stand)
                if cell is None or not self._take(cell):
                    return False
                column = cell.last_column
        return bool(self.cells)

    def _free_from(self, column: int, row: int) -> int:
        """The first column that no cell from above reaches down to."""
        first = column
        while column < len(self._ends) and self._ends[column] > row:
            column += 1
        self.left -= column - first
        return column

    def _take(self, cell: Cell) -> bool:
        """Put a cell into its place; False where another reaches into it, or there is no room left."""
        first, last = cell.column, cell.last_column
        self.left -= last - first
        self._ends += [0] * (last - len(self._ends))
        if self.left < 0 or max(self._ends[first:last]) > cell.row:
            return False
        self._ends[first:last] = [cell.last_row] * (last - first)
        self.cells.append(cell)
        return True


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
