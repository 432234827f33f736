"""The figures and dates of a text, and how those of a statement are backed by those of its quotes.

Owns the two entry points of the figure rules: `read_figures` and `compare_figures`. Severities, sources and fixes
are for the checks.
"""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefgen.evidence.clock import Clock, read_clocks
from briefgen.evidence.clock import backs as clock_backs
from briefgen.evidence.date_matching import DATE, match_date
from briefgen.evidence.date_reading import read_dates
from briefgen.evidence.dates import Background, Date
from briefgen.evidence.languages import LanguagePack
from briefgen.evidence.numerals import Kind
from briefgen.evidence.quantities import Quantity, Reading
from briefgen.evidence.quantity_matching import APART, UNSUPPORTED, Verdict, compare
from briefgen.evidence.quantity_reading import read_quantities
from briefgen.evidence.tokens import Token, tokenize

Mention = Quantity | Date | Clock
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\S+")


@dataclass(frozen=True, slots=True)
class Figures:
    """What a text says in figures: quantities, dates and times of day, each in order of place."""

    text: str
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[Date, ...] = ()
    clocks: tuple[Clock, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A mention of a statement, the quoted mention that is nearest to it, and the rule that is broken, if any.

    `quote` is the number of the quote that `partner` stands in.
    """

    mention: Mention
    partner: Mention | None
    quote: int | None
    rule: str = ""


def read_figures(text: str, pack: LanguagePack) -> Figures:
    """Reads every figure, date and time of a text, in time linear in its length."""
    masked = _ADDRESS.sub(lambda found: " " * len(found.group()), text) if "@" in text or "/" in text or "www" in text else text
    tokens = tokenize(masked)
    clocks = read_clocks(tokens, pack)
    free = _without(tokens, ((c.first, c.last) for c in clocks))
    dated = read_dates(free, pack.calendar)
    taken = {at for c in clocks for at in range(c.first, c.last)} | {at for d in dated for at in range(d.first, d.last)}
    quantities = read_quantities(tokens, taken, pack.numbers)
    dates = tuple(d.date for d in dated)
    return Figures(text, tuple(quantities), dates, tuple(c.clock for c in clocks))


def _without(tokens: list[Token], ranges: Iterable[tuple[int, int]]) -> list[Token]:
    """The tokens with those of some ranges emptied, so that nobody else reads them."""
    kept = list(tokens)
    for first, last in ranges:
        for at in range(first, last):
            kept[at] = tokens[at]._replace(kind="sign", text="\0", low="\0")
    return kept


def compare_figures(
    stated: Figures, quotes: Sequence[Figures], issued: datetime.date | None = None, derived: Sequence[Quantity] = ()
) -> tuple[Match, ...]:
    """Matches every mention of a statement that needs backing with what its quotes say.

    `issued` is the day of publication of the sources, for dates that are relative to it; `derived` are figures that
    a derivation has backed.
    """
    quoted = [(n, q) for n, quote in enumerate(quotes) for q in (*quote.quantities, *_of_dates(quote))]
    quoted += [(len(quotes), q) for q in derived]
    matches = [_match_quantity(q, quoted, stated) for q in stated.quantities if q.firm]
    dates = [(n, d) for n, quote in enumerate(quotes) for date in quote.dates for d in (date, *(date.ends or ()))]
    around = _background(quotes, issued)
    matches += [_match_date(d, dates, around, stated, quoted, issued) for d in stated.dates if d.firm]
    clocks = [(n, c) for n, quote in enumerate(quotes) for c in quote.clocks]
    matches += [_match_clock(c, clocks) for c in stated.clocks]
    return tuple(sorted(matches, key=lambda m: m.mention.start))


def _match_quantity(stated: Quantity, quoted: list[tuple[int, Quantity]], around: Figures) -> Match:
    best, place, partner = APART, None, None
    for number, quantity in quoted:
        verdict = compare(stated, quantity)
        if verdict.rank < best.rank:
            best, place, partner = verdict, number, quantity
            if not verdict.rank:
                break
    if best is APART and stated.parts is not None and _parts_backed(stated, quoted):
        return Match(stated, None, None)
    if best is APART:
        place, partner = _nearest(stated, quoted)
    return Match(stated, partner, place, best.rule)


def _parts_backed(stated: Quantity, quoted: list[tuple[int, Quantity]]) -> bool:
    """Whether both numbers of "26 out of 29" stand in the quotes."""
    values = {q.value for _, q in quoted}
    return stated.parts is not None and set(stated.parts) <= values


def _nearest(stated: Quantity, quoted: list[tuple[int, Quantity]]) -> tuple[int | None, Quantity | None]:
    """The quoted figure that a reader would take for the stated one: of the same thing, or of the same unit."""
    for alike in (lambda q: bool(stated.noun) and q.noun == stated.noun, lambda q: q.unit.dimension == stated.unit.dimension):
        for number, quantity in quoted:
            if quantity.firm and alike(quantity):
                return number, quantity
    return None, None


def _of_dates(quote: Figures) -> Iterable[Quantity]:
    """Years and days as bare numbers: "about 1,400" may be said of 1399."""
    for date in quote.dates:
        for span in (date.years, date.days):
            for value in set(span or ()):
                yield Quantity(date.start, date.end, (Reading(value, 1),), firm=False)


def _background(quotes: Sequence[Figures], issued: datetime.date | None) -> Background:
    dates = [d for quote in quotes for d in quote.dates]
    years = {year for d in dates if d.years for year in d.years} | ({issued.year} if issued else set())
    years |= {int(q.value) for quote in quotes for q in quote.quantities if q.value in range(1000, 2200)}
    months = {d.months[0] for d in dates if d.months and d.months[0] == d.months[1]}
    days = {int(q.value) for quote in quotes for q in quote.quantities if q.kind is Kind.ORDINAL and q.value <= 31}
    return Background(frozenset(years), frozenset(months), frozenset(days))


def _match_date(
    stated: Date,
    quoted: list[tuple[int, Date]],
    around: Background,
    statement: Figures,
    numbers: list[tuple[int, Quantity]],
    issued: datetime.date | None,
) -> Match:
    place, partner, backed = match_date(stated, quoted, around, statement.text, issued)
    if backed:
        return Match(stated, partner, place)
    bare = [(n, q) for n, q in numbers if stated.years and not stated.months and q.value == stated.years[0] and not q.unit.dimension]
    if bare and stated.years and stated.years[0] == stated.years[1]:
        return Match(stated, bare[0][1], bare[0][0])
    return Match(stated, partner, place, DATE)


def _match_clock(stated: Clock, quoted: list[tuple[int, Clock]]) -> Match:
    for number, clock in quoted:
        if clock_backs(clock, stated):
            return Match(stated, clock, number)
    return Match(stated, quoted[0][1] if quoted else None, quoted[0][0] if quoted else None, DATE)


__all__ = ["DATE", "UNSUPPORTED", "Figures", "Match", "Mention", "Verdict", "compare_figures", "read_figures"]
