"""A brief at one moment, reduced to what a difference is told of; made from a workspace or from an edition."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from briefgen.evidence.quotes.drift import Standing

TRAILING_ZEROS = re.compile(r"\.0+(?!\d)|(?<=\.\d)0+(?!\d)")


@dataclass(frozen=True, slots=True)
class QuoteState:
    """A quote of an item. `around` is what stands before and after it in its source (None: not known, or it stands nowhere).

    `standing` says more of that, to hold an earlier state against as a lock is held against a source. `stands`
    tells whether its words are in the source (None: not known), `likest` what is most like them where they are not.
    `omitted` is what it leaves out ("": nothing, or not known).
    """

    source: str
    quote: str
    around: tuple[str, str] | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    stands: bool | None = None
    likest: str = ""
    standing: Standing | None = None
    omitted: str = ""


@dataclass(frozen=True, slots=True)
class ItemState:
    """An item: `name` is its id, or its place where `has_id` is False.

    `texts` holds what it says by field (`statement`, `actor`, `statement.fr`), `languages` the language of each;
    `fields` holds likelihood, confidence, markings and the like as text; `readers` are the audiences that get it.
    """

    name: str
    has_id: bool
    section: str
    texts: Mapping[str, str]
    languages: Mapping[str, str]
    quotes: tuple[QuoteState, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    readers: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What it says in its first language, for people and for finding it again."""
        return " ".join(text for name, text in self.texts.items() if "." not in name) or " ".join(
            self.texts.values()
        )


@dataclass(frozen=True, slots=True)
class SourceState:
    """A cited source: the digest of its file, and its register entry as text by field."""

    id: str
    sha256: str | None
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BriefState:
    """A brief: its header as text by field, its items in order, its cited sources by id."""

    id: str
    header: Mapping[str, str]
    items: tuple[ItemState, ...]
    sources: Mapping[str, SourceState] = field(default_factory=dict)


def amount(
    value: Decimal | float | None,
    low: Decimal | float | None,
    high: Decimal | float | None,
    approximate: bool,
) -> str:
    """A value of a chart, or its range, in words that can be compared."""
    said = f"{value:f}" if value is not None else f"{low or 0:f} to {high or 0:f}"
    return f"about {_short(said)}" if approximate else _short(said)


def _short(figures: str) -> str:
    return TRAILING_ZEROS.sub("", figures)


def filled(**fields: object) -> dict[str, str]:
    """The fields that say something, as text."""
    return {name: str(value) for name, value in fields.items() if value not in (None, "")}
