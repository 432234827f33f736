"""What changed in the quotes of an item: which stand there, in which words, and where in their sources."""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from briefgen.differences.records import Change, Kind
from briefgen.differences.saying import word_pieces
from briefgen.differences.states import QuoteState
from briefgen.evidence.text.normal import normalise

ALIKE = 50
"""So alike (of 100) are two quotes of one source of which one has taken the other's place."""


def quote_changes(before: Sequence[QuoteState], now: Sequence[QuoteState]) -> Iterator[Change]:
    """Yield what changed from the quotes `before` to those of `now`; their order does not count."""
    yield from _sources(before, now)
    gone, fresh = list(before), list(now)
    for old in before:
        same = next((new for new in fresh if (new.source, new.quote) == (old.source, old.quote)), None)
        if same is not None:
            gone.remove(old)
            fresh.remove(same)
            yield from _placed(old, same)
    for old in gone:
        near = max(
            (new for new in fresh if new.source == old.source),
            key=lambda new: fuzz.ratio(old.quote, new.quote),
            default=None,
        )
        if near is None or fuzz.ratio(old.quote, near.quote) < ALIKE:
            yield Change(Kind.QUOTE_REMOVED, old=old.quote, source=old.source)
            continue
        fresh.remove(near)
        pieces = tuple(word_pieces(old.quote, near.quote))
        yield Change(Kind.QUOTE_REWORDED, old.quote, near.quote, source=old.source, pieces=pieces)
        yield from _fields(old, near)
    yield from (Change(Kind.QUOTE_ADDED, new=new.quote, source=new.source) for new in fresh)


def _sources(before: Sequence[QuoteState], now: Sequence[QuoteState]) -> Iterator[Change]:
    old, new = (tuple(dict.fromkeys(quote.source for quote in quotes)) for quotes in (before, now))
    if set(old) != set(new):
        yield Change(Kind.SOURCES, ", ".join(old), ", ".join(new))


def _placed(old: QuoteState, new: QuoteState) -> Iterator[Change]:
    """A quote in the same words: gone from its source, among others than before, or with other remarks."""
    if old.stands and new.stands is False:
        pieces = tuple(word_pieces(new.quote, new.likest)) if new.likest else ()
        yield Change(Kind.QUOTE_LOST, new.quote, new.likest, source=new.source, pieces=pieces)
    elif _has_moved(old, new):
        before, now = _shown(old), _shown(new)
        pieces = tuple(word_pieces(before, now))
        yield Change(Kind.QUOTE_REANCHORED, before, now, source=new.source, pieces=pieces)
    if old.omitted and new.omitted and normalise(old.omitted) != normalise(new.omitted):
        yield Change(Kind.QUOTE_FIELD, old.omitted, new.omitted, "leaves out", new.source)
    yield from _fields(old, new)


def _has_moved(old: QuoteState, new: QuoteState) -> bool:
    """Whether a quote stands among other words than before; typography is no other word."""
    if old.around is None or new.around is None or old.around == new.around:
        return False
    if old.standing is None or new.standing is None:
        return True
    return bool(new.standing.changed_sides(old.standing.recorded, old.standing.start))


def _shown(quote: QuoteState) -> str:
    before, after = quote.around or ("", "")
    return f"… {before} [{quote.quote}] {after} …"


def _fields(old: QuoteState, new: QuoteState) -> Iterator[Change]:
    for name in dict.fromkeys((*old.fields, *new.fields)):
        if old.fields.get(name, "") != new.fields.get(name, ""):
            yield Change(
                Kind.QUOTE_FIELD, old.fields.get(name, ""), new.fields.get(name, ""), name, new.source
            )
