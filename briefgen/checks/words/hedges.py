"""Rule `hedge-dropped`: the statement is firmer than its quote."""

from collections.abc import Iterator

from briefgen.checks.words.compare import Comparison
from briefgen.checks.words.told import finding, modality_of, wordings
from briefgen.diagnostics import Finding
from briefgen.evidence.modality.hedges import hedge_changes
from briefgen.evidence.text.wording import read


def hedge_faults(comparison: Comparison) -> Iterator[Finding]:
    """Yield a finding for each sentence that is firmer than its quotes.

    A judgement that states its likelihood is hedged by it.
    """
    words = modality_of(comparison)
    if words is None or getattr(comparison.item.model, "likelihood", None):
        return
    for mismatch in hedge_changes(read(comparison.text), wordings(comparison), words):
        yield finding(comparison, mismatch, f"keep “{mismatch.instead}”, or a word no firmer")
