"""The figures and dates of a text, and how those of a statement are backed by those of its quotes.

Owns the two entry points of the figure rules: `read_figures` and `compare_figures`. Severities, sources and fixes
are for the checks.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from briefgen.evidence.clock import Clock, read_clocks
from briefgen.evidence.clock import backs as clock_backs
from briefgen.evidence.date_matching import DATE, Told, match_date
from briefgen.evidence.date_reading import read_dates
from briefgen.evidence.dates import Background, Date
from briefgen.evidence.figure_places import placed
from briefgen.evidence.figure_records import Evidence, Figures, Match, Mention
from briefgen.evidence.languages import LanguagePack
from briefgen.evidence.languages.calendar_words import CalendarWords
from briefgen.evidence.numeral import Kind
from briefgen.evidence.quantities import Quantity, Reading
from briefgen.evidence.quantity_matching import (
    APART,
    BACKED,
    BOUND,
    BY_ROUNDING,
    HARDENED,
    UNIT_CHANGED,
    UNSUPPORTED,
    Verdict,
    compare,
    rate_changed,
)
from briefgen.evidence.quantity_reading import read_quantities
from briefgen.evidence.stems import stem
from briefgen.evidence.tokens import Token, tokenize
from briefgen.evidence.units import UNKNOWN, UNMEASURED, Rational, distance, same_dimension

_ADDRESS = re.compile(r"https?://\S+|www\.\S+|[^\s@]{1,64}@[^\s@]{1,255}")

_MARKUP = str.maketrans("*`", "  ")


def read_figures(text: str, pack: LanguagePack) -> Figures:
    """Reads every figure, date and time of a text, in time linear in its length."""
    text_only = text.translate(_MARKUP) if "*" in text or "`" in text else text
    masked = (
        _ADDRESS.sub(lambda found: " " * len(found.group()), text_only)
        if "@" in text or "/" in text or "www" in text
        else text_only
    )
    tokens = [_possessor(token, pack.calendar) for token in tokenize(masked)]
    clocks = read_clocks(tokens, pack)
    free = _without(tokens, ((c.first, c.last) for c in clocks))
    dated = read_dates(free, pack.calendar)
    taken = {at for c in clocks for at in range(c.first, c.last)} | {
        at for d in dated for at in range(d.first, d.last)
    }
    quantities = read_quantities(tokens, taken, pack.numbers)
    dates = tuple(d.date for d in dated)
    words = {token.low for token in tokens}
    told = _told(tokens, words, pack.calendar) if dates else Told()
    numbers = pack.numbers
    rates = frozenset(numbers.rates[word] for word in words & numbers.rates.keys())
    falls = not words.isdisjoint(numbers.falls)
    return Figures(text, tuple(quantities), dates, tuple(c.clock for c in clocks), told, rates, falls)


def _possessor(token: Token, calendar: CalendarWords) -> Token:
    """Friday's is Friday."""
    bare = token.low[:-2]
    return token._replace(low=bare) if token.low.endswith("'s") and bare in calendar.starters else token


def _told(tokens: list[Token], words: set[str], calendar: CalendarWords) -> Told:
    """Whether verbs, or verbs with the word after them (took office), tell of a beginning or an end."""
    pairs = {f"{one.low} {other.low}" for one, other in pairwise(tokens)}
    said = words | pairs
    return Told(*(not said.isdisjoint(table) for table in (calendar.begins, calendar.ends, calendar.lasting)))


def _without(tokens: list[Token], ranges: Iterable[tuple[int, int]]) -> list[Token]:
    """The tokens with those of some ranges emptied, so that nobody else reads them."""
    kept = list(tokens)
    for first, last in ranges:
        for at in range(first, last):
            kept[at] = tokens[at]._replace(kind="sign", text="\0", low="\0")
    return kept


