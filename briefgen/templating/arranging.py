"""Which sections stand side by side: an arrangement by weight, so that neither column is left empty."""

from collections.abc import Sequence
from typing import Any, Final
from unicodedata import east_asian_width

from briefgen.editions.view import EditionView

ALONE: Final = ("bottom_line", "glossary")
PICTURES: Final = ("timeline", "figures", "map")
RATIO: Final = 2.1
"""Sections whose weights differ by more than this stand below one another."""
SMALL: Final = 40
"""A difference of so few words leaves no hole."""
NARROW_TIMELINE: Final = 4
"""Most entries that a timeline in half the width may have."""

Rows = tuple[tuple[str, ...], ...]


def rows(view: EditionView, columns: int) -> Rows:
    """The names of the sections that have something to say, in the audience's order, two in a row where they balance."""
    names = [name for name in view.order if name not in ALONE and _weight(view, name) > 0]
    arranged: list[tuple[str, ...]] = []
    while names:
        pair = columns == 2 and len(names) > 1 and _balance(view, names[0], names[1])
        arranged.append(tuple(names[: 2 if pair else 1]))
        names = names[2 if pair else 1 :]
    return tuple(arranged)


def is_across(view: EditionView, columns: int) -> bool:
    """Whether the map has both columns to itself."""
    return columns == 2 and ("map",) in rows(view, columns)


def halves(items: Sequence[Any]) -> tuple[Sequence[Any], Sequence[Any]]:
    """`items` in two runs of about the same number of words, in order."""
    weights = [_words(item) for item in items]
    total, run = sum(weights), 0
    for index, weight in enumerate(weights):
        if run + weight / 2 >= total / 2:
            return items[:index], items[index:]
        run += weight
    return items, ()


def words_in(item: Any) -> int:
    """About how many words of usual length an item takes the room of."""
    text = f"{item.actor} {item.question} {item.statement}"
    # Very long words take their room all the same, and so do wide characters, which are written without blanks.
    wide = sum(east_asian_width(char) in "WF" for char in text)
    return max(len(text.split()), (len(text) + 2 * wide) // 9)


def _words(item: Any) -> int:
    return words_in(item) + 3


def _balance(view: EditionView, first: str, second: str) -> bool:
    beside_map = {first, second} == {"figures", "map"} and len(view.figures) > 1
    if not beside_map and not (_is_narrow(view, first) and _is_narrow(view, second)):
        return False
    if first in PICTURES and second in PICTURES and not beside_map:
        return True
    weights = sorted((_weight(view, first), _weight(view, second)))
    return weights[1] <= RATIO * weights[0] or weights[1] - weights[0] <= SMALL


def _is_narrow(view: EditionView, name: str) -> bool:
    if name == "figures":
        return len(view.figures) == 1
    section = view.section(name)
    return name != "timeline" or section is None or len(section.items) <= NARROW_TIMELINE


def _weight(view: EditionView, name: str) -> float:
    """About how many words of text a section takes the room of."""
    if name == "figures":
        return sum(18 + 9 * len(figure.values) for figure in view.figures)
    if name == "map":
        return 90 if view.map else 0
    section = view.section(name)
    return sum(_words(item) for item in section.items) if section else 0
