"""Registered sources that no brief cites."""

from collections.abc import Iterator, Set

from briefgen.diagnostics import Finding
from briefgen.sources.library import Library


def unused_sources(library: Library, used: Set[str]) -> Iterator[Finding]:
    """Yield `unused-source` for each source that is not among `used`, the ids that the workspace's briefs cite."""
    for name, source in library.sources.items():
        if name not in used:
            yield Finding(
                "unused-source",
                f"no brief cites {name}",
                (*source.route, "id"),
                path=source.register,
                help="cite it, or take it out of the register once nobody means to",
            )
