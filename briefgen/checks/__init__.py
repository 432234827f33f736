"""The checks: one family a package, each a pure function from a case to findings."""

from collections.abc import Callable, Iterable, Sequence

from briefgen.checks.case import Case, Check
from briefgen.checks.form import check_form
from briefgen.diagnostics import Finding
from briefgen.sources.library import Library

CHECKS: tuple[Check, ...] = (check_form,)
"""All checks of one brief, in the order in which they run."""

LibraryCheck = Callable[[Library, Sequence[Case]], Iterable[Finding]]
LIBRARY_CHECKS: tuple[LibraryCheck, ...] = ()
"""The checks of the library against all briefs; their findings name the register in `path`."""

__all__ = ["CHECKS", "LIBRARY_CHECKS", "Case", "Check", "LibraryCheck"]
