"""YAML text as nodes with marks, read once: from the parser's events, the dangerous and the ambiguous refused.

Owns what a document may not hold (anchors, aliases, tags, a second document, deep nesting) and the building of nodes.
PyYAML's own composer would have to be run after a look at the events, would read the text a second time, and resolves
a tag for each scalar, which nobody asks for: what a plain scalar means is for the models.
"""

from collections.abc import Callable
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without libyaml: slower, same result
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

MAX_DEPTH = 32
"""The depth of nesting, at the most: libyaml's composer would end the process at about 30,000."""

FORBIDDEN = {
    "anchor": ("anchors (&) are not allowed", "write the value out where it is needed"),
    "alias": ("aliases (*) are not allowed", "write the value out, or put text that starts with * in quotes"),
    "tag": ("tags (!) are not allowed", "remove the tag, or put text that starts with ! in quotes"),
    "depth": (f"nested more than {MAX_DEPTH} deep", "a brief needs no more than six levels"),
    "documents": ("a second document starts here", "one document a file: remove the line ---"),
}


class Forbidden(Exception):
    """What stands at `mark` may not stand in a document, for a reason of `FORBIDDEN`."""

    def __init__(self, kind: str, mark: Any) -> None:
        self.message, self.remedy = FORBIDDEN[kind]
        self.mark = mark


def compose(text: str) -> yaml.Node | None:
    """Return the root node of a document, None where it is empty. Nodes carry no tags.

    Raises:
        Forbidden: the first thing that may not stand in a document.
        yaml.YAMLError: this is not YAML.
    """
    composer = _Composer(text)
    try:
        return composer.document()
    finally:
        composer.loader.dispose()


class _Composer:
    """Recursive descent over the events of one text, no deeper than `MAX_DEPTH`."""

    def __init__(self, text: str) -> None:
        self.loader = Loader(text)
        self.next: Callable[[], Any] = self.loader.get_event
        self.depth = 0

    def document(self) -> yaml.Node | None:
        self.next()  # the start of the stream
        root: yaml.Node | None = None
        started = False
        while not isinstance(event := self.next(), yaml.StreamEndEvent):
            if started:
                raise Forbidden("documents", event.start_mark)
            started = True
            root = self.node(self.next())
            self.next()  # the end of the document
        return root

    def node(self, event: Any) -> yaml.Node:
        if isinstance(event, yaml.AliasEvent):
            raise Forbidden("alias", event.start_mark)
        if event.anchor is not None:
            raise Forbidden("anchor", event.start_mark)
        if event.tag is not None:
            raise Forbidden("tag", event.start_mark)
        start: Any = event.start_mark
        stop: Any = event.end_mark
        if isinstance(event, yaml.ScalarEvent):
            return yaml.ScalarNode("", event.value, start, stop, event.style)
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise Forbidden("depth", event.start_mark)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        built = self.mapping(event) if is_mapping else self.sequence(event)
        self.depth -= 1
        return built

    def mapping(self, first: Any) -> yaml.MappingNode:
        pairs: list[tuple[yaml.Node, yaml.Node]] = []
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self.node(event)
            pairs.append((key, self.node(self.next())))
        stop: Any = event.end_mark
        return yaml.MappingNode("", pairs, first.start_mark, stop, first.flow_style)

    def sequence(self, first: Any) -> yaml.SequenceNode:
        children: list[yaml.Node] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            children.append(self.node(event))
        stop: Any = event.end_mark
        return yaml.SequenceNode("", children, first.start_mark, stop, first.flow_style)
