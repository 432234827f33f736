"""The sources that are cited: each must have a text."""

from collections.abc import Iterator, Sequence

from briefgen.checks.case import Case
from briefgen.diagnostics import Finding
from briefgen.sources.extracted import SourceFault


def unreadable_sources(cases: Sequence[Case]) -> Iterator[Finding]:
    """Yield `source-unreadable` once for each cited source whose file gives no text, at its register entry."""
    used = {
        cited.source.record.id: cited.source for case in cases for _, cited in case.cited() if cited.source
    }
    for _, source in sorted(used.items()):
        if source.path is not None and isinstance(source.content, SourceFault):
            fault = source.content
            yield Finding(
                fault.rule,
                f"{source.record.file}: {fault.message}",
                (*source.route, "file"),
                path=source.register,
                help=fault.help,
            )
