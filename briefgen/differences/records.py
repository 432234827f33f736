"""Differences as values: what every form of the report is made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """What became of a brief or an item."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Kind(StrEnum):
    """What changed in an item, a source or a header; the order is the order in which changes are told."""

    REWORDED = "reworded"
    FIGURE = "figure"
    NEGATION = "negation"
    FIRMER = "firmer"
    SOFTER = "softer"
    LIKELIHOOD = "likelihood"
    CONFIDENCE = "confidence"
    SOURCES = "sources"
    QUOTE_LOST = "quote-lost"
    QUOTE_ADDED = "quote-added"
    QUOTE_REMOVED = "quote-removed"
    QUOTE_REWORDED = "quote-reworded"
    QUOTE_REANCHORED = "quote-reanchored"
    QUOTE_FIELD = "quote-field"
    SOURCE_FILE = "source-file"
    MARKING = "marking"
    PRIORITY = "priority"
    AUDIENCES = "audiences"
    SECTION = "section"
    ID = "id"
    FIELD = "field"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a word difference: `same`, `old` (only before) or `new` (only now)."""

    form: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `field` says what it is about (`statement`, `issued`), `source` which source; empty where nothing does."""

    kind: Kind
    old: str = ""
    new: str = ""
    field: str = ""
    source: str = ""
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemDifference:
    """An item that was added, removed or changed. `readers` are the audiences that got it before or get it now."""

    name: str
    section: str
    status: Status
    text: str
    changes: tuple[Change, ...] = ()
    readers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceDifference:
    """A cited source that changed, and the items that rest on it now."""

    id: str
    changes: tuple[Change, ...]
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BriefDifference:
    """A brief that was added, removed or changed."""

    id: str
    status: Status
    title: str
    changes: tuple[Change, ...] = ()
    items: tuple[ItemDifference, ...] = ()
    sources: tuple[SourceDifference, ...] = ()

    @property
    def former(self) -> str:
        """The id that it had before."""
        return next((change.old for change in self.changes if change.kind is Kind.ID), self.id)

    def count(self, status: Status) -> int:
        """How many of its items have this status."""
        return sum(item.status is status for item in self.items)


@dataclass(frozen=True, slots=True)
class Problem:
    """A document that could not be read whole on one side (`before` or `now`); the rest is still compared."""

    side: str
    path: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Difference:
    """All that changed since `since` (as it was asked for); `revision` is the commit, empty for an edition file.

    `date` is the day of the commit, or of the edition (EDTF; empty where it gives none).
    """

    since: str
    revision: str
    date: str
    briefs: tuple[BriefDifference, ...]
    problems: tuple[Problem, ...] = ()

    def readers(self) -> tuple[str, ...]:
        """The audiences that any difference reaches, sorted."""
        return tuple(sorted({reader for item in self.items() for reader in item.readers}))

    def items(self) -> Iterator[ItemDifference]:
        """Every item that changed."""
        for brief in self.briefs:
            yield from brief.items
