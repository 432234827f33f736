"""Edits of YAML text at spans, touching nothing else.

Owns how a new value is written in the style of the one it replaces, and how edits are applied to a text.
"""

import json
import re
from collections.abc import Iterable

import yaml
from yaml import Mark

from briefgen.diagnostics import Edit, Fix, NewEntry, NewField, Route, Span, TextEdit, TextFix, ValueEdit
from briefgen.documents.reading import Document, load, split_lines
from briefgen.documents.scalars import BLOCKS
from briefgen.models.scalars import Plain

OTHER_KINDS = re.compile(r"[-+.]?\d[\w.,:+-]*|true|false|yes|no|on|off|y|n|null|~", re.IGNORECASE)
"""What other readers of YAML, editors among them, take for a number, a date, a truth value or nothing."""


def resolve_fix(document: Document, fix: Fix) -> TextFix | None:
    """Turn a fix of routes into one of lines and columns; None where it cannot be written there."""
    edits = [_resolve(document, edit) for edit in fix.edits]
    if any(edit is None for edit in edits):
        return None
    return TextFix(fix.title, tuple(edit for edit in edits if edit), fix.safe)


def _resolve(document: Document, edit: Edit) -> TextEdit | None:
    node = document.nodes.get(edit.route)
    if isinstance(edit, NewEntry):
        return _new_entry(document, edit, node) if isinstance(node, yaml.SequenceNode) else None
    if isinstance(edit, NewField):
        return _new_field(document, edit, node) if isinstance(node, yaml.MappingNode) else None
    return _new_value(document, edit, node) if isinstance(node, yaml.ScalarNode) else None


def _new_value(document: Document, edit: ValueEdit, node: yaml.ScalarNode) -> TextEdit | None:
    value = node.value
    start = edit.start if edit.start is not None else 0
    end = edit.end if edit.end is not None else len(value)
    whole = value[:start] + edit.text + value[end:]
    flow = document.in_flow(edit.route)
    if edit.start is None and node.style in BLOCKS:
        within = _within_block(document, edit, value)
        if within:
            return within
    unfolds = end > start and _folds(document, edit.route, start, end)
    if edit.start is None or unfolds or (not node.style and not _is_plain(whole, flow)):
        return TextEdit(document.extent(edit.route), _scalar(whole, node, flow))
    return TextEdit(document.span(edit.route, start, end), _inside(edit.text, node.style))


def _within_block(document: Document, edit: ValueEdit, value: str) -> TextEdit | None:
    """The edit of what differs, so that a block scalar keeps its header, its comment and its lines."""
    new = edit.text.rstrip("\n")
    old = value.rstrip("\n")
    if edit.text[len(new) :] != value[len(old) :]:
        return None
    old_flat, new_flat = old.replace("\n", " "), new.replace("\n", " ")
    start = shared(old_flat, new_flat)
    kept = shared(old_flat[start:][::-1], new_flat[start:][::-1])
    end, text = len(old) - kept, new[start : len(new) - kept]
    at_line_start = value[max(0, start - 1) : start] in ("", "\n")
    indents = at_line_start and (text + value[end:])[:1].isspace()
    if "\n" in text or "\n" in value[start:end] or indents or _folds(document, edit.route, start, end):
        return None
    return TextEdit(document.span(edit.route, start, end), text)


def _folds(document: Document, route: Route, start: int, end: int) -> bool:
    """Whether a line ends within these characters of a value: there stands more in the file than in the value."""
    return document.span(route, start, start).line != document.span(route, end, end).line


def shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))


def _inside(text: str, style: str | None) -> str:
    """`text` as it is written inside a scalar of `style`."""
    if style == '"':
        return json.dumps(text, ensure_ascii=False)[1:-1]
    return text.replace("'", "''") if style == "'" else text


def _scalar(text: str, node: yaml.ScalarNode, flow: bool) -> str:
    """`text` as a whole scalar on one line, in the style of `node` where that can hold it."""
    if not node.style and _is_plain(text, flow):
        return text
    if node.style == "'" and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=False)


