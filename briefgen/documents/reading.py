"""Strict YAML with positions: text in, plain data plus the span of every value out.

Owns what a document may be at all: UTF-8, one document, bounded size and depth, no anchors, aliases, tags, merge or
duplicate keys. Plain scalars are handed over as `Plain`, their text as written; null is the only value that is
decided here (YAML 1.2 core schema). Every fault is a `Finding` with its span; none raises.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

from briefgen.diagnostics import Finding, Route, Span
from briefgen.documents.nodes import Forbidden, compose
from briefgen.documents.scalars import BLOCKS, character_places, text_span, written_span
from briefgen.documents.syntax import syntax_fault
from briefgen.documents.traps import silent_faults
from briefgen.models.scalars import Plain

MAX_BYTES = 16_000_000
"""The size of a document in bytes, at the most. A brief of one page has about 30,000."""
NULLS = frozenset({"", "~", "null", "Null", "NULL"})

Node = yaml.Node


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: `data` is dict, list, Plain, str and None only; `nodes` and `keys` hold where it stands."""

    path: str
    text: str
    data: Any
    findings: tuple[Finding, ...] = ()
    nodes: dict[Route, Node] = field(default_factory=dict, repr=False)
    keys: dict[Route, Node] = field(default_factory=dict, repr=False)

    def lines(self) -> tuple[str, ...]:
        """The text by lines, line ends dropped (only those that YAML counts)."""
        return _lines_of(self.text)

    def in_flow(self, route: Route) -> bool:
        """Whether the value at `route` stands within `[…]` or `{…}`."""
        owners = (self.nodes.get(route[:depth]) for depth in range(len(route)))
        return any(getattr(owner, "flow_style", False) for owner in owners)

    def nearest(self, route: Route) -> Route:
        """Return the longest beginning of `route` that stands in the document."""
        while route not in self.nodes and route:
            route = route[:-1]
        return route

    def span(
        self,
        route: Route,
        start: int | None = None,
        end: int | None = None,
        on_key: bool = False,
        on_value: bool = False,
    ) -> Span:
        """Return where the value at `route` is to be looked at, or its characters `[start:end)`, or its key.

        A list or a mapping is looked at by its key, or, `on_value`, by its own first line.
        """
        route = self.nearest(route)
        if route not in self.nodes:
            return Span(1, 1, 1, 1)
        if on_key and route in self.keys:
            return _node_span(self.keys[route])
        node = self.nodes[route]
        if on_value and isinstance(node, yaml.CollectionNode):
            return self._first_line(node)
        if start is None or not isinstance(node, yaml.ScalarNode):
            return self._whole(route, node)
        places = character_places(self.text, node)
        last = len(places) - 1
        first, stop = places[min(start, last)], places[min(max(end or start, start), last)]
        if end is not None and end > start:
            before = places[min(end - 1, last)]
            stop = stop if stop[0] == before[0] else (before[0], before[1] + 1)
        return Span(first[0], first[1], stop[0], stop[1])

    def extent(self, route: Route) -> Span:
        """Return what would have to be replaced to replace the value at `route`: a block scalar with its header."""
        node = self.nodes.get(self.nearest(route))
        if isinstance(node, yaml.ScalarNode) and node.style in BLOCKS:
            return written_span(self.text, node)
        return self.span(route)

    def _whole(self, route: Route, node: Node) -> Span:
        """The span of a whole value: of its key for a collection or nothing, of the text for a scalar."""
        if isinstance(node, yaml.ScalarNode) and (node.value or node.style):
            return text_span(self.text, node)
        if route in self.keys:
            return _node_span(self.keys[route])
        first = _node_span(node)
        return Span(first.line, first.column, first.line, first.column + 1)

    def _first_line(self, node: yaml.CollectionNode) -> Span:
        start, end = node.start_mark, node.end_mark
        line = self.lines()[start.line].rstrip()
        stop = end.column if node.flow_style and end.line == start.line else len(line)
        return Span(start.line + 1, start.column + 1, start.line + 1, max(stop, start.column + 1) + 1)


@lru_cache(maxsize=16)
def _lines_of(text: str) -> tuple[str, ...]:
    return tuple(split_lines(text))


def split_lines(text: str) -> list[str]:
    """Split as the YAML reader counts lines: at LF, CRLF, CR, NEL, LS and PS."""
    return re.split("\r\n|[\n\r\x85\u2028\u2029]", text)


