"""Arithmetic that a reader can redo: `3,400 = 2,500 + 900`, `10 years = 2014 to 2024`, `100 km = 62 miles`.

Owns the reading of a derivation, whether its operands stand in the quotes and whether it comes out. What it gives is
a figure that counts as backed, no firmer than the figures that it was made from.
"""

import re
from collections.abc import Callable, Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from briefgen.evidence.dates.date import Date
from briefgen.evidence.dates.durations import duration
from briefgen.evidence.figures.backing import Evidence, read_figures
from briefgen.evidence.languages import LanguagePack
from briefgen.evidence.languages.bounds import Bound
from briefgen.evidence.languages.units import CONVERSIONS, Rational, distance, same_dimension
from briefgen.evidence.quantities.numeral import Kind
from briefgen.evidence.quantities.quantity import Quantity, Reading

WRONG = "derivation-wrong"
MAX_LENGTH = 300
"""Longer lines are no arithmetic that a reader would redo."""

_OPERATOR = re.compile(r"\s([+\-\u2212\u2013*/\u00d7\u00f7x])\s|([*\u00d7\u00f7+])|(?<=\d)(/)(?=\d)")
_TO = re.compile(r"\s(?:to|until|through|[\u2013\u2014-])\s")
_HELP = "write `RESULT = A + B` (or -, ×, ÷), or `DURATION = DATE to DATE`, with figures of the quotes"
_STEPS = "write one step a line; a line may use the result of the line before it"
_OPERATORS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "×": lambda a, b: a * b, "÷": lambda a, b: a / b,
}  # fmt: skip
_SIGNS = {"\u2212": "-", "\u2013": "-", "*": "×", "x": "×", "/": "÷"}
_CONSTANTS = frozenset({100, 1000, 12, 7, 24, 60, 365, 52})
"""Numbers that a derivation may use without a quote: a hundred per cent, the parts of a day and of a year."""


class Derivation(Struct, frozen=True):
    """One line of `derived`: the figure that it backs, or what is wrong with `[start:end)` of it.

    `result` is None where the line is wrong; `correct` is the result as it should be written, where that is the fault.
    """

    line: str
    result: Quantity | None = None
    message: str = ""
    help: str = ""
    start: int = 0
    end: int = 0
    correct: str = ""


class _Operand(Struct, frozen=True):
    text: str
    start: int
    quantity: Quantity | None
    bound: Bound = Bound.EXACT


def derive(
    line: str, evidence: Sequence[Evidence], pack: LanguagePack, known: Sequence[Quantity] = ()
) -> Derivation:
    """Redoes one derivation; `known` are the results of the lines before it, which it may build on."""
    left, equals, right = line.partition("=")
    if not equals or "=" in right or len(line) > MAX_LENGTH:
        return _fault(line, "this is no arithmetic that can be redone", 0, len(line), _HELP)
    result = _figure(left, pack)
    if result is None:
        return _fault(line, "no figure stands before the equals sign", 0, len(left), _HELP)
    start = len(left) + 1
    parts = _TO.split(right)
    if len(parts) == 2:
        ends = [_date(part, pack) for part in parts]
        if all(ends):
            return _span_of_time(line, result, [end for end in ends if end], start, evidence)
    return _arithmetic(line, result, right, start, evidence, pack, known)


def _fault(line: str, message: str, start: int, end: int, remedy: str = "", correct: str = "") -> Derivation:
    blank = len(line[start:end]) - len(line[start:end].lstrip())
    return Derivation(line, None, message, remedy, start + blank, len(line[:end].rstrip()) or end, correct)


def _figure(text: str, pack: LanguagePack) -> Quantity | None:
    """The one figure of a text; a year may be one too."""
    read = read_figures(text.strip(" ?"), pack)
    found = [q for q in read.quantities if q.firm or q.spelled]
    if len(found) == 1:
        return found[0]
    if not found and len(read.dates) == 1 and read.dates[0].years and not read.dates[0].months:
        return Quantity(0, len(text), (Reading(read.dates[0].years[0], 1),))
    return None


