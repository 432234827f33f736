"""Drift: what has changed in the sources since the brief was locked.

Owns the comparison of a brief with its lock. A quote that is no longer found is told apart from one that never stood
there; no score ever takes a lookalike for the quote.
"""

from collections.abc import Iterator

from briefgen.checks.case import Case
from briefgen.checks.drift.quotes import drifted_quotes
from briefgen.checks.drift.sources import changed_sources, not_locked
from briefgen.diagnostics import Finding


def check_drift(case: Case) -> Iterator[Finding]:
    """Yield every rule of the family `drift`."""
    yield from not_locked(case)
    yield from changed_sources(case)
    yield from drifted_quotes(case)
