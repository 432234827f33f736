from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from briefgen.templating.arranging import halves


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
