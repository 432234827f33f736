"""Fixes for quotes.

Owns which of them are safe: those that leave every word of the quote as it is, or add words of the source around
it. A fix that puts other words into a quote changes what a statement rests on and is only offered.
"""

from collections.abc import Iterator

from briefgen.checks.case import Cited
from briefgen.diagnostics import Fix, NewField, ValueEdit
from briefgen.documents.splicing import shared
from briefgen.evidence.quotes.context import Context, fits
from briefgen.evidence.quotes.difference import only_lookalikes
from briefgen.evidence.quotes.faults import Fault
from briefgen.evidence.text.said import said
from briefgen.evidence.text.sentences import Span
from briefgen.evidence.text.source_text import SourceText
from briefgen.models.lock import LockedQuote
from briefgen.sources.extracted import SourceFault
from briefgen.sources.library import Source

WORTHWHILE = 0.6
"""A passage less like the quote than this is shown, and not offered in its place."""


def fixes(cited: Cited, source: Source, fault: Fault, locked: LockedQuote | None = None) -> Iterator[Fix]:
    """Yield the fixes of one fault of a citation's quote; `locked` is where it stood when it was last reviewed."""
    if fault.field == "page":
        yield from _page(cited, source, fault)
    elif fault.rule == "quote-ambiguous":
        yield from _contexts(cited, source, fault, locked)
    elif fault.replacement is not None and _worthwhile(fault):
        yield _replaced(cited, fault)


def _worthwhile(fault: Fault) -> bool:
    return fault.nearest is None or fault.nearest.likeness >= WORTHWHILE


def _replaced(cited: Cited, fault: Fault) -> Fix:
    title = {
        "quote-respaced": "write the blanks as the source has them",
        "quote-cuts-token": "quote whole words",
    }.get(fault.rule, "quote the nearest passage instead")
    alike = fault.nearest is not None and only_lookalikes(fault.nearest.changes)
    if alike:
        title = "write the letters that the source has"
    safe = fault.rule in ("quote-respaced", "quote-cuts-token") or alike
    return Fix(title, (_least_edit(cited, fault.replacement or "", safe),), safe)


def _least_edit(cited: Cited, new: str, safe: bool) -> ValueEdit:
    """The edit that makes `new` of the quote: of what differs only, where all else stays as it is."""
    route, old = (*cited.route, "quote"), cited.citation.quote
    if not safe:
        return ValueEdit(route, new)
    start = shared(old, new)
    kept = shared(old[start:][::-1], new[start:][::-1])
    return ValueEdit(route, new[start : len(new) - kept], start, len(old) - kept)


def elsewhere(cited: Cited, source: str) -> Fix:
    """The fix of a quote that stands in another source: offered, for that source may be worth less."""
    return Fix(f"cite {source}, where it stands", (ValueEdit((*cited.route, "source"), source),))


def _page(cited: Cited, source: Source, fault: Fault) -> Iterator[Fix]:
    content = source.content
    if isinstance(content, SourceFault):
        return
    pages = sorted({page for start, _ in fault.places if (page := content.page_of(start))})
    for page in pages:
        edit = ValueEdit((*cited.route, "page"), str(page))
        yield Fix(f"write page {page}", (edit,), safe=len(pages) == 1)


def _contexts(cited: Cited, source: Source, fault: Fault, locked: LockedQuote | None) -> Iterator[Fix]:
    """One fix a place. Safe is that which was locked, or else the first: the words of the quote are the same in all."""
    prepared = source.prepared
    if prepared is None:
        return
    told = _told_apart(fault)
    meant = meant_place(source, fault, locked) if locked else 0
    for number, (context, place) in enumerate(told):
        title = f"mean the one on line {prepared.line_of(place[0])} of the source, {_told_by(context)}"
        title += " (as it was locked)" if number == meant and locked else ""
        yield Fix(title, tuple(_context_edits(cited, context)), safe=number == meant)


def _told_apart(fault: Fault) -> list[tuple[Context, Span]]:
    return [(context, place) for context, place in zip(fault.contexts, fault.places, strict=False) if context]


def meant_place(source: Source, fault: Fault, locked: LockedQuote) -> int | None:
    """Which of the places that can be told apart is the one that was locked; None where none is, or several may be."""
    prepared = source.prepared
    if prepared is None or not (locked.before or locked.after):
        return None
    there = [place for place in fault.places if _was_there(prepared, place, locked)]
    told = [place for _, place in _told_apart(fault)]
    return told.index(there[0]) if len(there) == 1 and there[0] in told else None


def as_locked(source: Source, fault: Fault, locked: LockedQuote | None) -> str:
    """What tells the place that was locked from the others, as a remedy; nothing where that is not known."""
    meant = meant_place(source, fault, locked) if locked else None
    if meant is None:
        return ""
    context = _told_apart(fault)[meant][0]
    fields = (("prefix", context.prefix), ("suffix", context.suffix))
    given = " and ".join(f"`{name}: {text}`" for name, text in fields if text)
    return f"say which one; as it was locked: {given}"


def _was_there(source: SourceText, place: Span, locked: LockedQuote) -> bool:
    return fits(source, source.to_normal(*place), Context(locked.before, locked.after))


def _told_by(context: Context) -> str:
    """The words that tell one place from the others: `after “…” and before “…”`."""
    sides = (("after", context.prefix), ("before", context.suffix))
    return " and ".join(f"{side} {said(text)}" for side, text in sides if text)


def _context_edits(cited: Cited, context: Context) -> Iterator[ValueEdit | NewField]:
    for key, text, present in (
        ("prefix", context.prefix, cited.citation.prefix),
        ("suffix", context.suffix, cited.citation.suffix),
    ):
        if text and present:
            yield ValueEdit((*cited.route, key), text)
        elif text:
            yield NewField(cited.route, key, text)
