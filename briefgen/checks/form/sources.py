"""The sources that are cited: each must have a text."""

from collections.abc import Iterable, Iterator

from briefgen.checks.case import Case
from briefgen.diagnostics import Finding
from briefgen.sources.extracted import SourceFault
from briefgen.sources.library import Library, Source


def textless_sources(case: Case) -> Iterator[Source]:
    """Yield each source that the brief cites and whose file gives no text."""
    cited = {each.source.record.id: each.source for _, each in case.cited() if each.source}
    for source in cited.values():
        if source.path is not None and isinstance(source.content, SourceFault):
            yield source


def unreadable_sources(library: Library, cited: Iterable[str]) -> Iterator[Finding]:
    """Yield `source-unreadable` for each of the sources called `cited` without a text, at its register entry."""
    for name in sorted(set(cited)):
        source = library.sources[name]
        fault = source.content
        if isinstance(fault, SourceFault):
            yield Finding(
                fault.rule,
                f"{source.record.file}: {fault.message}",
                (*source.route, "file"),
                path=source.register,
                help=fault.help,
            )
