"""Elided quotes: parts in order, near each other, with nothing left out that changes what is said (contract 6.1).

Owns how the parts are put together, and the judgement on the words between them. No parser stands behind it: it
refuses where a cue word, a clause boundary or another name shows that the sense may have changed, and a waiver with
its reason lets an honest elision pass.
"""

from bisect import bisect_left
from collections.abc import Iterator

from briefgen.evidence.quotes.faults import Fault
from briefgen.evidence.quotes.figure_shape import is_figure
from briefgen.evidence.quotes.quoted import Part
from briefgen.evidence.text.said import said
from briefgen.evidence.text.sentences import Span
from briefgen.evidence.text.source_text import SourceText

FARTHEST = 600
"""How far apart two parts of one quote may stand, in characters."""

Chain = tuple[Span, ...]
"""One place for each part of a quote, in order (normal form)."""


def chains(places: list[list[Span]]) -> list[Chain]:
    """Return the ways in which the parts follow each other closely, each as tight as it can be."""
    if len(places) == 1:
        return [(span,) for span in places[0]]
    tightest: dict[int, Chain] = {}
    for span in places[0]:
        chain = _followed(span, places[1:])
        if chain:
            tightest[chain[-1][1]] = chain
    return list(tightest.values())


def _followed(first: Span, places: list[list[Span]]) -> Chain | None:
    chain = [first]
    for spans in places:
        index = bisect_left(spans, (chain[-1][1], 0))
        if index == len(spans) or spans[index][0] - chain[-1][1] > FARTHEST:
            return None
        chain.append(spans[index])
    return tuple(chain)


def _exchanged(raw: str, left: Span, right: Span) -> str | None:
    """Why two figures may have changed places: `40 [...] women` of "40 men and 30 women"."""
    omitted = raw[left[1] : right[0]].split()
    beside = (*raw[slice(*left)].split()[-1:], *raw[slice(*right)].split()[:1])
    if not (any(map(is_figure, omitted)) and any(map(is_figure, beside))):
        return None
    return "leaves out a figure next to the one that is quoted, so that one takes the other's place"


def omissions(source: SourceText, parts: tuple[Part, ...], stands: tuple[Span, ...]) -> Iterator[Fault]:
    """Yield a fault for each elision that changes what is said."""
    if len(stands) < 2:
        return
    # Costly to load, and few quotes leave anything out.
    from briefgen.evidence.quotes.omitted import reason_against

    for index in range(len(stands) - 1):
        left, right = stands[index], stands[index + 1]
        reason = reason_against(source, left, right) or _exchanged(source.raw, left, right)
        if reason:
            omitted = " ".join(source.raw[left[1] : right[0]].split())
            yield Fault(
                "elision-changes-meaning",
                f"the elision {reason}",
                f"left out is: {said(omitted)}; quote it as well, or cite the parts one by one",
                parts[index].end,
                parts[index + 1].start,
                places=((left[1], right[0]),),
            )
