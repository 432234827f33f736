"""The view: what one audience may read of one brief, as templates see it.

Frozen, typed and plain: text, numbers, tuples. Nothing here leads back to the brief, its models or its files.
Every class names its fields for people who write templates; `templates/README.md` is written from it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.models.vocabulary import TLP


@dataclass(frozen=True, slots=True)
class NoteView:
    """One note: a source and a quote from it, or a piece of arithmetic."""

    number: int
    """In order of appearance, from 1."""
    source: str | None
    """The source's id; None for arithmetic."""
    letter: str
    """The source's letter on this page (`A`); empty for arithmetic."""
    derivation: str
    """The arithmetic, as `3,400 = 2,500 + 900`; empty for a quote."""
    quote: str
    """The quoted words as the brief gives them."""
    before: str
    """The words before the quote in its sentence, as the source has them."""
    after: str
    """The words after the quote in its sentence."""
    language: str | None
    """The language of the source (BCP 47), None where the register does not say."""
    direction: str
    """`ltr` or `rtl`: the direction of the quoted words."""
    page: int | None
    """The page of a paged source."""
    paragraph: int | None
    """The paragraph of a source without pages, from 1."""
    start: int | None
    """Where the quote starts in the extracted text, in code points from 0."""
    end: int | None
    """Where it ends, exclusive."""
    relations: tuple[str, ...]
    """What it does for the items that cite it: `supports`, `partly`, `disputes`."""
    credibility: int | None
    """Admiralty grade of the information, 1 to 6."""
    verified: bool
    """Whether the quote was found, word for word, at exactly one place of the archived source."""
    references: tuple[str, ...]
    """The anchors of the places that refer to this note."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a reference."""

    text: str
    form: str
    """`plain`, `emphasis` (italics), or `link` (the text is an address)."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source that an included item cites."""

    id: str
    letter: str
    """Its letter on this page, in order of appearance."""
    title: str
    authors: tuple[str, ...]
    publisher: str | None
    container: str | None
    """What it appeared in (CSL `container-title`)."""
    issued: str | None
    """EDTF; None prints as n.d."""
    accessed: str | None
    url: str | None
    language: str | None
    direction: str
    """`ltr` or `rtl`: the direction of its title."""
    type: str
    """A CSL item type."""
    descriptor: str | None
    """What it is, and its limits (ICD 206)."""
    reliability: str | None
    """Admiralty grade, A to F."""
    marking: str
    sha256: str | None
    """Of the archived file."""
    notes: tuple[int, ...]
    """The notes that quote it."""
    reference: tuple[Run, ...] = ()
    """Its entry in the audience's citation style, piece by piece; empty where that is `notes`."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A note number at one place of the text."""

    number: int
    anchor: str
    """The id of this very place."""
    relation: str
    """`supports`, `partly`, `disputes` or `derived`."""


@dataclass(frozen=True, slots=True)
class Link:
    """Another item of this edition."""

    anchor: str
    section: str
    position: int
    """Its number in its section, from 1."""


@dataclass(frozen=True, slots=True)
class ItemView:
    """A statement, position, question or dated entry."""

    name: str
    """Its id, or its place in the brief (`positions[2]`)."""
    anchor: str
    section: str
    position: int
    """Its number in its section, from 1."""
    statement: str
    """Inline Markdown; the filter `inline` sets it. Empty where a question states nothing."""
    actor: str
    question: str
    date: str | None
    """EDTF, of a timeline entry."""
    as_of: str | None
    likelihood: str | None
    """An ICD 203 term."""
    confidence: str | None
    priority: str
    marking: str
    """Its effective marking: the strictest of its own, its sources' and its basis'."""
    tags: tuple[str, ...]
    notes: tuple[Reference, ...]
    basis: tuple[Link, ...]
    supersedes: tuple[Link, ...]
    superseded_by: tuple[Link, ...]
    disputed: bool
    """Whether a source that it cites disputes it."""
    language: str
    direction: str
    basis_withheld: bool = False
    """Whether this audience does not get part of what it rests on (`withheld_basis: flag`)."""
    change: str = ""
    """`new` or `changed` since what the brief is held against (`changes_since`), as far as this audience was told."""


@dataclass(frozen=True, slots=True)
class ValueView:
    """A value of a chart: a number, or the ends of a range."""

    label: str
    value: float | None
    low: float | None
    high: float | None
    approximate: bool
    notes: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class FigureView:
    """A small chart."""

    name: str
    anchor: str
    title: str
    unit: str
    kind: str
    """`bar`, `line` or `range`."""
    values: tuple[ValueView, ...]
    priority: str
    marking: str
    as_of: str | None
    notes: tuple[Reference, ...]
    language: str
    direction: str
    change: str = ""
    """As an item's."""


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A point on the map, degrees north and east positive (WGS 84)."""

    name: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class MapView:
    """A locator map."""

    title: str
    places: tuple[PlaceView, ...]
    notes: tuple[Reference, ...]
    marking: str


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary."""

    term: str
    meaning: str


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section that the audience reads, with the items that it may read."""

    name: str
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """How many of this audience's items changed since an earlier edition."""

    since: str
    """The date (EDTF) of what the brief is held against; empty where it has none."""
    new: int
    changed: int
    removed: int
    """Items that the brief no longer has."""


@dataclass(frozen=True, slots=True)
class EditionView:
    """What one audience may read of one brief, and nothing else."""

    brief: str
    """The brief's id."""
    audience: str
    """The audience's id."""
    label: str
    """The audience's name for people."""
    title: str
    subtitle: str
    as_of: str | None
    prepared: str | None
    authors: tuple[str, ...]
    language: str
    """The language of the text (BCP 47)."""
    direction: str
    """`ltr` or `rtl`, of the text."""
    marking: str
    """TLP 2.0: the strictest among the included items."""
    evidence: str
    """`quotes`, `notes` or `none`: what is printed of the evidence."""
    order: tuple[str, ...]
    """The names of the sections in the audience's order."""
    sections: tuple[SectionView, ...]
    """The sections that hold items, in the audience's order; empty ones too."""
    figures: tuple[FigureView, ...]
    map: MapView | None
    glossary: tuple[Term, ...]
    notes: tuple[NoteView, ...]
    sources: tuple[SourceView, ...]
    withheld: int | None
    """How many items this audience may not read; None where the page may not say so."""
    dropped: int
    """How many `could` items were left out to fit."""
    changes: ChangesView | None = None
    """What changed since an earlier edition; None where the brief does not ask for it."""

    def section(self, name: str) -> SectionView | None:
        """The section called `name`, None where the audience does not read it."""
        return next((section for section in self.sections if section.name == name), None)

    def items(self) -> Iterator[ItemView]:
        """All items, in reading order."""
        for section in self.sections:
            yield from section.items

    def pointer(self, figure: FigureView) -> Link | None:
        """How items of this edition point at a chart; None where none does."""
        links = (
            link for item in self.items() for link in (*item.basis, *item.supersedes, *item.superseded_by)
        )
        return next((link for link in links if link.anchor == figure.anchor), None)

    @property
    def unremarked(self) -> tuple[str, ...]:
        """The markings that need no mark of their own: the least strict of the items', and TLP:CLEAR."""
        shown = [item.marking for item in self.items()]
        return (TLP[0], min(shown, key=TLP.index, default=self.marking))

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of all items, each once, in order."""
        return tuple(dict.fromkeys(tag for item in self.items() for tag in item.tags))
