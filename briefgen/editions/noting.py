"""Notes: numbered in order of appearance, one a source and quote, each knowing who refers to it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from briefgen.checks.case import Cited
from briefgen.editions.direction import direction_of_text
from briefgen.editions.locating import Place, Stretch, place_of
from briefgen.editions.view import NoteView, Reference, SourceView
from briefgen.models.sources import SourceRecord
from briefgen.models.vocabulary import SECTIONS
from briefgen.sources.library import Source

OWN = frozenset({*(section.replace("_", "-") for section in SECTIONS), "glossary", "map", "notes", "sources"})
OWN_PREFIXES = ("note-", "place-", "ref-", "source-", "timeline-")
Key = tuple[str, str, int | None, int | None, str, str]


@dataclass(slots=True)
class _Draft:
    number: int
    cited: Cited | None
    derivation: str
    place: Place | None
    relations: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Notes:
    """Collects the notes of one edition while its items are composed in reading order.

    `kept_back` holds, by source, the stretches that only left-out items quote: no context shows them. A `silent`
    collection prints no numbers, and knows the sources all the same.
    """

    kept_back: Mapping[str, Sequence[Stretch]] = field(default_factory=dict)
    silent: bool = False
    drafts: dict[Key, _Draft] = field(default_factory=dict)

    def refer(
        self, anchor: str, citations: Sequence[Cited], derivations: Iterable[str] = ()
    ) -> tuple[Reference, ...]:
        """Note what stands at `anchor`; return the numbers to print there."""
        found: dict[int, Reference] = {}
        for cited in citations:
            reference = self._cite(anchor, cited)
            found.setdefault(reference.number, reference)
        for text in derivations:
            reference = self._add(anchor, ("", text, None, None, "", ""), None, text, "derived")
            found.setdefault(reference.number, reference)
        return () if self.silent else tuple(found.values())

    def _cite(self, anchor: str, cited: Cited) -> Reference:
        citation, place = cited.citation, self._place(cited)
        where = (place.start, place.end) if place else (None, None)
        # Where the quote was not found, its context is all that tells two places apart.
        context = ("", "") if place else (citation.prefix or "", citation.suffix or "")
        return self._add(
            anchor, (citation.source, citation.quote, *where, *context), cited, "", citation.relation
        )

    def _add(self, anchor: str, key: Key, cited: Cited | None, derivation: str, relation: str) -> Reference:
        draft = self.drafts.get(key)
        if draft is None:
            place = self._place(cited) if cited else None
            draft = self.drafts[key] = _Draft(len(self.drafts) + 1, cited, derivation, place)
        own = f"ref-{draft.number}-{anchor}"
        if own not in draft.references:
            draft.references.append(own)
        if relation not in draft.relations:
            draft.relations.append(relation)
        return Reference(draft.number, own, relation)

    def _place(self, cited: Cited) -> Place | None:
        return place_of(cited, self.kept_back.get(cited.citation.source, ()))

    def views(self) -> tuple[NoteView, ...]:
        """All notes, in order."""
        if self.silent:
            return ()
        letters = self._letters()
        return tuple(_view(draft, letters) for draft in self.drafts.values())

    def sources(self) -> tuple[SourceView, ...]:
        """The sources that the notes quote, in order of appearance."""
        letters = self._letters()
        return tuple(
            _source_view(source, letters[source.record.id], tuple(self._numbers(source.record.id)))
            for source in self._sources().values()
        )

    def _sources(self) -> dict[str, Source]:
        cited = (draft.cited.source for draft in self.drafts.values() if draft.cited)
        return {source.record.id: source for source in cited if source}

    def _letters(self) -> dict[str, str]:
        return {id_: letter(index) for index, id_ in enumerate(self._sources())}

    def _numbers(self, source: str) -> Iterable[int]:
        return (
            draft.number
            for draft in self.drafts.values()
            if draft.cited and draft.cited.citation.source == source
        )


def letter(index: int) -> str:
    """A, B, … Z, AA, AB, … for 0, 1, …"""
    head, tail = divmod(index, 26)
    return (letter(head - 1) if head else "") + chr(ord("A") + tail)


def _view(draft: _Draft, letters: dict[str, str]) -> NoteView:
    citation = draft.cited.citation if draft.cited else None
    record = draft.cited.source.record if draft.cited and draft.cited.source else None
    place = draft.place
    quote = citation.quote if citation else ""
    return NoteView(
        number=draft.number,
        source=citation.source if citation else None,
        letter=letters.get(citation.source, "") if citation else "",
        derivation=draft.derivation,
        quote=" ".join(quote.split()),
        before=place.before if place else "",
        after=place.after if place else "",
        language=record.language if record else None,
        direction=direction_of_text(quote),
        page=(place.page if place else None) or (citation.page if citation else None),
        paragraph=place.paragraph if place else None,
        start=place.start if place else None,
        end=place.end if place else None,
        relations=tuple(draft.relations),
        credibility=citation.credibility if citation else None,
        verified=place is not None,
        references=tuple(draft.references),
    )


def _source_view(source: Source, own: str, notes: tuple[int, ...]) -> SourceView:
    record = source.record
    return SourceView(
        id=record.id,
        letter=own,
        title=record.title,
        authors=_authors(record),
        publisher=record.publisher,
        container=record.container_title,
        issued=record.issued,
        accessed=record.accessed,
        url=record.URL,
        language=record.language,
        direction=direction_of_text(record.title),
        type=record.type,
        descriptor=record.descriptor,
        reliability=record.reliability,
        marking=record.effective_marking,
        sha256=source.sha256,
        notes=notes,
    )


def _authors(record: SourceRecord) -> tuple[str, ...]:
    return tuple(name.display for name in record.author or ())


def slug(name: str) -> str:
    """The anchor of an item: its id, or its place with a low line (`positions_2`), which no id has.

    Ids that the page itself uses (`notes`, `note-1`, `timeline`) are set off.
    """
    plain = name.replace("_", "-").replace("[", "_").replace("]", "")
    return f"item_{plain}" if plain in OWN or plain.startswith(OWN_PREFIXES) else plain
