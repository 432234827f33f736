"""Compares a stated figure with a quoted one. Owns when a figure is backed, and what is wrong where it is not.

A figure is compared by its significant digits: "about 2,500" is backed by 2,460, "2,500" is not. Nothing here
tolerates a percentage of error.
"""

from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from briefgen.evidence.languages.bounds import Bound, implied
from briefgen.evidence.languages.units import (
    DEGREES,
    NONE,
    UNKNOWN,
    UNMEASURED,
    Rational,
    distance,
    is_money,
    same_dimension,
)
from briefgen.evidence.quantities.compass import is_another_side
from briefgen.evidence.quantities.numeral import Kind
from briefgen.evidence.quantities.quantity import Quantity, Reading
from briefgen.evidence.text.stems import stem

UNSUPPORTED = "number-unsupported"
UNIT = "unit-changed"
BOUND = "number-bound"
ROUNDED = "number-rounded"
HARDENED = "number-hardened"

_LARGE = 100
"""Two bare numbers below it, joined by a dash, may be a score."""

_SIDES = frozenset({Bound.UNDER, Bound.OVER})

_LIMITS = frozenset({Bound.AT_MOST, Bound.AT_LEAST})

_HALF_STEP = 20
"""So many per cent on each side a share may still be told as less or more than half."""

_NEAREST = Fraction(1, 8)
"""A rounding moves a figure by an eighth of it at most: 1,400 is not "about 1,000"."""


class Verdict(Struct, frozen=True):
    """How a quoted figure relates to a stated one: no rule means that it backs it; the lowest rank is the closest."""

    rank: int
    rule: str = ""


BACKED = Verdict(0)
BY_ROUNDING = Verdict(1)
"""Backed by a figure that the statement rounds, and says so."""
APART = Verdict(9, UNSUPPORTED)
UNIT_CHANGED = Verdict(4, UNIT)
_ROUNDED = Verdict(5, ROUNDED)
_SCALE_CHANGED = Verdict(6, UNIT)


def compare(stated: Quantity, quoted: Quantity, beside: frozenset[Rational] = frozenset()) -> Verdict:
    """How well a quoted figure backs a stated one, over all readings of both.

    `beside` are the other values of the statement: it may give both ends of a quoted range.
    """
    if quoted.partner in beside:
        quoted = replace(quoted, partner=None)
    if quoted.calendar and _counts(stated):
        return APART
    if quoted.implied and stated.unit.dimension != quoted.unit.dimension:
        return APART
    if stated.kind is Kind.VAGUE:
        return _vague(stated, quoted)
    if quoted.kind is Kind.VAGUE:
        return APART
    if Kind.ORDINAL in (stated.kind, quoted.kind):
        return _ordinal(stated, quoted)
    best = APART
    for one in stated.readings:
        for other in quoted.readings:
            verdict = _compare(stated, one, quoted, other)
            if verdict.rank < best.rank:
                best = verdict
    return best


def _multiplied(stated: Quantity, quoted: Quantity) -> Verdict:
    """Doubled, and risen by 100 per cent; "three times" against "3 per cent" is a unit that was changed."""
    times, share = (stated, quoted) if stated.unit.dimension == "times" else (quoted, stated)
    if share.move == "+by" and share.value == 100 * (times.value - 1):
        return _edges(stated, quoted)
    return UNIT_CHANGED if stated.value == quoted.value else APART


def _counts(stated: Quantity) -> bool:
    """Whether a figure counts or ranks things, so that no day of a month backs it: two ministers, the third term."""
    if stated.kind is Kind.ORDINAL:
        return bool(stated.noun) and not stated.dates
    return stated.kind is Kind.CARDINAL and stated.spelled and stated.unit.dimension == "things"


def _ordinal(stated: Quantity, quoted: Quantity) -> Verdict:
    """third and 3rd; "No. 3", "Chapter III" and "three chapters" back "the third chapter", "the third win" backs no
    "three wins", and "three ministers" no "third term".

    The third consecutive win makes three in a row.
    """
    if stated.value != quoted.value:
        return APART
    if stated.kind is quoted.kind or (stated.streak and quoted.streak):
        return BACKED
    if quoted.unit.dimension == "months" and any(q.unit == quoted.unit for q in stated.implies):
        return BACKED  # the 50th anniversary, 50 years
    ranked = _ranked(stated, quoted) if stated.kind is Kind.ORDINAL else not stated.unit.dimension
    return BACKED if ranked else APART


