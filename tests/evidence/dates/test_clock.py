"""Times of day: how they are read, and when one backs another."""

import pytest

from briefgen.evidence.dates.clock import Clock, backs, read_clocks
from briefgen.evidence.languages import pack_for
from briefgen.evidence.text.tokens import tokenize


def clocks(text: str) -> list[Clock]:
    return [found.clock for found in read_clocks(tokenize(text), pack_for("en"))]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("18:00", 1080), ("6 p.m.", 1080), ("6pm", 1080), ("six pm", 1080), ("8.30am", 510), ("8:30 a.m.", 510), ("12 a.m.", 0),
        ("noon", 720), ("midnight", 0), ("at 1800 hours", 1080), ("0330 GMT", 210), ("2 : 05 p.m.", 845), ("20:02:56Z", 1202),
    ],
)  # fmt: skip
def test_times(text: str, minutes: int) -> None:
    assert [clock.minutes for clock in clocks(text)] == [minutes]


@pytest.mark.parametrize(
    "text", ["8.30", "2000 hours of film", "6 people", "a ratio of 2:1", "25:00", "12:75", "six"]
)
def test_what_is_no_time(text: str) -> None:
    assert clocks(text) == []


def test_a_time_without_half_of_day_is_backed_by_either_and_backs_neither() -> None:
    (open_,), (evening,) = clocks("at 8:30"), clocks("at 8:30 p.m.")
    assert backs(evening, open_)
    assert not backs(open_, evening)


def test_a_zone_may_be_left_out_not_changed() -> None:
    (bare,), (gmt,), (est,), (utc,) = (
        clocks("18:00"),
        clocks("18:00 GMT"),
        clocks("18:00 EST"),
        clocks("18:00 UTC"),
    )
    assert backs(gmt, bare)
    assert backs(gmt, utc)
    assert not backs(gmt, est)
    assert not backs(bare, gmt)


@pytest.mark.parametrize(
    ("quoted", "stated", "agree"),
    [
        ("by 18:00", "at 18:00", False),
        ("at 18:00", "by 18:00", False),
        ("before noon", "at noon", False),
        ("before 6 p.m.", "by 18:00", True),
        ("no later than 6 p.m.", "by 18:00", True),
        ("at around 6 p.m.", "at 18:00", True),
        ("from 6 p.m.", "at 18:00", True),
        ("by 18:00", "the 18:00 deadline", True),
    ],
)
def test_a_time_keeps_its_bound(quoted: str, stated: str, agree: bool) -> None:
    assert backs(clocks(quoted)[0], clocks(stated)[0]) is agree


@pytest.mark.parametrize(
    ("quoted", "stated", "agree"),
    [
        ("6 p.m. Baghdad time", "6 p.m. Eastern time", False),
        ("6 p.m. GMT", "6 p.m. local time", False),
        ("6 p.m. local time", "6 p.m. GMT", False),
        ("6 p.m. Baghdad time", "6 p.m. local time", True),
        ("6 p.m.", "6 p.m. local time", True),
        ("6 p.m. Eastern Standard Time", "6 p.m. EST", True),
        ("6 p.m. Greenwich Mean Time", "18:00 UTC", True),
        ("6 p.m. and in time", "6 p.m.", True),
    ],
)
def test_zones_by_their_names(quoted: str, stated: str, agree: bool) -> None:
    assert backs(clocks(quoted)[0], clocks(stated)[0]) is agree
