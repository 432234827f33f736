"""Finds the styles that every reader of CSS would pass over without a word: misspelt names and values, and what cannot be read.

Owns the names that CSS has (`css_names.txt`: the properties and at-rules of MDN's data, which is in the public domain,
and those of paged media that the layout engine knows besides), and the look through stylesheets and through the styles
in templates. Vendor prefixes and custom properties are everybody's own.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import tinycss2

from briefgen.diagnostics import Finding, Span
from briefgen.documents.validation import nearest
from briefgen.templating.search import SearchPath
from briefgen.templating.stylewords import meant_word
from briefgen.templating.themes import THEMES

RULE: Final = "style-ignored"
MAX_FINDINGS: Final = 50
SKIPPED: Final = re.compile(r"""/\*.*?(?:\*/|\Z)|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[{}]""", re.DOTALL)
JINJA: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
STYLES: Final = re.compile(r"<style\b[^>]*>(?P<sheet>.*?)</style|\bstyle=\"(?P<inline>[^\"]*)\"", re.DOTALL)
DEFINED: Final = re.compile(r"(--[\w-]+)\s*:")
UNKNOWN: Final = "\ufffd"
"""Stands for what a template puts into a style: nobody knows what it is before."""


@lru_cache(maxsize=1)
def names() -> frozenset[str]:
    """What CSS calls its properties, and with an @ its at-rules."""
    return frozenset(files(__package__).joinpath("css_names.txt").read_text("utf-8").split())


def lint_styles(search_path: SearchPath, own: Path) -> tuple[Finding, ...]:
    """Find ignored styles in the files of `search_path` that lie below `own`, the workspace's `templates/`."""
    texts = {place: _text(search_path, place) for place in _places(search_path)}
    defined = {f"--{token}" for token in (*THEMES["serif"], "tlp", "tlp-width")}
    defined |= {name for text in texts.values() for name in DEFINED.findall(text)}
    found: list[Finding] = []
    for place, text in texts.items():
        path = search_path.file(place)
        if path is not None and path.is_relative_to(own.resolve()):
            found += _Sheet(search_path.label(place), text, defined).findings(place.endswith(".css"))
    return tuple(found[:MAX_FINDINGS])


def _places(search_path: SearchPath) -> Iterator[str]:
    for index, folder in enumerate(search_path.folders):
        for path in sorted(folder.path.rglob("*")):
            if path.suffix in (".css", ".j2"):
                yield f"{index}:{path.relative_to(folder.path).as_posix()}"


def _text(search_path: SearchPath, place: str) -> str:
    """The text at `place`; empty where it cannot be read, which is told when it is rendered."""
    try:
        return search_path.read(place)
    except ValueError:
        return ""


