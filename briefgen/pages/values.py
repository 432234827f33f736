"""The values that go into and come out of page making.

Owns plain, frozen data only: nothing here imports the layout engine, so callers may use these types freely.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from briefgen.fonts import FOLDER, print_css

MM_PER_PX = 25.4 / 96
"""Millimetres in a CSS pixel (CSS Values 3, section 5.2)."""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """The room that an audience gives its edition.

    `size` is a CSS page size (`A4`, `Letter`); sizes of type are in points. Every statement is set at `min_pt`
    at least and at `comfortable_pt` at most: a short brief ends where it ends instead of being blown up.
    """

    size: str = "A4"
    max_pages: int = 1
    min_pt: float = 8.5
    comfortable_pt: float = 10.5
    drop_could: bool = False


@dataclass(frozen=True, slots=True)
class Resources:
    """The files that a page may be made of.

    Only `data:` and files below `roots` (symbolic links resolved) are ever read. A relative address is looked up
    in one root after another, as templates are: the audience's folder first, what ships with briefgen last.
    `font_css` holds `@font-face` rules, with addresses relative to `font_folder`: the shipped faces.
    """

    roots: tuple[Path, ...] = ()
    font_css: str = field(default_factory=print_css)
    font_folder: Path = FOLDER


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file embedded in the PDF as an associated file.

    `relationship` is one of PDF 2.0's (`Data`, `Source`, `Supplement`, `Unspecified`).
    """

    name: str
    content: bytes
    media_type: str = "application/json"
    description: str = ""
    relationship: str = "Data"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says of itself: Info dictionary, XMP and catalogue.

    `created` is the only time that reaches the file; there is no clock.
    """

    title: str
    language: str
    authors: tuple[str, ...] = ()
    description: str = ""
    keywords: tuple[str, ...] = ()
    marking: str = ""
    generator: str = "briefgen"
    created: datetime = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Copy:
    """The copy to set: one HTML document and what travels in the file with it."""

    html: str
    metadata: Metadata
    attachments: tuple[Attachment, ...] = ()


Without = Callable[[frozenset[str]], Copy]
"""Gives the copy of the same edition with the named items left out (and the page saying so)."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How an edition sits on its pages.

    `size_pt` is the size of the root element (the body size); `fill` the share of the last allowed page's room
    and those before it that is used; `room_lines` how many more lines of body text there would be room for.
    """

    size_pt: float
    pages: int
    fill: float
    room_lines: int
    layouts: int


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished PDF.

    `memory` is what to hand in next time, so that the same copy needs one layout. `dropped` names the `could` items
    that were left out where the audience allows it; `fonts` are the families that were used.
    """

    pdf: bytes
    fit: Fit
    memory: str
    dropped: tuple[str, ...] = ()
    fonts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cut:
    """An item that could be cut, and what its own box takes, as measured on the page."""

    item: str
    priority: str
    mm: float
    lines: int
    words: int
    section: str = ""
    """What the section that it stands in is called; empty where it stands in none."""
    left_mm: float | None = None
    """How far the copy runs over still without it and those before it; None where that was not tried."""


@dataclass(frozen=True, slots=True)
class Overflow:
    """The edition does not fit at the smallest legal size (`size_pt`).

    The excess is measured below the foot of the last allowed page. `cuts` are to be made in that order;
    `fits_after` tells whether a layout without them all did fit.
    """

    size_pt: float
    mm: float
    lines: int
    words: int
    cuts: tuple[Cut, ...]
    fits_after: bool
    layouts: int = 0


@dataclass(frozen=True, slots=True)
class Protrusion:
    """Text that reaches over the edge of the sheet or into the next column, because it has no place to break."""

    text: str
    mm: float
    item: str | None


@dataclass(frozen=True, slots=True)
class RemoteResource:
    """Something that the page asked for and may not have; nothing was fetched."""

    url: str
    reason: str


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """Characters for which neither a shipped nor an installed font has a glyph. `item` is None outside items."""

    characters: str
    item: str | None


Fault = Overflow | Protrusion | RemoteResource | MissingGlyph


@dataclass(frozen=True, slots=True)
class Faults:
    """Why there is no PDF: every fault at once."""

    faults: tuple[Fault, ...]
