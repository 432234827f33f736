"""The geometry of the timeline: a line with a mark for each entry.

The line is true to scale where every mark stands near its words, or where the entries stand below one another. Where
dates crowd, leaders from the marks to entries side by side would be long and flat: the marks stand over their words
instead, evenly, and the line is broken where disproportionately much time passes.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefgen.editions.view import ItemView
from briefgen.templating.dates import lasts_until, position

EDGE = 0.35
"""How far from the edge the first mark stands, half its own width, in percent of the page's width."""
MOST_ACROSS = 6
"""Most entries that stand side by side."""
LETTERS = 108
"""How many letters of a statement stand in a line across the page."""
GUTTER, DATE = 2, 17
"""How many the gap between two entries takes, and the date beside one."""
NARROWEST = 12
"""How many stand beside the gap at the least: a month and its day."""
LEADER = 15
"""How far a mark may be from where its words begin, in percent of the width: a leader to there is no longer."""
APART = 0.9
"""Marks nearer than this would merge, in percent of the page's width."""
LONG = 1.5
"""How many times its share of the time a gap is longer where the line is broken."""
LASTING = 0.3
"""How far an interval goes towards the next entry where there is no scale."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry of the timeline: `x` where its date stands, `cell` where its text stands, both in percent."""

    x: float
    cell: float
    until: float | None = None
    """Where what it tells of ends; None for a point in time."""
    lane: int = 0
    """How many marks it stands above, so that it merges with none."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """A line: its marks, the years that are ticked, as (percent, year), and where it ends, in percent."""

    marks: tuple[Mark, ...]
    ticks: tuple[tuple[float, int], ...]
    end: float
    across: bool
    """Whether the entries have room side by side; else they stand below one another."""
    scaled: bool = True
    """Whether it is true to scale; else the marks stand evenly."""
    breaks: tuple[float, ...] = ()
    """Where a line without a scale is broken, in percent."""

    @property
    def lanes(self) -> int:
        """How many marks stand above one another at the most."""
        return 1 + max(mark.lane for mark in self.marks)

    def stretches(self, gap: float) -> tuple[tuple[float, float], ...]:
        """From where to where the line goes, in percent, with a `gap` where it is broken."""
        stops = [0.0, *(edge for at in self.breaks for edge in (at - gap / 2, at + gap / 2)), self.end]
        return tuple(zip(stops[::2], stops[1::2], strict=True))


def timeline_marks(items: Sequence[ItemView], letters: float = LETTERS) -> Timeline | None:
    """The line of dated entries, in their order; None where dates cannot be put on one line.

    `letters`: how many stand in a line as long as it.
    """
    found = [position(item.date or "") for item in items]
    years = [year for year in found if year is not None]
    if len(years) < len(found) or len(years) < 2 or max(years) == min(years):
        return None
    ends = [lasts_until(item.date or "") for item in items]
    across = _has_room(items, letters)
    apart, edge = APART * LETTERS / letters, EDGE * LETTERS / letters
    line = _to_scale(years, ends, across, edge)
    if not across:
        return replace(line, marks=_stacked(line.marks, apart))
    xs = sorted(mark.x for mark in line.marks)
    near = all(abs(mark.x - mark.cell) <= LEADER for mark in line.marks)
    clear = all(later - earlier >= apart for earlier, later in pairwise(xs))
    return line if near and clear else _evenly(years, ends, edge)


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


def _cells(count: int, edge: float) -> list[float]:
    """Where the words of entries side by side begin."""
    return [round(100 / count * index + edge, 2) for index in range(count)]


def _to_scale(years: Sequence[float], ends: Sequence[float | None], across: bool, edge: float) -> Timeline:
    along = _Line(years, [end for end in ends if end is not None and end != math.inf], across, edge)
    marks = tuple(
        Mark(along.at(year), cell, along.until(end))
        for year, cell, end in zip(years, _cells(len(years), edge), ends, strict=True)
    )
    end = 100.0 if math.inf in ends or not across else min(100.0, round(along.at(along.high) + edge, 2))
    return Timeline(marks, _ticks(along), end, across)


def _evenly(years: Sequence[float], ends: Sequence[float | None], edge: float) -> Timeline:
    """The marks over their words."""
    count = len(years)
    cells = _cells(count, edge)
    marks = tuple(
        Mark(cell, cell, None if end is None else 100.0 if end == math.inf else cell + LASTING * 100 / count)
        for cell, end in zip(cells, ends, strict=True)
    )
    share = (max(years) - min(years)) / (count - 1)
    breaks = tuple(
        round(cell + 50 / count, 2)
        for cell, (year, later) in zip(cells, pairwise(years), strict=False)
        if abs(later - year) > LONG * share
    )
    end = max(round(cells[-1] + edge, 2), *(mark.until or 0 for mark in marks))
    return Timeline(marks, (), end, across=True, scaled=False, breaks=breaks)


def _stacked(marks: Sequence[Mark], apart: float) -> tuple[Mark, ...]:
    """The marks in as many lanes as keep them `apart`, each in the lowest that is free."""
    taken: list[float] = []
    lanes: dict[int, int] = {}
    for place in sorted(range(len(marks)), key=lambda place: marks[place].x):
        mark = marks[place]
        lane = next((lane for lane, end in enumerate(taken) if mark.x - end >= apart), len(taken))
        taken[lane : lane + 1] = [mark.until or mark.x]
        lanes[place] = lane
    return tuple(replace(mark, lane=lanes[place]) for place, mark in enumerate(marks))


class _Line:
    """Where dates stand on the line: the first entry at its edge, the last one where its text begins."""

    def __init__(self, years: Sequence[float], ends: Sequence[float], across: bool, edge: float) -> None:
        self.low, last = min(years), max(years)
        self.high = max([last, *ends])
        self._edge = edge
        room = 100 - 100 / len(years) if across else 100 - 2 * edge
        self._scale = room / (last - self.low)
        if self.high > last:
            self._scale = min(self._scale, (100 - 2 * edge) / (self.high - self.low))

    def at(self, year: float) -> float:
        """Where a date stands, in percent."""
        return round(self._edge + (year - self.low) * self._scale, 2)

    def until(self, year: float | None) -> float | None:
        """Where an interval ends: at the end of the line where it is open."""
        return year if year is None else 100.0 if year == math.inf else self.at(year)


def _ticks(line: _Line) -> tuple[tuple[float, int], ...]:
    span = line.high - line.low
    step = next((step for step in (1, 2, 5, 10, 20, 50, 100, 500) if span / step <= 14), 1000)
    first = math.ceil(line.low / step) * step
    return tuple((line.at(year), year) for year in range(first, math.floor(line.high) + 1, step))
