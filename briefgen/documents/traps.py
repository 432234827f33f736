"""What YAML reads without a word although nobody can have meant it.

Owns the faults of sound YAML: a text that ` #` cut short, and control characters that an escape put into a text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

import yaml

from briefgen.diagnostics import Finding, Route, Span

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
"""Characters that no reader sees: all that YAML calls non-printable, the carriage return and the next-line character."""

COMMENT = re.compile(r"[ \t]+#[^\n]*")
GLUED = re.compile(r"[ \t]+#[^\s#]")
"""A comment that was hardly meant as one: glued to its sign. One blank away from several words is another."""


def silent_faults(
    lines: Sequence[str], nodes: Mapping[Route, yaml.Node], keys: Mapping[Route, yaml.Node]
) -> Iterator[Finding]:
    """Yield what is wrong with the texts of a document whose lines these are, though they are YAML."""
    for route, node in nodes.items():
        if isinstance(node, yaml.ScalarNode):
            yield from _control_characters(route, node, on_key=False)
            yield from _cut_comments(lines, route, node)
    for route, key in keys.items():
        yield from _control_characters(route, key, on_key=True)


def _control_characters(route: Route, node: yaml.Node, on_key: bool) -> Iterator[Finding]:
    """A text with control characters: only an escape brings them in, since YAML refuses them as they are."""
    found = list(dict.fromkeys(CONTROL.findall(node.value)))
    if found:
        named = ", ".join(f"U+{ord(char):04X}" for char in found)
        kind = "control character" if len(found) == 1 else "control characters"
        message = f"the text holds the {kind} {named}, which no reader sees"
        yield Finding(
            "invalid-value", message, route, on_key=on_key, help="remove the escape (\\) that stands for it"
        )


def _cut_comments(lines: Sequence[str], route: Route, node: yaml.ScalarNode) -> Iterator[Finding]:
    """Warn where ` #` cut a plain scalar short: `text: Item #5 was approved` reads as `Item`."""
    if node.style or not node.value:
        return
    mark = node.end_mark
    cut = COMMENT.match(lines[mark.line], mark.column) if mark.line < len(lines) else None
    if cut and (GLUED.match(cut[0]) or (" " in node.value and cut[0].startswith(" #"))):
        span = Span(mark.line + 1, cut.start() + 1, mark.line + 1, cut.end() + 1)
        remedy = "put the whole text in quotes, or leave a blank after # where a comment is meant"
        message = f"` #` starts a comment: the text ends at `{node.value[-30:]}`"
        yield Finding("comment-in-text", message, route, span=span, help=remedy)