def _ranked(stated: Quantity, quoted: Quantity) -> bool:
    """Whether a number ranks or counts what an ordinal ranks: a bare one, "season 4", four seasons, four years."""
    if not quoted.noun and not quoted.unit.dimension:
        return True
    told = {stem(word) for word in (quoted.noun, quoted.label, quoted.unit.name) if word}
    return stem(stated.noun) in told if stated.noun else not quoted.noun


def _vague(stated: Quantity, quoted: Quantity) -> Verdict:
    """Hundreds of people: said so, or a number of hundreds."""
    value = stated.value
    if quoted.kind is Kind.VAGUE:
        return BACKED if quoted.value == value else APART
    if not same_dimension(stated.unit, quoted.unit) and stated.unit.dimension:
        return APART
    least = value if quoted.bound.rising else 2 * value
    return BACKED if least <= quoted.value < max(10 * value, 100) else APART


def _compare(stated: Quantity, one: Reading, quoted: Quantity, other: Reading) -> Verdict:
    if UNKNOWN in (one.unit, other.unit):
        one, other = replace(one, unit=NONE), replace(other, unit=NONE)
    shares = {one.unit.dimension, other.unit.dimension}
    if shares == {"times", "percent"}:
        return _multiplied(stated, quoted)
    if "proportion" in shares and shares & {"percent"}:
        return _share(stated, one, quoted, other)
    if same_dimension(one.unit, other.unit):
        return _same_unit(stated, one, quoted, other)
    if one.value != other.value and not _rounds(one, other):
        return APART
    if _unit_left_out(one, other):
        return _equal(stated, quoted) if one.value == other.value else APART
    return UNIT_CHANGED if one.value == other.value else APART


def _unit_left_out(stated: Reading, quoted: Reading) -> bool:
    """Whether units that differ mean the same: "aged 25" and "25 years", "5 degrees" and "5 °C", COVID 19."""
    pair = (stated.unit.dimension, quoted.unit.dimension)
    if pair[0].startswith("code ") or pair[1].startswith("code "):
        return bool(UNMEASURED & set(pair))
    if "" in pair and set(pair) & {"months", "time"}:
        return True
    if stated.unit is DEGREES:
        return pair[1] in ("celsius", "fahrenheit")
    measured = quoted.unit.dimension not in ("percent", "points", *UNMEASURED) and not is_money(quoted.unit)
    return pair[0] == "" and measured


def _same_unit(stated: Quantity, one: Reading, quoted: Quantity, other: Reading) -> Verdict:
    if one.size == other.size:
        return _equal(stated, quoted)
    if one.size * other.size <= 0:
        return APART
    if one.value == other.value:
        return UNIT_CHANGED
    rounded = _rounded(stated, one, quoted, other)
    if rounded is not None:
        return rounded
    return _SCALE_CHANGED if _scale_changed(stated, one, quoted, other) else APART


def _equal(stated: Quantity, quoted: Quantity) -> Verdict:
    """The same figure: is it of the same side of the compass, and does its edge follow?"""
    if is_another_side(stated.compass, quoted.compass):
        return UNIT_CHANGED
    return _edges(stated, quoted)


def _edges(stated: Quantity, quoted: Quantity) -> Verdict:
    """The same figure: does its edge follow from the quoted one?"""
    if quoted.partner is not None and stated.partner is None:
        if _end_of_range(stated, quoted):
            return BACKED
        if quoted.unit.dimension or quoted.scale > 1 or quoted.value >= _LARGE:
            return Verdict(3, BOUND)
    if (
        implied(quoted.bound, stated.bound)
        or _loosely_multiple(stated, quoted)
        or _at_threshold(stated, quoted)
    ):
        return BACKED
    hardened = quoted.bound is Bound.ABOUT and stated.bound is Bound.EXACT
    return Verdict(2, HARDENED if hardened else BOUND)


