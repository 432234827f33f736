"""Predicts the height of a laid out page at other type sizes.

Pure: a tree of blocks, table rows and words as one layout left them. All lengths of a page but its margins scale
with the type, so a block's height at another size follows from how its words break there: words are poured
greedily into the width that then remains. The prediction is checked by a layout before anything is printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of text. `words` are widths; a negative one is glued to the word before it and may be broken off.

    `zone` is the share of a line that may stay empty before a word is broken.
    """

    inset: float
    extra: float
    words: tuple[float, ...]
    blank: float
    lines: int
    leading: float
    poured: int
    zone: float = 0.0

    def height(self, ratio: float, width: float) -> float:
        """Height at `ratio` times the size, in a parent of `width`."""
        room = width / ratio - self.inset
        lines = max(1, self.lines + pour(self.words, self.blank, room, self.zone) - self.poured)
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


def pour(words: Sequence[float], blank: float, room: float, zone: float = 0.0) -> int:
    """How many lines of `room` the words fill when each line takes as many as it can."""
    lines, used, open_word = 1, 0.0, 0.0
    for word in words:
        glued = word < 0
        width, gap = (-word, 0.0) if glued else (word, blank if used else 0.0)
        open_word = open_word if glued else 0.0
        if used and used + gap + width > room:
            # What is left without the word is too little to break it for: all of it goes over.
            whole = glued and open_word < used and room - used + open_word <= zone * room
            lines, used = lines + 1, open_word + width if whole else width
            open_word = used
        else:
            used += gap + width
            open_word += width
    return lines