def compare_figures(
    stated: Figures, quotes: Sequence[Evidence], derived: Sequence[Quantity] = (), *, in_place: bool = True
) -> tuple[Match, ...]:
    """Matches every mention of a statement that needs backing with what its quotes say.

    `derived` are figures that a derivation has backed; they count as one more quote, after the last. `in_place` also
    asks for each figure to stand in its place, where the wording is kept; that is for quotes, not for whole sources.
    """
    quoted = [(n, q) for n, quote in enumerate(quotes) for q in _as_told(quote, stated)]
    rates = (stated.rates, *(quote.figures.rates for quote in quotes), stated.rates)
    beside = frozenset(r.value for q in stated.quantities for r in q.readings)
    matches = [
        _match_quantity(q, quoted + [(len(quotes), _in_unit_of(q, d)) for d in derived], beside, rates)
        for q in stated.quantities
        if q.firm and not (q.unit.dimension.startswith("code ") and _named(q.noun, quotes))
    ]
    matches += [m for q in stated.quantities if not q.firm for m in _contradicted(q, quoted)]
    dates = [(n, d) for n, quote in enumerate(quotes) for d in quote.all_dates()]
    around, told = background(quotes), [quote.figures.told for quote in quotes]
    matches += [_match_date(d, dates, around, stated.told, told, quoted) for d in stated.dates if d.firm]
    clocks = [(n, c) for n, quote in enumerate(quotes) for c in quote.figures.clocks]
    matches += [_match_clock(c, clocks) for c in stated.clocks]
    matches.sort(key=lambda m: m.mention.start)
    if not in_place:
        return tuple(matches)
    return placed(stated, quotes, matches, {Quantity: UNSUPPORTED, Date: DATE})


def _as_told(quote: Evidence, stated: Figures) -> Iterator[Quantity]:
    """The figures of a quote for a statement: -3 per cent is a fall of 3."""
    for quantity in quote.all_quantities():
        yield quantity
        if (quantity.value < 0 and stated.falls) or (
            quantity.value > 0 and quote.figures.falls and any(q.value < 0 for q in stated.quantities)
        ):
            yield replace(quantity, readings=tuple(replace(r, value=-r.value) for r in quantity.readings))


def _contradicted(stated: Quantity, quoted: list[tuple[int, Quantity]]) -> Iterator[Match]:
    """ "One Spaniard", "the two men": no count that needs backing, but wrong where the quotes count the same thing
    otherwise and nowhere so."""
    if (
        not stated.noun
        or not stated.spelled
        or stated.kind is not Kind.CARDINAL
        or stated.value not in (1, 2)
    ):
        return
    counts = [
        (n, q) for n, q in quoted if q.noun and stem(q.noun) == stem(stated.noun) and q.kind is Kind.CARDINAL
    ]
    if any(q.value == stated.value for _, q in quoted) or not counts or counts[0][1].value > 100:
        return
    yield Match(stated, counts[0][1], counts[0][0], UNSUPPORTED)


def _named(letters: str, quotes: Sequence[Evidence]) -> bool:
    """Whether a code is quoted by its letters alone: COVID for COVID-19."""
    return len(letters) > 2 and any(
        re.search(rf"\b{re.escape(letters)}\b(?!-?\d)", q.figures.text, re.IGNORECASE) for q in quotes
    )


def _in_unit_of(stated: Quantity, derived: Quantity) -> Quantity:
    """A derived figure without a unit, in that of the statement: units are optional in derivations."""
    if derived.unit.dimension:
        return derived
    readings = tuple(
        Reading(r.value, r.step, other.unit) for r in derived.readings for other in stated.readings
    )
    return replace(derived, readings=readings)


def _match_quantity(
    stated: Quantity,
    quoted: list[tuple[int, Quantity]],
    beside: frozenset[Rational],
    rates: tuple[frozenset[str], ...],
) -> Match:
    """Matches one figure; `rates` are the periods named in the statement, then in each quote."""
    best, place, partner = APART, None, None
    for number, quantity in quoted:
        verdict = compare(stated, quantity, beside)
        if not verdict.rule and rate_changed(stated, quantity, rates[0], rates[number + 1]):
            verdict = UNIT_CHANGED
        decides = best is BY_ROUNDING and verdict.rule in (BOUND, HARDENED) and _same_thing(stated, quantity)
        if decides or (
            verdict.rank < best.rank
            and not (verdict is BY_ROUNDING and _told_otherwise(stated, best, partner))
        ):
            best, place, partner = verdict, number, quantity
            if verdict is BACKED:
                break
    if best is APART and stated.parts is not None and _parts_backed(stated, quoted):
        return Match(stated, None, None)
    if (
        best.rule
        and stated.pieces
        and all(not _match_quantity(each, quoted, beside, rates).rule for each in stated.pieces)
    ):
        return Match(stated, None, None)
    if best is APART:
        place, partner = _nearest(stated, quoted)
    return Match(stated, partner, place, best.rule)


