"""Raised figures in the text layer of a PDF, which says of each character how large it is and where it stands.

Owns what counts as raised: smaller than what it hangs on, above its line. `2,500` with a note's raised 3 is no 25,003.
"""

import ctypes
import math
import re
from collections.abc import Sequence
from itertools import accumulate, groupby
from operator import itemgetter
from typing import Any

from briefgen.sources.extracted import raised

_WORDS = re.compile(r"\S+")
_FIGURES = re.compile(r"[-−+]?[0-9]+")
_DIGITS = re.compile("[0-9]")
_SMALLER = (0.4, 0.85)
"""How large a raised figure is, measured by what it hangs on; below that, what stands before it is a large initial."""
_HIGHER = 0.1
"""How far above the line it stands, at least, measured so."""
_LEVEL = 0.01
"""Places that differ by less, in points, are on one line."""


def with_raised(textpage: Any, text: str) -> str:
    """`text`, as a page's text layer gives it, with its raised figures in superscript characters."""
    place = _Places(textpage, units(text))
    pieces, done = [], 0
    for word in _WORDS.finditer(text):
        start, end = word.span()
        last = next((at for at in range(end - 1, start, -1) if _DIGITS.match(text, at)), start)
        if last > start and not place.level(start, last):
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

    def level(self, first: int, second: int) -> bool:
        """Whether two characters stand on one upright or level line, as most do."""
        (x, y), (other_x, other_y) = self._origin(first), self._origin(second)
        return abs(y - other_y) < _LEVEL or abs(x - other_x) < _LEVEL

    def above(self, base: int, other: int) -> bool:
        """Whether one character is smaller than the one that it hangs on, and stands above its line."""
        size, up = self._extent(base)
        if not size:
            return False
        (x, y), (other_x, other_y) = self._origin(base), self._origin(other)
        risen = (other_x - x) * up[0] + (other_y - y) * up[1]
        low, high = _SMALLER
        return low * size < self._extent(other)[0] < high * size and risen > _HIGHER * size

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
