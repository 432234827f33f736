"""What is read from a text in figures, and how a mention was matched. Owns the records, not the reading."""

import datetime
from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from briefgen.evidence.dates.alternatives import both_years, otherwise_read
from briefgen.evidence.dates.clock import Clock
from briefgen.evidence.dates.date import Date
from briefgen.evidence.dates.matching import NOTHING_TOLD, Told, on_day, resolve
from briefgen.evidence.languages.units import SECONDS
from briefgen.evidence.quantities.numeral import Kind
from briefgen.evidence.quantities.quantity import Quantity, Reading
from briefgen.evidence.text.edges import Edge

_HALVES = ((1, 6), (7, 12))
"""The months of the halves of a year."""

Mention = Quantity | Date | Clock


class Figures(Struct, frozen=True):
    """What a text says in figures: quantities, dates and times of day, each in order of place.

    `told` is whether its verbs tell of a beginning or an end, `falls` whether they tell of less; `rates` are all the
    periods that it names (a day, weekly), to whatever they belong; `estimates` are the words by which a sentence says
    that its figures are estimates, with their places. `hours` are bare numbers that may tell the time ("make it 7"):
    they back no time, but say where one may stem from.
    """

    text: str
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[Date, ...] = ()
    clocks: tuple[Clock, ...] = ()
    told: Told = NOTHING_TOLD
    rates: frozenset[str] = frozenset()
    falls: bool = False
    estimates: tuple[tuple[int, str], ...] = ()
    hours: tuple[Clock, ...] = ()


def _as_numbers(clock: Clock) -> Iterable[Quantity]:
    """A time of day as it may be told in numbers: its hour, "8.45", and the length of 2:14:04."""
    hours, minutes = divmod(clock.minutes, 60)
    for hour in {hours, (hours - 1) % 12 + 1}:
        yield Quantity(clock.start, clock.end, (Reading(hour, 1),), firm=False, calendar=True)
        if minutes:
            dotted = Reading(hour + Fraction(minutes, 100), Fraction(1, 100))
            yield Quantity(clock.start, clock.end, (dotted,), firm=False, calendar=True)
    if clock.seconds is not None:
        length = Reading(60 * clock.minutes + clock.seconds, 1, SECONDS)
        yield Quantity(clock.start, clock.end, (length,), firm=False, implied=True)


def ago(figures: Figures, issued: datetime.date | None) -> Iterable[Date]:
    """The days, months and years that "three days ago" and "a month ago" mean, seen from the day of publication."""
    if issued is None:
        return
    for quantity in figures.quantities:
        if not quantity.ago or quantity.value != int(quantity.value) or not 0 <= quantity.value < 1000:
            continue
        count = int(quantity.value)
        if quantity.unit.name == "days":
            yield on_day(Date(quantity.start, quantity.end), issued - datetime.timedelta(days=count))
        elif quantity.unit.name == "months":
            months = issued.year * 12 + issued.month - 1 - count
            year, month = months // 12, months % 12 + 1
            yield Date(quantity.start, quantity.end, (year, year), (month, month))
        elif quantity.unit.name == "years":
            yield Date(quantity.start, quantity.end, (issued.year - count,) * 2)


class Match(Struct, frozen=True):
    """A mention of a statement, the quoted mention that is nearest to it, and the rule that is broken, if any.

    `quote` is the number of the quote that `partner` stands in.
    """

    mention: Mention
    partner: Mention | None
    quote: int | None
    rule: str = ""


class Evidence(Struct, frozen=True):
    """The figures of one quote; `issued` is the day its source was published, for dates that are relative to it.

    `year` is its year, where the day is not known.
    """

    figures: Figures
    issued: datetime.date | None = None
    year: int | None = None

    def unbounded(self) -> "Evidence":
        """The same with every date as if it were said of in or on."""
        dates = tuple(replace(date, edge=Edge.AT) for date in self.figures.dates)
        return replace(self, figures=replace(self.figures, dates=dates))

    def all_quantities(self) -> Iterable[Quantity]:
        """Its quantities, the parts of shares, years and days as bare numbers ("about 1,400" is said of 1399), and halves."""
        for quantity in self.figures.quantities:
            yield quantity
            yield from quantity.pieces
            yield from quantity.implies
            for part in quantity.parts or ():
                yield replace(quantity, readings=(Reading(part, 1),), kind=Kind.CARDINAL, parts=None)
        for clock in self.figures.clocks:
            yield from _as_numbers(clock)
        for date in self.figures.dates:
            if date.months in _HALVES:
                half = (Reading(_HALVES.index(date.months) + 1, 1),)
                yield Quantity(date.start, date.end, half, firm=False, noun="half")
            for span in (date.years, date.days):
                for value in set(span or ()):
                    yield Quantity(date.start, date.end, (Reading(value, 1),), firm=False, calendar=True)

    def all_dates(self) -> Iterable[Date]:
        """Its dates, the ends of ranges and the days that relative dates stand for."""
        yield from ago(self.figures, self.issued)
        for whole in self.figures.dates:
            for date in (whole, *(whole.ends or ())):
                yield date
                yield from both_years(date)
                for other in otherwise_read(date):
                    yield other
                    yield from other.ends or ()
                yield from resolve(date, self.issued, self.year)
