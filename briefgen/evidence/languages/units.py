"""What a figure counts: money, per cent, kilometres, months, or things. Owns exact conversion between units."""

from fractions import Fraction

from msgspec import Struct

Rational = int | Fraction


class Unit(Struct, frozen=True):
    """A unit: units of one `dimension` convert exactly, by `factor`; others never.

    `dimension` is a system, not a quantity: metric and imperial lengths are two, since 62 miles are not
    exactly 100 km. `name` is what a message prints.
    """

    dimension: str
    name: str
    factor: Rational = 1


NONE = Unit("", "")
"""A figure that stands alone: nothing says what it counts."""


def distance(one: Rational, other: Rational) -> Rational:
    """How far two values are apart."""
    return one - other if one > other else other - one


UNKNOWN = Unit("?", "")
"""What a figure counts in a language without tables of units: anything."""


def thing(noun: str) -> Unit:
    """The unit of a count: 2,500 troops. Which things are counted is not compared."""
    return Unit("things", noun)


PERCENT = Unit("percent", "per cent")
POINTS = Unit("points", "percentage points")
PROPORTION = Unit("proportion", "")
"""A share of one: a third, 1 in 3. A third of a hundred is `Fraction(100, 3)` per cent."""
SECONDS = Unit("time", "seconds")
HOURS = Unit("time", "hours", 3600)
DAYS = Unit("time", "days", 86400)
TIMES = Unit("times", "times")
DEGREES = Unit("degrees", "degrees")
TEMPERATURES = frozenset({"celsius", "fahrenheit", "degrees"})
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
    return pair <= UNMEASURED or any(
        f"money {name}" in pair and pair & codes for name, codes in _NATIONAL.items()
    )


_NATIONAL = {
    name: frozenset(f"money {code}" for code in codes.split())
    for name, codes in {
        DOLLAR: "USD",
        "rupee": "INR PKR LKR NPR",
        "dinar": "IQD KWD JOD LYD BHD DZD TND RSD",
        "rial": "IRR YER OMR",
        "riyal": "SAR QAR",
        "shilling": "KES UGX SOS TZS",
        "krona": "SEK NOK DKK ISK",
        "peso": "MXN ARS CLP COP PHP UYU",
        "dirham": "AED MAD",
        "CFA": "XOF XAF",
        "franc": "CHF CFA XOF XAF CDF RWF",
    }.items()
}
"""Currencies that texts of their countries call by the bare word: Rs 500 are 500 rupees."""


_CONVERTED: tuple[tuple[str, str, Fraction], ...] = (
    ("miles", "km", Fraction(1609344, 10**6)),
    ("feet", "metres", Fraction(3048, 10**4)),
    ("yards", "metres", Fraction(9144, 10**4)),
    ("inches", "cm", Fraction(254, 100)),
    ("nautical miles", "km", Fraction(1852, 1000)),
    ("acres", "hectares", Fraction(40468564224, 10**11)),
    ("square miles", "km²", Fraction(2589988110336, 10**12)),
    ("square feet", "m²", Fraction(9290304, 10**8)),
    ("pounds", "kg", Fraction(45359237, 10**8)),
    ("ounces", "g", Fraction(28349523125, 10**9)),
    ("tons", "tonnes", Fraction(90718474, 10**8)),
    ("gallons", "litres", Fraction(3785411784, 10**9)),
    ("barrels", "litres", Fraction(158987294928, 10**9)),
    ("mph", "km/h", Fraction(1609344, 10**6)),
    ("knots", "km/h", Fraction(1852, 1000)),
)

CONVERSIONS: dict[tuple[str, str], Rational] = {
    pair: rate
    for one, other, factor in _CONVERTED
    for pair, rate in (((one, other), factor), ((other, one), 1 / factor))
}
"""Conversions between systems by the units' names: inexact once rounded, so that they need a derivation."""
