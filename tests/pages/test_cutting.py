"""`could` before `should`, never `must`, and no more than needed."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from briefgen.pages.cutting import choose, settle
from briefgen.pages.values import Cut


def cut(item: str, priority: str, mm: float, section: str = "") -> Cut:
    return Cut(item, priority, mm, 1, 10, section)


ITEMS = (
    cut("vital", "must", 90),
    cut("good", "should", 12),
    cut("small", "could", 4),
    cut("middle", "could", 9),
    cut("large", "could", 20),
)


def names(*cuts: Cut) -> list[str]:
    return [one.item for one in cuts]


def test_the_smallest_item_that_is_enough_goes_first() -> None:
    assert names(*choose(ITEMS, 3)) == ["small"]
    assert names(*choose(ITEMS, 8)) == ["middle"]


def test_where_none_is_enough_the_largest_goes() -> None:
    assert names(*choose(ITEMS, 23)) == ["large", "small"]


def test_should_is_touched_only_after_every_could() -> None:
    assert names(*choose(ITEMS, 40)) == ["large", "middle", "small", "good"]


def test_only_the_priorities_asked_for_are_cut() -> None:
    assert names(*choose(ITEMS, 40, ("could",))) == ["large", "middle", "small"]


POSITIONS = (
    cut("only-question", "could", 8, "questions"),
    cut("vital-position", "must", 30, "positions"),
    cut("position", "could", 12, "positions"),
)


def test_a_section_keeps_something_while_another_has_more() -> None:
    assert names(*choose(POSITIONS, 6)) == ["position"]
    assert names(*choose(POSITIONS, 15)) == ["position", "only-question"]


def test_the_last_two_of_a_section_do_not_both_go_before_one_of_many() -> None:
    pairs = [cut(f"{section}-{n}", "could", 8, section) for section in ("facts", "positions") for n in (1, 2)]
    assert {one.section for one in choose(pairs, 10)} == {"facts", "positions"}


def test_a_sections_last_item_goes_where_nothing_else_wins_room() -> None:
    over = {frozenset({"position"}): 6.0, frozenset({"only-question"}): -1.0}
    cuts, fits = settle(POSITIONS, 6, ("could",), measured(over, -1.0))
    assert (names(*cuts), fits) == (["only-question"], True)


@given(
    st.lists(st.tuples(st.sampled_from(["must", "should", "could"]), st.floats(1, 40)), max_size=12),
    st.floats(0.1, 300),
)
def test_never_must_and_never_more_than_needed(items: list[tuple[str, float]], excess: float) -> None:
    cuts = choose([cut(f"i{number}", *one) for number, one in enumerate(items)], excess)
    assert all(one.priority != "must" for one in cuts)
    assert [one.priority for one in cuts] == sorted(one.priority for one in cuts)
    assert sum(one.mm for one in cuts[:-1]) < excess


def measured(over: dict[frozenset[str], float], otherwise: float) -> Callable[[frozenset[str]], float]:
    return lambda names: over.get(names, otherwise)


def test_a_cut_that_wins_nothing_is_not_asked_for() -> None:
    """`small` stands beside `large`: without it the page is as long as before."""
    beside = (cut("small", "should", 16), cut("large", "should", 27))
    over = {frozenset({"small"}): 15.0, frozenset({"large"}): -1.0, frozenset({"small", "large"}): -2.0}
    cuts, fits = settle(beside, 15, ("should",), measured(over, 15))
    assert (names(*cuts), fits) == (["large"], True)


def test_each_cut_of_a_short_list_says_what_is_left_after_it() -> None:
    beside = (cut("small", "should", 16), cut("large", "should", 27))
    over = {frozenset({"small"}): 15.0, frozenset({"large"}): 4.0, frozenset({"small", "large"}): -2.0}
    cuts, fits = settle(beside, 15, ("should",), measured(over, 15))
    assert [(one.item, one.left_mm) for one in cuts] == [("small", 15.0), ("large", 0.0)]
    assert fits


def test_what_is_not_enough_is_said() -> None:
    cuts, fits = settle((cut("small", "could", 4),), 15, ("could",), measured({}, 11))
    assert (names(*cuts), fits) == (["small"], False)
