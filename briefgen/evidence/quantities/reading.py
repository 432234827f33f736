"""Reads the quantities of a text: what each number counts, how it is bounded, what it is a rate of.

Owns the words around a number. Numbers that belong to dates and times are left out by the caller.
"""

from collections.abc import Container

from msgspec.structs import replace

from briefgen.evidence.languages.bounds import Bound
from briefgen.evidence.languages.number_words import NumberWords
from briefgen.evidence.languages.units import (
    DEGREES,
    NONE,
    POINTS,
    PROPORTION,
    TIMES,
    UNKNOWN,
    UNMEASURED,
    Unit,
    thing,
)
from briefgen.evidence.quantities.codes import ROMAN, always, code, opaque, roman
from briefgen.evidence.quantities.compass import compass_after
from briefgen.evidence.quantities.digits import parse_digits
from briefgen.evidence.quantities.edges import edge_after, edge_before
from briefgen.evidence.quantities.implications import around_the_clock, record_since, unheard_of, with_implied
from briefgen.evidence.quantities.links import linked
from briefgen.evidence.quantities.numeral import Kind, Numeral
from briefgen.evidence.quantities.numerals import read_numeral
from briefgen.evidence.quantities.quantity import Quantity, Reading
from briefgen.evidence.quantities.rates import apiece_after, rate_around, rate_at, whole_after
from briefgen.evidence.quantities.vocabulary import (
    below_zero,
    half_at,
    in_a_row,
    one_and_a_half,
    one_length,
    prefix_before,
    unit_after,
    unit_after_million,
)
from briefgen.evidence.text.tokens import DASHES, NUMBER, SIGN, WORD, Token, glued


def read_quantities(tokens: list[Token], taken: Container[int], words: NumberWords) -> list[Quantity]:
    """Reads every quantity from left to right; `taken` holds the numbers of tokens that mean something else."""
    found: list[Quantity] = []
    places: list[tuple[int, int]] = []
    done = 0
    for at in _starts(tokens, words):
        rate = bool(found) and tokens[at].start < found[-1].tail and tokens[at].low in words.lengths
        read = _read(tokens, at, words) if at >= done and at not in taken and not rate else None
        if read is not None:
            quantity, last = read
            found.append(quantity)
            places.append((at, last))
            done = max(last, at + 1)
    return linked(tokens, found, places, words)


def _starts(tokens: list[Token], words: NumberWords) -> list[int]:
    """The tokens that a quantity may begin at: digits, number words, ½ and the like, Roman numerals."""
    starters = words.starters
    return [
        at
        for at, token in enumerate(tokens)
        if token.kind == NUMBER
        or token.low in starters
        or (token.kind == SIGN and not token.text.isascii())
        or (token.text.isupper() and token.text[0] in ROMAN)
    ]


def _read(tokens: list[Token], at: int, words: NumberWords) -> tuple[Quantity, int] | None:
    token = tokens[at]
    if token.kind == NUMBER and always(tokens, at):
        return around_the_clock(token.start, tokens[at + 2].end), at + 3
    if token.kind == NUMBER and (name := code(tokens, at, words)) is not None:
        return name
    if token.kind == WORD and token.low in words.multiples:
        return _multiple(tokens, at, words)
    if token.kind == NUMBER and parse_digits(token.text, words) is None:
        return opaque(token), at + 1
    numeral = read_numeral(tokens, at, words) if token.kind != SIGN or not token.text.isascii() else None
    if numeral is None and token.low in words.lengths:
        numeral = one_and_a_half(tokens, at, words) or one_length(tokens, at, words)
    if numeral is None:
        if (record := record_since(tokens, at, words)) is not None:
            return record, at + 1
        implied = words.implied.get(token.low) or unheard_of(tokens, at, words) or roman(tokens, at, words)
        if implied is None:
            return None
        counted = _noun(tokens, at + 1, words)[0] if token.low in words.counting else ""
        return replace(_plain_quantity(tokens, at, at + 1, implied), noun=counted), at + 1
    return _quantity(tokens, numeral, words)


def _plain_quantity(tokens: list[Token], first: int, last: int, value: int) -> Quantity:
    start, end = tokens[first].start, tokens[last - 1].end
    return Quantity(start, end, (Reading(value, 1),), firm=False, spelled=True, lead=start, tail=end)


