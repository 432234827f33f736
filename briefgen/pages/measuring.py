"""Measures laid out pages: how far the copy reaches, what each item takes, how small its statements are.

Reads the engine's boxes. Lengths are in CSS pixels.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from weasyprint.document import Document
from weasyprint.formatting_structure import boxes

from briefgen.pages.boxes import Box, attribute, flow, outer_height, root, runs, takes_room, text_of
from briefgen.pages.fetching import ATTACHED, as_written
from briefgen.pages.model import Block
from briefgen.pages.modelling import model_of
from briefgen.pages.search import points
from briefgen.pages.values import MM_PER_PX, Cut, PageSpec, Protrusion, RemoteResource

FINE_PRINT = frozenset({"sup", "sub", "small", "code", "figure", "figcaption", "svg"})
"""Elements inside an item that are no statement and may be set smaller than the body."""

SHEETS = frozenset({"html", "body"})
"""Elements that a stylesheet may stretch to the height of the page."""

EPSILON = 0.01
"""Rounding noise of the engine, in pixels."""

TOLERANCE = 4.0
"""How far (in pixels, about a millimetre) text may hang out: trailing hyphens and italics do."""


class Layout:
    """One layout at one size, measured. In a sketch all stands on one page, by `stretched` longer than it will be."""

    def __init__(self, document: Document, page: PageSpec, step: int, stretched: float = 0.0) -> None:
        self.document = document
        self.step = step
        self._page = page
        self._stretched = stretched
        self._boxes: list[Box] = [sheet._page_box for sheet in document.pages]

    @property
    def size_pt(self) -> float:
        """The size of the root element in points."""
        return points(self.step)

    @property
    def pages(self) -> int:
        """How many pages the copy takes."""
        return len(self._boxes)

    @property
    def fits(self) -> bool:
        """Whether the copy takes no more pages than allowed."""
        return self.pages <= self._page.max_pages

    @cached_property
    def used(self) -> float:
        """Height used: all of the pages before the last allowed one, and what stands on that one and after it.

        What a break left empty at the foot of the last allowed page would not be there if all of it fitted.
        """
        last = min(self._page.max_pages, self.pages) - 1
        full = sum(float(box.height) for box in self._boxes[:last])
        *over, end = self._boxes[last:]
        above = sum(bottom(root(box)) - float(box.content_box_y()) for box in over)
        return full + above + bottom(root(end), whole=True) - float(end.content_box_y())

    @cached_property
    def room(self) -> float:
        """Height of all pages allowed."""
        heights = [float(box.height) - self._stretched for box in self._boxes[: self._page.max_pages]]
        return sum(heights) + heights[-1] * (self._page.max_pages - len(heights))

    @cached_property
    def leading(self) -> float:
        """Distance of the body's lines."""
        heights: dict[float, int] = {}
        for line in self.lines():
            height = round(float(line.height), 2)
            heights[height] = heights.get(height, 0) + len(text_of(line))
        return max(heights, key=lambda height: (heights[height], height)) if heights else 1.0

    def lines(self) -> Iterator[Box]:
        """Every line of text in the flow."""
        for page in self._boxes:
            yield from (box for box in flow(root(page)) if isinstance(box, boxes.LineBox))

    @property
    def excess(self) -> float:
        """By how much the copy takes more (or, negative, less) than the room of all pages allowed."""
        return self.used - self.room

    def predicted(self, step: int) -> float:
        """The excess at another step, by the words and boxes of this layout."""
        ratio = step / self.step
        height = sum(block.height(ratio, width) for block, width in self._model)
        return self.excess + height - self._modelled

    @cached_property
    def _model(self) -> list[tuple[Block, float]]:
        return [(model_of(root(page), float(page.width)), float(page.width)) for page in self._boxes]

    @cached_property
    def _modelled(self) -> float:
        return sum(block.height(1.0, width) for block, width in self._model)

    def items(self) -> tuple[Cut, ...]:
        """What each item takes; one that runs over a page is added up."""
        found: dict[str, Cut] = {}
        for page in self._boxes:
            for box, section in item_boxes(root(page)):
                part = replace(cut_of(box), section=section)
                found[part.item] = joined(found[part.item], part) if part.item in found else part
        return tuple(found.values())

    def below(self, page_index: int, foot: float) -> tuple[int, int]:
        """Lines and words of a page that stand below `foot`."""
        lines = words = 0
        for box in flow(root(self._boxes[page_index])):
            if isinstance(box, boxes.LineBox) and box.position_y + box.height > foot + EPSILON:
                lines += 1
                words += len(text_of(box).split())
        return lines, words

    def foot(self, page_index: int) -> float:
        """Where the content area of a page ends."""
        page = self._boxes[page_index]
        return float(page.content_box_y() + page.height)

    def reach(self, page_index: int) -> float:
        """Where the text of a page ends."""
        return bottom(root(self._boxes[page_index]))

    def protrusions(self) -> tuple[Protrusion, ...]:
        """Lines that reach over the sheet's edges or those of their table cell, the worst of each item."""
        found: dict[str | None, Protrusion] = {}
        for page in self._boxes:
            sheet = (0.0, float(page.margin_width()))
            for line in sticking_out(root(page), sheet, None):
                worst = found.get(line.item)
                if worst is None or line.mm > worst.mm:
                    found[line.item] = line
        return tuple(found.values())

    def attachments(self) -> tuple[RemoteResource, ...]:
        """Files that the page itself would attach; what they say and when they were made is not ours to vouch for."""
        links = [link for sheet in self.document.pages for link in sheet.links]
        return tuple(
            RemoteResource(as_written(str(target)), ATTACHED)
            for kind, target, *_ in links
            if kind == "attachment"
        )

    def smallest_statement(self) -> float | None:
        """The smallest type of a statement, as a share of the root's size; None where no item is marked."""
        sizes = [size for page in self._boxes for size in statement_sizes(root(page))]
        return min(sizes) * 0.75 / self.size_pt if sizes else None


