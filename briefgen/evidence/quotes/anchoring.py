"""Finds a quote where it stands verbatim in its source, or says why it does not.

Owns the order of the questions (contract 6.1): is it long enough, does it stand there, within its context and page,
on token boundaries, in one place only, with nothing left out that matters. Exact search only: no score ever accepts
a quote.
"""

from typing import NamedTuple

from briefgen.evidence.quotes.boundaries import is_cut
from briefgen.evidence.quotes.context import Context, fits
from briefgen.evidence.quotes.elision import Chain, chains, omissions
from briefgen.evidence.quotes.faults import Fault, Nearest
from briefgen.evidence.quotes.objections import (
    MOST_PLACES,
    Anchor,
    Query,
    ambiguous,
    cut_fault,
    misfit,
    not_found,
    out_of_order,
    respaced,
    too_short,
)
from briefgen.evidence.quotes.occurrences import find_all, find_only
from briefgen.evidence.quotes.quoted import Part, lacks_words, part_of, parts_of
from briefgen.evidence.text.normal import normalise
from briefgen.evidence.text.sentences import Span
from briefgen.evidence.text.source_text import SourceText, unwrapped

__all__ = ["Anchor", "Anchoring", "Context", "Fault", "Nearest", "anchor"]


class Anchoring(NamedTuple):
    """What became of a quote: where it stands (None: nowhere, or in no single place), and what is wrong with it."""

    anchor: Anchor | None
    faults: tuple[Fault, ...] = ()


def anchor(
    quote: str, source: SourceText, *, prefix: str = "", suffix: str = "", within: Span | None = None
) -> Anchoring:
    """Find `quote` in `source`, next to `prefix` and `suffix`; `within` (raw offsets) limits it to a page.

    A quote shorter than three words is a fault, and is looked for all the same.
    """
    if not (prefix or suffix or within):
        plain = _plain(quote, source)
        if plain:
            return plain
    query = Query(quote, source, Context(prefix, suffix), within)
    parts = parts_of(quote)
    if len(parts) > 1 and normalise(quote.strip()) in source.normal:
        parts = (part_of(quote, 0, len(quote)),)
    short = too_short(parts)
    if not parts:
        return Anchoring(None, short)
    found = _find(query, parts)
    kept = tuple(fault for fault in found.faults if not (short and fault.rule == "quote-ambiguous"))
    return Anchoring(found.anchor, short + kept)


def _plain(quote: str, source: SourceText) -> Anchoring | None:
    """Find a quote that needs no question asked, as most do; None says that they must be asked, not that it is nowhere.

    It has no mark in brackets and three words or more, and it stands once, between words.
    """
    text = quote.strip()
    needle = normalise(text)
    if "[" in text or lacks_words(needle):
        return None
    span = find_only(needle, source)
    if span is None or is_cut(source.normal, span[0]) or is_cut(source.normal, span[1]):
        return None
    stands = source.to_raw(*span)
    found = Anchor(*stands, (stands,))
    passage = source.raw[slice(*stands)]
    if passage == text or unwrapped(passage) == text:
        return Anchoring(found)
    start = len(quote) - len(quote.lstrip())
    part = Part(text, start, start + len(text), needle)
    return Anchoring(found, respaced(Query(quote, source), (part,), found))


def _find(query: Query, parts: tuple[Part, ...]) -> Anchoring:
    places = [find_all(part.needle, query.source) for part in parts]
    missing = tuple(
        not_found(query, part, len(parts) > 1) for part, spans in zip(parts, places, strict=True) if not spans
    )
    if missing:
        return Anchoring(None, missing)
    normal = query.source.normal
    whole = [
        [span for span in spans if not (is_cut(normal, span[0]) or is_cut(normal, span[1]))]
        for spans in places
    ]
    uncut = chains(whole)
    candidates = uncut or chains(places)
    if not candidates:
        return Anchoring(None, (out_of_order(query, parts, places),))
    candidates, fault = _in_context(query, candidates)
    if fault is None:
        candidates, fault = _on_page(query, candidates)
    if fault is None and not uncut:
        fault = cut_fault(query, parts, candidates[0])
    if fault is not None and (fault.field != "quote" or len(candidates) > 1):
        return Anchoring(None, (fault,))
    if len(candidates) > 1:
        return Anchoring(None, (ambiguous(query, candidates),))
    found = _anchor(query.source, candidates[0])
    cut = (fault,) if fault else ()
    spaced = () if fault else respaced(query, parts, found)
    return Anchoring(found, (*cut, *omissions(query.source, parts, found.parts), *spaced))


def _anchor(source: SourceText, chain: Chain) -> Anchor:
    parts = tuple(source.to_raw(*span) for span in chain)
    return Anchor(parts[0][0], parts[-1][1], parts)


def _in_context(query: Query, candidates: list[Chain]) -> tuple[list[Chain], Fault | None]:
    if not (query.context.prefix or query.context.suffix):
        return candidates, None
    kept = [chain for chain in candidates if fits(query.source, (chain[0][0], chain[-1][1]), query.context)]
    return (kept, None) if kept else (candidates, misfit(query, candidates))


def _on_page(query: Query, candidates: list[Chain]) -> tuple[list[Chain], Fault | None]:
    if query.within is None:
        return candidates, None
    low, high = query.within
    stands = [query.source.to_raw(chain[0][0], chain[-1][1]) for chain in candidates]
    kept = [
        chain for chain, (start, end) in zip(candidates, stands, strict=True) if start < high and end > low
    ]
    if kept:
        return kept, None
    fault = Fault(
        "quote-not-found",
        "the quote stands in the source, but not on this page",
        "correct the page, or leave it out",
        field="page",
        places=tuple(stands[:MOST_PLACES]),
    )
    return candidates, fault
