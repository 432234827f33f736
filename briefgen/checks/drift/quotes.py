"""`quote-moved`, `quote-altered`, `quote-gone`: locked quotes in sources that have changed."""

from collections.abc import Iterator

from briefgen.checks.case import Case, Cited
from briefgen.diagnostics import Finding, Fix, ValueEdit
from briefgen.evidence.difference import marked
from briefgen.evidence.drift import altered, has_moved
from briefgen.evidence.nearest import nearest
from briefgen.evidence.text import SourceText
from briefgen.models.lock import LockedQuote, key_of


def locked_quote(case: Case, cited: Cited) -> LockedQuote | None:
    """What the lock says of a citation; None where it says nothing."""
    return case.lock.quotes.get(key_of(cited.citation)) if case.lock else None


def is_lost(case: Case, cited: Cited) -> bool:
    """Whether a locked quote does not stand in its source any more (its drift is told, not its absence)."""
    lost = cited.found is not None and any(
        fault.rule == "quote-not-found" and fault.field == "quote" for fault in cited.found.faults
    )
    return lost and locked_quote(case, cited) is not None


def drifted_quotes(case: Case) -> Iterator[Finding]:
    """Yield a finding for each locked quote that is lost, or whose surroundings have changed."""
    for _, cited in case.cited():
        locked = locked_quote(case, cited)
        source = cited.source.prepared if cited.source else None
        if locked is None or source is None or cited.found is None:
            continue
        if is_lost(case, cited):
            yield _lost(cited, locked, source)
        elif cited.found.anchor and has_moved(source, cited.found.anchor, locked.before, locked.after):
            yield _moved(cited, locked, source, cited.found.anchor.start)


def _moved(cited: Cited, locked: LockedQuote, source: SourceText, start: int) -> Finding:
    return Finding(
        "quote-moved",
        f"the words around this quote have changed in {locked.source} (now line {source.line_of(start)})",
        (*cited.route, "quote"),
        help=f"it stood between “{locked.before}” and “{locked.after}”; see that it still means what the statement "
        "says, then run `briefgen lock`",
    )


def _lost(cited: Cited, locked: LockedQuote, source: SourceText) -> Finding:
    route = (*cited.route, "quote")
    place = altered(cited.citation.quote, source, locked.before, locked.after)
    if place is None:
        near = nearest(cited.citation.quote, source)
        remedy = (
            f"the nearest passage now is: “{near.text}” (line {source.line_of(near.start)})"
            if near
            else "nothing there is like it"
        )
        message = f"{locked.source} no longer has this quote"
        return Finding(
            "quote-gone", message, route, help=f"{remedy}; cite another passage, or take the statement back"
        )
    difference = marked(cited.citation.quote, place.changes)
    return Finding(
        "quote-altered",
        f"{locked.source} now says something else here: {difference}",
        route,
        help=f"line {source.line_of(place.start)}; see whether the statement still holds, quote the new words, then run `briefgen lock`",
        fixes=(Fix("quote the words that stand there now", (ValueEdit(route, place.text),)),),
    )
