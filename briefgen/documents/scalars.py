"""Where each character of a decoded YAML scalar stands in the file.

Owns the way back from a decoded scalar (plain, quoted or block, folded or literal) to the places of its
characters, so that a caret can stand under the exact words and a fix can splice them. Follows YAML 1.2.2,
sections 5.7 (escapes), 6.5 (line folding), 7.3 (flow scalars) and 8.1 (block scalars).
"""

import re
from collections.abc import Iterator

import yaml

from briefgen.diagnostics import Span

Place = tuple[int, int]
"""Line and column, from 1."""

BREAK = "\r\n|[\n\r\x85\u2028\u2029]"
BLOCKS = ("|", ">")
"""The styles of block scalars."""
ESCAPES = {"x": 2, "u": 4, "U": 8}


def written_span(text: str, node: yaml.ScalarNode) -> Span:
    """The span of a scalar as it is written, without the blank lines that a block scalar's end mark runs over."""
    start, end = node.start_mark, node.end_mark
    raw = text[start.index : end.index].rstrip()
    lines = re.split(BREAK, raw)
    column = start.column + len(raw) if len(lines) == 1 else len(lines[-1])
    return Span(start.line + 1, start.column + 1, start.line + len(lines), column + 1)


def text_span(text: str, node: yaml.ScalarNode) -> Span:
    """The span of a scalar's text: that of a block begins after its header, with its first character."""
    written = written_span(text, node)
    if node.style not in BLOCKS or not node.value.strip():
        return written
    line, column = character_places(text, node)[len(node.value) - len(node.value.lstrip())]
    return Span(line, column, written.end_line, written.end_column)


def character_places(text: str, node: yaml.ScalarNode) -> list[Place]:
    """Return the place of each character of `node.value`, and one more for its end.

    The scalar is read again along its raw text; where the two do not agree (which would be a fault of this module)
    the remaining characters take the place of the last one that did.
    """
    start, stop = node.start_mark, node.end_mark
    marks = 1 if node.style in ("'", '"') else 0
    if start.line == stop.line and text[start.index + marks : stop.index - marks] == node.value:
        first = start.column + marks + 1  # written as it is meant, on one line: nothing to follow
        return [(start.line + 1, first + number) for number in range(len(node.value) + 1)]
    offsets = list(_offsets(text, node))
    return _to_places(text, node, offsets)


def _offsets(text: str, node: yaml.ScalarNode) -> Iterator[int]:
    """Yield the offset in `text` of each character of the value, then of the end."""
    cursor = node.start_mark.index
    stop = node.end_mark.index
    if node.style in ("'", '"'):
        cursor, stop = cursor + 1, stop - 1
    elif node.style in ("|", ">"):
        cursor = _block_start(text, cursor)
    quoted = node.style or ""
    for char in node.value:
        here, cursor = _step(text, cursor, stop, char, quoted)
        yield here
    yield min(cursor, stop)


def _block_start(text: str, cursor: int) -> int:
    """The offset right after the header line of a block scalar (`|`, `>-`, `|2+ # comment`)."""
    match = re.compile(f"[^\n\r\x85\u2028\u2029]*(?:{BREAK})?").match(text, cursor)
    return match.end() if match else cursor


def _step(text: str, cursor: int, stop: int, char: str, style: str) -> tuple[int, int]:
    """Return where `char` stands and where to read on, from `cursor`."""
    if style == '"' and cursor < stop and text[cursor] == "\\":
        return _escaped(text, cursor, stop, char)
    if style == "'" and text.startswith("''", cursor) and char == "'":
        return cursor, cursor + 2
    if char == "\n":
        return _line_break(text, cursor, stop)
    if cursor < stop and text[cursor] == char and not _folds(text, cursor, stop, char):
        return cursor, cursor + 1
    if char == " ":
        return _fold(text, cursor, stop)
    return _skip_indent(text, cursor, stop, char)


def _escaped(text: str, cursor: int, stop: int, char: str) -> tuple[int, int]:
    """An escape sequence; an escaped line break stands for nothing and is passed over."""
    code = text[cursor + 1] if cursor + 1 < stop else ""
    if code in "\n\r\x85\u2028\u2029":
        match = re.compile(rf"\\(?:{BREAK})[ \t]*").match(text, cursor)
        after = match.end() if match else cursor + 2
        return _step(text, after, stop, char, '"')
    return cursor, cursor + 2 + ESCAPES.get(code, 0)


def _line_break(text: str, cursor: int, stop: int) -> tuple[int, int]:
    """A line break of the value: the next break of the text, blanks before it passed over."""
    match = re.compile(rf"[ \t]*({BREAK})").match(text, cursor, max(stop, cursor))
    if match is None:
        return cursor, cursor
    return match.start(1), match.end(1)


def _folds(text: str, cursor: int, stop: int, char: str) -> bool:
    """Whether the blank at `cursor` is trailing, so that the value's blank is the folded line break after it."""
    if char not in " \t":
        return False
    match = re.compile(rf"[ \t]+(?:{BREAK})").match(text, cursor, stop)
    return match is not None


def _fold(text: str, cursor: int, stop: int) -> tuple[int, int]:
    """A folded line break: it stands where the words of the line end; reading goes on after the next line's indentation."""
    match = re.compile(rf"[ \t]*{BREAK}[ \t]*").match(text, cursor, stop)
    return (match.start(), match.end()) if match else (cursor, cursor)


def _skip_indent(text: str, cursor: int, stop: int, char: str) -> tuple[int, int]:
    """Passes over indentation and folded breaks up to the next character of the value."""
    match = re.compile(rf"(?:[ \t]|{BREAK})*").match(text, cursor, stop)
    after = match.end() if match else cursor
    return (after, after + 1) if after < stop and text[after] == char else (cursor, cursor)


def _to_places(text: str, node: yaml.ScalarNode, offsets: list[int]) -> list[Place]:
    """Turn rising offsets into lines and columns, counting from the scalar's start mark."""
    line, line_start = node.start_mark.line, node.start_mark.index - node.start_mark.column
    breaks = [m.end() for m in re.compile(BREAK).finditer(text, node.start_mark.index, node.end_mark.index)]
    places: list[Place] = []
    passed = 0
    for offset in offsets:
        while passed < len(breaks) and breaks[passed] <= offset:
            line_start = breaks[passed]
            passed += 1
        places.append((line + passed + 1, offset - line_start + 1))
    return places