def _told_otherwise(stated: Quantity, best: Verdict, partner: Quantity | None) -> bool:
    """Whether the very figure was found, of the same thing and with another edge: then no rounding of another backs it."""
    return best.rule in (BOUND, HARDENED) and partner is not None and _same_thing(stated, partner)


def _same_thing(one: Quantity, other: Quantity) -> bool:
    if one.unit.dimension not in UNMEASURED:
        return True
    return bool(one.noun) and stem(one.noun) == stem(other.noun)


def _parts_backed(stated: Quantity, quoted: list[tuple[int, Quantity]]) -> bool:
    """Whether both numbers of "26 out of 29" stand in the quotes."""
    values = {q.value for _, q in quoted}
    return stated.parts is not None and set(stated.parts) <= values


def _nearest(stated: Quantity, quoted: list[tuple[int, Quantity]]) -> tuple[int | None, Quantity | None]:
    """The quoted figure that a reader would take for the stated one: of the same thing, of a like unit, the closest."""
    firm = [pair for pair in quoted if pair[1].firm and pair[1].kind is stated.kind]
    alike = [pair for pair in firm if stated.noun and pair[1].noun == stated.noun]
    alike = alike or [pair for pair in firm if _like_units(stated, pair[1])]
    return min(alike, key=lambda pair: distance(pair[1].value, stated.value), default=(None, None))


def _like_units(one: Quantity, other: Quantity) -> bool:
    return UNKNOWN in (one.unit, other.unit) or same_dimension(one.unit, other.unit)


def background(quotes: Sequence[Evidence]) -> Background:
    """The years, months and days that quotes name around their dates."""
    dates = [d for quote in quotes for d in quote.figures.dates]
    quantities = [q for quote in quotes for q in quote.figures.quantities]
    years = {year for d in dates if d.years for year in d.years} | {q.issued.year for q in quotes if q.issued}
    years |= {q.year for q in quotes if q.year}
    years |= {int(q.value) for q in quantities if q.value == int(q.value) and 1000 <= q.value < 2200}
    months = {d.months[0] for d in dates if d.months and d.months[0] == d.months[1]}
    days = {int(q.value) for q in quantities if q.kind is Kind.ORDINAL and q.value <= 31}
    return Background(frozenset(years), frozenset(months), frozenset(days))


def _match_date(
    stated: Date,
    quoted: list[tuple[int, Date]],
    around: Background,
    statement: Told,
    quotes: Sequence[Told],
    numbers: list[tuple[int, Quantity]],
) -> Match:
    place, partner, backed = match_date(stated, quoted, around, statement, quotes)
    if backed:
        return Match(stated, partner, place, HARDENED if _hardened(stated, quoted, partner) else "")
    bare = [
        (n, q)
        for n, q in numbers
        if stated.years and not stated.months and q.firm and q.value == stated.years[0]
    ]
    if bare and stated.years and stated.years[0] == stated.years[1]:
        return Match(stated, bare[0][1], bare[0][0])
    return Match(stated, partner, place, DATE)


def _hardened(stated: Date, quoted: list[tuple[int, Date]], partner: Date | None) -> bool:
    """Whether an approximate date has become exact, and no quote has it exact."""
    if stated.about or partner is None or not partner.about or partner.grain != stated.grain:
        return False
    return not any(d.years == partner.years and d.months == partner.months and not d.about for _, d in quoted)


def _match_clock(stated: Clock, quoted: list[tuple[int, Clock]]) -> Match:
    backing = [(n, c) for n, c in quoted if clock_backs(c, stated)]
    for number, clock in sorted(backing, key=lambda b: b[1].about):
        return Match(stated, clock, number, HARDENED if clock.about and not stated.about else "")
    return Match(stated, quoted[0][1] if quoted else None, quoted[0][0] if quoted else None, DATE)


__all__ = [
    "DATE",
    "UNSUPPORTED",
    "Evidence",
    "Figures",
    "Match",
    "Mention",
    "Verdict",
    "compare_figures",
    "read_figures",
]
