"""All checks, in their order."""

from collections.abc import Callable, Iterable, Set

from briefgen.checks.case import Check
from briefgen.checks.drift import check_drift
from briefgen.checks.form import check_form
from briefgen.checks.quotes import check_quotes
from briefgen.checks.readers import check_readers
from briefgen.checks.sourcing import check_sourcing, unused_sources
from briefgen.checks.words import check_words
from briefgen.diagnostics import Finding
from briefgen.sources.library import Library

CHECKS: tuple[Check, ...] = (
    check_form,
    check_quotes,
    check_drift,
    check_words,
    check_sourcing,
    check_readers,
)
"""All checks of one brief, in the order in which they run."""

LibraryCheck = Callable[[Library, Set[str]], Iterable[Finding]]
LIBRARY_CHECKS: tuple[LibraryCheck, ...] = (unused_sources,)
"""The checks of the library against the ids of all sources that briefs cite; their findings name the register in `path`."""
