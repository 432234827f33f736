"""Predicts the height of a laid out page at other type sizes.

Pure: a tree of blocks, table rows and words as one layout left them. Most lengths of a page but its margins
scale with the type, so a block's height at another size follows from how its words break there: words are poured
greedily into the width that then remains. The prediction is checked by a layout before anything is printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Word(NamedTuple):
    """A word, the blank before it (none where it only may go over to the next line), and where it may be divided.

    `cuts` are the widths of its beginnings, without a hyphen.
    """

    width: float
    blank: float = 0.0
    cuts: tuple[float, ...] = ()


class Length(NamedTuple):
    """A length, part of which grows with the type."""

    growing: float
    fixed: float = 0.0

    def at(self, ratio: float) -> float:
        """The length at `ratio` times the size."""
        return self.growing * ratio + self.fixed


@dataclass(frozen=True)
class Paragraph:
    """Lines of text; `zone` is the share of a line that may stay empty before a word is divided."""

    inset: Length
    extra: Length
    words: tuple[Word, ...]
    lines: int
    leading: float
    poured: int
    hyphen: float = 0.0
    zone: float = 0.0

    @cached_property
    def widest(self) -> float:
        """The width of all words in one line."""
        return sum(word.width + word.blank for word in self.words)

    def height(self, ratio: float, width: float) -> float:
        """Height at `ratio` times the size, in a parent of `width`."""
        return self.extra.at(ratio) + self.lines_at(ratio, width) * self.leading * ratio

    def lines_at(self, ratio: float, width: float) -> int:
        """How many lines it takes then."""
        room = (width - self.inset.at(ratio)) / ratio
        poured = 1 if self.widest <= room else pour(self.words, room, self.hyphen, self.zone)
        return max(1, self.lines + poured - self.poured)


@dataclass(frozen=True, slots=True)
class Stack:
    """Blocks one below the other."""

    inset: Length
    extra: Length
    blocks: "tuple[Block, ...]"

    def height(self, ratio: float, width: float) -> float:
        """Height at `ratio` times the size, in a parent of `width`."""
        own = width - self.inset.at(ratio)
        return self.extra.at(ratio) + sum(block.height(ratio, own) for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of table cells; each takes its share of the table's width, and the tallest gives the height."""

    inset: Length
    extra: Length
    cells: "tuple[tuple[float, Block], ...]"

    def height(self, ratio: float, width: float) -> float:
        """Height at `ratio` times the size, in a table of `width`."""
        own = width - self.inset.at(ratio)
        return self.extra.at(ratio) + max(
            (cell.height(ratio, share * own) for share, cell in self.cells), default=0.0
        )


Block = Paragraph | Stack | Row


SLACK = 0.002
"""Rounding noise of widths, in pixels."""


def pour(words: Sequence[Word], room: float, hyphen: float = 0.0, zone: float = 0.0) -> int:
    """How many lines of `room` the words fill when each line takes as many as it can."""
    lines, used = 1, 0.0
    room += SLACK
    for word in words:
        end = used + word.blank + word.width if used else word.width
        if end > room:
            more, end = _over(word, used, room, hyphen, zone)
            lines += more
        used = end
    return lines


def _over(word: Word, used: float, room: float, hyphen: float, zone: float) -> tuple[int, float]:
    """The lines that a word begins which has too little room beside what is used, and what the last of them holds."""
    lines, done = 0, 0.0
    start = used + word.blank if used else 0.0
    while start + word.width - done > room:
        may_divide = not used or room - used > zone * room
        cut = _cut(word.cuts, done + room - start - hyphen) if may_divide else 0.0
        if cut <= done and not used:
            break
        lines, done, used, start = lines + 1, max(cut, done), 0.0, 0.0
    return lines, start + word.width - done


def _cut(cuts: Sequence[float], room: float) -> float:
    """The last cut that leaves no more than `room` on the line; 0 where there is none."""
    return max((cut for cut in cuts if cut <= room), default=0.0)
