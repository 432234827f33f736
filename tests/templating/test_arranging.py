from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from briefgen.templating.arranging import halves, words_in


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
