"""Mentions in words, for a reader who asks how a text was understood."""

from briefgen.evidence.dates.clock import Clock
from briefgen.evidence.dates.date import Date, Range
from briefgen.evidence.figures.records import Mention
from briefgen.evidence.languages.bounds import Bound
from briefgen.evidence.languages.units import Rational
from briefgen.evidence.quantities.numeral import Kind
from briefgen.evidence.quantities.quantity import Quantity, Reading
from briefgen.evidence.text.edges import Edge, Part


def describe(mention: Mention) -> tuple[str, str]:
    """The kind of a mention and how it is read: `("figure", "more than 2,500 troops")`."""
    if isinstance(mention, Quantity):
        return "figure", _quantity(mention)
    if isinstance(mention, Date):
        return "date", _date(mention)
    return "time", _clock(mention)


def _quantity(quantity: Quantity) -> str:
    edge = "" if quantity.bound is Bound.EXACT else f"{quantity.bound.value} "
    readings = " or ".join(_reading(reading) for reading in quantity.readings)
    if quantity.pieces:
        readings = " ".join(_reading(piece.readings[0]) for piece in quantity.pieces)
    notes = [_KINDS.get(quantity.kind, ""), f"per {quantity.rate}" if quantity.rate else ""]
    notes += [
        f"to or from {number(quantity.partner)}" if quantity.partner is not None else "",
        quantity.compass,
    ]
    notes += ["" if quantity.firm else "needs no backing"]
    return ", ".join([f"{edge}{readings}", *filter(None, notes)])


_KINDS = {Kind.ORDINAL: "in order", Kind.PROPORTION: "a share", Kind.VAGUE: "without a number"}


def _reading(reading: Reading) -> str:
    return f"{number(reading.value)} {reading.unit.name}".strip()


def number(value: Rational) -> str:
    """A value as a reader would write it: 2,500, 1.5, 1/3."""
    if value.denominator == 1:
        return f"{value.numerator:,}"
    decimal = f"{float(value):,}"
    return decimal if len(decimal) < 12 else f"{value.numerator}/{value.denominator}"


def _date(date: Date) -> str:
    edge = "" if date.edge is Edge.AT else f"{date.edge.value} "
    about = "about " if date.about else ""
    part = "" if date.part is Part.WHOLE else f"{date.part.value} "
    spans = [_span(span, width) for span, width in ((date.years, 4), (date.months, 2), (date.days, 2))]
    whole = "-".join(span or "?" for span in spans).rstrip("-?") if any(spans) else ""
    named = [whole, f"weekday {date.weekday}" if date.weekday else "", date.season, date.relative]
    fiscal = "fiscal " if date.fiscal else ""
    return f"{edge}{about}{part}{fiscal}{', '.join(filter(None, named))}"


def _span(span: Range | None, width: int) -> str:
    if span is None:
        return ""
    return f"{span[0]:0{width}}" if span[0] == span[1] else f"{span[0]:0{width}}..{span[1]:0{width}}"


def _clock(clock: Clock) -> str:
    half = ", morning or evening" if clock.half_open else ""
    zone = f" {clock.zone.name.upper()}" if clock.zone.name else ""
    about = "about " if clock.about else ""
    return f"{about}{clock.minutes // 60:02}:{clock.minutes % 60:02}{zone}{half}"
