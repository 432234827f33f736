"""Quotes: whether each stands verbatim in its source, once, whole, and in keeping with its own sentence.

Owns the way from what anchoring found to findings with remedies; what counts as the same words is evidence's.
"""

from collections.abc import Iterator

from briefgen.checks.case import Case
from briefgen.checks.quotes.anchored import quote_faults
from briefgen.checks.quotes.trimming import trimmed_contexts
from briefgen.diagnostics import Finding


def check_quotes(case: Case) -> Iterator[Finding]:
    """Yield every rule of the family `quotes`."""
    yield from quote_faults(case)
    yield from trimmed_contexts(case)
