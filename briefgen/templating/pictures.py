"""The geometry of charts and of the timeline; templates draw it as SVG, and set the words as HTML."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.editions.view import FigureView, ItemView
from briefgen.templating.dates import lasts_until, position

EDGE = 0.8
"""How far from the edge the line of the timeline begins, in percent of its width."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale from `low` to `high`, both round numbers; zero is on it for bars."""

    low: float
    high: float

    def at(self, value: float) -> float:
        """Where `value` stands, in percent of the width."""
        return round(100 * (value - self.low) / (self.high - self.low), 2)

    @property
    def holds_zero(self) -> bool:
        """Whether zero stands on it."""
        return self.low <= 0 <= self.high

    @property
    def zero(self) -> float:
        """Where zero stands, in percent, or the nearer end."""
        return self.at(min(max(0.0, self.low), self.high))


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry of the timeline: `x` where its date stands, `cell` where its text stands, both in percent."""

    x: float
    cell: float
    until: float | None = None
    """Where what it tells of ends; None for a point in time."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """A scaled line: its marks, and the years that are ticked, as (percent, year)."""

    marks: tuple[Mark, ...]
    ticks: tuple[tuple[float, int], ...]


def scale_of(figure: FigureView) -> Scale:
    """The scale of a figure: from zero for bars and ranges, around the values for lines."""
    numbers = [
        number
        for value in figure.values
        for number in (value.value, value.low, value.high)
        if number is not None
    ]
    low, high = min(numbers, default=0.0), max(numbers, default=1.0)
    if figure.kind != "line" or low >= 0 > low - (high - low):
        low, high = min(low, 0.0), max(high, 0.0)
    step = _round_step(high - low or abs(high) or 1.0)
    bottom = math.floor(low / step) * step
    top = math.ceil(high / step) * step
    return Scale(bottom, top if top > bottom else bottom + step)


def _round_step(span: float) -> float:
    """A step of 1, 2 or 5 times a power of ten, about a tenth of `span`."""
    power = 10.0 ** math.floor(math.log10(span / 10))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= span / 10)


def line_points(figure: FigureView) -> tuple[tuple[float, float], ...]:
    """The points of a line chart, in percent of its width and height, y downward; values evenly spaced."""
    scale, count = scale_of(figure), len(figure.values)
    return tuple(
        (round(100 * (index + 0.5) / count, 2), round(100 - scale.at(value.value), 2))
        for index, value in enumerate(figure.values)
        if value.value is not None
    )


def timeline_marks(items: Sequence[ItemView]) -> Timeline | None:
    """The scaled line of dated entries, in their order; None where dates cannot be put on one line."""
    found = [position(item.date or "") for item in items]
    years = [year for year in found if year is not None]
    if len(years) < len(found) or len(years) < 2 or max(years) == min(years):
        return None
    ends = [lasts_until(item.date or "") for item in items]
    closed = [end for end in ends if end is not None and end != math.inf]
    low, high, width = min(years), max(*years, *closed), 100 / len(items)
    marks = tuple(
        Mark(_along(year, low, high, width), round(width * index + EDGE, 2), _end(end, low, high, width))
        for index, (year, end) in enumerate(zip(years, ends, strict=True))
    )
    return Timeline(marks, _ticks(low, high, width))


def _end(year: float | None, low: float, high: float, width: float) -> float | None:
    """Where an interval ends: at the end of the line where it is open."""
    return year if year is None else 100.0 if year == math.inf else _along(year, low, high, width)


def _along(year: float, low: float, high: float, width: float) -> float:
    """Where a date stands on the line, which runs from the first entry's edge to the last one's middle."""
    return round(EDGE + (100 - width / 2 - EDGE) * (year - low) / (high - low), 2)


def _ticks(low: float, high: float, width: float) -> tuple[tuple[float, int], ...]:
    step = next((step for step in (1, 2, 5, 10, 20, 50, 100, 500) if (high - low) / step <= 14), 1000)
    first = math.ceil(low / step) * step
    years = range(first, math.floor(high) + 1, step)
    return tuple((_along(year, low, high, width), year) for year in years)
