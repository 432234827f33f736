"""The lock of a brief as it stands now: what `briefgen lock` records, and what it cannot."""

from briefgen.checks.case import Case, Cited, Item
from briefgen.checks.drift.quotes import is_lost, locked_quote
from briefgen.checks.drift.sources import changed
from briefgen.evidence.quotes.drift import left_out, surroundings
from briefgen.models.lock import Lock, LockedQuote, LockedSource, key_of
from briefgen.sources.extracted import SourceFault

ABSENT = frozenset(("quote-not-found", "quote-cuts-token"))
"""A quote with one of these faults does not stand in its source as it is."""


def lock_of(case: Case) -> Lock:
    """Record every quote that stands in one place of its source, and the sources of those.

    Where a source has no text now, what was reviewed of it before stays: nobody can say that it is lost.
    """
    quotes = {key_of(cited.citation): quote for item, cited in case.cited() if (quote := _quote(item, cited))}
    quotes |= {key_of(cited.citation): quote for cited in kept(case) if (quote := locked_quote(case, cited))}
    used = {quote.source for quote in quotes.values()}
    sources = {name: source for name in sorted(used) if (source := _source(case, name))}
    return Lock(sources=sources, quotes=quotes)


def unrecorded(case: Case) -> list[Cited]:
    """The citations that a lock does not record: their quotes are not found, not in one place, or not as whole words."""
    return [
        cited
        for item, cited in case.cited()
        if _quote(item, cited) is None and not (cited.found is None and locked_quote(case, cited))
    ]


def kept(case: Case) -> list[Cited]:
    """The citations of sources that have no text now, whose quotes were recorded before."""
    return [cited for _, cited in case.cited() if cited.found is None and locked_quote(case, cited)]


def _quote(item: Item, cited: Cited) -> LockedQuote | None:
    prepared = cited.source.prepared if cited.source else None
    if prepared is None or cited.found is None or cited.found.anchor is None:
        return None
    allowed = {waiver.rule for waiver in getattr(item.model, "allow", ())}
    if any(fault.rule in ABSENT - allowed for fault in cited.found.faults):
        return None
    anchor = cited.found.anchor
    around = surroundings(prepared, anchor.start, anchor.end)
    return LockedQuote(
        source=cited.citation.source,
        quote=cited.citation.quote,
        start=anchor.start,
        end=anchor.end,
        before=around.prefix,
        after=around.suffix,
        omitted=left_out(prepared, anchor),
    )


def _source(case: Case, name: str) -> LockedSource | None:
    source = case.sources.get(name)
    content = source.content if source else None
    if source is None or content is None or isinstance(content, SourceFault) or source.sha256 is None:
        return case.lock.sources.get(name) if case.lock else None
    return LockedSource(sha256=source.sha256, extractor=content.extractor, version=content.version)


def drift_data(case: Case) -> list[dict[str, object]]:
    """Which statements rest on what has changed, as plain data for the JSON report."""
    return [
        {
            "brief": case.id,
            "source": name,
            "items": list(dict.fromkeys(item.name for item, _ in cited)),
            "lost": list(dict.fromkeys(item.name for item, each in cited if is_lost(case, each))),
            "rests": [item.name for item in case.resting_on([item for item, _ in cited])],
        }
        for name, cited in sorted(changed(case).items())
    ]
