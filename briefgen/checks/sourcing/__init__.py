"""What statements rest on: how many independent sources, which are disputed, what has been replaced.

Sources of one `independence` group count as one. A citation that disputes corroborates nothing.
"""

from collections.abc import Iterator

from briefgen.checks.case import Case
from briefgen.checks.sourcing.corroboration import credibility_unsupported, single_sources
from briefgen.checks.sourcing.disputes import disputed
from briefgen.checks.sourcing.likelihoods import likelihoods_mixed
from briefgen.checks.sourcing.supersession import superseded
from briefgen.checks.sourcing.unused import unused_sources
from briefgen.diagnostics import Finding

__all__ = ["check_sourcing", "unused_sources"]


def check_sourcing(case: Case) -> Iterator[Finding]:
    """Yield `single-source`, `credibility-unsupported`, `disputed`, `superseded`, `likelihood-mixed`."""
    yield from single_sources(case)
    yield from credibility_unsupported(case)
    yield from disputed(case)
    yield from superseded(case)
    yield from likelihoods_mixed(case)
