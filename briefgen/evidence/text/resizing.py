"""The way back from a rewritten text to the text it was made from.

Owns one thing: the record of a rewriting step that changes lengths, and the questions asked of it: where does the
character at an offset begin and end in the text before the step, and where has an offset come to stand after it.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable

from msgspec import Struct

Edit = tuple[int, int, str]
"""Where a text starts and ends that is replaced, and by what."""


class Resizing(Struct, frozen=True):
    """Where one step put text of another length: parallel arrays, one entry a replacement, in order."""

    out_starts: "array[int]"
    out_ends: "array[int]"
    in_starts: "array[int]"
    in_ends: "array[int]"

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return where the character at `start` of the new text begins in the old one, and the one before `end` ends."""
        index = bisect_right(self.out_starts, start) - 1
        if index >= 0:
            inside = start < self.out_ends[index]
            start = self.in_starts[index] if inside else self.in_ends[index] + start - self.out_ends[index]
        index = bisect_right(self.out_starts, end - 1) - 1
        if index >= 0:
            end = self.in_ends[index] + max(0, end - self.out_ends[index])
        return start, end

    def start_image(self, offset: int) -> int:
        """Return where the character at `offset` of the old text has come to stand: its replacement's start."""
        index = bisect_right(self.in_starts, offset) - 1
        if index < 0:
            return offset
        if offset < self.in_ends[index]:
            return self.out_starts[index]
        return self.out_ends[index] + offset - self.in_ends[index]

    def end_image(self, offset: int) -> int:
        """Return where the character before `offset` of the old text now ends: its replacement's end."""
        index = bisect_right(self.in_starts, offset - 1) - 1
        if index < 0:
            return offset
        if offset <= self.in_ends[index]:
            return self.out_ends[index]
        return self.out_ends[index] + offset - self.in_ends[index]


class RecordedText(Struct, frozen=True):
    """A rewritten text with the steps that lead back to the text it was made from."""

    text: str
    steps: tuple[Resizing, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return the characters of the old text that `text[start:end]` was made from."""
        for step in reversed(self.steps):
            start, end = step.origin(start, end)
        return start, max(start, end)

    def image(self, start: int, end: int) -> tuple[int, int]:
        """Return what `[start:end)` of the old text has become in `text`."""
        for step in self.steps:
            start, end = step.start_image(start), step.end_image(end)
        return start, end


def recorded(text: str, edits: Iterable[Edit]) -> tuple[str, Resizing]:
    """Make `edits`, which stand in order, and record them."""
    starts, ends, in_starts, in_ends = array("q"), array("q"), array("q"), array("q")
    pieces: list[str] = []
    done = length = 0
    for start, end, new in edits:
        pieces += (text[done:start], new)
        length += start - done
        starts.append(length)
        length += len(new)
        ends.append(length)
        in_starts.append(start)
        in_ends.append(end)
        done = end
    pieces.append(text[done:])
    return "".join(pieces), Resizing(starts, ends, in_starts, in_ends)
