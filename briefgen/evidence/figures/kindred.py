"""Which figure of a quote a stated figure is about, where the two differ.

Owns two questions that decide what may be said of such a pair: whether the quote holds the very figure or date with
another edge, bound or unit, and whether the two count the same thing, so that the one may be proposed for the other.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from briefgen.evidence.dates.clock import Clock
from briefgen.evidence.dates.date import Background, Date, same_time
from briefgen.evidence.figures.records import Evidence, Match, Mention
from briefgen.evidence.languages.units import UNMEASURED, is_money, same_dimension
from briefgen.evidence.names.mentions import FUNCTION
from briefgen.evidence.quantities.matching import BOUND, HARDENED, UNIT
from briefgen.evidence.quantities.quantity import Quantity
from briefgen.evidence.text.edges import Part
from briefgen.evidence.text.stems import stem
from briefgen.evidence.text.wording import read

_REACH = 3
"""So many words on each side of a figure tell what it is about."""

_HALF_DAY = 720


def held_otherwise(text: str, match: Match, quotes: Sequence[Evidence], around: Background) -> Match | None:
    """The match of a faulty mention with the quote that holds it with a difference; None where no quote holds it.

    `text` is the statement. A rounded figure is another figure, so it is not held.
    """
    if isinstance(match.mention, Quantity):
        same = match.rule in (BOUND, HARDENED) or (match.rule == UNIT and _same_kind(text, match, quotes))
        return match if same else None
    if isinstance(match.mention, Clock):
        return match if match.rule == HARDENED else _held_time(match, match.mention, quotes)
    return match if match.rule == HARDENED else _held_date(match, match.mention, quotes, around)


def _same_kind(text: str, match: Match, quotes: Sequence[Evidence]) -> bool:
    """Whether a figure and its partner differ in unit only, and not by standing for two unrelated things."""
    own, other = match.mention, match.partner
    if not isinstance(own, Quantity) or not isinstance(other, Quantity) or match.quote is None:
        return False
    if same_dimension(own.unit, other.unit) or (is_money(own.unit) and is_money(other.unit)):
        return True
    if {own.unit.dimension, other.unit.dimension} == {"percent", "points"}:
        return True
    return match.quote >= len(quotes) or _shares_words(text, own, quotes[match.quote].figures.text, other)


def is_exchangeable(match: Match) -> bool:
    """Whether the quoted figure can stand with its unit where the stated one stands with its own.

    Both measure something, or both count in the same way: "40 per cent of" is no place for "40 cows".
    """
    own, other = match.mention, match.partner
    if not isinstance(own, Quantity) or not isinstance(other, Quantity):
        return False
    measured = UNMEASURED.isdisjoint((own.unit.dimension, other.unit.dimension))
    return measured or same_dimension(own.unit, other.unit)


def _held_time(match: Match, stated: Clock, quotes: Sequence[Evidence]) -> Match | None:
    """A time with another half of the day or zone, or a bare hour."""
    for number, quote in enumerate(quotes):
        for clock in (*quote.figures.clocks, *quote.figures.hours):
            if (clock.minutes - stated.minutes) % _HALF_DAY == 0:
                return replace(match, partner=clock, quote=number)
    return None


def _held_date(match: Match, stated: Date, quotes: Sequence[Evidence], around: Background) -> Match | None:
    """A date with another edge, another part of it, or of another kind of year; one as fine as the stated one first."""
    if stated.relative:
        return None
    finer: Match | None = None
    for number, quote in enumerate(quotes):
        for date in quote.all_dates():
            part = stated.part if date.part is not Part.WHOLE else Part.WHOLE
            alike = replace(date, fiscal=stated.fiscal, part=part)
            if date.relative or date.grain < stated.grain or not same_time(alike, stated, around):
                continue
            found = replace(match, partner=date, quote=number)
            if date.grain == stated.grain:
                return found
            finer = finer or found
    return finer


def is_kindred(text: str, match: Match, quotes: Sequence[Evidence]) -> bool:
    """Whether the quoted figure of a match may be proposed in place of the stated one.

    They count the same thing or stand beside the same words; or the one is a small edit of the other, and no other
    figure of its kind stands in the quotes.
    """
    own, other = match.mention, match.partner
    if other is None or match.quote is None or match.quote >= len(quotes):
        return False
    if (
        isinstance(own, Quantity)
        and isinstance(other, Quantity)
        and own.noun
        and stem(own.noun) == stem(other.noun)
    ):
        return True
    there = quotes[match.quote].figures.text
    if _shares_words(text, own, there, other):
        return True
    from rapidfuzz.distance import Levenshtein

    edits = Levenshtein.distance(text[own.start : own.end].lower(), there[other.start : other.end].lower())
    rivals = sum(1 for quote in quotes for each in _of_kind(own, quote) if getattr(each, "firm", True))
    return rivals == 1 and edits <= 1


def _of_kind(mention: Mention, quote: Evidence) -> Iterable[Mention]:
    if isinstance(mention, Quantity):
        return quote.figures.quantities
    return quote.figures.dates if isinstance(mention, Date) else quote.figures.clocks


def _shares_words(text: str, own: Mention, there: str, other: Mention) -> bool:
    return not _beside(text, own).isdisjoint(_beside(there, other))


def _beside(text: str, mention: Mention) -> frozenset[str]:
    """The stems of the words around a mention; its edge, its unit and words that say little are left out."""
    wording = read(text)
    first, last = getattr(mention, "lead", mention.start), mention.end
    if isinstance(mention, Quantity) and mention.unit.dimension:
        last = mention.tail
    before = [i for i in range(len(wording)) if wording.ends[i] <= first][-_REACH:]
    after = [i for i in range(len(wording)) if wording.starts[i] >= last][:_REACH]
    words = (
        i for i in (*before, *after) if wording.words[i] not in FUNCTION and not wording.words[i][0].isdigit()
    )
    return frozenset(wording.stems[i] for i in words)