def _multiple(tokens: list[Token], at: int, words: NumberWords) -> tuple[Quantity, int]:
    """doubled, twice, threefold: a number of times; halved: a half."""
    start, end = tokens[at].start, tokens[at].end
    value = words.multiples[tokens[at].low]
    if value < 1:
        half = (Reading(value, value, PROPORTION),)
        return Quantity(
            start, end, half, Kind.PROPORTION, firm=False, spelled=True, lead=start, tail=end
        ), at + 1
    firm = tokens[at].low.endswith(("ed", "fold", "ice"))
    reading = (Reading(value, 1, TIMES),)
    bound, lead = edge_before(tokens, at, words, TIMES)
    rate, last = rate_at(tokens, at + 1, words)
    return Quantity(
        start, end, reading, bound=bound, rate=rate, explicit_rate=bool(rate), firm=firm, spelled=True,
        lead=tokens[lead].start, tail=tokens[last - 1].end,
    ), at + 1  # fmt: skip


def _quantity(tokens: list[Token], numeral: Numeral, words: NumberWords) -> tuple[Quantity, int]:
    readings, first, last = _measured(tokens, numeral, words)
    label = _label(tokens, first, words)
    compass = compass_after(tokens, last, readings[0].unit, words)
    noun, noun_last = _noun(tokens, last, words)
    if label in words.numbered or (compass and len(noun) == 1):  # number 5,000 passed; the N of "33.5 N"
        noun, noun_last = "", last
    readings = _counted(readings, noun, words)
    unit = readings[0].unit
    bound, lead = edge_before(tokens, first, words, unit)
    after, tail = edge_after(tokens, last, noun_last, words)
    edge = bound if bound is not Bound.EXACT else after
    rate, rate_last = rate_around(tokens, numeral.first, last, noun_last, words)
    apiece, apiece_last = apiece_after(tokens, last, noun_last, words)
    whole, whole_last = whole_after(tokens, last, unit, words)
    quantity = Quantity(
        tokens[first].start, tokens[last - 1].end, readings, numeral.kind,
        bound=edge if words.before else Bound.UNSAID,
        scale=_scale(tokens, numeral, readings[0]), parts=numeral.parts, spelled=numeral.spelled,
        rate=rate, explicit_rate=rate_last > last, apiece=apiece,
        whole=whole, whole_tail=tokens[whole_last - 1].end,
        noun=noun, label=label, compass=compass, dates=noun in words.rates,
        threshold=_is_threshold(tokens, first, last, words),
        firm=_firm(tokens, numeral, unit, bound, words),
        ago=last < len(tokens) and tokens[last].low in words.ago,
        streak=in_a_row(tokens, last, words),
        lead=tokens[lead].start, tail=tokens[max(tail, rate_last, apiece_last, last) - 1].end,
    )  # fmt: skip
    return with_implied(tokens, last, quantity, words), last


def _measured(
    tokens: list[Token], numeral: Numeral, words: NumberWords
) -> tuple[tuple[Reading, ...], int, int]:
    """The readings of a number with its currency, sign and unit, and the tokens `[first:last)` of them all."""
    prefix, first = prefix_before(tokens, numeral.first, words)
    negative = _negative(tokens, first, words)
    units, last = (
        unit_after(tokens, numeral, words) if numeral.kind is not Kind.ORDINAL else ((), numeral.last)
    )
    million = bool(units) and units[0].name == "metres" and tokens[numeral.last].low == "m"
    more: tuple[Unit, ...] = ()
    if million:
        more, last = unit_after_million(tokens, numeral, words)
    frost = below_zero(tokens, max(last, numeral.last), units, words)
    if frost:
        units, last = units or (DEGREES,), frost
    readings = _readings(numeral, prefix, units, more, million, -1 if negative or frost else 1)
    if units and (half := half_at(tokens, last, words)) is not None:
        readings, last = tuple(replace(r, value=r.value + half[0], step=half[0]) for r in readings), half[1]
    return readings, first - negative, max(last, numeral.last)


def _counted(readings: tuple[Reading, ...], noun: str, words: NumberWords) -> tuple[Reading, ...]:
    """The readings with what is counted; in a language without tables that may be anything."""
    unit = thing(noun) if noun else NONE
    if noun in words.points:
        readings = (*readings, *(replace(r, unit=POINTS) for r in readings if r.unit is NONE))
    return tuple(
        replace(r, unit=unit if words.before else UNKNOWN) if r.unit is NONE else r for r in readings
    )


def _scale(tokens: list[Token], numeral: Numeral, reading: Reading) -> int:
    """The worth of a figure's magnitude words, the "m" of 4.2m included."""
    million = (
        numeral.last < len(tokens) and tokens[numeral.last].low == "m" and reading.value != numeral.value
    )
    return 10**6 * numeral.scale if million and reading.value >= 10**6 * numeral.value else numeral.scale


