"""Figures that contradict the quotes though each of them stands there, or needs no backing.

Owns four looks at a whole statement: small counts and lengths of time that nobody has to back ("the two men", "for a
year"), changes that are told backwards ("from 5 to 3" for "from 3 to 5"), parts of wholes likewise, and two counts that
have changed places ("30 schools and 12 clinics" for "12 schools and 30 clinics").
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from briefgen.evidence.figures.fates import FATES
from briefgen.evidence.figures.records import Figures, Match
from briefgen.evidence.languages.bounds import Bound
from briefgen.evidence.languages.units import Rational
from briefgen.evidence.quantities.matching import BOUND, UNSUPPORTED
from briefgen.evidence.quantities.numeral import Kind
from briefgen.evidence.quantities.quantity import Quantity
from briefgen.evidence.text.stems import stem

Quoted = Sequence[tuple[int, Quantity]]
"""The figures of quotes, each with the number of its quote."""

_MANY = 100
"""What is counted in such numbers is not what "two" counts."""

_LASTING = frozenset({"in", "for", "within", "over", "after"})
"""Words before a length of time: "in a year", "for a decade"."""


def contradicted(stated: Quantity, quoted: Quoted) -> Iterator[Match]:
    """ "One Spaniard", "the two men", "in a year": no figure that needs backing, but wrong where the quotes count the same
    thing otherwise and nowhere so."""
    if stated.unit.dimension in ("time", "months"):
        yield from _other_side(stated, quoted) or _another_length(stated, quoted)
    elif stated.noun and stated.spelled and stated.kind is Kind.CARDINAL and stated.value in (1, 2):
        counts = [pair for pair in quoted if _counts(pair[1], stated.noun)]
        if counts and counts[0][1].value <= _MANY and all(q.value != stated.value for _, q in quoted):
            yield Match(stated, counts[0][1], counts[0][0], UNSUPPORTED)


def _other_side(stated: Quantity, quoted: Quoted) -> list[Match]:
    """A length of one that the quotes bound the other way: "more than a year" for "almost a year"."""
    alike = [(n, q) for n, q in quoted if q.unit == stated.unit and q.value == stated.value]
    one = stated.bound.rising, stated.bound.falling or stated.bound is Bound.NEARLY
    sides = {(q.bound.rising, q.bound.falling or q.bound is Bound.NEARLY) for _, q in alike}
    if not any(one) or sides != {(one[1], one[0])}:
        return []
    return [Match(stated, alike[0][1], alike[0][0], BOUND)]


def _another_length(stated: Quantity, quoted: Quoted) -> Iterator[Match]:
    """A length that the quotes give otherwise behind the same word: "in a fortnight" for "in four weeks"."""
    if stated.label not in _LASTING:
        return
    alike = [(n, q) for n, q in quoted if q.unit.dimension == stated.unit.dimension]
    lengths = [(n, q) for n, q in alike if q.label == stated.label and q.firm and q.kind is Kind.CARDINAL]
    if lengths and all(q.readings[0].size != stated.readings[0].size for _, q in alike):
        yield Match(stated, lengths[0][1], lengths[0][0], UNSUPPORTED)


def exchanged(match: Match, stated: Figures, quoted: Quoted) -> Match:
    """The match of a figure that has a backing, or the fault where the quotes give its part to another figure."""
    figure = match.mention
    if match.rule or not isinstance(figure, Quantity) or len(quoted) < 2:
        return match
    other = (
        _reversed(figure, quoted) or _another_count(figure, stated, quoted) or _of_its_part(figure, quoted)
    )
    return match if other is None else replace(match, partner=other[1], quote=other[0], rule=UNSUPPORTED)


def _reversed(figure: Quantity, quoted: Quoted) -> tuple[int, Quantity] | None:
    """The quoted figure of a change that is told backwards."""
    if figure.origin is None:
        return None
    ends = _worth(figure, figure.value), _worth(figure, figure.origin)
    changes = [(n, q, (_worth(q, q.value), _worth(q, q.origin))) for n, q in quoted if q.origin is not None]
    if any(told == ends for _, _, told in changes):
        return None
    return next(((n, q) for n, q, told in changes if told == (ends[1], ends[0])), None)


def _worth(figure: Quantity, value: Rational) -> Rational:
    """An end of a change, a share as its percentage: what a third and 33 per cent have in common."""
    return round(value * 100) if figure.kind is Kind.PROPORTION else value


def _of_its_part(figure: Quantity, quoted: Quoted) -> tuple[int, Quantity] | None:
    """The quoted part, where the statement tells the whole as a part of it: "22 of the 19" for "19 of our 22"."""
    if figure.among is None:
        return None
    parts = [(n, q, q.parts or (q.value, q.among)) for n, q in quoted if q.parts or q.among is not None]
    if any(pair == (figure.value, figure.among) for _, _, pair in parts):
        return None
    return next(((n, q) for n, q, pair in parts if pair == (figure.among, figure.value)), None)


def _another_count(figure: Quantity, stated: Figures, quoted: Quoted) -> tuple[int, Quantity] | None:
    """The quoted count of the same thing, where that is what the statement counts another thing with."""
    if not _counted(figure):
        return None
    same = [pair for pair in quoted if _counts(pair[1], figure.noun)]
    if not same or any(
        q.value == figure.value and (not _thing(q) or _counts(q, figure.noun)) for _, q in quoted
    ):
        return None
    beside = [q for q in stated.quantities if _counted(q) and stem(q.noun) != stem(figure.noun)]
    elsewhere = [
        q.value for q in beside if not any(r.value == q.value and _counts(r, q.noun) for _, r in quoted)
    ]
    return next((pair for pair in same if pair[1].value in elsewhere), None)


def _counted(figure: Quantity) -> bool:
    return bool(_thing(figure)) and figure.firm and figure.kind is Kind.CARDINAL


def _thing(figure: Quantity) -> str:
    """What a figure counts; "" where only what became of so many follows: 30 wounded."""
    return "" if stem(figure.noun) in FATES else figure.noun


def _counts(figure: Quantity, noun: str) -> bool:
    return bool(figure.noun) and figure.kind is Kind.CARDINAL and stem(figure.noun) == stem(noun)
