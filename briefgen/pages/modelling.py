"""Turns the engine's boxes into the model that predicts heights at other sizes."""

from dataclasses import replace
from functools import lru_cache

from weasyprint.formatting_structure import boxes

from briefgen.pages.boxes import Box, in_flow, outer_height, runs
from briefgen.pages.model import Block, Paragraph, Row, Stack, pour


def model_of(box: Box, width: float) -> Block:
    """The model of a block in a parent whose content is `width` wide."""
    children = [child for child in box.children if in_flow(child)]
    inset = width - float(box.width)
    if isinstance(box, boxes.TableRowBox):
        return row_of(box, children, inset)
    outer = outer_height(box)
    if children and all(isinstance(child, boxes.LineBox) for child in children):
        return paragraph_of(box, children, inset, outer)
    blocks = [child for child in children if isinstance(child, boxes.ParentBox) and not is_line(child)]
    taken = sum(outer_height(child) for child in blocks)
    return Stack(inset, outer - taken, tuple(model_of(child, float(box.width)) for child in blocks))


def is_line(box: Box) -> bool:
    """Whether the box is a line of text."""
    return isinstance(box, boxes.LineBox)


def row_of(box: Box, cells: list[Box], inset: float) -> Row:
    """The model of a table row. The engine pads short cells: the least padding is the one asked for."""
    shares, extras = [], []
    for cell in cells:
        width = float(cell.border_width())
        block = model_of(cell, width)
        extras.append(block.extra)
        shares.append((width / max(float(box.width), 1.0), replace(block, extra=0.0)))
    return Row(inset, min(extras, default=float(box.height)), tuple(shares))


def paragraph_of(box: Box, lines: list[Box], inset: float, outer: float) -> Paragraph:
    """The model of a block of lines."""
    width = float(box.width)
    leading = sum(float(line.height) for line in lines) / len(lines)
    words, blank = words_of(lines)
    zone = zone_of(box, width)
    poured = pour(words, blank, width, zone)
    return Paragraph(inset, outer - leading * len(lines), words, blank, len(lines), leading, poured, zone)


def zone_of(box: Box, width: float) -> float:
    """The share of a line that may stay empty before a word is broken (CSS `hyphenate-limit-zone`)."""
    zone = box.style["hyphenate_limit_zone"]
    return float(zone.value) / (100 if zone.unit == "%" else max(width, 1.0))


NARROW = frozenset(" iljtfrI.,:;'’!|()[]-‐")
WIDE = frozenset("mwMWABCDGHKNOQRUVXYZ—…@%")


# The same words are weighed again in each layout.
@lru_cache(maxsize=8192)
def weight(text: str) -> float:
    """The width of a text in units of an average letter, roughly."""
    narrow = sum(character in NARROW for character in text)
    wide = sum(character in WIDE for character in text)
    return len(text) - 0.42 * narrow + 0.42 * wide


def words_of(lines: list[Box]) -> tuple[tuple[float, ...], float]:
    """The widths of the words in some lines, and that of a blank.

    The engine tells the width of a run of text, not of its words: these take their share of it.
    """
    words: list[float] = []
    blanks: list[float] = []
    open_word = hyphenated = False
    for line in lines:
        if not hyphenated:
            open_word = False
        for run in runs(line):
            open_word = add_run(run, words, blanks, open_word)
            hyphenated = isinstance(run, boxes.TextBox) and run.text.endswith(("\u2010", "\u00ad"))
    return tuple(words), (sum(blanks) / len(blanks) if blanks else 0.0)


def add_run(run: Box, words: list[float], blanks: list[float], open_word: bool) -> bool:
    """Adds the words of a run; tells whether the last one may go on in the next run."""
    if not isinstance(run, boxes.TextBox):
        words.append(float(run.margin_width()))
        return True
    text, width = str(run.text), float(run.width)
    unit = width / max(weight(text), 1.0)
    hyphenated, limits = run.style["hyphens"] == "auto", run.style["hyphenate_limit_chars"]
    blanks.extend([unit * weight(" ")] * text.count(" "))
    for index, part in enumerate(text.split(" ")):
        if not part:
            continue
        glued = index == 0 and open_word
        pieces = syllables(part, *limits) if hyphenated else (part,)
        for place, piece in enumerate(pieces):
            size = unit * weight(piece)
            if glued and place == 0 and words:
                words[-1] += size if words[-1] > 0 else -size
            else:
                words.append(-size if place else size)
    return bool(text) and not text.endswith(" ")


@lru_cache(maxsize=8192)
def syllables(word: str, total: int, before: int, after: int) -> tuple[str, ...]:
    """A long word in pieces of about a syllable, none of it beyond its limits (CSS `hyphenate-limit-chars`)."""
    if len(word) < total or not word.isalpha():
        return (word,)
    cuts = range(before, len(word) - after + 1, 3)
    starts = [0, *cuts]
    return tuple(word[start:end] for start, end in zip(starts, [*cuts, len(word)], strict=True))