def _date(text: str, pack: LanguagePack) -> Date | None:
    dates = read_figures(text, pack).dates
    return dates[0] if len(dates) == 1 and dates[0].years else None


def _span_of_time(
    line: str, result: Quantity, ends: list[Date], start: int, evidence: Sequence[Evidence]
) -> Derivation:
    for end, part in zip(ends, _TO.split(line[start:]), strict=True):
        if not any(_says(date, end) for each in evidence for date in each.all_dates()):
            place = line.index(part, start)
            return _fault(
                line,
                f"{part.strip()} is in no quote",
                place,
                place + len(part),
                "use dates that the quotes give",
            )
    finest = result.pieces[-1].unit if result.pieces else result.unit
    result = replace(
        result, readings=(Reading(result.readings[0].size / Fraction(finest.factor), 1, finest),)
    )
    counted = duration(ends[0], ends[1], finest)
    if counted is None:
        return _fault(line, "these dates do not give a duration in this unit", 0, start - 1, _HELP)
    if result.value not in counted:
        right = f"{counted[0]:,}"
        message = f"{line[start:].strip()} is {right} {result.unit.name}, not {line[: start - 1].strip()}"
        return _fault(
            line, message, 0, start - 1, f"write {right} {result.unit.name}", f"{right} {result.unit.name}"
        )
    return Derivation(line, result)


def _says(quoted: Date, wanted: Date) -> bool:
    return (quoted.years, quoted.months, quoted.days) == (wanted.years, wanted.months, wanted.days)


def _arithmetic(
    line: str,
    result: Quantity,
    right: str,
    start: int,
    evidence: Sequence[Evidence],
    pack: LanguagePack,
    known: Sequence[Quantity],
) -> Derivation:
    if "(" in right:
        place = start + right.index("(")
        return _fault(line, "brackets are not read", place, place + 1, _STEPS)
    operands, operators = _terms(right, start)
    factors = [_is_factor(operators, n) for n in range(len(operands))]
    read = [
        _operand(*each, pack, evidence, known, factor) for each, factor in zip(operands, factors, strict=True)
    ]
    for operand in read:
        if operand.quantity is None:
            end = operand.start + len(operand.text)
            return _fault(line, f"“{operand.text.strip()}” is no figure", operand.start, end, _HELP)
    bad = next((o for o in read if o.bound is Bound.EITHER), None)
    if bad is not None:
        end = bad.start + len(bad.text)
        message = f"{bad.text.strip()} is in no quote"
        return _fault(line, message, bad.start, end, "use figures that the quotes give")
    if not operators and not _converts(result, read[0].quantity):
        return _fault(line, "this is no arithmetic that can be redone", 0, len(line), _HELP)
    return _worked_out(line, result, read, operators, start)


def _terms(right: str, start: int) -> tuple[list[tuple[str, int]], list[str]]:
    """The operands with their places, and the operators between them."""
    operands, operators, at = [], [], 0
    for found in _OPERATOR.finditer(right):
        sign = found.group(1) or found.group(2) or found.group(3)
        operands.append((right[at : found.start()], start + at))
        operators.append(_SIGNS.get(sign, sign))
        at = found.end()
    operands.append((right[at:], start + at))
    return operands, operators


def _is_factor(operators: list[str], number: int) -> bool:
    """Whether an operand is multiplied or divided with: then it may be a constant."""
    return any(sign in "×÷" for sign in operators[max(number - 1, 0) : number + 1])


def _operand(
    text: str,
    place: int,
    pack: LanguagePack,
    evidence: Sequence[Evidence],
    known: Sequence[Quantity],
    factor: bool,
) -> _Operand:
    """An operand with the edge that its quote gives it; `Bound.EITHER` marks one that no quote has."""
    quantity = _figure(text, pack)
    if quantity is None:
        return _Operand(text, place, None)
    quoted = [q for each in evidence for q in each.all_quantities()]
    bounds = [q.bound for q in (*quoted, *known) if _same_figure(quantity, q)]
    if not bounds:
        constant = quantity.value in _CONSTANTS or any(
            _close(quantity, rate) for rate in CONVERSIONS.values()
        )
        return _Operand(text, place, quantity, Bound.EXACT if constant and factor else Bound.EITHER)
    exact = Bound.EXACT in bounds or Bound.EITHER in bounds
    return _Operand(text, place, quantity, Bound.EXACT if exact else bounds[0])


