"""A source's text, made ready once for everything that is asked of it.

Owns the pairing of raw and normalised text: offsets in the one lead to the exact characters of the other. What
costs more than a look-up (the way back, the sentences, the text without line-end hyphens) is made on first use.
"""

import re
from bisect import bisect_right
from functools import cached_property

from msgspec import Struct

from briefgen.evidence.text.blankless import joined
from briefgen.evidence.text.characters import SEAM, SEAMS, SOFT_HYPHEN
from briefgen.evidence.text.homoglyphs import levelled
from briefgen.evidence.text.normal import (
    SOFT_BREAK,
    closed_up,
    fold_hyphens,
    normalise,
    steps_of,
)
from briefgen.evidence.text.resizing import RecordedText
from briefgen.evidence.text.sampling import Sampled, sampled
from briefgen.evidence.text.sentences import Span, sentences

HYPHENATED = re.compile(rf"(?:[-\u2010\u2011][ \t]*\n|[{SEAMS}])\s*+")


class SourceText(Struct, frozen=True, eq=False, dict=True):
    """A text as received (`raw`) and in its normal form (`normal`); all public offsets count in `raw`.

    `language` is a BCP 47 tag, or "" where nobody has said.
    """

    raw: str
    normal: str
    language: str = ""

    @cached_property
    def _recorded(self) -> RecordedText:
        return RecordedText(self.normal, steps_of(self.raw))

    @cached_property
    def levelled(self) -> str:
        """The normal form with case and lookalike letters levelled, character for character; made on the first miss."""
        return levelled(self.normal)

    @cached_property
    def searched(self) -> Sampled:
        """The normal form, made ready for many searches."""
        return sampled(self.normal)

    @cached_property
    def has_seams(self) -> bool:
        """Whether some line ends in a hyphen that may or may not belong to the word."""
        return SEAM in self.normal

    @cached_property
    def folded(self) -> RecordedText:
        """The normal form without any hyphen; leads back to the normal form."""
        return fold_hyphens(self.normal)

    @cached_property
    def searched_folded(self) -> Sampled:
        """The normal form without any hyphen, made ready for many searches."""
        return sampled(self.folded.text)

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences, as offsets in `raw`."""
        return sentences(self.raw)

    def to_raw(self, start: int, end: int) -> Span:
        """Return the characters of `raw` that `normal[start:end]` was made from, without blanks around them."""
        first, last = self._recorded.origin(start, end)
        while first < last and self.raw[last - 1].isspace():
            last -= 1
        while first < last and self.raw[first].isspace():
            first += 1
        return first, last

    def to_normal(self, start: int, end: int) -> Span:
        """Return the stretch of `normal` that `raw[start:end]` has become."""
        return self._recorded.image(start, end)

    def sentences_of(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the sentences that share a character with `raw[start:end]`, in order."""
        spans = self.sentences
        first = max(bisect_right(spans, (start, len(self.raw))) - 1, 0)
        found: list[Span] = []
        for span in spans[first:]:
            if span[0] >= end:
                break
            if span[1] > start:
                found.append(span)
        return tuple(found)

    def enclosing(self, start: int, end: int) -> Span:
        """Return the stretch of whole sentences around `raw[start:end]`."""
        found = self.sentences_of(start, end)
        return (min(start, found[0][0]), max(end, found[-1][1])) if found else (start, end)

    def readable(self, start: int, end: int) -> str:
        """Return `raw[start:end]` on one line: line wraps and what hyphenation put in are undone, no word is changed."""
        text = self.raw[start:end]
        if SOFT_HYPHEN in text:
            text = SOFT_BREAK.sub("", text).replace(SOFT_HYPHEN, "")
        if "\n" in text or any(map(text.__contains__, SEAMS)):
            text = HYPHENATED.sub(self._closed_up, text)
        return unwrapped(text)

    def _closed_up(self, match: re.Match[str]) -> str:
        joined = closed_up(match)
        if joined != SEAM:
            return joined
        before = re.search(r"[^\W_]*\Z", match.string[: match.start()])
        after = re.match(r"[^\W_]*", match.string[match.end() :])
        word = f"{before[0] if before else ''}-{after[0] if after else ''}"
        return "-" if word in self.normal or word.partition("-")[0].isupper() else ""

    def line_of(self, offset: int) -> int:
        """Return the line, counted from 1, of the character at `offset` of `raw`."""
        return self.raw.count("\n", 0, offset) + 1


def unwrapped(text: str) -> str:
    """`text` on one line, with one blank for each line wrap and the blanks and empty lines around it; none in scripts without."""
    first, *rest = text.split("\n")
    if not rest:
        return text
    inner = filter(None, [line.strip() for line in rest[:-1]])
    return joined([first.rstrip(), *inner, rest[-1].lstrip()])


def prepare(raw: str, language: str = "") -> SourceText:
    """Make `raw` ready for anchoring: once a source, about 1 ms for 100 KB."""
    return SourceText(raw, normalise(raw), language)
