"""Turns the engine's boxes into the model that predicts heights at other sizes."""

from dataclasses import replace

from weasyprint.formatting_structure import boxes

from briefgen.pages.boxes import Box, in_flow, outer_height
from briefgen.pages.model import Block, Length, Paragraph, Row, Stack, pour
from briefgen.pages.words import words_of

RELATIVE = frozenset({"em", "rem", "ex", "rex", "ch", "rch", "cap", "rcap", "ic", "ric", "lh", "rlh", "%"})
"""Units that follow the size of the type, or a length that does."""

UPRIGHT = ("padding_top", "padding_bottom", "border_top_width", "border_bottom_width")
ACROSS = ("padding_left", "padding_right", "border_left_width", "border_right_width")


def model_of(box: Box, width: float) -> Block:
    """The model of a block in a parent whose content is `width` wide."""
    children = [child for child in box.children if in_flow(child)]
    inset = length(width - float(box.width), box, ACROSS)
    if isinstance(box, boxes.TableRowBox):
        return row_of(box, children, inset)
    outer = outer_height(box)
    if children and all(isinstance(child, boxes.LineBox) for child in children):
        return paragraph_of(box, children, inset, outer)
    blocks = [child for child in children if isinstance(child, boxes.ParentBox) and not is_line(child)]
    taken = sum(outer_height(child) for child in blocks)
    extra = length(outer - taken, box, UPRIGHT)
    return Stack(inset, extra, tuple(model_of(child, float(box.width)) for child in blocks))


def length(whole: float, box: Box, names: tuple[str, ...]) -> Length:
    """A length of a box, of which paddings and borders in absolute units are fixed."""
    fixed = sum(float(getattr(box, name, 0)) for name in names if is_fixed(box, name))
    return Length(whole - fixed, fixed)


def is_fixed(box: Box, name: str) -> bool:
    """Whether a length does not follow the type; a border that no rule gives is shared with the next cell of a table."""
    value = getattr(box.style, "cascaded", {}).get(name, (None,))[0]
    unit = getattr(value, "unit", None)
    return name.startswith("border") if unit is None else str(unit).lower() not in RELATIVE


def is_line(box: Box) -> bool:
    """Whether the box is a line of text."""
    return isinstance(box, boxes.LineBox)


def row_of(box: Box, cells: list[Box], inset: Length) -> Row:
    """The model of a table row. The engine pads short cells: the least padding is the one asked for."""
    shares, extras = [], []
    for cell in cells:
        width = float(cell.border_width())
        block = model_of(cell, width)
        extras.append(block.extra)
        shares.append((width / max(float(box.width), 1.0), replace(block, extra=Length(0.0))))
    return Row(inset, min(extras, default=Length(float(box.height)), key=sum), tuple(shares))


def paragraph_of(box: Box, lines: list[Box], inset: Length, outer: float) -> Paragraph:
    """The model of a block of lines."""
    width = float(box.width)
    leading = sum(float(line.height) for line in lines) / len(lines)
    words, hyphen = words_of(lines)
    zone = zone_of(box, width)
    poured = pour(words, width, hyphen, zone)
    extra = length(outer - leading * len(lines), box, UPRIGHT)
    return Paragraph(inset, extra, words, len(lines), leading, poured, hyphen, zone)


def zone_of(box: Box, width: float) -> float:
    """The share of a line that may stay empty before a word is broken (CSS `hyphenate-limit-zone`)."""
    zone = box.style["hyphenate_limit_zone"]
    return float(zone.value) / (100 if zone.unit == "%" else max(width, 1.0))
