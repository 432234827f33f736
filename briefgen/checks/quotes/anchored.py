"""What is wrong with a quote, told to the writer of the brief: the source's name, the page, other sources, fixes."""

from collections.abc import Iterator

from briefgen.checks.case import Case, Cited
from briefgen.checks.drift.quotes import is_lost, locked_quote
from briefgen.checks.elsewhere import sources_with
from briefgen.checks.quotes.remedies import as_locked, elsewhere, fixes
from briefgen.diagnostics import Finding, Fix
from briefgen.evidence.quotes.faults import Fault
from briefgen.sources.extracted import SourceFault
from briefgen.sources.library import Source

NEAR = 0.8
"""A passage less like the quote than this is not shown where the quote stands in another source, word for word."""


def quote_faults(case: Case) -> Iterator[Finding]:
    """Yield a finding for each fault of each quote."""
    for _, cited in case.cited():
        if cited.found is None or cited.source is None:
            continue
        lost = is_lost(case, cited)
        for fault in cited.found.faults:
            if lost and fault.rule in ("quote-not-found", "quote-cuts-token"):
                continue  # the family `drift` tells what has become of it
            yield _finding(case, cited, cited.source, fault)


def _finding(case: Case, cited: Cited, source: Source, fault: Fault) -> Finding:
    help_, remedies = _remedy(case, cited, source, fault)
    return Finding(
        fault.rule,
        _message(cited, source, fault),
        (*cited.route, fault.field),
        fault.start,
        fault.end,
        help=help_,
        fixes=remedies,
    )


def _remedy(case: Case, cited: Cited, source: Source, fault: Fault) -> tuple[str, tuple[Fix, ...]]:
    """What to do, in words and as fixes: the fault's own, but for what the lock or another source knows better."""
    locked = locked_quote(case, cited)
    remedies = tuple(fixes(cited, source, fault, locked))
    if fault.rule == "quote-ambiguous":
        return as_locked(source, fault, locked) or fault.help, remedies
    if fault.rule != "quote-not-found" or fault.field != "quote":
        return fault.help, remedies
    others = sources_with(case, cited.citation.quote, source.record.id)
    if not others:
        return fault.help, remedies
    found = f"it stands in {' and in '.join(others)}: write `source: {others[0]}`"
    there = tuple(elsewhere(cited, other) for other in others)
    is_near = fault.nearest is not None and fault.nearest.likeness >= NEAR
    return (f"{found}; {fault.help}", (*there, *remedies)) if is_near else (found, there)


def _message(cited: Cited, source: Source, fault: Fault) -> str:
    """The fault's own words, the source named in them."""
    name = source.record.id
    if fault.field == "page":
        pages = sorted({page for page in pages_of(source, fault) if page})
        return f"the quote stands on page {', '.join(map(str, pages))} of {name}, not on page {cited.citation.page}"
    return fault.message.replace("in the source", f"in {name}")


def pages_of(source: Source, fault: Fault) -> list[int | None]:
    """The page, from 1, of each place that the fault names (None: a source without pages)."""
    content = source.content
    if isinstance(content, SourceFault):
        return []
    return [content.page_of(start) for start, _ in fault.places]
