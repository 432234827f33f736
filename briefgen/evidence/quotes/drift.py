"""Quotes in texts that have changed: whether their surroundings have, and where lost ones stood.

Owns the comparison with a recorded context (32 characters on each side). A quote is only ever found verbatim; what
stands in its old place is shown as a difference.
"""

import re
from itertools import pairwise

from msgspec import Struct

from briefgen.evidence.quotes.anchoring import Anchor
from briefgen.evidence.quotes.context import Around, Context, around, fits
from briefgen.evidence.quotes.faults import Nearest
from briefgen.evidence.quotes.nearest import nearest
from briefgen.evidence.quotes.occurrences import find_all
from briefgen.evidence.text.normal import normalise
from briefgen.evidence.text.source_text import SourceText

RECORDED = 32
"""How much context is recorded on each side, in characters (Hypothesis uses as many)."""
ALIKE = 0.6
"""What is less like the quote than this is another passage, even in its old place."""

SHORT = 24
"""A record with fewer characters after the quote ends because the text did, or before one very long word."""
FAR = 4 * RECORDED
"""So far around a quote the ends of its paragraph are looked for."""

MOST_STRETCHES = 16
"""So many stretches between the same words are looked into for what stands in a quote's place."""

PARAGRAPH = re.compile(r"\n\s*\n|(?<=[.!?…。！？”»\"')])[ \t]*\n")
CUT_WORD, WORD_CUT = re.compile(r"\A\S+(?=\s)"), re.compile(r"(?<=\s)\S+\Z")


def surroundings(source: SourceText, start: int, end: int) -> Context:
    """Return what stands within 32 characters before and after `raw[start:end]`, whole words on one line."""
    before = source.raw[max(0, start - RECORDED) : start]
    after = source.raw[end : end + RECORDED]
    if start > RECORDED:
        before = CUT_WORD.sub("", before, count=1)
    if end + RECORDED < len(source.raw):
        after = WORD_CUT.sub("", after, count=1)
    return Context(
        source.readable(start - len(before), start).strip(), source.readable(end, end + len(after)).strip()
    )


def left_out(source: SourceText, anchor: Anchor) -> tuple[str, ...]:
    """The words that a quote leaves out, as they read: one text for each mark of an elision."""
    return tuple(source.readable(one[1], other[0]).strip() for one, other in pairwise(anchor.parts))


class Standing(Struct, frozen=True):
    """How a quote stands in its source: from `start` on, with its `recorded` context.

    `amid` is what stands around it at more length, and `near` its context within its own paragraph, to hold an earlier
    record against.
    """

    start: int
    recorded: Context
    amid: Around
    near: Context

    def changed_sides(self, recorded: Context, start: int) -> tuple[str, ...]:
        """Tell on which sides (`before`, `after`) other words stand now than were `recorded` when it began at `start`.

        A record that ends because the text did is held against what stands there now in the quote's own paragraph: a
        paragraph of its own before or after it moves the quote and touches it no more.
        """
        if self.recorded == recorded:
            return ()
        sides = (
            ("before", Context(prefix=recorded.prefix), start <= RECORDED),
            ("after", Context(suffix=recorded.suffix), len(recorded.suffix) < SHORT),
        )
        return tuple(
            side
            for side, was, at_edge in sides
            if not self.amid.holds(was) or (at_edge and self._is_longer_than(was, side))
        )

    def _is_longer_than(self, was: Context, side: str) -> bool:
        now, old = (each.prefix if side == "before" else each.suffix for each in (self.near, was))
        return len(normalise(now.strip())) > len(normalise(old))


def standing(source: SourceText, start: int, end: int) -> Standing:
    """Describe how `raw[start:end]` stands."""
    recorded = surroundings(source, start, end)
    low, high = _paragraph(source.raw, start, end)
    after = recorded.suffix if high - end > RECORDED else source.readable(end, high)
    amid = around(source, source.to_normal(start, end), RECORDED)
    return Standing(start, recorded, amid, Context(source.readable(low, start), after))


def _paragraph(raw: str, start: int, end: int) -> tuple[int, int]:
    """The paragraphs that a quote stands in: up to an empty line, or to a line that ends as a sentence does."""
    low, high = max(0, start - FAR), min(len(raw), end + FAR)
    breaks = [match.end() for match in PARAGRAPH.finditer(raw, low, start)]
    following = PARAGRAPH.search(raw, end, high)
    return breaks[-1] if breaks else low, following.start() if following else high


def altered(quote: str, source: SourceText, before: str, after: str) -> Nearest | None:
    """Return the passage that stands where the lost `quote` stood, if it is the same but for a few words.

    It has no changes where the very words stand there and only those of the quote's own context differ.
    """
    there = (
        nearest(quote, source, stretch) for stretch in _between(quote, source, before, after)[:MOST_STRETCHES]
    )
    same = [found for found in there if found and _is_same(found)]
    if same:
        return max(same, key=lambda found: found.likeness)
    sides = [side for side in (Context(prefix=before), Context(suffix=after)) if side.prefix or side.suffix]
    for span in find_all(normalise(quote), source):
        if any(fits(source, span, side) for side in sides):
            start, end = source.to_raw(*span)
            return Nearest(start, end, source.readable(start, end), 1.0, ())
    found = nearest(quote, source)
    if found is None or found.likeness < ALIKE:
        return None
    span = source.to_normal(found.start, found.end)
    return found if any(fits(source, span, side) for side in sides) else None


def _is_same(found: Nearest) -> bool:
    return found.likeness >= ALIKE or all(change.only_case for change in found.changes)


def _between(quote: str, source: SourceText, before: str, after: str) -> list[tuple[int, int]]:
    """The stretches that both contexts still enclose, not much longer than the quote."""
    starts = [end for _, end in find_all(normalise(before), source)] if before else [0]
    ends = [start for start, _ in find_all(normalise(after), source)] if after else [len(source.normal)]
    longest = 2 * len(quote) + 2 * RECORDED
    pairs = ((start, end) for start in starts for end in ends if 0 < end - start <= longest)
    return [source.to_raw(start, end) for start, end in pairs]
