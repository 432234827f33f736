"""The grid of a page's table is what a browser shows, and costs no more than the page is long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.sources import html_tables
from briefgen.sources.extracted import Extracted, Table
from briefgen.sources.html import read


def tables(page: str) -> tuple[Table, ...]:
    extracted = read(page.encode())
    assert isinstance(extracted, Extracted)
    return extracted.tables


def places(table: Table) -> list[tuple[int, int, int, int]]:
    return [tuple(cell[:4]) for cell in table]  # type: ignore[misc]


def test_spans_move_the_cells_beside_and_below() -> None:
    (table,) = tables(
        "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td rowspan=9>e<td>f<td>g</table>"
    )
    assert places(table) == [
        (0, 2, 0, 1), (0, 1, 1, 3), (1, 2, 1, 2), (1, 2, 2, 3), (2, 3, 0, 1), (2, 3, 1, 2), (2, 3, 2, 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c</table>",
        "<table><tr><td>a<td hidden>b</table>",
        "<table><tr><td><table><tr><td hidden>a</table></table>",
        "<table><tr><td colspan=101>a</table>",
        "<table><tr><td colspan=0>a</table>",
    ],
)
def test_a_table_that_might_be_counted_otherwise_has_no_grid(page: str) -> None:
    assert tables(page) == ()


Rows = list[list[tuple[int, int]]]


@given(
    st.lists(st.lists(st.tuples(st.integers(0, 4), st.integers(1, 4)), max_size=5), min_size=1, max_size=6)
)
def test_every_place_belongs_to_one_cell(rows: Rows) -> None:
    page = "".join(
        "<tr>" + "".join(f"<td rowspan={down} colspan={across}>x" for down, across in row) for row in rows
    )
    assert [places(table) for table in tables(f"<table>{page}</table>")] == _laid_out(rows)


def _laid_out(rows: Rows) -> list[list[tuple[int, int, int, int]]]:
    """The grid place by place, as the HTML standard has it."""
    taken: set[tuple[int, int]] = set()
    cells = []
    for row, spans in enumerate(rows):
        column = 0
        for down, across in spans:
            while (row, column) in taken:
                column += 1
            last = min(len(rows), row + down) if down else len(rows)
            covered = {(r, c) for r in range(row, last) for c in range(column, column + across)}
            if taken & covered:
                return []
            taken |= covered
            cells.append((row, last, column, column + across))
    return [cells] if cells else []


def test_a_page_of_tables_beyond_measure_has_no_further_grid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_tables, "MOST_PLACES", 12)
    small = "<table><tr><td>a<td>b</table>"
    wide = "<table><tr><td colspan=9>c<tr><td colspan=9>d</table>"
    assert len(tables(small * 2 + wide + small)) == 2
    under = "<table><tr>" + "<td rowspan=0>a" * 4 + "<tr><td>b" * 3 + "</table>"
    assert len(tables(under)) == 0


def test_wide_cells_in_many_rows_take_no_room_of_their_own() -> None:
    assert tables("<table>" + "<tr><td colspan=100>a" * 10_001 + "</table>") == ()
    assert len(tables("<table>" + "<tr><td colspan=100>a" * 2_000 + "</table>")) == 1
