"""The word rules: a statement says no more than its quotes.

Owns the order in which they run. They look at the quotes as they are written, whatever the quote rules found.
"""

from collections.abc import Iterator

from briefgen.checks.case import Case
from briefgen.checks.words.attribution import attribution_faults
from briefgen.checks.words.charts import chart_faults
from briefgen.checks.words.compare import comparisons, quotes_of
from briefgen.checks.words.derived import derivation_faults
from briefgen.checks.words.figures import evidence_of, figure_faults
from briefgen.checks.words.hedges import hedge_faults
from briefgen.checks.words.names import name_faults
from briefgen.checks.words.negation import negation_faults
from briefgen.diagnostics import Finding

__all__ = ["check_words"]


def check_words(case: Case) -> Iterator[Finding]:
    """Yield the findings of every word rule on every statement of a brief."""
    for comparison in comparisons(case):
        yield from figure_faults(comparison, case)
        yield from name_faults(comparison, case)
        yield from negation_faults(comparison)
        yield from hedge_faults(comparison)
        yield from attribution_faults(comparison)
    named = case.by_id()
    for item in case.items:
        if item.is_local and getattr(item.model, "derived", None):
            quotes, _ = quotes_of(item, named, case)
            yield from derivation_faults(item, evidence_of(quotes), item.language)
        yield from chart_faults(item, case)
