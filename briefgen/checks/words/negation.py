"""Rule `negation-changed`: what the quote denies is affirmed, or the other way round."""

from collections.abc import Iterator

from briefgen.checks.words.compare import Comparison
from briefgen.checks.words.told import finding, modality_of, wordings
from briefgen.diagnostics import Finding
from briefgen.evidence.figures.backing import read_figures
from briefgen.evidence.modality.negation import negation_changes
from briefgen.evidence.text.edges import Edge, Part
from briefgen.evidence.text.wording import read

_BOUNDS = frozenset({Edge.BEFORE, Edge.AFTER})


def negation_faults(comparison: Comparison) -> Iterator[Finding]:
    """Yield a finding for each sentence of the statement that turns its quotes round."""
    words = modality_of(comparison)
    if words is None:
        return
    for mismatch in negation_changes(read(comparison.text), wordings(comparison), words):
        if _in_date(comparison, mismatch.start):
            continue
        yield finding(comparison, mismatch, "say what the quote says, or quote the words that say this")


def _in_date(comparison: Comparison, place: int) -> bool:
    """Whether a word says which part of a period is meant or bounds it (early 2025, before May): the rule on dates compares it.

    That rule leaves out what only the day of writing dates (late this year).
    """
    dates = read_figures(comparison.text, comparison.pack).dates
    told = (
        date for date in dates if (date.part is not Part.WHOLE or date.edge in _BOUNDS) and not date.relative
    )
    return any(date.lead <= place < date.end for date in told)