class _Sheet:
    """A stylesheet, or a template with styles in it."""

    def __init__(self, path: str, text: str, defined: set[str]) -> None:
        self.path, self.text, self.defined = path, text, defined
        self.lines = text.splitlines()

    def findings(self, is_css: bool) -> Iterator[Finding]:
        if is_css:
            yield from self._unclosed()
            yield from self._rules(tinycss2.parse_stylesheet(self.text, skip_comments=True))
            return
        hidden = JINJA.sub(lambda match: re.sub(r"[^\n]", UNKNOWN, match[0]), self.text)
        for match in STYLES.finditer(hidden):
            kind = "sheet" if match["sheet"] is not None else "inline"
            # What stands before is blanked, so that lines and columns are those of the file.
            styles = re.sub(r"[^\n]", " ", hidden[: match.start(kind)]) + match[kind]
            parse = tinycss2.parse_stylesheet if kind == "sheet" else tinycss2.parse_blocks_contents
            yield from self._rules(parse(styles, skip_comments=True))

    def _unclosed(self) -> Iterator[Finding]:
        """A brace without its fellow: what stands between it and the next one is read as something else."""
        open_: list[int] = []
        for match in SKIPPED.finditer(self.text):
            if match[0] == "{":
                open_.append(match.start())
            elif match[0] == "}" and open_:
                open_.pop()
        for start in open_[:1]:
            line = self.text.count("\n", 0, start) + 1
            column = start - (self.text.rfind("\n", 0, start) + 1) + 1
            message = "this { is never closed: what follows is read as a part of it"
            yield self._finding(message, line, column, 1, "write the } that is missing")

    def _rules(self, nodes: Iterable[Any]) -> Iterator[Finding]:
        for node in nodes:
            if node.type == "error":
                yield from self._unreadable(node)
            elif node.type == "declaration":
                yield from self._declaration(node)
            elif node.type in ("qualified-rule", "at-rule"):
                if node.type == "at-rule":
                    yield from self._named(f"@{node.lower_at_keyword}", node, "at-rule")
                if node.content is not None:
                    yield from self._rules(tinycss2.parse_blocks_contents(node.content, skip_comments=True))

    def _declaration(self, node: Any) -> Iterator[Finding]:
        yield from self._named(node.lower_name, node, "property")
        previous: Any = None
        # A custom property holds whatever its owner likes.
        for token in node.value if not node.name.startswith("--") else ():
            if token == ":" and previous is not None and previous.type == "ident":
                remedy = f"write a ; before `{previous.value}`"
                message = f"`{previous.value}` is read as a part of `{node.name}`, and both are passed over"
                yield self._finding(
                    message, previous.source_line, previous.source_column, len(previous.value), remedy
                )
            previous = token
        if ":" not in node.value:  # else a ; is missing, and some of these words are no values
            yield from self._words(node)
        yield from self._variables(node.value)

    def _words(self, node: Any) -> Iterator[Finding]:
        """Words that are a slip away from one that the property takes."""
        for token in node.value:
            near = (
                meant_word(node.name, token.value)
                if token.type == "ident" and UNKNOWN not in token.value
                else None
            )
            if near:
                message = f"`{node.name}` takes no `{token.value}`: this style is passed over"
                remedy = _meant(near, "")
                yield self._finding(message, token.source_line, token.source_column, len(token.value), remedy)

    def _variables(self, tokens: Iterable[Any]) -> Iterator[Finding]:
        """`var()` of a custom property that nothing defines, and without another value to take instead."""
        for token in tokens:
            if token.type != "function":
                continue
            given = [part for part in token.arguments if part.type not in ("whitespace", "comment")]
            if token.lower_name != "var" or len(given) != 1 or given[0].type != "ident":
                yield from self._variables(token.arguments)
            elif given[0].value not in self.defined and UNKNOWN not in given[0].value:
                name = given[0]
                message = f"nothing defines `{name.value}`: this style is passed over"
                remedy = _meant(
                    nearest(name.value, self.defined), "the theme's tokens are listed in templates/README.md"
                )
                yield self._finding(message, name.source_line, name.source_column, len(name.value), remedy)

    def _named(self, name: str, node: Any, kind: str) -> Iterator[Finding]:
        if name.lstrip("@").startswith("-") or UNKNOWN in name or name in names():
            return
        known = [each for each in names() if each.startswith("@") == name.startswith("@")]
        remedy = _meant(nearest(name, sorted(known)), "look the name up in a reference of CSS")
        message = f"CSS has no {kind} `{name}`: it is passed over"
        yield self._finding(message, node.source_line, node.source_column, len(name), remedy)

    def _unreadable(self, node: Any) -> Iterator[Finding]:
        """At the words that end where the parser gave up."""
        line = self.lines[node.source_line - 1] if node.source_line <= len(self.lines) else ""
        if "{{" in line or "{%" in line:
            return
        words = re.search(r"[^{};]*\Z", line[: node.source_column - 1].rstrip("}; "))
        text = words[0].strip() if words else ""
        column = line.find(text) + 1 if text else node.source_column
        remedy = "write it as `property: value;`, within { } after the name of what it is for"
        message = "this cannot be read as a style and is passed over"
        yield self._finding(message, node.source_line, column, max(len(text), 1), remedy)

    def _finding(self, message: str, line: int, column: int, length: int, remedy: str) -> Finding:
        span = Span(line, column, line, column + length)
        return Finding(
            RULE, message, path=self.path, span=span, help=remedy, source=tuple(self.lines[line - 1 : line])
        )


def _meant(near: str | None, otherwise: str) -> str:
    return f"did you mean `{near}`?" if near else otherwise