def _readings(
    numeral: Numeral,
    prefix: Unit | None,
    units: tuple[Unit, ...],
    more: tuple[Unit, ...],
    million: bool,
    sign: int,
) -> tuple[Reading, ...]:
    """All ways to read a figure; an "m" after it is a million, or else metres where no unit follows."""
    value, step, factor = sign * numeral.value, numeral.step, 10**6 if million else 1
    if prefix is not None:
        return (Reading(value * factor, step * factor, prefix),)
    if million and more:
        return tuple(Reading(value * factor, step * factor, unit) for unit in more)
    if million:
        return (Reading(value * factor, step * factor), Reading(value, step, units[0]))
    return tuple(Reading(value, step, unit) for unit in units) or (Reading(value, step),)


def _negative(tokens: list[Token], first: int, words: NumberWords) -> int:
    """1 where a minus sign or word stands before: a dash that touches the figure only, after a blank or bracket."""
    at = first - 1
    if at < 0:
        return 0
    if tokens[at].low in words.negatives:
        return int(
            tokens[at - 1].low not in words.either_sign and tokens[at - 2].low not in words.either_sign
        )
    if tokens[at].text not in "-\u2212\u2013" or not glued(tokens[at], tokens[first]):
        return 0
    return int(
        at == 0
        or (tokens[at - 1].end < tokens[at].start and tokens[at - 1].kind != NUMBER)
        or tokens[at - 1].text == "("
    )


def _noun(tokens: list[Token], at: int, words: NumberWords) -> tuple[str, int]:
    """The word after a figure that says what it counts, and the token after it."""
    at += at < len(tokens) and tokens[at].text in DASHES
    if at < len(tokens) and tokens[at].kind == WORD and tokens[at].low not in words.plain:
        return tokens[at].low, at + 1
    return "", at


def _label(tokens: list[Token], first: int, words: NumberWords) -> str:
    """The word right before a figure, the full stop of "No. 2" aside."""
    at = first - 1
    at -= at > 0 and tokens[at].text == "." and tokens[at - 1].low in words.numbered
    return tokens[at].low if at >= 0 and tokens[at].kind == WORD else ""


def _is_threshold(tokens: list[Token], first: int, at: int, words: NumberWords) -> bool:
    """Whether a figure is a target or limit: the 95 per cent target, the 15 per cent emergency threshold, a limit of 15."""
    if first > 1 and tokens[first - 1].low in words.of and tokens[first - 2].low in words.thresholds:
        return True
    at += at < len(tokens) and tokens[at].text in DASHES
    for token in tokens[at : at + 3]:
        if token.low in words.thresholds:
            return True
        if token.kind != WORD or token.low in words.plain:
            break
    return False


def _firm(tokens: list[Token], numeral: Numeral, unit: Unit, bound: Bound, words: NumberWords) -> bool:
    """Whether a figure needs backing: "one" and "first" mostly count nothing, "half" may be a part of a name."""
    if tokens[numeral.first].low in words.lengths and one_length(tokens, numeral.first, words) is not None:
        return False
    if numeral.kind is Kind.ORDINAL:
        idiom = words.idioms.get(tokens[numeral.first].low, frozenset())
        return (numeral.value != 1 or _counts(tokens, numeral, words)) and _noun(tokens, numeral.last, words)[
            0
        ] not in idiom
    if numeral.value in (0, 1) and numeral.spelled and unit.dimension in UNMEASURED and numeral.scale == 1:
        return bound is not Bound.EXACT and bound is not Bound.ABOUT
    if numeral.value == 2 and numeral.spelled and unit.dimension in UNMEASURED and bound is Bound.EXACT:
        return not (numeral.first and tokens[numeral.first - 1].low in words.definite | words.remaining)
    if numeral.value * 2 == 1 and numeral.spelled and numeral.last - numeral.first == 1:
        follow = tokens[numeral.last].low if numeral.last < len(tokens) else ""
        return follow in words.of or bound is not Bound.EXACT
    return True


def _counts(tokens: list[Token], numeral: Numeral, words: NumberWords) -> bool:
    """Whether "first" claims a rank ("the first strike", "her 1st win"), not an order of telling ("was first seen")."""
    before = tokens[numeral.first - 1].low if numeral.first else ""
    noun, _ = _noun(tokens, numeral.last, words)
    return bool(noun) and (before in words.determiners or before.endswith("'s"))
