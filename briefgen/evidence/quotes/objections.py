"""What is said of a quote that cannot stand as it is: one fault for each answer of the anchoring.

Owns the words, the places and the proposed replacement of these faults; `anchoring` decides which of them applies.
"""

from typing import NamedTuple

from msgspec import Struct

from briefgen.evidence.quotes.boundaries import Cut, cut_at, on_boundaries
from briefgen.evidence.quotes.context import Context, beside, fits, telling_apart
from briefgen.evidence.quotes.difference import applied, marked, only_lookalikes, reason
from briefgen.evidence.quotes.elision import Chain
from briefgen.evidence.quotes.faults import Fault
from briefgen.evidence.quotes.occurrences import MOST
from briefgen.evidence.quotes.quoted import DOTS, INSERTION, Part, counts_characters, is_too_short
from briefgen.evidence.text.said import said
from briefgen.evidence.text.sentences import Span
from briefgen.evidence.text.source_text import SourceText, unwrapped

NO_CONTEXT = Context()
MOST_PLACES = 8
"""So many places of an ambiguous quote are told apart; the others are only counted."""


class Query(Struct, frozen=True):
    """What is asked of a source."""

    quote: str
    source: SourceText
    context: Context = NO_CONTEXT
    within: Span | None = None


class Anchor(NamedTuple):
    """Where a quote stands: offsets in the source's raw text; `parts` are those of an elided quote, in order."""

    start: int
    end: int
    parts: tuple[Span, ...]


def too_short(parts: tuple[Part, ...]) -> tuple[Fault, ...]:
    """The fault of a quote that has too few words, if it is one."""
    if parts and not is_too_short(parts):
        return ()
    least = "three words"
    if any(counts_characters(part.needle) for part in parts):
        least = "eight characters"
    return (
        Fault(
            "quote-too-short",
            f"a quote of fewer than {least} proves nothing",
            "quote the words around it as well, at best the whole clause",
        ),
    )


def not_found(query: Query, part: Part, is_elided: bool) -> Fault:
    """The fault of a part that stands nowhere, with the nearest passage where there is one."""
    from briefgen.evidence.quotes.nearest import nearest  # costly to load, and most quotes stand

    near = nearest(part.text, query.source)
    message = "these words do not stand in the source"
    if is_elided:
        message = f"{said(_shortened(part.text))} does not stand in the source"
    start, end = (part.start, part.end) if is_elided else (None, None)
    if near is None:
        return Fault(
            "quote-not-found", message, _marks(part) or "nothing in the source is like it", start, end
        )
    message += reason(near.changes)
    if len(near.changes) == 1 and near.changes[0].quoted:
        start, end = (part.start + near.changes[0].quote_start, part.start + near.changes[0].quote_end)
    help_ = f"the nearest passage (line {query.source.line_of(near.start)}) differs: {unwrapped(marked(part.text, near.changes))}"
    text = applied(part.text, near.changes) if only_lookalikes(near.changes) else near.text
    replacement = query.quote[: part.start] + text + query.quote[part.end :]
    remedy, places = _marks(part) + help_, ((near.start, near.end),)
    return Fault(
        "quote-not-found", message, remedy, start, end, replacement=replacement, places=places, nearest=near
    )


def _marks(part: Part) -> str:
    """What to know about marks in a quote that were probably meant as an insertion or an elision."""
    found = INSERTION.search(part.text)
    if found:
        return f"{found[0]} is an insertion, and only [...] may stand in brackets; "
    return (
        "dots are words of a quote: write [...] where words are left out; " if DOTS.search(part.text) else ""
    )


def _shortened(text: str, length: int = 60) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def out_of_order(query: Query, parts: tuple[Part, ...], places: list[list[Span]]) -> Fault:
    """The fault of parts that stand in the source, but do not follow each other closely."""
    stands = tuple(query.source.to_raw(*spans[0]) for spans in places)
    lines = ", ".join(str(query.source.line_of(start)) for start, _ in stands)
    return Fault(
        "elision-out-of-order",
        f"the parts of this quote stand in the source (lines {lines}), but not in this order near each other",
        "cite the parts one by one, each as a quote of its own",
        places=stands,
    )


