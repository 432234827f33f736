"""The geometry of charts and of the timeline; templates draw it as SVG, and set the words as HTML."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.editions.view import FigureView, ItemView
from briefgen.templating.dates import lasts_until, position

EDGE = 0.8
"""How far from the edge the line of the timeline begins, in percent of its width."""
MOST_ACROSS = 6
"""Most entries of a timeline that stand side by side."""
LETTERS = 108
"""How many letters of a statement stand in a line across the page."""
GUTTER, DATE = 2, 17
"""How many the gap between two entries takes, and the date beside one."""
NARROWEST = 12
"""How many stand beside the gap at the least: a month and its day."""


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
    """A scaled line: its marks, the years that are ticked, as (percent, year), and where it ends, in percent."""

    marks: tuple[Mark, ...]
    ticks: tuple[tuple[float, int], ...]
    end: float
    across: bool
    """Whether the entries have room side by side; else they stand below one another."""


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
    if top == bottom:
        # One value, or the same one all along: in the middle of a line chart, at the foot of bars.
        return Scale(bottom - step if figure.kind == "line" else bottom, top + step)
    return Scale(bottom, top)


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


def timeline_marks(items: Sequence[ItemView], letters: float = LETTERS) -> Timeline | None:
    """The scaled line of dated entries, in their order; None where dates cannot be put on one line.

    `letters`: how many stand in a line as long as it.
    """
    found = [position(item.date or "") for item in items]
    years = [year for year in found if year is not None]
    if len(years) < len(found) or len(years) < 2 or max(years) == min(years):
        return None
    across = _has_room(items, letters)
    ends = [lasts_until(item.date or "") for item in items]
    along = _Line(years, [end for end in ends if end is not None and end != math.inf], across)
    marks = tuple(
        Mark(along.at(year), round(100 / len(items) * index + EDGE, 2), along.until(end))
        for index, (year, end) in enumerate(zip(years, ends, strict=True))
    )
    end = 100.0 if math.inf in ends or not across else min(100.0, round(along.at(along.high) + EDGE, 2))
    return Timeline(marks, _ticks(along), end, across)


def _has_room(items: Sequence[ItemView], letters: float) -> bool:
    """Whether the entries take about as few lines side by side as below one another."""
    column = letters / len(items) - GUTTER
    if len(items) > MOST_ACROSS or column < NARROWEST:
        return False
    lengths = [len(item.statement) + len(item.notes) for item in items]
    across = max(_lines(length, column) for length in lengths)
    return across <= sum(_lines(length, letters - DATE) for length in lengths)


def _lines(length: int, letters: float) -> int:
    return math.ceil(length / max(letters, 1))


class _Line:
    """Where dates stand on the line: the first entry at its edge, the last one where its text begins."""

    def __init__(self, years: Sequence[float], ends: Sequence[float], across: bool) -> None:
        self.low, last = min(years), max(years)
        self.high = max([last, *ends])
        room = 100 - 100 / len(years) if across else 100 - 2 * EDGE
        self._scale = room / (last - self.low)
        if self.high > last:
            self._scale = min(self._scale, (100 - 2 * EDGE) / (self.high - self.low))

    def at(self, year: float) -> float:
        """Where a date stands, in percent."""
        return round(EDGE + (year - self.low) * self._scale, 2)

    def until(self, year: float | None) -> float | None:
        """Where an interval ends: at the end of the line where it is open."""
        return year if year is None else 100.0 if year == math.inf else self.at(year)


def _ticks(line: _Line) -> tuple[tuple[float, int], ...]:
    span = line.high - line.low
    step = next((step for step in (1, 2, 5, 10, 20, 50, 100, 500) if span / step <= 14), 1000)
    first = math.ceil(line.low / step) * step
    return tuple((line.at(year), year) for year in range(first, math.floor(line.high) + 1, step))
