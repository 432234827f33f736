"""Figures that stand side by side: ranges, lists, and one figure in two units.

Owns what a figure takes from the next one: its unit and magnitude ("5 to 10 per cent", "$5-10 million"), in a range
its other end, and what the next one adds to it ("two years and six months", "5ft 6in").
"""

from fractions import Fraction

from msgspec.structs import replace

from briefgen.evidence.languages.bounds import Bound
from briefgen.evidence.languages.number_words import NumberWords
from briefgen.evidence.languages.units import NONE, UNMEASURED, Rational, is_money
from briefgen.evidence.quantities.among import with_wholes
from briefgen.evidence.quantities.changes import with_changes
from briefgen.evidence.quantities.numeral import Kind
from briefgen.evidence.quantities.quantity import Quantity, Reading
from briefgen.evidence.text.tokens import DASHES, Token

_LARGE = 100
_CHANGES = frozenset({"by", "from", "up", "down"})
_LINKS = frozenset({"to", "and", "or", "through", "/", ","}) | DASHES
_SUMMED = frozenset({"time", "months", "imperial length", "imperial mass"})
"""What is told in two units at once; money too."""

_RATIOS = frozenset({"percent", "points", "proportion"})

_RESTATING = frozenset({"or", "("})
_SIGNS = frozenset({","}) | DASHES
_UNCONVERTED = UNMEASURED | {"percent", "points", "proportion", "time", "months", "nights"}


def linked(
    tokens: list[Token], found: list[Quantity], places: list[tuple[int, int]], words: NumberWords
) -> list[Quantity]:
    """Shares units along ranges and lists, from the right first: "5 to 10 per cent", "$5-10 million"."""
    for at in range(len(found) - 2, -1, -1):
        link = _link(tokens, found[at], found[at + 1], places[at][1])
        if link:
            opened = places[at][0] > 0 and tokens[places[at][0] - 1].low == "between"
            change = places[at][0] > 0 and tokens[places[at][0] - 1].low in _CHANGES
            score = _score(found[at], found[at + 1], link, change or opened)
            found[at], found[at + 1] = _shared(found[at], found[at + 1], link, opened, change)
            found[at] = replace(found[at], score=score)
    whole = _summed(tokens, _restated(tokens, found, places), places)
    return with_wholes(tokens, with_changes(tokens, whole, words), words)


def _score(left: Quantity, right: Quantity, link: str, change: bool) -> tuple[Rational, Rational] | None:
    """Two small bare numbers that may be a result; which of them a sentence puts first depends on who won."""
    bare = {left.unit.dimension, right.unit.dimension} <= {"", "things"} and not left.noun
    plain = {left.kind, right.kind} == {Kind.CARDINAL} and left.scale == right.scale == 1
    if (
        not bare
        or not plain
        or change
        or link not in DASHES | {"to"}
        or max(left.value, right.value) >= _LARGE
    ):
        return None
    return max(left.value, right.value), min(left.value, right.value)


def _restated(tokens: list[Token], found: list[Quantity], places: list[tuple[int, int]]) -> list[Quantity]:
    """The figures with the edge of the one that they restate in another measure: "over 300 miles (480 km)"."""
    for at in range(1, len(found)):
        one, other = found[at - 1], found[at]
        converted = one.bound is not Bound.EXACT and other.bound is Bound.EXACT and _converts(one, other)
        between = {
            token.low for token in tokens[places[at - 1][1] : places[at][0]] if token.start < other.lead
        }
        if converted and between & _RESTATING and between <= _RESTATING | _SIGNS:
            found[at] = replace(other, bound=one.bound)
    return found


def _converts(one: Quantity, other: Quantity) -> bool:
    """Whether two figures measure, each in a unit of another system: miles and km, dollars and pounds."""
    pair = {one.unit.dimension, other.unit.dimension}
    return len(pair) == 2 and not pair & _UNCONVERTED and is_money(one.unit) == is_money(other.unit)