def misfit(query: Query, candidates: list[Chain]) -> Fault:
    """The fault of a context that none of the places has."""
    prefix_fits = any(
        fits(query.source, (chain[0][0], chain[-1][1]), Context(query.context.prefix)) for chain in candidates
    )
    field = "suffix" if prefix_fits else "prefix"
    chain = candidates[0]
    stands = beside(query.source.raw, *query.source.to_raw(chain[0][0], chain[-1][1]), field)
    return Fault(
        "quote-not-found",
        f"the quote stands in the source, but never with this {field}",
        f"{stands}; correct the {field}, or leave it out",
        field=field,
        places=tuple(query.source.to_raw(chain[0][0], chain[-1][1]) for chain in candidates[:MOST_PLACES]),
    )


def _cut(normal: str, start: int, end: int) -> Cut | None:
    return cut_at(normal, start) or cut_at(normal, end)


def cut_fault(query: Query, parts: tuple[Part, ...], chain: Chain) -> Fault:
    """The fault of a quote that begins or ends inside a word or figure, with the whole of it to quote."""
    normal = query.source.normal
    index = next(i for i, span in enumerate(chain) if _cut(normal, *span))
    (start, end), part = chain[index], parts[index]
    before, after = cut_at(normal, start), cut_at(normal, end)
    cut = before or after
    assert cut is not None
    wider = query.source.to_raw(*on_boundaries(normal, start, end))
    text = _widened(query.source, part, query.source.to_raw(start, end), wider)
    edge = "begins" if before else "ends"
    what = "the figure" if cut.is_figure else "the word"
    at = (
        (part.start, min(part.start + 12, part.end)) if before else (max(part.end - 12, part.start), part.end)
    )
    return Fault(
        "quote-cuts-token",
        f"the quote {edge} inside {what} “{cut.token}”",
        f"quote the whole of it: {said(_shortened(text, 120))}",
        *at,
        replacement=query.quote[: part.start] + text + query.quote[part.end :],
        places=(wider,),
    )


def _widened(source: SourceText, part: Part, stands: Span, wider: Span) -> str:
    """The part as it is written, with what the source has at its ends as well."""
    if source.has_seams:
        return source.readable(*wider)
    return source.readable(wider[0], stands[0]) + part.text + source.readable(stands[1], wider[1])


def ambiguous(query: Query, candidates: list[Chain]) -> Fault:
    """The fault of a quote that stands in several places, with the contexts that tell them apart."""
    source = query.source
    spans = [(chain[0][0], chain[-1][1]) for chain in candidates]
    stands = [source.to_raw(*span) for span in spans]
    lines = ", ".join(str(source.line_of(start)) for start, _ in stands[:MOST_PLACES])
    lines += " and more" if len(stands) > MOST_PLACES else ""
    least = "at least " if len(spans) >= MOST else ""
    shown = spans[:MOST_PLACES]
    contexts = tuple(
        telling_apart(source, span, [other for other in spans if other != span]) for span in shown
    )
    first = next((context for context in contexts if context), None)
    return Fault(
        "quote-ambiguous",
        f"these words stand {least}{len(spans)} times in the source (lines {lines})",
        _telling(first) if first else "quote more of the sentence, so that the words stand only once",
        places=tuple(stands),
        contexts=contexts,
    )


def _telling(context: Context) -> str:
    fields = [
        f"{name}: {text}" for name, text in (("prefix", context.prefix), ("suffix", context.suffix)) if text
    ]
    return f"say which one, for the first with `{'`, `'.join(fields)}`"


def respaced(query: Query, parts: tuple[Part, ...], found: Anchor) -> tuple[Fault, ...]:
    """Tell where quote and passage differ in blanks only; a line wrap is the blank that a writer puts there."""
    for part, (start, end) in zip(parts, found.parts, strict=True):
        passage = query.source.raw[start:end]
        if passage == part.text:
            continue
        ours = unwrapped(part.text)
        theirs = query.source.readable(start, end)
        if ours != theirs and "".join(ours.split()) == "".join(theirs.split()):
            return (
                Fault(
                    "quote-respaced",
                    "the quote's blanks differ from the source's in kind or number",
                    "harmless; write them as the source has them to silence this",
                    part.start,
                    part.end,
                    replacement=query.quote[: part.start] + theirs + query.quote[part.end :],
                    places=((start, end),),
                ),
            )
    return ()
