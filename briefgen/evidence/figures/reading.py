"""Reads the figures, dates and times of a text. Owns the order: what a time or a date takes up is no quantity."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec.structs import replace

from briefgen.evidence.dates.clock import Clock, read_clocks
from briefgen.evidence.dates.date import Date
from briefgen.evidence.dates.matching import Told
from briefgen.evidence.dates.reading import read_dates, unglued
from briefgen.evidence.figures.records import Figures
from briefgen.evidence.languages import LanguagePack
from briefgen.evidence.languages.bounds import Bound
from briefgen.evidence.languages.calendar_words import CalendarWords
from briefgen.evidence.languages.number_words import NumberWords
from briefgen.evidence.languages.units import NONE
from briefgen.evidence.quantities.numeral import Kind
from briefgen.evidence.quantities.quantity import Quantity
from briefgen.evidence.quantities.reading import read_quantities
from briefgen.evidence.text.tokens import NUMBER, Token, glued, tokenize

_ADDRESS = re.compile(r"https?://\S+|www\.\S+|[^\s@]{1,64}@[^\s@]{1,255}")

_MARKUP = str.maketrans("*`", "  ")

_SHORT = 2000
"""Texts below it are read once for all that ask: a quote backs several statements, a statement is mended and told."""


def read_figures(text: str, pack: LanguagePack) -> Figures:
    """Reads every figure, date and time of a text, in time linear in its length."""
    return _read_once(text, pack) if len(text) < _SHORT else _read(text, pack)


def _read(text: str, pack: LanguagePack) -> Figures:
    tokens = _tokens(text, pack)
    clocks = read_clocks(tokens, pack)
    times = [(c.first, c.last) for c in clocks]
    dated = read_dates(_without(tokens, times), pack.calendar)
    taken = {at for first, last in (*times, *((d.first, d.last) for d in dated)) for at in range(first, last)}
    dates = tuple(d.date for d in dated)
    quantities = tuple(_unfirm_in_dates(read_quantities(tokens, taken, pack.numbers), dates))
    words, numbers = {token.low for token in tokens}, pack.numbers
    return Figures(
        text,
        quantities,
        dates,
        tuple(c.clock for c in clocks),
        told=_told(tokens, words, pack.calendar) if dates else Told(),
        rates=frozenset(numbers.rates[word] for word in words & numbers.rates.keys()),
        falls=not words.isdisjoint(numbers.falls),
        estimates=tuple(_estimates(tokens, words, numbers)),
        hours=tuple(_hours(quantities, pack.calendar)),
    )


def _tokens(text: str, pack: LanguagePack) -> list[Token]:
    """The tokens of a text, its markup and addresses blanked, in the shape that readers of figures want."""
    if "*" in text or "`" in text:
        text = text.translate(_MARKUP)
    if "@" in text or "/" in text or "www" in text:
        text = _ADDRESS.sub(lambda found: " " * len(found.group()), text)
    tokens = unglued(tokenize(text), text, pack.calendar)
    if "'" in text or "\u2019" in text:
        tokens = [_possessor(token, pack.calendar) for token in tokens]
    if pack.numbers.glued_magnitudes:
        tokens = list(_apart(tokens, pack.numbers.glued_magnitudes))
    return tokens


_read_once = lru_cache(maxsize=512)(_read)


def _apart(tokens: list[Token], magnitudes: tuple[str, ...]) -> Iterator[Token]:
    """The tokens, with a magnitude that is written onto its number set apart from the word after it: 3万人."""
    before = None
    for token in tokens:
        head = next((m for m in magnitudes if token.low.startswith(m)), "")
        written_on = before is not None and before.kind == NUMBER and glued(before, token)
        size = len(head) if written_on and token.low != head else 0
        if size:
            yield token._replace(text=head, low=head, end=token.start + size)
        before = token
        yield token._replace(text=token.text[size:], low=token.low[size:], start=token.start + size)


def _unfirm_in_dates(quantities: list[Quantity], dates: tuple[Date, ...]) -> Iterator[Quantity]:
    """The figures, with those that need no backing that a date begins with: the three of "the three months to June"."""
    spans = [(date.start, date.end) for date in dates if date.ends]
    starts = [first for first, _ in spans]
    for quantity in quantities:
        at = bisect_right(starts, quantity.start) - 1
        inside = at >= 0 and quantity.start < spans[at][1]
        yield replace(quantity, firm=False) if inside else quantity


def _possessor(token: Token, calendar: CalendarWords) -> Token:
    """Friday's is Friday."""
    bare = token.low[:-2]
    return token._replace(low=bare) if token.low.endswith("'s") and bare in calendar.starters else token


def _told(tokens: list[Token], words: set[str], calendar: CalendarWords) -> Told:
    """Whether verbs, or verbs with the word after them (took office), tell of a beginning, an end or a change."""
    pairs = {f"{one.low} {other.low}" for one, other in pairwise(tokens)}
    said = words | pairs
    tables = (calendar.begins, calendar.ends, calendar.lasting, calendar.changes)
    return Told(*(not said.isdisjoint(table) for table in tables))


def _estimates(tokens: list[Token], words: set[str], numbers: NumberWords) -> Iterator[tuple[int, str]]:
    """The words that say that figures are estimates, single ones and pairs."""
    if words.isdisjoint(numbers.estimate_starts):
        return
    for one, other in pairwise(tokens):
        for phrase in (one.low, f"{one.low} {other.low}"):
            if phrase in numbers.estimates:
                yield one.start, phrase


def _hours(quantities: Iterable[Quantity], calendar: CalendarWords) -> Iterator[Clock]:
    """The bare numbers that may tell an hour: "at 7", "make it 7"."""
    for quantity in quantities:
        bare = quantity.unit is NONE and quantity.kind is Kind.CARDINAL and quantity.bound is Bound.EXACT
        if bare and quantity.label in calendar.clock_leads and quantity.value in range(1, 13):
            yield Clock(quantity.start, quantity.end, 60 * int(quantity.value), half_open=True)


def _without(tokens: list[Token], ranges: Iterable[tuple[int, int]]) -> list[Token]:
    """The tokens with those of some ranges emptied, so that nobody else reads them."""
    kept = list(tokens)
    for first, last in ranges:
        for at in range(first, last):
            kept[at] = tokens[at]._replace(kind="sign", text="\0", low="\0")
    return kept
