"""The geometry of charts; templates draw it as SVG, and set the words as HTML."""

import math
from dataclasses import dataclass

from briefgen.editions.view import FigureView


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