def _is_plain(text: str, flow: bool) -> bool:
    """Whether `text` reads back as itself where it stands unquoted, in block or in flow."""
    if text != text.strip() or "\n" in text:
        return False
    read = load(f"key: {{key: {text}}}\n" if flow else f"key: {text}\n", "")
    wanted = {"key": {"key": Plain(text)}} if flow else {"key": Plain(text)}
    return not read.findings and bool(text) and read.data == wanted


def written(text: str, flow: bool = True) -> str:
    """`text` as a YAML scalar on one line, unquoted where it reads back as itself, with other readers too."""
    return (
        text
        if _is_plain(text, flow) and not OTHER_KINDS.fullmatch(text)
        else json.dumps(text, ensure_ascii=False)
    )


def _new_field(document: Document, edit: NewField, node: yaml.MappingNode) -> TextEdit | None:
    if not node.value:
        return None
    value = written(edit.value, bool(node.flow_style) or document.in_flow(edit.route))
    last_key, last_value = node.value[-1]
    if node.flow_style:
        return _inserted_at(last_value.end_mark, f", {edit.key}: {value}")
    if not isinstance(last_value, yaml.ScalarNode):
        return None
    return _below(document, last_value, f"{' ' * last_key.start_mark.column}{edit.key}: {value}")


def _new_entry(document: Document, edit: NewEntry, node: yaml.SequenceNode) -> TextEdit | None:
    if not node.value:
        return None
    flow = bool(node.flow_style) or document.in_flow(edit.route)
    fields = [f"{key}: {written(value, flow)}" for key, value in edit.fields]
    if flow:
        return _inserted_at(node.value[-1].end_mark, f", {{{', '.join(fields)}}}")
    margin = " " * node.start_mark.column
    return _below(document, node.value[-1], f"{margin}- " + f"\n{margin}  ".join(fields))


def _inserted_at(mark: Mark, text: str) -> TextEdit:
    return TextEdit(Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 1), text)


def _below(document: Document, node: yaml.Node, text: str) -> TextEdit | None:
    """`text` on lines of its own below a value; a comment beside its last line stays there."""
    line = _last_line(document, node)
    if line is None:
        return None
    column = len(split_lines(document.text)[line - 1]) + 1
    return TextEdit(Span(line, column, line, column), f"\n{text}")


def _last_line(document: Document, node: yaml.Node) -> int | None:
    """The line, counted from 1, on which a value ends; None where that cannot be told."""
    if isinstance(node, yaml.ScalarNode):
        route = next(route for route, each in document.nodes.items() if each is node)
        return document.extent(route).end_line
    assert isinstance(node, yaml.CollectionNode)
    if node.flow_style:
        return int(node.end_mark.line) + 1
    if not node.value:
        return None
    last = node.value[-1]
    return _last_line(document, last[1] if isinstance(last, tuple) else last)


def apply_edits(text: str, edits: Iterable[TextEdit]) -> str:
    """Apply `edits` to `text`; of two that overlap, the one that starts first is kept."""
    starts = line_starts(text)
    placed = sorted(
        (
            _offset(starts, e.span.line, e.span.column),
            _offset(starts, e.span.end_line, e.span.end_column),
            e.text,
        )
        for e in edits
    )
    out: list[str] = []
    cursor = 0
    for start, end, new in placed:
        if start >= cursor:
            out += [text[cursor:start], new]
            cursor = end
    return "".join([*out, text[cursor:]])


def line_starts(text: str) -> list[int]:
    """The offset at which each line of `text` starts."""
    starts, offset = [0], 0
    for line in split_lines(text)[:-1]:
        offset += len(line)
        offset += 2 if text.startswith("\r\n", offset) else 1
        starts.append(offset)
    return starts


def _offset(starts: list[int], line: int, column: int) -> int:
    return starts[line - 1] + column - 1