def _at_threshold(stated: Quantity, quoted: Quantity) -> bool:
    """Whether one is a target or limit that something lies below or above, and the other is that target by itself."""
    pair = ((stated, quoted), (quoted, stated))
    return any(
        one.threshold
        and (
            (one.bound in _SIDES and other.bound is Bound.EXACT)
            or (one.bound is Bound.EXACT and other.bound in _LIMITS)
        )
        for one, other in pair
    )


def _loosely_multiple(stated: Quantity, quoted: Quantity) -> bool:
    """Whether both say about how many times: "roughly double", "nearly twice"; there "nearly" names no side."""
    loose = {stated.bound, quoted.bound} == {Bound.ABOUT, Bound.NEARLY}
    return loose and stated.unit.dimension == quoted.unit.dimension == "times"


def _end_of_range(stated: Quantity, quoted: Quantity) -> bool:
    """Whether one end of a range is stated as what it is: "up to 10" of "5 to 10", "at least 5"."""
    if quoted.partner is None or stated.bound is Bound.ABOUT:
        return stated.bound is Bound.ABOUT
    top = quoted.value > quoted.partner
    return stated.bound is Bound.AT_MOST if top else stated.bound is Bound.AT_LEAST


def _share(stated: Quantity, one: Reading, quoted: Quantity, other: Reading) -> Verdict:
    """A share against a percentage: a quarter is 25 per cent, a third is what 33 per cent is rounded from."""
    left, right = _percent(one), _percent(other)
    precision = min(_precision(one), _precision(other))
    if distance(left, right) * 2 <= precision:
        return _edges(stated, quoted)
    step = _HALF_STEP if left == 50 and one.unit.dimension == "proportion" else 10
    return _rounded(stated, Reading(left, step), quoted, Reading(right, 1)) or APART


def _precision(reading: Reading) -> Rational:
    return min(reading.step, 1) if reading.unit.dimension == "percent" else 1


def _percent(reading: Reading) -> Rational:
    return reading.value * 100 if reading.unit.dimension == "proportion" else reading.value


def _rounds(stated: Reading, quoted: Reading) -> bool:
    """Whether a figure is the other one, rounded to its last significant digit."""
    step = stated.step * stated.unit.factor
    apart = distance(stated.size, quoted.size)
    return 2 * apart <= step and apart <= distance(stated.size, 0) * _NEAREST


def _rounded(stated: Quantity, one: Reading, quoted: Quantity, other: Reading) -> Verdict | None:
    """Two figures of one unit that differ: a rounding that says so, one that does not, or neither (None)."""
    step = one.step * one.unit.factor
    above, near = other.size - one.size, _rounds(one, other)
    if stated.bound in (Bound.ABOUT, Bound.UNSAID):
        return BY_ROUNDING if near else None
    if stated.bound is Bound.NEARLY:
        return BY_ROUNDING if near and above < 0 and not quoted.bound.rising else None
    if (quoted.bound.rising or quoted.bound.falling) and distance(above, 0) > distance(
        one.size, 0
    ) * _NEAREST:
        return None  # "below 25" is not told by "below 30"
    if stated.bound.rising or stated.bound is Bound.EITHER:
        return BY_ROUNDING if 0 < above < step and not quoted.bound.falling else None
    if stated.bound.falling:
        return BY_ROUNDING if -step < above < 0 and not quoted.bound.rising else None
    coarse = one.step > other.step or one.unit.factor > other.unit.factor
    return (
        _ROUNDED
        if coarse and (near or (0 < above < step and above <= distance(one.size, 0) * _NEAREST))
        else None
    )


def _scale_changed(stated: Quantity, one: Reading, quoted: Quantity, other: Reading) -> bool:
    """5 million against 5 billion."""
    if stated.scale == quoted.scale or one.value * quoted.scale != other.value * stated.scale:
        return False
    return (stated.scale > 1 and quoted.scale > 1) or is_money(one.unit) or one.unit.dimension == "percent"
