"""Rule `attribution-dropped`: a party's words are given as fact.

A brief that is content with the note says so: `attribution: note`.
"""

from collections.abc import Iterator

from briefgen.checks.words.compare import Comparison
from briefgen.checks.words.told import finding, modality_of, wordings
from briefgen.diagnostics import Finding
from briefgen.evidence.modality.attribution import attribution_changes
from briefgen.evidence.text.wording import read


def attribution_faults(comparison: Comparison) -> Iterator[Finding]:
    """Yield a finding for each sentence that says as fact what its quote says a party says.

    An item with an `actor` is attributed by it; a judgement drawn from facts is its author's own.
    """
    words = modality_of(comparison)
    if words is None or not comparison.own or getattr(comparison.item.model, "actor", None):
        return
    for mismatch in attribution_changes(read(comparison.text), wordings(comparison), words):
        yield finding(comparison, mismatch, f"say who says so (the quote: “{mismatch.instead}”)")
