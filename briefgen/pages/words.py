"""Weighs the words of laid out lines: how wide each is, and where it may be divided.

Pango is asked where in its line a character stands, so that a word is as wide as it is printed; where a word may be
divided is asked of the dictionary that the engine uses.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import pyphen  # type: ignore[import-untyped]
from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.line_break import Layout, line_size

from briefgen.pages.boxes import Box, in_flow
from briefgen.pages.model import Word

ffi.cdef(
    "void pango_layout_line_index_to_x(PangoLayoutLine *line, int index, gboolean trailing, int *x_pos);"
)

LETTERS = re.compile(r"[^\W\d_]+")
LEFT = ("margin_left", "border_left_width", "padding_left")
RIGHT = ("margin_right", "border_right_width", "padding_right")
BESIDE_LETTERS = re.compile(r"[^A-Za-z](?=.)|[A-Za-z](?=[^A-Za-z])", re.DOTALL)
DASHES = ("-", "\u2010", "\u2013", "\u2014", "/", "\u00ad")
"""After these a line may end without a blank."""


@dataclass(slots=True)
class Piece:
    """Text that holds together. `edges` tells how far from its start each character begins, where that matters."""

    text: str
    width: float
    blank: float
    style: Any
    edges: list[float] = field(default_factory=list)

    def join(self, other: "Piece") -> None:
        """Take in what follows without a place to break."""
        self.edges = [*self.edges, *(self.width + edge for edge in other.edges)] if self.edges else []
        self.text, self.width = self.text + other.text, self.width + other.width

    def mend(self, other: "Piece") -> bool:
        """Take in the rest of a word that was divided at the end of a line, if that is what it is."""
        sign = self.style["hyphenate_character"]
        start = len(self.text) - len(sign)
        whole = Piece(
            self.text[:start],
            self.width - width_of(sign, self.style),
            self.blank,
            self.style,
            self.edges[:start],
        )
        whole.join(other)
        if not self.text.endswith(sign) or start not in whole.divisions():
            return False
        self.text, self.width, self.edges = whole.text, whole.width, whole.edges
        return True

    def shift(self, room: float) -> None:
        """Put some room before it."""
        self.width += room
        self.edges = [edge + room for edge in self.edges]

    def divisions(self) -> list[int]:
        """Where the word may be divided."""
        total, before, after = self.style["hyphenate_limit_chars"]
        if self.style["hyphens"] != "auto" or not self.style["lang"] or len(self.edges) < total:
            return []
        word = max(LETTERS.finditer(self.text), key=lambda found: len(found[0]), default=None)
        if word is None or len(word[0]) < total:
            return []
        return [word.start() + place for place in divisions(word[0], self.style["lang"], before, after)]

    def word(self) -> Word:
        """As the model takes it."""
        return Word(self.width, self.blank, tuple(self.edges[place] for place in self.divisions()))


@lru_cache(maxsize=8192)
def divisions(word: str, language: str, before: int, after: int) -> tuple[int, ...]:
    """Where the engine's dictionary divides a word."""
    known = pyphen.language_fallback(language)
    return tuple(_dictionary(known, before, after).positions(word)) if known else ()


@lru_cache(maxsize=32)
def _dictionary(language: str, before: int, after: int) -> Any:
    return pyphen.Pyphen(lang=language, left=before, right=after)


def words_of(lines: Sequence[Box]) -> tuple[tuple[Word, ...], float]:
    """The words in some lines, and the width of a hyphen among them."""
    pieces: list[Piece] = []
    hyphen = 0.0
    for line in lines:
        gap = bool(pieces) and not pieces[-1].text.endswith(DASHES)
        for place, (run, before, after) in enumerate(spaced(line)):
            found = pieces_of(run)
            if found:
                found[0].shift(before)
                found[-1].width += after
            hyphen = hyphen or hyphen_of(run)
            if pieces and found and _joins(pieces[-1], found[0], place == 0, gap):
                del found[0]
            elif found and gap:
                found[0].blank = width_of(" ", found[0].style)
            pieces += found
            gap = isinstance(run, boxes.TextBox) and run.text.endswith(" ")
    return tuple(piece.word() for piece in pieces), hyphen


