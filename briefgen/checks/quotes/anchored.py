"""What is wrong with a quote, told to the writer of the brief: the source's name, the page, other sources, fixes."""

from collections.abc import Iterator

from briefgen.checks.case import Case, Cited
from briefgen.checks.drift.quotes import is_lost, locked_quote
from briefgen.checks.elsewhere import sources_with
from briefgen.checks.quotes.remedies import fixes
from briefgen.diagnostics import Finding
from briefgen.evidence.quotes.faults import Fault
from briefgen.sources.extracted import SourceFault
from briefgen.sources.library import Source


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
    return Finding(
        fault.rule,
        _message(cited, source, fault),
        (*cited.route, fault.field),
        fault.start,
        fault.end,
        help=_help(case, cited, source, fault),
        fixes=tuple(fixes(cited, source, fault, locked_quote(case, cited))),
    )


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


def _help(case: Case, cited: Cited, source: Source, fault: Fault) -> str:
    if fault.rule != "quote-not-found" or fault.field != "quote":
        return fault.help
    elsewhere = sources_with(case, cited.citation.quote, source.record.id)
    if elsewhere:
        return f"it stands in {' and in '.join(elsewhere)}: write `source: {elsewhere[0]}`; {fault.help}"
    return fault.help