def _node_span(node: Node) -> Span:
    start, end = node.start_mark, node.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def load(raw: bytes | str, path: str) -> Document:
    """Read a YAML document of `path` (workspace-relative, for messages) from its bytes or text.

    Returns a document whose `findings` hold every fault of form below the models' level: `yaml-syntax`,
    `duplicate-key`, `wrong-type` (of a key), `comment-in-text`, and `invalid-value` (of a control character). Its data
    is None where it cannot be read.
    """
    text, fault = _decode(raw)
    if fault is not None:
        return Document(path, text, None, (fault,))
    try:
        node = compose(text)
    except Forbidden as found:
        return Document(path, text, None, (_fault(found.message, found.remedy, _mark(found.mark)),))
    except yaml.YAMLError as error:
        return Document(path, text, None, (syntax_fault(error, text),))
    document = Document(path, text, None, (), {}, {})
    findings: list[Finding] = []
    data = _build(node, (), document, findings) if node is not None else None
    findings.extend(silent_faults(document.lines(), document.nodes, document.keys))
    return Document(path, text, data, tuple(findings), document.nodes, document.keys)


def _decode(raw: bytes | str) -> tuple[str, Finding | None]:
    if len(raw) > MAX_BYTES:
        message = f"the file has {len(raw):,} bytes; a document may have {MAX_BYTES:,}"
        return "", _fault(message, "split it into several files")
    try:
        text = raw.decode("utf-8-sig") if isinstance(raw, bytes) else raw.removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        return "", _not_utf8(error)
    bad = UNPRINTABLE.search(text)
    return text, _unprintable(text, bad) if bad else None


def _not_utf8(error: UnicodeDecodeError) -> Finding:
    before = error.object[: error.start]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    half_empty = error.object.count(0) > len(error.object) // 3
    marked = error.object[:2] in (b"\xff\xfe", b"\xfe\xff")
    hint = " but looks like UTF-16" if marked or half_empty else ""
    message = f"the file is not UTF-8{hint}: byte 0x{error.object[error.start]:02X} at offset {error.start}"
    return _fault(message, "save it as UTF-8", Span(line, column, line, column + 1))


def _unprintable(text: str, bad: re.Match[str]) -> Finding:
    line = text.count("\n", 0, bad.start()) + 1
    column = bad.start() - text.rfind("\n", 0, bad.start())
    message = f"the character U+{ord(bad[0]):04X} may not stand in YAML"
    utf16 = text.count("\0") > len(text) // 3
    remedy = "save the file as UTF-8: this looks like UTF-16" if utf16 else "remove it"
    return _fault(message, remedy, Span(line, column, line, column + 1))


UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML 1.2 (5.1) calls non-printable."""


def _fault(message: str, remedy: str = "", span: Span | None = None) -> Finding:
    return Finding("yaml-syntax", message, help=remedy, span=span or Span(1, 1, 1, 1))


def _mark(mark: Any) -> Span:
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)


def _build(node: Node, route: Route, document: Document, findings: list[Finding]) -> Any:
    document.nodes[route] = node
    if isinstance(node, yaml.MappingNode):
        return _build_mapping(node, route, document, findings)
    if not isinstance(node, yaml.ScalarNode):
        return [_build(child, (*route, index), document, findings) for index, child in enumerate(node.value)]
    if node.style:
        return node.value
    return None if node.value in NULLS else Plain(node.value)


def _build_mapping(
    node: yaml.MappingNode, route: Route, document: Document, findings: list[Finding]
) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            findings.append(
                Finding("wrong-type", "a key is text, not a list or a mapping", span=_node_span(key))
            )
        elif key.value == "<<" and not key.style:
            findings.append(Finding("yaml-syntax", "merge keys (<<) are not allowed", span=_node_span(key)))
        elif key.value in data:
            first = document.keys[*route, key.value].start_mark.line + 1
            message = f"the key `{key.value}` stands here a second time (first on line {first})"
            entry = ", or begin a new entry with `- `" if route and isinstance(route[-1], int) else ""
            remedy = f"keep one of the two (nothing is taken from a second one){entry}"
            findings.append(Finding("duplicate-key", message, span=_node_span(key), help=remedy))
        else:
            document.keys[*route, key.value] = key
            data[key.value] = _build(value, (*route, key.value), document, findings)
    return data