def _joins(last: Piece, piece: Piece, starts_line: bool, gap: bool) -> bool:
    """Whether a piece is the rest of the last one, which then has it."""
    if starts_line:
        return last.mend(piece)
    if not gap:
        last.join(piece)
    return not gap


def spaced(box: Box) -> list[tuple[Box, float, float]]:
    """The runs in a box, with the room that inline boxes around them take before and after."""
    found: list[tuple[Box, float, float]] = []
    for child in box.children:
        if not in_flow(child):
            continue
        if isinstance(child, boxes.TextBox) or not isinstance(child, boxes.InlineBox):
            found.append((child, 0.0, 0.0))
        elif inner := spaced(child):
            start, end = (sum(float(getattr(child, name)) for name in names) for names in (LEFT, RIGHT))
            inner[0] = (inner[0][0], inner[0][1] + start, inner[0][2])
            inner[-1] = (*inner[-1][:2], inner[-1][2] + end)
            found += inner
    return found


def hyphen_of(run: Box) -> float:
    """The width of the hyphen that a division would print in a run."""
    if not isinstance(run, boxes.TextBox) or run.style["hyphens"] != "auto":
        return 0.0
    return width_of(run.style["hyphenate_character"], run.style)


def width_of(text: str, style: Any) -> float:
    """The width of a few characters, measured once for a style."""
    widths = style.__dict__.setdefault("widths", {})
    if text not in widths:
        layout = Layout(style)
        layout.set_text(text)
        widths[text] = line_size(layout.get_first_line()[0], style)[0]
    return float(widths[text])


def pieces_of(run: Box) -> list[Piece]:
    """The pieces between the places at which a run may break; a thing that stands in the line is one."""
    if not isinstance(run, boxes.TextBox):
        return [Piece("", float(run.margin_width()), 0.0, run.style)]
    line = _Line(run)
    breaks = line.breaks()
    starts, ends = [0, *breaks], [*breaks, len(run.text)]
    return [line.piece(start, end) for start, end in zip(starts, ends, strict=True) if end > start]


class _Line:
    """A run of text as Pango shaped it."""

    def __init__(self, run: Box) -> None:
        self._text, self._style = str(run.text), run.style
        self._layout = Layout(run.style)
        self._layout.set_text(self._text)
        self._line = self._layout.get_first_line()[0]
        self._place = ffi.new("int *")
        self._bytes = None if self._text.isascii() else _offsets(self._text)
        self._long = run.style["hyphenate_limit_chars"][0] if run.style["hyphens"] == "auto" else 1 << 30

    def breaks(self) -> list[int]:
        """Before which characters the run may break."""
        attributes = pango.pango_layout_get_log_attrs_readonly(self._layout.layout, ffi.NULL)
        places: Iterable[int] = range(1, len(self._text))
        if self._bytes is None:
            # No line ends between two Latin letters.
            places = (found.end() for found in BESIDE_LETTERS.finditer(self._text))
        return [place for place in places if attributes[place].is_line_break]

    def x(self, place: int) -> float:
        """Where a character begins."""
        index = place if self._bytes is None else self._bytes[place]
        pango.pango_layout_line_index_to_x(self._line, index, False, self._place)
        return float(self._place[0] * FROM_UNITS)

    def piece(self, start: int, end: int) -> Piece:
        """What stands between two places to break, without the blank at its end."""
        text = self._text[start:end].rstrip(" ")
        blank = width_of(" ", self._style) if start and self._text[start - 1] == " " else 0.0
        origin = self.x(start)
        width = abs(self.x(start + len(text)) - origin)
        # The first and the last may be parts of a longer word.
        edged = len(text) >= self._long or (self._long < 1 << 30 and (start == 0 or end == len(self._text)))
        edges = [abs(self.x(start + place) - origin) for place in range(len(text))] if edged else []
        return Piece(text, width, blank, self._style, edges)


def _offsets(text: str) -> list[int]:
    """Where each character and the end begin in UTF-8."""
    offsets = [0]
    for character in text:
        offsets.append(offsets[-1] + len(character.encode()))
    return offsets
