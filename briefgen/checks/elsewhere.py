"""The other sources in which a quote stands: the one that was meant, or that changed places with its own."""

from briefgen.checks.case import Case
from briefgen.evidence.quotes.anchoring import anchor


def sources_with(case: Case, quote: str, but: str) -> list[str]:
    """The ids of the other sources in which `quote` stands verbatim."""
    found = []
    used = {cited.citation.source for _, cited in case.cited()}
    for name, source in sorted(case.sources.items()):
        if name != but and source.prepared is not None:
            rules = {fault.rule for fault in anchor(quote, source.prepared).faults}
            if not rules & {"quote-not-found", "elision-out-of-order", "quote-cuts-token", "quote-too-short"}:
                found.append(name)
        if source.held is not None:
            source.held.release(used)
    return found
