"""Where a quote stands in its source, as a reader would look it up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefgen.checks.case import Cited
from briefgen.sources.extracted import Extracted

Stretch = tuple[int, int]
"""Start and end (exclusive) of a piece of a source's text, in code points."""
REACH = 240
"""Most code points of a source that are shown on each side of a quote."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a source's text, with the rest of its sentence, its page or its paragraph (from 1)."""

    start: int
    end: int
    before: str
    after: str
    page: int | None
    paragraph: int | None


def spot_of(cited: Cited) -> Stretch | None:
    """The place where the quote stands; None where it was not found."""
    anchor = cited.found.anchor if cited.found else None
    return (anchor.start, anchor.end) if anchor else None


def place_of(cited: Cited, kept_back: Sequence[Stretch] = ()) -> Place | None:
    """Where the quote was found; its context stops short of the stretches in `kept_back`."""
    spot = spot_of(cited)
    content = cited.source.content if cited.source else None
    if spot is None or not isinstance(content, Extracted):
        return None
    start, end = spot
    low, high = _room(spot, kept_back, _sentences(cited, spot))
    page = content.page_of(start)
    return Place(
        start,
        end,
        before=content.text[low:start],
        after=content.text[end:high],
        page=page,
        paragraph=None if page else _paragraph(content.text, start),
    )


def _sentences(cited: Cited, spot: Stretch) -> Stretch:
    """From the start of the first to the end of the last sentence that the quote touches, within reach."""
    prepared = cited.source.prepared if cited.source else None
    around = prepared.sentences_of(*spot) if prepared else ()
    if not around:
        return spot
    return max(around[0][0], spot[0] - REACH), min(around[-1][1], spot[1] + REACH)


def spots_of(citations: Iterable[Cited]) -> dict[str, list[Stretch]]:
    """The places of the quotes that were found, by source."""
    spots: dict[str, list[Stretch]] = {}
    for cited in citations:
        spot = spot_of(cited)
        if spot:
            spots.setdefault(cited.citation.source, []).append(spot)
    return spots


def _room(spot: Stretch, kept_back: Sequence[Stretch], sentences: Stretch) -> Stretch:
    """How far context may reach around `spot`: nowhere on a side where something kept back overlaps it."""
    start, end = spot
    low = max((min(stop, start) for begin, stop in kept_back if begin < start), default=0)
    high = min((max(begin, end) for begin, stop in kept_back if stop > end), default=sentences[1])
    return min(max(low, sentences[0]), start), max(min(high, sentences[1]), end)


def _paragraph(text: str, start: int) -> int:
    """The number, from 1, of the paragraph that holds the character at `start`: lines that are not blank."""
    return sum(1 for line in text[:start].split("\n")[:-1] if line.strip()) + 1