def bottom(box: Box, whole: bool = False) -> float:
    """Where the lines and pictures in a box end; in a `whole` one, not broken off, the blocks around them too."""
    ends = [float(box.content_box_y())]
    for inner in flow(box):
        if isinstance(inner, boxes.LineBox):
            ends.append(float(inner.position_y + inner.height))
        elif isinstance(inner, boxes.ReplacedBox):
            ends.append(float(inner.position_y + inner.margin_height()))
        elif (
            whole and isinstance(inner, (boxes.BlockBox, boxes.TableBox)) and inner.element_tag not in SHEETS
        ):
            # Rules and padding below the last line have to find room as well.
            ends.append(float(inner.border_box_y() + inner.border_height()))
    return max(ends)


def item_boxes(box: Box, section: str = "") -> Iterator[tuple[Box, str]]:
    """The outermost boxes that are items, each with what the section around it is called."""
    if box.element_tag == "section":
        section = attribute(box, "aria-labelledby") or attribute(box, "class") or section
    if attribute(box, "data-item") is not None and not isinstance(box, boxes.InlineLevelBox):
        yield box, section
        return
    for child in getattr(box, "children", ()):
        if takes_room(child):
            yield from item_boxes(child, section)


def cut_of(box: Box) -> Cut:
    """What the box of an item takes."""
    lines = [inner for inner in flow(box) if isinstance(inner, boxes.LineBox)]
    # Cells of a row stand side by side.
    places = {round(float(line.position_y)) for line in lines}
    return Cut(
        item=attribute(box, "data-item") or "",
        priority=attribute(box, "data-priority") or "should",
        mm=outer_height(box) * MM_PER_PX,
        lines=len(places),
        words=sum(len(text_of(line).split()) for line in lines),
    )


def joined(one: Cut, other: Cut) -> Cut:
    """Two parts of one item."""
    return replace(one, mm=one.mm + other.mm, lines=one.lines + other.lines, words=one.words + other.words)


def sticking_out(box: Box, edges: tuple[float, float], item: str | None) -> Iterator[Protrusion]:
    """The lines of a box that reach further than `edges`, those of the sheet or of the cell around them."""
    item = attribute(box, "data-item") or item
    if isinstance(box, boxes.TableCellBox):
        edges = (float(box.border_box_x()), float(box.border_box_x() + box.border_width()))
    if isinstance(box, boxes.LineBox):
        beyond = max(edges[0] - line_start(box), line_end(box) - edges[1])
        if beyond > TOLERANCE:
            yield Protrusion(text_of(box).strip(), beyond * MM_PER_PX, item)
        return
    for child in getattr(box, "children", ()):
        if takes_room(child):
            yield from sticking_out(child, edges, item)


def line_start(line: Box) -> float:
    """Where the text of a line begins."""
    return min((float(run.position_x) for run in runs(line)), default=float(line.position_x))


def line_end(line: Box) -> float:
    """Where the text of a line ends."""
    return max((float(run.position_x + run.width) for run in runs(line)), default=float(line.position_x))


def statement_sizes(box: Box, in_item: bool = False) -> Iterator[float]:
    """Sizes of the type in items, fine print left out."""
    if attribute(box, "data-fine") is not None or str(box.element_tag).rpartition("}")[2] in FINE_PRINT:
        return
    inside = in_item or attribute(box, "data-item") is not None
    if inside and isinstance(box, boxes.TextBox) and box.text.strip():
        yield float(box.style["font_size"])
    for child in getattr(box, "children", ()):
        if takes_room(child):
            yield from statement_sizes(child, inside)
