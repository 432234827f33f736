"""What is wrong, where, and what to do about it.

Owns the two forms of a fault. A `Finding` is what a check yields: it speaks *routes* (the path of keys and
indices to a value in a YAML document) and character offsets inside that value. A `Diagnostic` is what a reader
sees: it speaks lines and columns. `briefgen.runner` turns one into the other, once, at the edge.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from sys import intern

Route = tuple[str | int, ...]
"""The path to a value in a YAML document: `("key_facts", 2, "citations", 0, "quote")`."""


class Severity(StrEnum):
    """How grave a fault is. Errors stop a build; `off` silences a rule."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text file: lines and columns from 1, in Unicode code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START_OF_FILE = Span(1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class ValueEdit:
    """Replaces the characters `[start:end)` of the decoded scalar at `route` (None: all of it) by `text`."""

    route: Route
    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class NewField:
    """Adds the line `key: value` to the mapping at `route`."""

    route: Route
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class NewEntry:
    """Adds a mapping of these fields, in order, to the end of the list at `route`."""

    route: Route
    fields: tuple[tuple[str, str], ...]


Edit = ValueEdit | NewField | NewEntry


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that makes a fault go away.

    `safe` fixes may be applied by `check --fix`; they never change what a statement claims.
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault as a check sees it.

    `route` names the value; `start` and `end` the characters in it (None: the whole value); `on_key` points at
    the key instead of the value, and `on_value` at the value also where it is a list or a mapping, for which its key
    stands otherwise. `path` names the document where it is not the brief under check (a register, an
    audience file, a template), relative to the workspace; `span` is given where there is no route to resolve, with the
    `source` that it covers where the file is no YAML document.
    `severity` overrides the rule's default.
    """

    rule: str
    message: str
    route: Route = ()
    start: int | None = None
    end: int | None = None
    on_key: bool = False
    help: str = ""
    fixes: tuple[Fix, ...] = ()
    severity: Severity | None = None
    path: str | None = None
    span: Span | None = None
    on_value: bool = False
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Replaces the text of `span` by `text` (an empty span inserts)."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class TextFix:
    """A `Fix` whose edits speak lines and columns of the file."""

    title: str
    edits: tuple[TextEdit, ...]
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A fault as a reader sees it; `path` is relative to the workspace, `source` the lines that `span` covers."""

    rule: str
    severity: Severity
    message: str
    path: str
    span: Span
    brief: str | None = None
    item: str | None = None
    help: str = ""
    fixes: tuple[TextFix, ...] = ()
    source: tuple[str, ...] = ()
    audience: str | None = None

    def interned(self) -> "Diagnostic":
        """The same, its texts held once however many others have them: thousands of briefs are told much the same."""
        brief, item = (text and intern(text) for text in (self.brief, self.item))
        rule, path, message, help_ = map(intern, (self.rule, self.path, self.message, self.help))
        return replace(self, rule=rule, path=path, message=message, help=help_, brief=brief, item=item)

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sort key: by file, then place, then rule."""
        return (self.path, self.span.line, self.span.column, self.rule, self.message)


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of one run: briefs, items and quotes seen; errors, warnings and waived findings."""

    briefs: int = 0
    items: int = 0
    quotes: int = 0
    errors: int = 0
    warnings: int = 0
    waived: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that one run found, in order; `extra` holds what a command adds to its JSON document."""

    summary: Summary
    diagnostics: tuple[Diagnostic, ...]
    extra: Mapping[str, object] = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        """Whether any diagnostic is an error."""
        return self.summary.errors > 0
