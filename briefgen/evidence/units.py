"""What a figure counts: money, per cent, kilometres, months, or things. Owns exact conversion between units."""

from dataclasses import dataclass
from fractions import Fraction

Rational = int | Fraction


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: units of one `dimension` convert exactly, by `factor`; others never.

    `dimension` is a system, not a quantity: metric and imperial lengths are two, since 62 miles are not
    exactly 100 km. `name` is what a message prints.
    """

    dimension: str
    name: str
    factor: Rational = 1


NONE = Unit("", "")
"""A figure that stands alone: nothing says what it counts."""


def thing(noun: str) -> Unit:
    """The unit of a count: 2,500 troops. Which things are counted is not compared."""
    return Unit("things", noun)


PERCENT = Unit("percent", "per cent")
POINTS = Unit("points", "percentage points")
PROPORTION = Unit("proportion", "")
"""A share of one: a third, 1 in 3. A third of a hundred is `Fraction(100, 3)` per cent."""
TIMES = Unit("times", "times")
DEGREES = Unit("degrees", "degrees")
UNMEASURED = frozenset({"", "things", "times"})
DOLLAR = "$"


def is_money(unit: Unit) -> bool:
    """Whether a unit is a currency."""
    return unit.dimension.startswith("money ")


def money(code: str, factor: Rational = 1) -> Unit:
    """A currency by its code or sign; a hundredth of it has the factor `Fraction(1, 100)`."""
    return Unit(f"money {code}", code, factor)


def same_dimension(stated: Unit, quoted: Unit) -> bool:
    """Whether two units convert exactly: also `$` against US$, and things against a bare number."""
    if stated.dimension == quoted.dimension:
        return True
    pair = {stated.dimension, quoted.dimension}
    return pair <= UNMEASURED or pair == {"money $", "money USD"}
