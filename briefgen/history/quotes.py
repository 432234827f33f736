"""Quotes as states to compare: whether their words stand in their source, among which others, and what is like them."""

from collections.abc import Iterable
from dataclasses import replace

from briefgen.checks.case import Cited
from briefgen.differences.states import QuoteState, filled
from briefgen.evidence.quotes.anchoring import Fault, anchor
from briefgen.evidence.quotes.drift import ALIKE, left_out, standing

ABSENT = frozenset({"quote-not-found", "elision-out-of-order", "quote-cuts-token"})
"""The faults of a quote whose words do not stand in its source, whatever context and page the citation names."""


def quote_state(cited: Cited) -> QuoteState:
    """The quote of a citation as a state to compare."""
    citation = cited.citation
    prepared = cited.source.prepared if cited.source else None
    fields = filled(page=citation.page, relation=citation.relation, credibility=citation.credibility)
    state = QuoteState(citation.source, " ".join(citation.quote.split()), fields=fields)
    found = cited.found
    if prepared is None or found is None:
        return state
    if any(fault.field != "quote" for fault in found.faults):
        found = anchor(citation.quote, prepared)  # its words may stand elsewhere than the citation says
    absent = [fault for fault in found.faults if fault.rule in ABSENT]
    if absent:
        return replace(state, stands=False, likest=_likest(absent))
    if found.anchor is None:
        return replace(state, stands=True)
    start, end = found.anchor.start, found.anchor.end
    now = standing(prepared, start, end)
    around = (now.recorded.prefix, now.recorded.suffix)
    omitted = " [...] ".join(left_out(prepared, found.anchor))
    return replace(state, stands=True, around=around, standing=now, omitted=omitted)


def _likest(absent: Iterable[Fault]) -> str:
    """The passage most like a quote, where it is the same but for one place or a few words."""
    first, *others = absent
    close = first.nearest is None or first.nearest.likeness >= ALIKE
    return " ".join((first.replacement or "").split()) if close and not others else ""
