from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.editions.view import EditionView, FigureView, MapView, PlaceView, ValueView
from briefgen.templating.arranging import halves, is_across, rows, words_in


@dataclass
class Said:
    statement: str
    actor: str = ""
    question: str = ""


@given(st.lists(st.text("ab ", max_size=200).map(Said), max_size=30))
def test_halves_keep_every_item_in_order(items: list[Said]) -> None:
    left, right = halves(items)
    assert [*left, *right] == items


def test_halves_balance() -> None:
    items = [Said("word " * count) for count in (10, 10, 10, 30)]
    assert [len(half) for half in halves(items)] == [3, 1]


def test_wide_characters_take_room_without_blanks() -> None:
    assert words_in(Said("北埠頭は閉鎖されている。" * 6)) > 20
    assert words_in(Said("The quay is closed.")) == 4


def chart(values: int) -> FigureView:
    views = tuple(ValueView(str(value), value, None, None, False, ()) for value in range(values))
    return FigureView("f", "f", "Figure", "", "bar", views, "should", "TLP:CLEAR", None, (), "en", "ltr")


PLACES = MapView("", (PlaceView("Quay", 35.0, 44.0),), (), "TLP:CLEAR")
EMPTY = EditionView(
    "b", "a", "", "Title", "", None, None, (), "en", "ltr", "TLP:CLEAR", "notes", ("figures", "map"),
    (), (), PLACES, (), (), (), None, 0,
)  # fmt: skip


@pytest.mark.parametrize(
    ("charts", "arranged"),
    [
        ((3,), [("figures", "map")]),
        ((5, 3), [("figures", "map")]),
        ((9, 9, 9), [("figures",), ("map",)]),
        ((), [("map",)]),
    ],
)
def test_a_map_stands_beside_charts_that_are_about_as_high(charts: Any, arranged: Any) -> None:
    view = replace(EMPTY, figures=tuple(map(chart, charts)))
    assert list(rows(view, 2)) == arranged
    assert is_across(view, 2) == (("map",) in arranged)
    assert not is_across(view, 1)