def _summed(tokens: list[Token], found: list[Quantity], places: list[tuple[int, int]]) -> list[Quantity]:
    """The figures with those that are told in two units put together."""
    sums: list[Quantity] = []
    for number, quantity in enumerate(found):
        readings = _added(sums[-1], quantity) if sums else ()
        if readings and _beside(tokens, places[number - 1][1], quantity.lead):
            whole = sums[-1]
            pieces = (*(whole.pieces or (whole,)), quantity)
            sums[-1] = replace(
                whole,
                end=quantity.end,
                tail=quantity.tail,
                readings=readings,
                rate=quantity.rate,
                pieces=pieces,
            )
        else:
            sums.append(quantity)
    return sums


def _beside(tokens: list[Token], at: int, lead: int) -> bool:
    """Whether nothing but a comma or "and" stands between a token and a place."""
    for _ in range(3):
        if at >= len(tokens) or tokens[at].start >= lead:
            break
        if tokens[at].low not in ("and", ","):
            return False
        at += 1
    return at < len(tokens) and tokens[at].start == lead


def _added(large: Quantity, small: Quantity) -> tuple[Reading, ...]:
    """The readings of a figure and the smaller units after it: 12 euros and 50 cents; none where they do not add up."""
    exact = small.bound is Bound.EXACT and small.partner is None and large.partner is None
    last = (large.pieces or (large,))[-1]
    finer = small.unit.factor < last.unit.factor
    if not exact or not finer or {large.kind, small.kind} != {Kind.CARDINAL} or last.value != int(last.value):
        return ()
    return tuple(
        Reading(
            one.value + Fraction(other.size) / one.unit.factor,
            other.step * other.unit.factor / Fraction(one.unit.factor),
            one.unit,
        )
        for one in large.readings
        for other in small.readings
        if one.unit.dimension == other.unit.dimension
        and (one.unit.dimension in _SUMMED or is_money(one.unit))
        and 0 < other.size < last.unit.factor
    )


def _link(tokens: list[Token], left: Quantity, right: Quantity, after: int) -> str:
    """What joins two figures, where one word or sign alone stands between them."""
    if after >= len(tokens) or tokens[after].low not in _LINKS:
        return ""
    follow = after + 1
    return tokens[after].low if follow < len(tokens) and tokens[follow].start == right.lead else ""


def _shared(
    left: Quantity, right: Quantity, link: str, opened: bool, change: bool
) -> tuple[Quantity, Quantity]:
    if left.kind is not right.kind or left.kind not in (Kind.CARDINAL, Kind.PROPORTION):
        return left, right
    own = left.unit.dimension
    apart = left.scale > right.scale and right.unit.dimension in _RATIOS  # 4.4 billion, 10 per cent more
    if left.unit.dimension == "" and not apart and (right.unit.dimension or right.scale > 1):
        left = replace(left, readings=_with_unit(left, right), noun=right.noun, rate=left.rate or right.rate)
    elif is_money(left.unit) and right.unit.dimension == "" and link in DASHES | {"to", "and"}:
        left_scaled = _with_unit(left, right) if right.scale > 1 and left.scale == 1 else left.readings
        right = replace(right, readings=tuple(replace(r, unit=left.unit) for r in right.readings))
        left = replace(left, readings=left_scaled)
    elif is_money(left.unit) and left.unit == right.unit and right.scale > 1 and left.scale == 1:
        left = replace(left, readings=_with_unit(left, right))
    bare = is_money(left.unit) or left.unit.dimension in ("percent", "proportion") or not own
    linked = link in DASHES or (link == "to" and bare and not change) or (link == "and" and opened)
    if linked and left.value < right.value and left.unit == right.unit:
        left, right = replace(left, partner=right.value), replace(right, partner=left.value)
    return left, right


def _with_unit(left: Quantity, right: Quantity) -> tuple[Reading, ...]:
    """The readings of a figure that takes its unit, and perhaps its magnitude, from the next one."""
    unit = right.unit if right.unit.dimension else left.unit
    own = tuple(replace(r, unit=unit) if r.unit is NONE else r for r in left.readings)
    if right.scale == 1 or left.scale != 1:
        return own
    scaled = tuple(Reading(r.value * right.scale, r.step * right.scale, unit) for r in left.readings)
    return scaled + own if scaled[0].value < right.value else own
