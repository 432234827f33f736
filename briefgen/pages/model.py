"""Predicts the height of a laid out page at other type sizes.

Pure: a tree of blocks, table rows and words as one layout left them. All lengths of a page but its margins scale
with the type, so a block's height at another size follows from how its words break there: words are poured
greedily into the width that then remains. The prediction is checked by a layout before anything is printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

HYPHENATED_FROM = 7
"""Words of so many letters are taken as breakable where the language is hyphenated (the engine's own rule: 5, and
a syllable must break there)."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of text. `words` are widths; a negative one is glued to the word before it and may be broken off."""

    inset: float
    extra: float
    words: tuple[float, ...]
    blank: float
    lines: int
    leading: float
    poured: int

    def height(self, ratio: float, width: float) -> float:
        """Height at `ratio` times the size, in a parent of `width`."""
        room = width / ratio - self.inset
        lines = max(1, self.lines + pour(self.words, self.blank, room) - self.poured)
        return ratio * (self.extra + lines * self.leading)


@dataclass(frozen=True, slots=True)
class Stack:
    """Blocks one below the other."""

    inset: float
    extra: float
    blocks: "tuple[Block, ...]"

    def height(self, ratio: float, width: float) -> float:
        """Height at `ratio` times the size, in a parent of `width`."""
        own = width - self.inset * ratio
        return ratio * self.extra + sum(block.height(ratio, own) for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of table cells; each takes its share of the table's width, and the tallest gives the height."""

    inset: float
    extra: float
    cells: "tuple[tuple[float, Block], ...]"

    def height(self, ratio: float, width: float) -> float:
        """Height at `ratio` times the size, in a table of `width`."""
        own = width - self.inset * ratio
        return ratio * self.extra + max(
            (cell.height(ratio, share * own) for share, cell in self.cells), default=0.0
        )


Block = Paragraph | Stack | Row


def pour(words: Sequence[float], blank: float, room: float) -> int:
    """How many lines of `room` the words fill when each line takes as many as it can."""
    lines, used = 1, 0.0
    for word in words:
        glued = word < 0
        width = -word if glued else word
        gap = 0.0 if glued or not used else blank
        if used and used + gap + width > room:
            lines, used = lines + 1, width
        else:
            used += gap + width
    return lines
