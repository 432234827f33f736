"""`could` before `should`, never `must`, and no more than needed."""

from hypothesis import given
from hypothesis import strategies as st

from briefgen.pages.cutting import choose
from briefgen.pages.values import Cut


def cut(item: str, priority: str, mm: float) -> Cut:
    return Cut(item, priority, mm, 1, 10)


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


@given(
    st.lists(st.tuples(st.sampled_from(["must", "should", "could"]), st.floats(1, 40)), max_size=12),
    st.floats(0.1, 300),
)
def test_never_must_and_never_more_than_needed(items: list[tuple[str, float]], excess: float) -> None:
    cuts = choose([cut(f"i{number}", *one) for number, one in enumerate(items)], excess)
    assert all(one.priority != "must" for one in cuts)
    assert [one.priority for one in cuts] == sorted(one.priority for one in cuts)
    assert sum(one.mm for one in cuts[:-1]) < excess
