"""The words around a passage: the shortest ones that tell it from others like it.

Owns prefixes and suffixes (W3C Web Annotation, TextQuoteSelector). A proposed context ends at word boundaries, as
Apache Annotator's describe step has it, and is checked against every other place before it is offered.
"""

import re
from bisect import bisect
from functools import cache

from msgspec import Struct

from briefgen.evidence.text.blankless import LETTERS, MARKS
from briefgen.evidence.text.characters import BREAK, SEAM
from briefgen.evidence.text.normal import normalise
from briefgen.evidence.text.sentences import Span
from briefgen.evidence.text.source_text import SourceText

MOST_WORDS = 24
REACH = 400
SHOWN = 40
"""So many characters beside a passage are shown, at the most."""


@cache
def _word() -> re.Pattern[str]:
    """A word; in scripts that set no blanks between words, a letter. Compiled on first use, for it takes long."""
    return re.compile(rf"[{MARKS}]*[{LETTERS}][{MARKS}]*|[^\s{LETTERS}{MARKS}]+|[{MARKS}]+")


class Context(Struct, frozen=True):
    """Words right before and right after a quote; either may be empty."""

    prefix: str = ""
    suffix: str = ""


class Around(Struct, frozen=True):
    """What stands before and after a passage, levelled so that contexts can be held against it.

    `seams`: it is of a text with hyphens at line ends.
    """

    before: str
    after: str
    seams: bool

    def holds(self, context: Context) -> bool:
        """Tell whether `context` stands here, blanks at the seam ignored."""
        prefix, suffix = (
            _comparable(normalise(text), self.seams) for text in (context.prefix, context.suffix)
        )
        return self.before.endswith(prefix) and self.after.startswith(suffix)


def around(source: SourceText, span: Span, reach: int) -> Around:
    """What stands around `span` (normal form), as far as contexts of `reach` characters can tell."""
    low, high = max(0, span[0] - 2 * reach - 8), span[1] + 2 * reach + 8
    before, after = source.normal[low : span[0]], source.normal[span[1] : high]
    seams = source.has_seams
    return Around(_comparable(before, seams), _comparable(after, seams), seams)


def fits(source: SourceText, span: Span, context: Context) -> bool:
    """Tell whether `context` stands around `span` (normal form), blanks at the seam ignored."""
    reach = max(len(context.prefix), len(context.suffix))
    return around(source, span, reach).holds(context)


def _comparable(normal: str, seams: bool) -> str:
    """Level what a context by itself cannot show, for it depends on what is touched: the role of a dash at its edge,
    a mark after a figure, and, in a text with hyphens at line ends, whether there is a hyphen at all."""
    text = normal.strip().replace('"', "'").replace(BREAK, "-").replace(SEAM, "")
    return text.replace("-", "") if seams else text


def telling_apart(source: SourceText, span: Span, others: list[Span]) -> Context | None:
    """Return the shortest context that stands around `span` and around none of `others`, or None."""
    before = list(_word().finditer(source.normal[max(0, span[0] - REACH) : span[0]]))
    after = list(_word().finditer(source.normal[span[1] : span[1] + REACH]))
    first = [min(span[0], REACH) - word.start() for word in reversed(before)]
    last = [word.end() for word in after]
    shared: set[tuple[int, int]] = set()
    for other in others:
        ours, theirs = _shared(source.normal, span, other, (first, last))
        if ours >= min(len(first), MOST_WORDS) and theirs >= min(len(last), MOST_WORDS):
            return None
        shared.add((ours, theirs))
    for words in range(1, MOST_WORDS + 1):
        for leading in range(words, -1, -1):
            trailing = words - leading
            if leading > len(before) or trailing > len(after):
                continue
            if any(leading <= ours and trailing <= theirs for ours, theirs in shared):
                continue
            context = _context(source, span, before, after, leading, trailing)
            if fits(source, span, context) and not any(fits(source, other, context) for other in others):
                return context
    return None


def _shared(normal: str, span: Span, other: Span, sizes: tuple[list[int], list[int]]) -> tuple[int, int]:
    """How many words before and after `span` stand around `other`, letter for letter; no such context tells them apart.

    `sizes` are the lengths of what so many words before and after `span` take.
    """

    def differs_before(size: int) -> bool:
        return normal[span[0] - size : span[0]] != normal[max(0, other[0] - size) : other[0]]

    def differs_after(size: int) -> bool:
        return normal[span[1] : span[1] + size] != normal[other[1] : other[1] + size]

    return bisect(sizes[0], False, key=differs_before), bisect(sizes[1], False, key=differs_after)


def _context(
    source: SourceText,
    span: Span,
    before: list[re.Match[str]],
    after: list[re.Match[str]],
    leading: int,
    trailing: int,
) -> Context:
    base = max(0, span[0] - REACH)
    start = base + before[len(before) - leading].start() if leading else span[0]
    end = span[1] + after[trailing - 1].end() if trailing else span[1]
    return Context(_raw(source, start, span[0]), _raw(source, span[1], end))


def _raw(source: SourceText, start: int, end: int) -> str:
    if start >= end:
        return ""
    return source.readable(*source.to_raw(start, end)).strip()


def beside(raw: str, start: int, end: int, field: str) -> str:
    """Tell what stands before (`field` prefix) or after (suffix) the raw stretch, in whole words."""
    if field == "suffix":
        side, edge, said = "after", "ends", _first_words(raw[end : end + REACH])
    else:
        side, edge, said = "before", "begins", _first_words(raw[max(0, start - REACH) : start][::-1])[::-1]
    return f"{side} it stands: “{said}”" if said else f"nothing stands {side} it: the source {edge} there"


def _first_words(text: str) -> str:
    """The first words of `text`, blanks levelled, as many as may be shown."""
    flat = " ".join(text.split())
    if len(flat) <= SHOWN:
        return flat
    return flat[:SHOWN] if " " not in flat[: SHOWN + 1] else flat[: SHOWN + 1].rsplit(maxsplit=1)[0]
