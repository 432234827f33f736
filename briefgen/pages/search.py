"""The search for the type size: prediction and correction on a grid of twentieths of a point.

Pure: it knows no engine. A layout says whether the copy fits at a size and what it predicts for other sizes; the
search asks for as few layouts as it can. What it answers depends on the copy alone, never on where it began: that the
next size overflows is believed only of predictions that have just proved right to a fraction of a line, else tried.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor
from typing import Generic, Protocol, TypeVar

STEPS_PER_PT = 20
"""Sizes are searched in twentieths of a point: 0.05 pt is under half a line of an A4 page."""

MAX_PREDICTIONS = 5
"""After so many layouts the predictions are not trusted any more and the interval is halved."""

TRUE = 1.0
"""A prediction so near to what then is (in pixels) is right: all lines broke as it said, and a line is ten of them."""

SURE = 0.25
"""A predicted excess below this (in pixels) is noise, and tried."""


def steps(size_pt: float, up: bool = False) -> int:
    """`size_pt` on the grid, rounded down (or up)."""
    scaled = round(size_pt * STEPS_PER_PT, 6)
    return ceil(scaled) if up else floor(scaled)


def points(step: int) -> float:
    """The size in points of a step of the grid."""
    return step / STEPS_PER_PT


class Trial(Protocol):
    """One layout at one size."""

    @property
    def step(self) -> int:
        """The size."""

    @property
    def fits(self) -> bool:
        """Whether the copy takes no more than the pages allowed."""

    @property
    def excess(self) -> float:
        """By how much it takes more (or, negative, less) than the room of these pages."""

    def predicted(self, step: int) -> float:
        """The excess at another size, by what this layout shows."""


T = TypeVar("T", bound=Trial)


@dataclass(frozen=True, slots=True)
class Result(Generic[T]):
    """Where the search ended: the trial at `step`, which fits unless even `lowest` overflows."""

    step: int
    trial: T
    layouts: int


@dataclass(slots=True)
class _Forecast:
    """What a first layout predicts, set right by the latest one."""

    source: Trial
    drift: float = 0.0
    right: bool = False

    def excess(self, step: int) -> float:
        """The excess at a step: measured at that of the source, predicted at others."""
        return self.source.excess if step == self.source.step else self.source.predicted(step) + self.drift

    def learn(self, trial: Trial) -> None:
        """Compare with what is, and follow it. That the source knows its own step proves nothing."""
        if trial.step != self.source.step:
            error = trial.excess - self.excess(trial.step)
            self.right = abs(error) <= TRUE
            self.drift += error


def search(
    try_at: Callable[[int], T], lowest: int, highest: int, guess: int, sketch: Trial | None = None
) -> Result[T]:
    """The largest step in `[lowest, highest]` at which the copy fits, or `lowest` with a trial that does not.

    It begins where `sketch` predicts, without one at `guess`. A step is taken as the largest when the next one was
    tried and overflows, or is predicted to by what predicted this one rightly.
    """
    below, above = lowest - 1, highest + 1
    forecast = None if sketch is None else _Forecast(sketch)
    step = min(max(guess, lowest), highest) if forecast is None else _next(forecast, below, above)
    best: T | None = None
    layouts = 0
    while True:
        trial = try_at(step)
        layouts += 1
        if forecast is None:
            forecast = _Forecast(trial)
        else:
            forecast.learn(trial)
        if trial.fits:
            below, best = step, trial
            if step + 1 >= above or (forecast.right and forecast.excess(step + 1) > SURE):
                return Result(step, trial, layouts)
        else:
            above = step
            if step == lowest:
                return Result(step, trial, layouts)
            if best is not None and above == below + 1:
                return Result(below, best, layouts)
        step = _next(forecast, below, above) if layouts < MAX_PREDICTIONS else (below + above) // 2


def _next(forecast: _Forecast, below: int, above: int) -> int:
    """The next step to try, strictly between the largest known to fit and the smallest known not to."""
    low, high = below + 1, above - 1
    while low < high:
        middle = (low + high + 1) // 2
        if forecast.excess(middle) <= 0:
            low = middle
        else:
            high = middle - 1
    return low
