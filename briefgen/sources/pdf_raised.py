"""Raised figures in the text layer of a PDF, which says of each character how large it is and where it stands.

Owns what counts as raised: smaller than what it hangs on, above its line. `2,500` with a note's raised 3 is no 25,003.
"""

import ctypes
import math
import re
from collections.abc import Iterable, Sequence
from itertools import accumulate, groupby
from operator import itemgetter
from typing import Any

from briefgen.sources.extracted import raised

_WORDS = re.compile(r"\S+")
_FIGURES = re.compile(r"[-−+]?[0-9]+")
_DIGITS = re.compile("[0-9]")
_SMALLEST = 0.4
"""A raised figure is larger, measured by what it hangs on; below that, what stands before it is a large initial."""
_HIGHER = ((0.85, 0.1), (0.95, 0.25))
"""(size, how far above the line), measured so: what is smaller than that is raised if it stands higher than that."""
_LEVEL = 0.01
"""Places that differ by less, in points, are on one line."""


def with_raised(textpage: Any, text: str) -> str:
    """`text`, as a page's text layer gives it, with its raised figures in superscript characters."""
    place = _Places(textpage, units(text))
    pieces, done = [], 0
    for word in _WORDS.finditer(text):
        start, end = word.span()
        digits = (found.start() for found in _DIGITS.finditer(text, start + 1, end))
        if not place.level(start, digits):
            pieces += [text[done:start], _raised(place, text, start, end)]
            done = end
    return "".join([*pieces, text[done:]])


def units(text: str) -> Sequence[int]:
    """Where each character stands, counted as PDFium counts: in units of UTF-16."""
    if text.isascii() or max(text) < "\U00010000":
        return range(len(text))
    return [0, *accumulate(1 + (each > "\uffff") for each in text[:-1])]


def _raised(place: "_Places", text: str, start: int, end: int) -> str:
    """A word with its raised figures in superscript characters; the first character is never one."""
    base, above = start, [False]
    for at in range(start + 1, end):
        above.append(place.above(base, at))
        base = base if above[-1] else at
    runs = groupby(zip(above, text[start:end], strict=True), key=itemgetter(0))
    return "".join(_superscript("".join(map(itemgetter(1), run)), is_above) for is_above, run in runs)


def _superscript(run: str, is_above: bool) -> str:
    return _FIGURES.sub(lambda figure: raised(figure[0]) or figure[0], run) if is_above else run


class _Places:
    """Size and place of the characters of a page, by their place in its text."""

    def __init__(self, textpage: Any, at: Sequence[int]) -> None:
        from pypdfium2 import raw

        self._raw = raw
        self._page = textpage
        self._at = at
        # Where the two count alike, which is nearly always, nothing has to be looked up.
        self._same = len(at) == at[-1] + 1 == raw.FPDFText_CountChars(textpage) if at else True
        self._x, self._y, self._matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()

    def level(self, first: int, others: Iterable[int]) -> bool:
        """Whether all stand on one upright or level line with the first, as most do."""
        x, y = self._origin(first)
        places = map(self._origin, others)
        return all(abs(y - other_y) < _LEVEL or abs(x - other_x) < _LEVEL for other_x, other_y in places)

    def above(self, base: int, other: int) -> bool:
        """Whether one character is smaller than the one that it hangs on, and stands above its line."""
        size, up = self._extent(base)
        if not size:
            return False
        (x, y), (other_x, other_y) = self._origin(base), self._origin(other)
        risen = (other_x - x) * up[0] + (other_y - y) * up[1]
        small = self._extent(other)[0]
        return small > _SMALLEST * size and any(
            small < most * size and risen > least * size for most, least in _HIGHER
        )

    def _origin(self, at: int) -> tuple[float, float]:
        self._raw.FPDFText_GetCharOrigin(self._page, self._char(at), self._x, self._y)
        return self._x.value, self._y.value

    def _extent(self, at: int) -> tuple[float, tuple[float, float]]:
        """(size in points, the direction that is up)."""
        char = self._char(at)
        self._raw.FPDFText_GetMatrix(self._page, char, self._matrix)
        x, y = self._matrix.c, self._matrix.d
        scale = math.hypot(x, y)
        if not scale:
            return 0.0, (0.0, 0.0)
        return self._raw.FPDFText_GetFontSize(self._page, char) * scale, (x / scale, y / scale)

    def _char(self, at: int) -> int:
        if self._same:
            return at
        return int(self._raw.FPDFText_GetCharIndexFromTextIndex(self._page, self._at[at]))
