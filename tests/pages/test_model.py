"""Heights at other sizes, worked out by hand."""

from hypothesis import given
from hypothesis import strategies as st

from briefgen.pages.model import Paragraph, Row, Stack, pour


def paragraph(*words: float, room: float = 100.0, leading: float = 10.0) -> Paragraph:
    lines = pour(words, 1.0, room)
    return Paragraph(0.0, 0.0, words, 1.0, lines, leading, lines)


def test_words_are_poured_greedily() -> None:
    assert pour([30, 30, 30], 5, 100) == 1
    assert pour([30, 30, 31], 5, 100) == 2
    assert pour([], 5, 100) == 1


def test_a_glued_piece_needs_no_blank() -> None:
    assert pour([50, -50], 5, 100) == 1
    assert pour([50, 50], 5, 100) == 2


def test_a_paragraph_grows_by_size_and_by_the_lines_that_then_break() -> None:
    one_line = paragraph(50, 40)
    assert one_line.height(1.0, 100) == 10
    assert one_line.height(1.05, 100) == 10.5
    assert one_line.height(1.2, 100) == 24


def test_a_stack_adds_up_and_a_row_takes_its_tallest_cell() -> None:
    short, long = paragraph(50), paragraph(*[30] * 9)
    assert Stack(0.0, 3.0, (short, long)).height(1.0, 100) == 3 + 10 + 30
    assert Row(0.0, 2.0, ((0.5, short), (0.5, long))).height(1.0, 200) == 2 + 30


def test_insets_grow_with_the_type() -> None:
    indented = Paragraph(20.0, 0.0, (40, 38), 1.0, 1, 10.0, 1)
    assert indented.height(1.0, 100) == 10
    assert indented.height(1.02, 100) == 20.4


@given(
    words=st.lists(st.floats(1, 80), max_size=30),
    ratio=st.floats(0.5, 2.0),
    more=st.floats(1.0, 1.5),
)
def test_larger_type_is_never_predicted_to_take_less_room(
    words: list[float], ratio: float, more: float
) -> None:
    block = paragraph(*words)
    assert block.height(ratio * more, 100) >= block.height(ratio, 100) - 1e-9


def test_a_word_is_not_broken_where_little_room_is_left() -> None:
    # 12 of 112 are left beside the first word: the second goes over whole, and the third no longer fits beside it.
    assert pour([95, 10, -30, 75], 5, 112, 0.15) == 3
    assert pour([95, 10, -30, 75], 5, 112, 0.05) == 2
