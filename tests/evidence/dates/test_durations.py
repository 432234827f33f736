"""The time between two dates."""

import pytest

from briefgen.evidence.dates.durations import duration
from briefgen.evidence.figures.backing import read_figures
from briefgen.evidence.languages import pack_for

ENGLISH = pack_for("en")


@pytest.mark.parametrize(
    ("first", "last", "unit", "counted"),
    [
        ("in 1999", "in 2024", "5 years", 25),
        ("March 2014", "September 2025", "5 months", 138),
        ("March 2014", "September 2025", "5 years", 11),
        ("31 March 2014", "30 September 2014", "5 months", 5),
        ("1 March 2024", "15 April 2024", "5 days", 45),
        ("1 March 2024", "15 April 2024", "5 weeks", 6),
    ],
)
def test_whole_units(first: str, last: str, unit: str, counted: int) -> None:
    (start,), (end,) = read_figures(first, ENGLISH).dates, read_figures(last, ENGLISH).dates
    assert duration(start, end, read_figures(unit, ENGLISH).quantities[0].unit) == (counted,)


@pytest.mark.parametrize(
    ("first", "last", "unit"),
    [
        ("in 1999", "in 2024", "5 months"),
        ("March 2014", "May 2014", "5 days"),
        ("in 1999", "in 2024", "5 km"),
    ],
)
def test_dates_that_are_not_fine_enough(first: str, last: str, unit: str) -> None:
    (start,), (end,) = read_figures(first, ENGLISH).dates, read_figures(last, ENGLISH).dates
    assert duration(start, end, read_figures(unit, ENGLISH).quantities[0].unit) is None
