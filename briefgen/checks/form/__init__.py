"""The form of a brief beyond its fields: ids, references, cycles, what is cited at all."""

from collections.abc import Iterator

from briefgen.checks.case import Case
from briefgen.checks.form.citations import unciteds, unknown_pages, unknown_sources
from briefgen.checks.form.references import duplicate_ids, reference_cycles, unknown_references
from briefgen.diagnostics import Finding


def check_form(case: Case) -> Iterator[Finding]:
    """Yield `duplicate-id`, `unknown-reference`, `invalid-value` (cycles, pages), `unknown-source`, `uncited`."""
    yield from duplicate_ids(case)
    yield from unknown_references(case)
    yield from reference_cycles(case)
    yield from unknown_sources(case)
    yield from unknown_pages(case)
    yield from unciteds(case)
