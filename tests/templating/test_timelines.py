"""The line of the timeline: true to scale, unless dates crowd."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefgen.editions.view import ItemView
from briefgen.templating.timelines import APART, LEADER, timeline_marks

MARCH = ("2030-03-02", "2030-03-03", "2030-03-05", "2030-03-09", "2030-03-17", "2030-03-28")


def entry(when: str) -> ItemView:
    nothing = (None, None, None)
    return ItemView(
        "t", "t", "timeline", 1, "It ends.", "", "", when, *nothing, "should", "TLP:CLEAR",
        (), (), (), (), (), False, "en", "ltr",
    )  # fmt: skip


def test_an_interval_lasts_until_its_end_and_an_open_one_until_the_line_ends() -> None:
    line = timeline_marks([entry("2014/2018"), entry("2020"), entry("2024-03/..")])
    assert line is not None
    first, point, open_ended = line.marks
    assert first.until is not None
    assert first.x < first.until < point.x
    assert point.until is None
    assert open_ended.until == 100


def test_an_interval_may_end_after_the_last_entry_begins() -> None:
    line = timeline_marks([entry("2014/2030"), entry("2020")])
    assert line is not None
    assert line.marks[0].until == 99.65
    assert line.end == 100
    assert line.marks[1].x < 50


def test_the_last_entry_stands_over_its_words_where_entries_stand_side_by_side() -> None:
    line = timeline_marks([entry("2014"), entry("2025-09"), entry("2026")])
    assert line is not None
    assert line.across
    assert [line.marks[0].x, line.marks[2].x] == [line.marks[0].cell, line.marks[2].cell]
    assert line.marks[2].x < line.end < 70


def test_entries_too_long_for_narrow_columns_stand_below_one_another() -> None:
    long = replace(entry("2015"), statement="See https://example.org/" + "a-long-path/" * 15)
    line = timeline_marks([entry("2014"), long, entry("2016")], 50)
    assert line is not None
    assert not line.across
    assert line.marks[2].x > 99


def test_crowded_dates_stand_over_their_words() -> None:
    """Leaders from the right end of the line to entries at the left would run flat under all that is between."""
    line = timeline_marks([entry(when) for when in ("1991", *MARCH[:4])])
    assert line is not None
    assert line.across
    assert not line.scaled
    assert [mark.x for mark in line.marks] == [mark.cell for mark in line.marks]
    assert line.ticks == ()
    assert line.breaks == (10.35,)
    assert line.stretches(1) == ((0.0, 9.85), (10.85, line.end))


def test_dates_near_their_words_stay_to_scale() -> None:
    line = timeline_marks([entry(when) for when in ("2026", "2027-06", "2028", "2029-06")])
    assert line is not None
    assert line.scaled
    assert line.breaks == ()


def test_an_interval_among_crowded_dates_goes_towards_the_next_entry() -> None:
    line = timeline_marks([entry(when) for when in ("1991", "2030-03-02/2030-03-04", "2030-03-05/..")])
    assert line is not None
    assert not line.scaled
    _, lasting, open_ended = line.marks
    assert lasting.until is not None
    assert lasting.x < lasting.until < open_ended.x
    assert open_ended.until == line.end == 100


def test_marks_of_a_list_that_would_merge_stand_above_one_another() -> None:
    line = timeline_marks([entry(when) for when in (*MARCH, "2031-03-15")])
    assert line is not None
    assert line.scaled
    assert not line.across
    assert [mark.lane for mark in line.marks] == [0, 1, 2, 0, 0, 0, 0]
    assert line.lanes == 3


@given(st.lists(st.dates().map(str), min_size=2, max_size=9))
def test_no_mark_covers_another_and_no_leader_is_long(dates: list[str]) -> None:
    line = timeline_marks([entry(when) for when in dates])
    if line is None:
        return
    places = sorted((mark.lane, mark.x) for mark in line.marks)
    assert all(
        one != other or later - earlier >= APART - 0.01 for (one, earlier), (other, later) in pairwise(places)
    )
    assert not line.across or all(abs(mark.x - mark.cell) <= LEADER for mark in line.marks)
