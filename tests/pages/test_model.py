"""Heights at other sizes, worked out by hand."""

from hypothesis import given
from hypothesis import strategies as st

from briefgen.pages.model import Length, Paragraph, Row, Stack, Word, pour

NONE = Length(0.0)


def words(*widths: float, blank: float = 1.0) -> tuple[Word, ...]:
    return tuple(Word(width, blank if place else 0.0) for place, width in enumerate(widths))


def paragraph(*widths: float, room: float = 100.0, leading: float = 10.0) -> Paragraph:
    poured = words(*widths)
    lines = pour(poured, room)
    return Paragraph(NONE, NONE, poured, lines, leading, lines)


def test_words_are_poured_greedily() -> None:
    assert pour(words(30, 30, 30, blank=5), 100) == 1
    assert pour(words(30, 30, 31, blank=5), 100) == 2
    assert pour([], 100) == 1


def test_a_word_without_a_blank_before_it_may_stand_beside_the_last_or_below_it() -> None:
    assert pour([Word(50), Word(50)], 100) == 1
    assert pour([Word(50), Word(51)], 100) == 2


def test_a_word_is_divided_where_its_beginning_and_a_hyphen_have_room() -> None:
    text = [Word(60), Word(60, 5, (20, 40))]
    assert pour([*text, Word(30, 5)], 100, hyphen=5) == 2  # 60 + 5 + 20 + 5; 40 + 5 + 30
    assert pour([*text, Word(56, 5)], 100, hyphen=5) == 3
    assert pour([Word(60), Word(60, 5, (31,)), Word(50, 5)], 100, hyphen=5) == 3


def test_a_long_word_is_divided_again_and_one_without_a_place_sticks_out() -> None:
    assert pour([Word(250, 0, (90, 180))], 100, hyphen=5) == 3
    assert pour([Word(250), Word(20, 5)], 100) == 2


def test_a_word_is_not_divided_where_little_room_is_left() -> None:
    # 17 of 112 are left beside the first word: the second goes over whole, and the third no longer fits beside it.
    text = [Word(95), Word(40, 5, (10,)), Word(75, 5)]
    assert pour(text, 112, zone=0.16) == 3
    assert pour(text, 112, zone=0.15) == 2


def test_a_paragraph_grows_by_size_and_by_the_lines_that_then_break() -> None:
    one_line = paragraph(50, 40)
    assert one_line.height(1.0, 100) == 10
    assert one_line.height(1.05, 100) == 10.5
    assert one_line.height(1.2, 100) == 24


def test_a_stack_adds_up_and_a_row_takes_its_tallest_cell() -> None:
    short, long = paragraph(50), paragraph(*[30] * 9)
    assert Stack(NONE, Length(3.0), (short, long)).height(1.0, 100) == 3 + 10 + 30
    assert Row(NONE, Length(2.0), ((0.5, short), (0.5, long))).height(1.0, 200) == 2 + 30


def test_insets_grow_with_the_type_unless_they_are_fixed() -> None:
    growing, fixed = (
        Paragraph(inset, NONE, words(40, 38), 1, 10.0, 1) for inset in (Length(20.0), Length(0, 20))
    )
    assert growing.height(1.0, 100) == fixed.height(1.0, 100) == 10
    assert (growing.lines_at(1.01, 100), fixed.lines_at(1.01, 100)) == (1, 1)
    assert (growing.lines_at(1.012, 100), fixed.lines_at(1.012, 100)) == (2, 1)
    assert Stack(NONE, Length(3.0, 4.0), ()).height(2.0, 100) == 10


@given(
    widths=st.lists(st.floats(1, 80), max_size=30),
    ratio=st.floats(0.5, 2.0),
    more=st.floats(1.0, 1.5),
)
def test_larger_type_is_never_predicted_to_take_less_room(
    widths: list[float], ratio: float, more: float
) -> None:
    block = paragraph(*widths)
    assert block.height(ratio * more, 100) >= block.height(ratio, 100) - 1e-9