def _same_figure(wanted: Quantity, quoted: Quantity) -> bool:
    """Whether a quote gives an operand; its unit may be left out."""
    if Kind.VAGUE in (wanted.kind, quoted.kind):
        return False
    return any(
        (a.value == b.value and not a.unit.dimension) or (a.size == b.size and same_dimension(a.unit, b.unit))
        for a in wanted.readings
        for b in quoted.readings
    )


def _close(quantity: Quantity, factor: Rational) -> bool:
    """Whether an operand is a conversion factor, rounded as it is written."""
    reading = quantity.readings[0]
    return reading.step < 1 and distance(reading.value, factor) * 2 <= reading.step


def _converts(result: Quantity, operand: Quantity | None) -> bool:
    return operand is not None and (operand.unit.name, result.unit.name) in CONVERSIONS


def _worked_out(
    line: str, result: Quantity, operands: list[_Operand], operators: list[str], start: int
) -> Derivation:
    values = [_value(operand.quantity) for operand in operands if operand.quantity]
    first = operands[0].quantity
    if not operators and first is not None:
        values = [values[0] * Fraction(CONVERSIONS[first.unit.name, result.unit.name])]
    if any(sign == "÷" and not value for sign, value in zip(operators, values[1:], strict=True)):
        return _fault(line, "nothing can be divided by zero", start, len(line), _HELP)
    hundred = any(sign == "×" and value == 100 for sign, value in zip(operators, values[1:], strict=True))
    percent = result.unit.dimension == "percent" and not hundred
    value = _evaluated(values, operators) / (Fraction(1, 100) if percent else 1)
    exact = set(operators) <= {"+", "-"} and bool(operators)
    if not _comes_out(value, result, exact):
        right = _written(value)
        message = f"{line[start:].strip()} is {right}, not {line[: start - 1].strip()}"
        return _fault(line, message, 0, start - 1, f"write {right}", right)
    return Derivation(line, replace(result, bound=_bound(result, operands, operators), partner=None))


def _value(quantity: Quantity) -> Fraction:
    value = Fraction(quantity.value)
    return value / 100 if quantity.unit.dimension == "percent" else value


def _evaluated(values: list[Fraction], operators: list[str]) -> Fraction:
    """The value of a line of arithmetic, products before sums."""
    terms, signs = [values[0]], list[str]()
    for sign, value in zip(operators, values[1:], strict=True):
        if sign in "×÷":
            terms[-1] = _OPERATORS[sign](terms[-1], value)
        else:
            terms.append(value)
            signs.append(sign)
    total = terms[0]
    for sign, value in zip(signs, terms[1:], strict=True):
        total = _OPERATORS[sign](total, value)
    return total


def _comes_out(value: Fraction, result: Quantity, exact: bool) -> bool:
    """Whether a value is the result as written: sums to the digit, quotients rounded to the digits given."""
    reading = result.readings[0]
    if result.bound is not Bound.EXACT:
        return abs(value - reading.value) * 2 <= reading.step
    if exact:
        return value == reading.value or value * 100 == reading.value
    scale = Fraction(reading.value) / Fraction(result.scale)
    step = min(Fraction(reading.step) / result.scale, Fraction(1))
    return abs(value / result.scale - scale) * 2 <= step


def _written(value: Fraction) -> str:
    """A value as a reader would write it."""
    if value.denominator == 1:
        return f"{value.numerator:,}"
    return f"{float(round(value, 2)):,}".rstrip("0").rstrip(".")


def _bound(result: Quantity, operands: list[_Operand], operators: list[str]) -> Bound:
    """A result is no firmer than its operands: what is made from "about 900" is about."""
    bounds = {operand.bound for operand in operands} - {Bound.EXACT}
    if not bounds:
        return result.bound
    growing = set(operators) <= {"+", "×"}
    if len(bounds) == 1 and growing:
        return bounds.pop()
    return Bound.ABOUT
