"""Composing: a brief and an audience become the edition's view."""

import re
from dataclasses import replace

from briefgen.checks.case import Case, Item
from briefgen.editions.data import parse_edition
from briefgen.editions.direction import direction_of, direction_of_words
from briefgen.editions.glossary import terms_in_use
from briefgen.editions.locating import Stretch, spots_of
from briefgen.editions.noting import Notes, slug
from briefgen.editions.referencing import referenced
from briefgen.editions.selection import Selection, choose
from briefgen.editions.view import (
    EditionView,
    FigureView,
    ItemView,
    Link,
    MapView,
    PlaceView,
    SectionView,
    Term,
    ValueView,
)
from briefgen.models.audience import Audience
from briefgen.models.brief import Map, Value
from briefgen.models.scalars import text_in

Textual = str | dict[str, str]
BLANKS = re.compile(r"[^\S\u00a0\u202f]+")
"""Runs of blanks at which a line may end: those that hold words together stay, as French marks need them."""
UNDETERMINED = "und"
"""BCP 47 for an undetermined language: an audience with it is served in the brief's own."""


def select(case: Case, audience: Audience, without: frozenset[str] = frozenset()) -> EditionView:
    """Return what `audience` may read of the brief, less the items named in `without`."""
    view = _Composer(case, audience, choose(case, audience, without)).edition()
    if not case.earlier:
        return view
    from briefgen.editions.changing import with_changes

    return with_changes(view, _before(case, audience), case)


def _before(case: Case, audience: Audience) -> EditionView | None:
    """What `audience` was given at the state that the brief is held against; None for nothing that can be told."""
    assert case.earlier is not None
    if case.earlier.case is not None:
        earlier = select(case.earlier.case, audience)
        return replace(earlier, prepared=case.earlier.date)
    published = case.earlier.editions.get(audience.id)
    return parse_edition(published) if published else None


