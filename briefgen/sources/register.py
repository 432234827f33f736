"""Writing into `sources.yaml`: entries are spliced into its text, every other character stays as it is.

A register is somebody's handwork: comments, order, quoting and line ends survive.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from briefgen.documents.reading import Document, load
from briefgen.sources.extracted import SourceFault

Entry = Mapping[str, Any]
"""One source as plain data, in the order in which its fields are written."""

_PLAIN = re.compile(r"[A-Za-z0-9_](?:[\w .,'’()/+-]*[\w.'’()/+-])?\Z")
_WORDS_OF_YAML = frozenset("true false yes no on off null y n".split(" "))


def appended(raw: bytes, entries: Sequence[Entry]) -> bytes | SourceFault:
    """`raw`, the bytes of a register (empty where there is none yet), with `entries` after its last one.

    Returns a fault, and changes nothing, where the register is not sound YAML or has no list of sources.
    """
    document = load(raw, "")
    if not _is_sound(document):
        return SourceFault(
            "the register cannot be read, so nothing is added to it", "see `briefgen check`", "yaml-syntax"
        )
    text = _spliced(document, entries)
    return _verified(raw, document, text, entries)


def _is_sound(document: Document) -> bool:
    return all(finding.rule == "comment-in-text" for finding in document.findings)


def _verified(
    raw: bytes, document: Document, text: str | None, entries: Sequence[Entry]
) -> bytes | SourceFault:
    """The new bytes, once they have been read back as the old entries and the new ones."""
    old = (document.data or {}).get("sources") if isinstance(document.data or {}, dict) else None
    wanted = [*(old or []), *map(_as_read, entries)]
    if text is None or load(text, "").data != {**(document.data or {}), "sources": wanted}:
        return SourceFault(
            "the register has no list `sources:` that could be added to",
            "start it with `sources:`",
            "wrong-type",
        )
    mark = b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b""
    return mark + text.encode("utf-8")


def _spliced(document: Document, entries: Sequence[Entry]) -> str | None:
    text = document.text
    newline = "\r\n" if "\r\n" in text else "\n"
    node = document.nodes.get(("sources",))
    if document.data is None:
        return _lines(text, newline) + "sources:" + newline + _block(entries, 2, newline)
    if isinstance(node, yaml.SequenceNode):
        return _into_sequence(text, node, entries, newline)
    if isinstance(node, yaml.ScalarNode) and document.data["sources"] is None:
        key = document.keys["sources",].end_mark.index + 1
        return _on_next_lines(text, key, node.end_mark.index if node.value else key, entries, newline)
    return None


def _on_next_lines(text: str, start: int, end: int, entries: Sequence[Entry], newline: str) -> str:
    """`text` without `[start:end)`, the entries below the line that it stood on; a comment there stays."""
    rest = re.search(r"\r?\n|\Z", text[end:])
    line_end = end + (rest.end() if rest else 0)
    line = (text[:start].rstrip(" ") + text[end:line_end]).rstrip("\r\n") + newline
    return line + _block(entries, 2, newline) + text[line_end:]


def _into_sequence(text: str, node: yaml.SequenceNode, entries: Sequence[Entry], newline: str) -> str:
    start, end = node.start_mark, node.end_mark
    if node.flow_style and not node.value:
        return _on_next_lines(text, start.index, end.index, entries, newline)
    if node.flow_style:
        last = node.value[-1].end_mark.index
        return (
            text[:last]
            + "".join(", " + json.dumps(entry, ensure_ascii=False) for entry in entries)
            + text[last:]
        )
    # The mark at the end of a block list runs over the comments behind it; those stay behind the last entry.
    whole = _lines(text[: end.index], newline)
    return whole + _block(entries, start.column, newline) + text[end.index :]


def _lines(text: str, newline: str) -> str:
    return text if not text or text.endswith(("\n", "\r")) else text + newline


def _block(entries: Sequence[Entry], indent: int, newline: str) -> str:
    return newline.join(_entry(entry, indent, newline) for entry in entries) + newline


def _entry(entry: Entry, indent: int, newline: str) -> str:
    fields = [f"{key}: {_value(value)}" for key, value in entry.items()]
    return newline.join(
        " " * indent + ("  " if index else "- ") + field for index, field in enumerate(fields)
    )


def _value(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, str):
        return value if _is_plain(value) else json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
    return "[" + ", ".join(map(_flow, value)) + "]"


def _flow(value: Any) -> str:
    """A value inside `[...]` or `{...}`, where a comma would end it."""
    plain = isinstance(value, str) and _is_plain(value) and "," not in value
    return (
        value if plain else json.dumps(value, ensure_ascii=False) if isinstance(value, str) else _value(value)
    )


def _is_plain(text: str) -> bool:
    if text.startswith(("http://", "https://")):
        return re.fullmatch(r"[!-~]+", text) is not None and "#" not in text and not text.endswith(":")
    return _PLAIN.match(text) is not None and text.casefold() not in _WORDS_OF_YAML


def _as_read(value: Any) -> Any:
    """`value` as the reader of documents gives it back: lists and dicts, no tuples."""
    if isinstance(value, Mapping):
        return {key: _as_read(each) for key, each in value.items()}
    return value if value is None or isinstance(value, str) else [_as_read(each) for each in value]


def filled(raw: bytes, gaps: Mapping[int, Mapping[str, Any]]) -> bytes | SourceFault:
    """`raw` with fields for the entries at some places, each of which they lack or have as null or `[]`.

    Returns a fault where the register cannot be read, or a field says something already.
    """
    if not any(gaps.values()):
        return raw
    document = load(raw, "")
    fault = SourceFault(
        "the register cannot be completed where it stands", "add the fields by hand", "yaml-syntax"
    )
    if not _is_sound(document) or any(
        document.data["sources"][place].get(key) for place in gaps for key in gaps[place]
    ):
        return fault
    edits = [_filling(document, place, key, value) for place in gaps for key, value in gaps[place].items()]
    text, pieces, done = document.text, [], 0
    for start, end, new in sorted(edits):
        pieces += [text[done:start], new]
        done = end
    text = "".join([*pieces, text[done:]])
    if load(text, "").data != _with(document.data, gaps):
        return fault
    mark = b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b""
    return mark + text.encode("utf-8")


def _filling(document: Document, place: int, key: str, value: Any) -> tuple[int, int, str]:
    """(start, end, text) of the one splice that gives the entry at `place` this field."""
    route = ("sources", place, key)
    mapping, node = document.nodes[route[:2]], document.nodes.get(route)
    flow = isinstance(mapping, yaml.MappingNode) and bool(mapping.flow_style)
    written = _flow(value) if flow else _value(value)
    if node is None:
        newline = "\r\n" if "\r\n" in document.text else "\n"
        behind = ", " if flow else newline + " " * mapping.value[0][0].start_mark.column
        start = mapping.value[-1][0].start_mark.index
        return start, start, f"{key}: {written}{behind}"
    if node.start_mark.index == node.end_mark.index:  # `issued:` with nothing behind it
        after = document.keys[route].end_mark.index + 1
        return after, after, " " + written
    return node.start_mark.index, node.end_mark.index, written


def _with(data: Any, gaps: Mapping[int, Mapping[str, Any]]) -> Any:
    sources = [{**entry, **_as_read(gaps.get(place, {}))} for place, entry in enumerate(data["sources"])]
    return {**data, "sources": sources}
