"""The search for the type size: prediction and correction on a grid of twentieths of a point.

Pure: it knows no engine. A layout says whether the copy fits at a size and what it predicts for other sizes; the
search asks for as few layouts as it can. It starts from the copy alone, never from what happened to be set before,
so that its answer depends on nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor
from typing import Generic, Protocol, TypeVar

STEPS_PER_PT = 20
"""Sizes are searched in twentieths of a point: 0.05 pt is under half a line of an A4 page."""

MAX_PREDICTIONS = 5
"""After so many layouts the predictions are not trusted any more and the interval is halved."""


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
    def fits(self) -> bool:
        """Whether the copy takes no more than the pages allowed."""

    def predicts_fit(self, step: int) -> bool:
        """Whether the copy would fit at another size, by what this layout shows."""


T = TypeVar("T", bound=Trial)


@dataclass(frozen=True, slots=True)
class Result(Generic[T]):
    """Where the search ended: the trial at `step`, which fits unless even `lowest` overflows."""

    step: int
    trial: T
    layouts: int


def search(try_at: Callable[[int], T], lowest: int, highest: int, guess: int) -> Result[T]:
    """The largest step in `[lowest, highest]` at which the copy fits, or `lowest` with a trial that does not.

    A step is taken as the largest when the next one was tried and overflows, or when the trial at the step itself
    predicts that the next one would.
    """
    step = min(max(guess, lowest), highest)
    below, above = lowest - 1, highest + 1
    best: T | None = None
    layouts = 0
    while True:
        trial = try_at(step)
        layouts += 1
        if trial.fits:
            below, best = step, trial
            if step + 1 >= above or not trial.predicts_fit(step + 1):
                return Result(step, trial, layouts)
        else:
            above = step
            if step == lowest:
                return Result(step, trial, layouts)
            if best is not None and above == below + 1:
                return Result(below, best, layouts)
        step = _next(trial, below, above, layouts)


def _next(trial: Trial, below: int, above: int, layouts: int) -> int:
    """The next step to try, strictly between the largest known to fit and the smallest known not to."""
    if layouts >= MAX_PREDICTIONS:
        return (below + above) // 2
    low, high = below + 1, above - 1
    while low < high:
        middle = (low + high + 1) // 2
        if trial.predicts_fit(middle):
            low = middle
        else:
            high = middle - 1
    return low
