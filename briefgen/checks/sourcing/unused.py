"""Registered sources that no brief cites."""

from collections.abc import Iterator, Sequence

from briefgen.checks.case import Case
from briefgen.diagnostics import Finding
from briefgen.sources.library import Library


def unused_sources(library: Library, cases: Sequence[Case]) -> Iterator[Finding]:
    """Yield `unused-source` for each source that no brief of the workspace cites."""
    used = {cited.citation.source for case in cases for _, cited in case.cited()}
    for name, source in library.sources.items():
        if name not in used:
            yield Finding(
                "unused-source",
                f"no brief cites {name}",
                (*source.route, "id"),
                path=source.register,
                help="cite it, or take it out of the register once nobody means to",
            )