class _Composer:
    """The parts of one edition; notes are numbered in the order in which sections are composed."""

    def __init__(self, case: Case, audience: Audience, chosen: Selection) -> None:
        self.brief = case.brief
        self.case = case
        self.audience = audience
        self.chosen = chosen
        wanted = audience.language
        self.wanted = self.brief.language if wanted == UNDETERMINED else wanted
        self.language = self._language_of(self.brief.title)
        self.notes = Notes(self._kept_back(), silent=audience.evidence == "none")
        self.links = self._links()

    def edition(self) -> EditionView:
        """The whole view."""
        brief, audience = self.brief, self.audience
        composed = {name: self._section(name) for name in audience.sections}
        sections = tuple(section for section in composed.values() if isinstance(section, SectionView))
        figures = composed.get("figures")
        located = composed.get("map")
        view = EditionView(
            brief=self.case.id,
            audience=audience.id,
            label=self.text(audience.label),
            title=self.text(brief.title),
            subtitle=self.text(brief.subtitle),
            as_of=brief.as_of,
            prepared=brief.prepared,
            authors=tuple(brief.authors),
            language=self.language,
            direction=direction_of(self.language),
            marking=self.chosen.marking,
            evidence=audience.evidence,
            order=tuple(audience.sections),
            sections=sections,
            figures=figures if isinstance(figures, tuple) else (),
            map=located if isinstance(located, MapView) else None,
            glossary=(),
            notes=self.notes.views(),
            sources=referenced(
                self.notes.sources(),
                self.case.sources,
                audience.citation_style,
                self.wanted,
                direction_of(self.language),
            ),
            withheld=self.chosen.withheld if audience.withheld_note else None,
            dropped=self.chosen.dropped,
        )
        return self._with_glossary(view)

    def text(self, value: Textual | None) -> str:
        """`value` in the audience's language, else the brief's, else the first that it is given in; runs of blanks joined."""
        if value is None:
            return ""
        found = text_in(value, self.wanted) or text_in(value, self.brief.language)
        first = value if isinstance(value, str) else next(iter(value.values()))
        return BLANKS.sub(" ", found or first).strip(" ")

    def _language_of(self, value: Textual | None) -> str:
        translated = not isinstance(value, str) and value and text_in(value, self.wanted) is not None
        return self.wanted if translated else self.brief.language

    def _kept_back(self) -> dict[str, list[Stretch]]:
        """What only left-out items quote; the same words quoted by an included item are no secret."""
        names = {item.name for item in self.chosen.included()}
        shown = spots_of(cited for item in self.case.items if item.name in names for cited in item.citations)
        hidden = spots_of(
            cited for item in self.case.items if item.name not in names for cited in item.citations
        )
        return {
            source: [spot for spot in spots if spot not in shown.get(source, [])]
            for source, spots in hidden.items()
        }

    def _links(self) -> dict[str, Link]:
        """The included items that have an id: nothing else may be pointed at."""
        return {
            item.name: Link(slug(item.name), section, position)
            for section, items in self.chosen.items.items()
            for position, item in enumerate(items, 1)
        }

    def _section(self, name: str) -> SectionView | MapView | tuple[FigureView, ...] | None:
        items = self.chosen.items.get(name, ())
        if name == "glossary":
            return None
        if name == "figures":
            return tuple(self._figure(item) for item in items)
        if name == "map":
            return self._map(items[0]) if items else None
        return SectionView(name, tuple(self._item(item, place) for place, item in enumerate(items, 1)))

    def _item(self, item: Item, position: int) -> ItemView:
        model = item.model
        anchor = slug(item.name)
        language = self._language_of(getattr(model, "statement", None) or getattr(model, "question", None))
        words = f"{self.text(getattr(model, 'question', None))} {self.text(model.statement)}"
        return ItemView(
            name=item.name,
            anchor=anchor,
            section=item.section,
            position=position,
            statement=self.text(model.statement),
            actor=self.text(getattr(model, "actor", None)),
            question=self.text(getattr(model, "question", None)),
            date=getattr(model, "date", None),
            as_of=model.as_of,
            likelihood=model.likelihood,
            confidence=model.confidence,
            priority=model.priority,
            marking=self.chosen.markings[item.name],
            tags=tuple(model.tags),
            notes=self.notes.refer(anchor, item.citations, model.derived),
            basis=self._linked(model.basis),
            supersedes=self._linked(model.supersedes),
            superseded_by=self._superseding(item),
            disputed=any(cited.citation.relation == "disputes" for cited in item.citations),
            language=language,
            direction=direction_of_words(words, direction_of(language)),
            basis_withheld=item.name in self.chosen.clearance.bereft,
        )

    def _linked(self, names: tuple[str, ...]) -> tuple[Link, ...]:
        return tuple(self.links[name] for name in names if name in self.links)

    def _superseding(self, item: Item) -> tuple[Link, ...]:
        others = self.chosen.included()
        return tuple(
            self.links[other.name] for other in others if item.name in getattr(other.model, "supersedes", ())
        )

    def _figure(self, item: Item) -> FigureView:
        model, anchor = item.model, slug(item.name)
        route = (*item.route, "values")
        own = [cited for cited in item.citations if cited.route[: len(route)] != route]
        notes = self.notes.refer(anchor, own, model.derived)  # beside the title, before those of the values
        values = tuple(
            self._value(value, item, index, f"{anchor}_{index + 1}")
            for index, value in enumerate(model.values or ())
        )
        return FigureView(
            name=item.name,
            anchor=anchor,
            title=self.text(model.title),
            unit=self.text(model.unit),
            kind=model.kind,
            values=values,
            priority=model.priority,
            marking=self.chosen.markings[item.name],
            as_of=model.as_of,
            notes=notes,
            language=self.language,
            direction=direction_of(self.language),
        )

    def _value(self, value: Value, item: Item, index: int, anchor: str) -> ValueView:
        route = (*item.route, "values", index)
        cited = [cited for cited in item.citations if cited.route[: len(route)] == route]
        return ValueView(
            label=self.text(value.label),
            value=None if value.value is None else float(value.value),
            low=None if value.low is None else float(value.low),
            high=None if value.high is None else float(value.high),
            approximate=value.approximate,
            notes=self.notes.refer(anchor, cited),
        )

    def _map(self, item: Item) -> MapView:
        model: Map = item.model
        places = tuple(
            PlaceView(self.text(place.name), float(place.lat), float(place.lon)) for place in model.places
        )
        notes = self.notes.refer("map", item.citations)
        return MapView(self.text(model.title), places, notes, self.chosen.markings[item.name])

    def _with_glossary(self, view: EditionView) -> EditionView:
        """The view with the entries of the terms that it uses."""
        if "glossary" not in self.audience.sections:
            return view
        shown = {item.name for item in self.chosen.included()}
        left_out = [item for item in self.case.items if item.name not in shown]
        used = terms_in_use(self.brief.glossary, view, left_out)
        entries = ((term, meaning) for term, meaning in self.brief.glossary.items() if term in used)
        return replace(view, glossary=tuple(Term(term, self.text(meaning)) for term, meaning in entries))
