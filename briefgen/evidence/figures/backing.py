"""The figures and dates of a text, and how those of a statement are backed by those of its quotes.

Owns the two entry points of the figure rules: `read_figures` and `compare_figures`. Severities, sources and fixes
are for the checks.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec.structs import replace

from briefgen.evidence.dates.alternatives import otherwise_read
from briefgen.evidence.dates.clock import Clock
from briefgen.evidence.dates.clock import backs as clock_backs
from briefgen.evidence.dates.date import Background, Date
from briefgen.evidence.dates.matching import DATE, Told, match_date
from briefgen.evidence.figures.background import background
from briefgen.evidence.figures.contradictions import contradicted, exchanged
from briefgen.evidence.figures.pairings import paired
from briefgen.evidence.figures.places import placed
from briefgen.evidence.figures.reading import read_figures
from briefgen.evidence.figures.records import Evidence, Figures, Match, Mention
from briefgen.evidence.languages.bounds import Bound
from briefgen.evidence.languages.units import (
    TEMPERATURES,
    UNKNOWN,
    UNMEASURED,
    Rational,
    distance,
    same_dimension,
)
from briefgen.evidence.quantities.bases import counted_per_another, rate_changed
from briefgen.evidence.quantities.matching import (
    APART,
    BACKED,
    BOUND,
    BY_ROUNDING,
    HARDENED,
    UNIT_CHANGED,
    UNSUPPORTED,
    Verdict,
    compare,
)
from briefgen.evidence.quantities.quantity import Quantity, Reading
from briefgen.evidence.text.sentences import sentences, sentences_within
from briefgen.evidence.text.stems import stem


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
    matches += [m for q in stated.quantities if not q.firm for m in contradicted(q, quoted)]
    dates = [(n, d) for n, quote in enumerate(quotes) for d in quote.all_dates()]
    around, told = background(quotes), [quote.figures.told for quote in quotes]
    matches += [_match_date(d, dates, around, stated.told, told, quoted) for d in stated.dates if d.firm]
    clocks = [(n, c) for n, quote in enumerate(quotes) for c in quote.figures.clocks]
    matches += [_match_clock(c, clocks, quoted) for c in stated.clocks]
    matches = [_hedged(match, stated, quotes) for match in matches]
    matches.sort(key=lambda m: m.mention.start)
    if not in_place:
        return tuple(matches)
    rules: dict[type, str] = {Quantity: UNSUPPORTED, Date: DATE}
    matches = paired(stated, quotes, [exchanged(match, stated, quoted) for match in matches], rules)
    return placed(stated, quotes, matches, rules)


def _hedged(match: Match, stated: Figures, quotes: Sequence[Evidence]) -> Match:
    """The match, backed where it only lacks "about" and its sentence says in other words that it estimates.

    Those words count that the quote has only as part of the figure itself: "an estimated 80", "it is estimated that
    80".
    """
    partner = match.partner
    if match.rule != HARDENED or not stated.estimates or partner is None or match.quote is None:
        return match
    first, last = getattr(partner, "lead", partner.start), getattr(partner, "tail", partner.end)
    there = {
        word
        for place, word in (quotes[match.quote].figures.estimates if match.quote < len(quotes) else ())
        if not first <= place < last
    }
    within = sentences_within(sentences(stated.text), match.mention.start, match.mention.end)
    said = (word for place, word in stated.estimates if any(start <= place < end for start, end in within))
    return replace(match, rule="") if any(word not in there for word in said) else match


def _as_told(quote: Evidence, stated: Figures) -> Iterator[Quantity]:
    """The figures of a quote for a statement: -3 per cent is a fall of 3; -3 degrees is no fall."""
    for quantity in quote.all_quantities():
        yield quantity
        if quantity.unit.dimension in TEMPERATURES:
            continue
        if (quantity.value < 0 and stated.falls) or (
            quantity.value > 0 and quote.figures.falls and any(q.value < 0 for q in stated.quantities)
        ):
            yield replace(quantity, readings=tuple(replace(r, value=-r.value) for r in quantity.readings))


def _named(letters: str, quotes: Sequence[Evidence]) -> bool:
    """Whether a code is quoted by its letters alone: COVID for COVID-19."""
    if len(letters) < 3:
        return False
    alone = re.compile(rf"\b{re.escape(letters)}\b(?!-?\d)", re.IGNORECASE)
    return any(found[0][0].isupper() for quote in quotes for found in alone.finditer(quote.figures.text))


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
    best, place, partner = _best(stated, quoted, beside, rates)
    if best is APART and stated.parts is not None and _parts_backed(stated, quoted):
        return Match(stated, None, None)
    pieces = (_match_quantity(each, quoted, beside, rates) for each in stated.pieces)
    if best.rule and stated.pieces and not any(match.rule for match in pieces):
        return Match(stated, None, None)
    if not best.rule and _another_score(stated, quoted):
        best = APART
    if best is BY_ROUNDING and _another_edge(stated, quoted):
        best = APART
    if best is APART:
        place, partner = _nearest(stated, quoted)
    return Match(stated, partner, place, best.rule)


def _best(
    stated: Quantity,
    quoted: list[tuple[int, Quantity]],
    beside: frozenset[Rational],
    rates: tuple[frozenset[str], ...],
) -> tuple[Verdict, int | None, Quantity | None]:
    """The best verdict of all quoted figures, with the number of the quote and the figure that it is of."""
    best, place, partner = APART, None, None
    for number, quantity in quoted:
        told = compare(stated, quantity, beside)
        verdict = _on_its_basis(told, stated, quantity, rates[0], rates[number + 1])
        decides = best is BY_ROUNDING and verdict.rule in (BOUND, HARDENED) and _same_thing(stated, quantity)
        rounded = verdict is BY_ROUNDING and _told_otherwise(stated, best, partner)
        if decides or (verdict.rank < best.rank and not rounded):
            best, place, partner = verdict, number, quantity
            if verdict is BACKED:
                break
    return best, place, partner


def _on_its_basis(
    verdict: Verdict, stated: Quantity, quoted: Quantity, said: frozenset[str], there: frozenset[str]
) -> Verdict:
    """The verdict, with what the figures are counted per: of an edge and a rate that both changed, the rate is told."""
    if not verdict.rule:
        return UNIT_CHANGED if rate_changed(stated, quoted, said, there) else verdict
    edged = verdict.rule in (BOUND, HARDENED)
    return UNIT_CHANGED if edged and counted_per_another(stated, quoted) else verdict


def _another_score(stated: Quantity, quoted: list[tuple[int, Quantity]]) -> bool:
    """Whether a result is stated, and the quotes give results, but not that one: 2-0 for 1-0, whatever else counts two."""
    scores = {q.score for _, q in quoted if q.score}
    won = stated.score is not None and stated.value == stated.score[0]
    return won and bool(scores) and stated.score not in scores


def _another_edge(stated: Quantity, quoted: list[tuple[int, Quantity]]) -> bool:
    """Whether the quotes have a like figure with the very edge: "at least $6" there, then no $7.50 is "at least $7"."""
    if stated.unit.dimension in UNMEASURED or not (stated.bound.rising or stated.bound.falling):
        return False
    size = stated.readings[0].size
    return any(
        q.bound is stated.bound
        and q.unit.dimension == stated.unit.dimension
        and 0 < distance(q.readings[0].size, size) * 2 < distance(size, 0)
        and compare(stated, q).rule
        for _, q in quoted
    )


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


def _match_date(
    stated: Date,
    quoted: list[tuple[int, Date]],
    around: Background,
    statement: Told,
    quotes: Sequence[Told],
    numbers: list[tuple[int, Quantity]],
) -> Match:
    place, partner, backed = match_date(stated, quoted, around, statement, quotes)
    if not backed and (stated.short_years or stated.closes):
        plain = [(n, d) for n, d in quoted if not d.closes]
        other = (match_date(each, plain, around, statement, quotes) for each in otherwise_read(stated))
        place, partner, backed = next((found for found in other if found[2]), (place, partner, False))
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


def _match_clock(
    stated: Clock, quoted: list[tuple[int, Clock]], numbers: list[tuple[int, Quantity]]
) -> Match:
    backing = [(n, c) for n, c in quoted if clock_backs(c, stated)]
    for number, clock in sorted(backing, key=lambda b: b[1].about):
        return Match(stated, clock, number, HARDENED if clock.about and not stated.about else "")
    for number, quantity in numbers:
        if _tells(quantity, stated):
            return Match(stated, quantity, number)
    return Match(stated, quoted[0][1] if quoted else None, quoted[0][0] if quoted else None, DATE)


def _tells(quantity: Quantity, clock: Clock) -> bool:
    """Whether a figure says what is stated as a time: the length 2:14:04, or "at 8.45"."""
    if quantity.bound is not Bound.EXACT or quantity.calendar:
        return False
    if quantity.unit.dimension == "time":
        return clock.seconds is not None and quantity.readings[0].size == 60 * clock.minutes + clock.seconds
    hours, minutes = divmod(clock.minutes, 60)
    bare = clock.half_open and clock.seconds is None and minutes and quantity.unit.dimension == ""
    return bool(bare) and quantity.readings[0] == Reading(hours + Fraction(minutes, 100), Fraction(1, 100))


__all__ = [
    "DATE",
    "UNSUPPORTED",
    "Evidence",
    "Figures",
    "Match",
    "Mention",
    "Verdict",
    "background",
    "compare_figures",
    "read_figures",
]
