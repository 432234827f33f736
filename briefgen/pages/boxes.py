"""How to walk the engine's boxes: which of them take room, what they say, what element they come from."""

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

Box = Any
"""A box of the engine, which carries no types."""


def in_flow(box: Box) -> bool:
    """Whether the box takes room in the flow (no float, footnote, list marker or positioned box)."""
    return isinstance(box, boxes.Box) and bool(box.is_in_normal_flow())


def takes_room(box: Box) -> bool:
    """Whether the box stands in the flow or floats in it (no footnote, list marker or positioned box)."""
    return isinstance(box, boxes.Box) and bool(box.is_in_normal_flow() or box.is_floated())


def flow(box: Box) -> Iterator[Box]:
    """The box and all boxes in it that take room, in document order."""
    yield box
    for child in getattr(box, "children", ()):
        if takes_room(child):
            yield from flow(child)


def text_of(box: Box) -> str:
    """The text of a box, as set."""
    if isinstance(box, boxes.TextBox):
        return str(box.text)
    return "".join(text_of(child) for child in getattr(box, "children", ()))


def root(page: Box) -> Box:
    """The box of the root element on a page."""
    return page.children[0]


def attribute(box: Box, name: str) -> str | None:
    """An attribute of the element that a box is made of."""
    if box.element is None or isinstance(box.element, str):
        return None
    value = box.element.get(name)
    return None if value is None else str(value)


def outer_height(box: Box) -> float:
    """Height with margins, borders and padding, where the box has any."""
    if isinstance(box, (boxes.TableRowBox, boxes.TableRowGroupBox)):
        return float(box.height)
    if isinstance(box, boxes.TableCellBox):
        return float(box.border_height())
    return float(box.margin_height())


def runs(box: Box) -> Iterator[Box]:
    """Runs of text and things that stand in a line like a word."""
    for child in box.children:
        if not in_flow(child):
            continue
        if isinstance(child, boxes.TextBox) or not isinstance(child, boxes.InlineBox):
            yield child
        else:
            yield from runs(child)
