"""What changed between two wordings of a statement: its words, its figures, its negations, how firmly it is said."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from msgspec.structs import replace

from briefgen.differences.records import Change, Kind, Piece
from briefgen.evidence.dates.date import Date
from briefgen.evidence.figures.backing import Mention, read_figures
from briefgen.evidence.languages import pack_for
from briefgen.evidence.modality.hedges import hedge_changes
from briefgen.evidence.modality.negation import negation_changes
from briefgen.evidence.quantities.quantity import Quantity
from briefgen.evidence.quotes.difference import Change as WordChange
from briefgen.evidence.quotes.difference import changes as word_changes
from briefgen.evidence.text.mismatch import Mismatch
from briefgen.evidence.text.wording import read

LAST_WORD = re.compile(r"(\w+)\s+(?:(?:be|been|have)\s+){0,2}\Z")
Paired = tuple[Mention | None, Mention | None]
"""A figure of the one wording, and the one that stands in its place in the other."""


def wording_changes(field: str, old: str, new: str, language: str) -> Iterator[Change]:
    """Tell what changed from `old` to `new`; nothing where they differ in typography only."""
    pieces = tuple(word_pieces(old, new))
    if all(piece.form == "same" for piece in pieces):
        return
    yield Change(Kind.REWORDED, old, new, field, pieces=pieces)
    figures = list(_figures(old, new, language))
    yield from _figure_changes(field, old, new, figures)
    yield from _modality(field, old, _with_figures(old, new, figures), language)


def word_pieces(old: str, new: str) -> Iterator[Piece]:
    """The difference word by word, typography aside; the words that are the same are given as they are now."""
    at = 0
    for change in word_changes(old, new):
        if change.start > at:
            yield Piece("same", new[at : change.start])
        if change.quoted:
            yield Piece("old", _spaced(change, old, new))
        if change.found:
            yield Piece("new", change.found)
        at = change.end
    if at < len(new):
        yield Piece("same", new[at:])


def _spaced(change: WordChange, old: str, new: str) -> str:
    """Dropped words with the blank that parted them from what is left."""
    dropped, at = change.quoted, change.start
    parted = at == 0 or new[at - 1].isspace()
    if not parted and old[: change.quote_start][-1:].isspace():
        return f" {dropped}"
    return f"{dropped} " if parted and not change.found and old[change.quote_end :][:1].isspace() else dropped


def _figure_changes(field: str, old: str, new: str, figures: Iterable[Paired]) -> Iterator[Change]:
    for before, now in figures:
        yield Change(Kind.FIGURE, _raw(old, before) if before else "", _raw(new, now) if now else "", field)


def _figures(old: str, new: str, language: str) -> Iterator[Paired]:
    """Figures, dates and times that one wording has and the other lacks, paired where they stand for one another."""
    before, now = _mentions(old, language), _mentions(new, language)
    keys = [_key(mention) for mention in before], [_key(mention) for mention in now]
    for tag, i, j, k, m in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from _paired(before[i:j], now[k:m])


def _paired(before: list[Mention], now: list[Mention]) -> Iterator[Paired]:
    waiting = list(now)
    for mention in before:
        partner = next((each for each in waiting if _alike(each, mention)), None)
        if partner is not None:
            waiting.remove(partner)
        yield mention, partner
    yield from ((None, mention) for mention in waiting)


def _with_figures(old: str, new: str, figures: Iterable[Paired]) -> str:
    """The new wording with the old figures: one that also changes a figure is compared as if it did not."""
    pairs = [(before, now) for before, now in figures if before is not None and now is not None]
    for before, now in sorted(pairs, key=lambda pair: -pair[1].start):
        new = new[: now.start] + old[before.start : before.end] + new[now.end :]
    return new


def _mentions(text: str, language: str) -> list[Mention]:
    figures = read_figures(text, pack_for(language))
    found: list[Mention] = [*(q for q in figures.quantities if q.firm), *figures.dates, *figures.clocks]
    return sorted(found, key=lambda mention: mention.start)


def _key(mention: Mention) -> object:
    """What makes two mentions say the same, wherever they stand."""
    if isinstance(mention, Quantity):
        unit = mention.unit
        return (
            mention.readings[0].size,
            unit.dimension,
            mention.bound,
            mention.rate,
            mention.kind,
            mention.partner,
            mention.compass,
        )
    if isinstance(mention, Date):
        ends = tuple(_key(end) for end in mention.ends or ())
        return replace(mention, start=0, end=0, lead=0, ends=None), ends
    return replace(mention, start=0, end=0)


def _alike(one: Mention, other: Mention) -> bool:
    """Whether one may stand for the other: both dates, both times, figures of one dimension or of one value."""
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        dimensions = {one.unit.dimension, other.unit.dimension}
        return len(dimensions) == 1 or "" in dimensions or one.value == other.value
    return type(one) is type(other)


def _raw(text: str, mention: Mention) -> str:
    """The words of a mention, with those that bound it and its unit."""
    start, end = mention.start, mention.end
    if isinstance(mention, Quantity) and mention.tail:
        start, end = min(mention.lead, start), max(mention.tail, end)
    if isinstance(mention, Date) and 0 < mention.lead < start:
        start = mention.lead
    return text[start:end].strip()


def _modality(field: str, old: str, new: str, language: str) -> Iterator[Change]:
    """Negations and hedges, where the tables of the language know them: each statement is held against the other."""
    words = pack_for(language).modality
    if words is None:
        return
    before, now = read(old), read(new)
    denied = [*negation_changes(now, (before,), words)] or [*negation_changes(before, (now,), words)]
    if denied:
        yield Change(Kind.NEGATION, old, new, field)
    for mismatch in hedge_changes(now, (before,), words):
        yield Change(Kind.FIRMER, _instead(old, mismatch), _said(new, mismatch, old), field)
    for mismatch in hedge_changes(before, (now,), words):
        yield Change(Kind.SOFTER, _said(old, mismatch, new), _instead(new, mismatch), field)


def _said(text: str, mismatch: Mismatch, other: str) -> str:
    """The words that are said more firmly, with the one before them where the other wording lacks it: "will leave"."""
    before = LAST_WORD.search(text[: mismatch.start])
    fresh = before is not None and before[1].casefold() not in other.casefold().split()
    return text[before.start(1) if before and fresh else mismatch.start : mismatch.end]


def _instead(text: str, mismatch: Mismatch) -> str:
    return mismatch.instead or text[mismatch.quote_start : mismatch.quote_end]
