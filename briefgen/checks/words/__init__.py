"""The word rules: a statement says no more than its quotes.

Owns the order in which they run. They look at the quotes as they are written, whatever the quote rules found.
"""

from collections.abc import Iterator
from dataclasses import replace

from briefgen.checks.case import Case, Item
from briefgen.checks.words.attribution import attribution_faults
from briefgen.checks.words.charts import chart_faults
from briefgen.checks.words.compare import Comparison, comparisons, quotes_of
from briefgen.checks.words.derived import derivation_faults
from briefgen.checks.words.figures import figure_faults
from briefgen.checks.words.hedges import hedge_faults
from briefgen.checks.words.names import name_faults
from briefgen.checks.words.negation import negation_faults
from briefgen.checks.words.reading import evidence_of
from briefgen.checks.words.timeline import timeline_faults
from briefgen.diagnostics import Finding

__all__ = ["check_words"]


def check_words(case: Case) -> Iterator[Finding]:
    """Yield the findings of every word rule on every statement of a brief."""
    for comparison in comparisons(case):
        yield from _offered(comparison.item, _of_statement(comparison, case))
    named = case.by_id()
    for item in case.items:
        yield from _offered(item, _of_data(item, case, named))


def _of_statement(comparison: Comparison, case: Case) -> Iterator[Finding]:
    yield from figure_faults(comparison, case)
    yield from name_faults(comparison, case)
    yield from negation_faults(comparison)
    yield from hedge_faults(comparison)
    if case.brief.attribution == "statement":
        yield from attribution_faults(comparison)


def _of_data(item: Item, case: Case, named: dict[str, Item]) -> Iterator[Finding]:
    """What an item says outside its statement: derivations, the values of a chart, the date of an entry."""
    if getattr(item.model, "derived", None):
        quotes, _ = quotes_of(item, named, case)
        if quotes or not item.citations:
            yield from derivation_faults(item, evidence_of(quotes), item.language)
    yield from chart_faults(item, case)
    yield from timeline_faults(item, case)


def _offered(item: Item, findings: Iterator[Finding]) -> Iterator[Finding]:
    """The findings of an item; one that stands in another brief is not edited from here."""
    if item.is_local:
        yield from findings
    else:
        yield from (replace(found, fixes=()) for found in findings)
